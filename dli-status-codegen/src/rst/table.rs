//! What the readers of grid, simple, list and CSV tables share: a table, its rows, its cells, and what is wrong
//! with a table that docutils rejects.

use std::borrow::Cow;
use std::ops::Range;

/// How a table is written on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `+---+---+`
    Grid,
    /// `=== ===`
    Simple,
    /// `.. list-table::`
    ListTable,
    /// `.. csv-table::`
    CsvTable,
    /// `.. table::`; only of a [`Malformed`] one, since a table that was read has the kind of what stands inside.
    Table,
}
