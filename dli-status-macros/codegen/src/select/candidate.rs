//! A table that may be chosen: its header, apart from the rows below it.

use crate::declaration::{Column, ColumnChoice, Form, HeaderRows};
use rst_tables::{Cell, Row, Table};

/// A table, or a list as one, with the texts of its header.
pub(crate) struct Candidate<'p> {
    /// Counted from 1, malformed tables included.
    pub(crate) position: usize,
    pub(crate) table: &'p Table<'p>,
    form: Form,
    /// Row by row, if there are several header rows.
    pub(crate) headers: Vec<Header<'p>>,
    /// The number of cells in the last header row.
    last_row_length: usize,
    /// The rows below the header.
    pub(crate) body: Vec<&'p Row<'p>>,
}

/// A header cell.
pub(crate) struct Header<'p> {
    pub(crate) cell: &'p Cell<'p>,
    /// Its text with white space folded.
    pub(crate) text: String,
}

/// Where a table has a column.
pub(super) enum Found<'c, 'p> {
    /// Nowhere.
    Missing,
    /// In this column, counted from 0.
    At(usize),
    /// Under this header, which is above several.
    Spanning(&'c Header<'p>),
    /// Under both of these headers.
    Ambiguous(&'c Header<'p>, &'c Header<'p>),
}

impl<'p> Candidate<'p> {
    /// `header_rows` is the number of rows that are the header of a table without one; 0 of them makes all rows data.
    pub(crate) fn new(position: usize, table: &'p Table<'p>, form: Form, header_rows: Option<HeaderRows>) -> Self {
        let count = header_rows.map(|header_rows| header_rows.count);
        let mut head: Vec<&'p Row<'p>> = table.head().iter().collect();
        let mut body: Vec<&'p Row<'p>> = table.body().iter().collect();
        match count {
            Some(0) => body.splice(0..0, head.drain(..)).for_each(drop),
            Some(count) if head.is_empty() => head.extend(body.drain(..count.min(body.len()))),
            _ => {}
        }
        let last_row_length = head.last().map_or(0, |row| row.len());
        let headers = head.into_iter().flatten();
        let headers = headers.map(|cell| Header { cell, text: collapse_whitespace(&cell.text()) }).collect();
        Self { position, table, form, headers, last_row_length, body }
    }

    /// The header row that is directly above the body.
    pub(super) fn last_header_row(&self) -> &[Header<'p>] {
        let (_, last) = self.headers.split_at(self.headers.len() - self.last_row_length);
        last
    }

    /// The column that is meant: that with the first of the names that the table has.
    pub(super) fn find(&self, column: &Column) -> Found<'_, 'p> {
        let found = column.choices.iter().map(|choice| self.find_choice(choice));
        found.into_iter().find(|found| !matches!(found, Found::Missing)).unwrap_or(Found::Missing)
    }

    fn find_choice(&self, choice: &ColumnChoice) -> Found<'_, 'p> {
        match choice {
            ColumnChoice::Header(literal) => self.find_header(&literal.value()),
            ColumnChoice::Position { index, .. } if *index < self.table.columns() => Found::At(*index),
            ColumnChoice::ListPart { part, .. } if part.form() == self.form => Found::At(part.index()),
            ColumnChoice::Position { .. } | ColumnChoice::ListPart { .. } => Found::Missing,
        }
    }

    fn find_header(&self, wanted: &str) -> Found<'_, 'p> {
        let wanted = collapse_whitespace(wanted);
        let mut found = self.headers.iter().filter(|header| header.text == wanted);
        let Some(first) = found.next() else { return Found::Missing };
        if let Some(second) = found.find(|header| header.cell.column() != first.cell.column()) {
            Found::Ambiguous(first, second)
        } else if first.cell.colspan() > 1 {
            Found::Spanning(first)
        } else {
            Found::At(first.cell.column())
        }
    }

    /// Whether it has the column, or several of that name.
    pub(super) fn has(&self, column: &Column) -> bool {
        !matches!(self.find(column), Found::Missing)
    }

    /// Whether `table = "…"` means it: a label has no case, a title is taken as it is.
    pub(super) fn is_called(&self, name: &str) -> bool {
        has_label(self.table.labels(), name)
            || self.table.title().is_some_and(|title| collapse_whitespace(title) == collapse_whitespace(name))
    }

    /// What `table = "…"` can call it.
    pub(super) fn names(&self) -> impl Iterator<Item = &'p str> {
        self.table.labels().chain(self.table.title())
    }
}

/// Whether one of the labels is this name; the case of letters does not count.
pub(super) fn has_label<'l>(mut labels: impl Iterator<Item = &'l str>, name: &str) -> bool {
    let name = collapse_whitespace(&name.to_lowercase());
    labels.any(|label| label == name)
}

/// White space folded to single blanks.
pub(super) fn collapse_whitespace(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
