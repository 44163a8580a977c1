//! A table that may be chosen: its header, apart from the rows below it.

use crate::declaration::ColumnName;
use rst_tables::{Cell, Row, Table};

/// A table of the page with the texts of its header.
pub(crate) struct Candidate<'p> {
    /// On the page, counted from 1, malformed tables included.
    pub(crate) position: usize,
    pub(crate) table: &'p Table<'p>,
    /// Row by row, if there are several header rows.
    pub(crate) headers: Vec<Header<'p>>,
    /// The number of cells in the last header row.
    last_row_length: usize,
    /// The rows below the header.
    pub(crate) body: &'p [Row<'p>],
}

/// A header cell.
pub(crate) struct Header<'p> {
    pub(crate) cell: &'p Cell<'p>,
    /// Its text with white space folded.
    pub(crate) text: String,
}

impl<'p> Candidate<'p> {
    /// `header_rows` is the number of body rows that are the header of a table without one.
    pub(crate) fn new(position: usize, table: &'p Table<'p>, header_rows: usize) -> Self {
        let (head, body) = split_header(table, header_rows);
        let headers = head.iter().flatten().map(|cell| Header { cell, text: collapse_whitespace(&cell.text()) });
        let last_row_length = head.last().map_or(0, Vec::len);
        Self { position, table, headers: headers.collect(), last_row_length, body }
    }

    /// The header row that is directly above the body.
    pub(super) fn last_header_row(&self) -> &[Header<'p>] {
        let (_, last) = self.headers.split_at(self.headers.len() - self.last_row_length);
        last
    }

    /// The header cells that a field means: those with the first of its headers that the table has.
    pub(super) fn cells_of(&self, column: &ColumnName) -> Vec<&Header<'p>> {
        let with_text = |wanted: String| -> Vec<&Header<'p>> {
            let wanted = collapse_whitespace(&wanted);
            self.headers.iter().filter(|header| header.text == wanted).collect()
        };
        column.headers().map(with_text).find(|found| !found.is_empty()).into_iter().flatten().collect()
    }

    /// Whether `table = "…"` means it: a label has no case, a title is taken as it is.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.table.label().is_some_and(|label| label == collapse_whitespace(&name.to_lowercase()))
            || self.table.title().is_some_and(|title| collapse_whitespace(title) == collapse_whitespace(name))
    }

    /// What `table = "…"` can call it.
    pub(super) fn names(&self) -> impl Iterator<Item = &'p str> {
        self.table.label().into_iter().chain(self.table.title())
    }
}

/// The header rows of a table, and the rows below them.
fn split_header<'p>(table: &'p Table<'p>, header_rows: usize) -> (&'p [Row<'p>], &'p [Row<'p>]) {
    match table.head() {
        [] => table.body().split_at(header_rows.min(table.body().len())),
        head => (head, table.body()),
    }
}

/// White space folded to single blanks.
fn collapse_whitespace(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
