//! The tables of an RST page, as docutils reads them.
//!
//! [`tables`] is the one entry.

mod block;
mod table;

pub use self::table::{Cell, Kind, Malformed, Row, Table};
