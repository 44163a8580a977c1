//! Documentation tables that are Rust types: the engine.
//!
//! In reading order: [`rst`] reads the tables of a page.

pub mod rst;
