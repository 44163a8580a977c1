//! Columns as docutils counts them: a wide character takes two, a combining one none.

use rst_tables::{is_combining, is_wide};
use std::borrow::Cow;
use std::ops::Range;

const TAB: usize = 8;

pub(crate) fn width_of(c: char) -> usize {
    match c {
        c if is_combining(c) => 0,
        c if is_wide(c) => 2,
        _ => 1,
    }
}

/// The columns that a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

/// A line with its tabs expanded and without white space at its end.
pub(crate) fn expand_tabs(line: &str) -> Cow<'_, str> {
    if !line.contains('\t') {
        return Cow::Borrowed(line.trim_end());
    }
    let mut expanded = String::new();
    let mut column = 0;
    for c in line.trim_end().chars() {
        let count = if c == '\t' { TAB - column % TAB } else { 1 };
        expanded.extend(std::iter::repeat_n(if c == '\t' { ' ' } else { c }, count));
        column += count;
    }
    Cow::Owned(expanded)
}

/// A line that can be cut by columns.
pub(crate) struct Columns<'l> {
    line: &'l str,
    /// The byte at which each column begins, and the character; none in the second column of a wide one.
    columns: Vec<(usize, Option<char>)>,
}

impl<'l> Columns<'l> {
    pub(crate) fn new(line: &'l str) -> Self {
        let mut columns = Vec::with_capacity(line.len());
        for (offset, c) in line.char_indices() {
            match width_of(c) {
                0 => {}
                1 => columns.push((offset, Some(c))),
                _ => columns.extend([(offset, Some(c)), (offset + c.len_utf8(), None)]),
            }
        }
        Self { line, columns }
    }

    pub(crate) fn len(&self) -> usize {
        self.columns.len()
    }

    pub(crate) fn get(&self, column: usize) -> Option<char> {
        self.columns.get(column).and_then(|(_, c)| *c)
    }

    /// The columns that a character takes.
    pub(crate) fn positions(&self, wanted: char) -> Vec<usize> {
        let found = self.columns.iter().enumerate().filter(|(_, (_, c))| *c == Some(wanted));
        found.map(|(column, _)| column).collect()
    }

    /// The text between two columns.
    pub(crate) fn slice(&self, columns: Range<usize>) -> &'l str {
        let offset = |column: usize| self.columns.get(column).map_or(self.line.len(), |(offset, _)| *offset);
        self.line.get(offset(columns.start)..offset(columns.end)).unwrap_or_default()
    }
}
