//! The tables of an RST page, as docutils reads them.
//!
//! [`tables`] is the one entry.

mod block;
mod context;
mod inline;
mod plain;
mod table;
mod width;

pub use self::table::{Cell, Kind, Malformed, Row, Table};
