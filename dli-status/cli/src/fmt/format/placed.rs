//! Where the drawn tables of a page are.

use crate::fmt::columns::expand_tabs;
use crate::fmt::lines::{Line, line_of};
use rst_tables::{Kind, Table, TableError};
use std::ops::Range;

/// A table of a page, as it was read.
pub(crate) type Read<'p> = Result<Table<'p>, TableError>;

/// The tables of a page and its lines.
pub(crate) struct Reading<'r, 'p> {
    pub(crate) tables: &'r [Read<'p>],
    pub(crate) lines: &'r [Line<'p>],
}

impl<'r, 'p> Reading<'r, 'p> {
    /// The tables that docutils reads, each with its first line.
    pub(crate) fn good(&self) -> impl Iterator<Item = (usize, &'r Table<'p>)> {
        let (tables, lines) = (self.tables, self.lines);
        tables.iter().flatten().map(|table| (line_of(lines, table.span().start), table))
    }

    /// The malformed tables, each with its first line.
    pub(crate) fn errors(&self) -> impl Iterator<Item = (usize, &'r TableError)> {
        let (tables, lines) = (self.tables, self.lines);
        let errors = tables.iter().filter_map(|table| table.as_ref().err());
        errors.map(|error| (line_of(lines, error.table().start), error))
    }
}

/// A grid or simple table, and its lines.
pub(crate) struct Placed<'t, 'p> {
    pub(crate) table: &'t Table<'p>,
    pub(crate) lines: Range<usize>,
    /// The text before its border in the first line: white space, or the marker of a list.
    pub(crate) prefix: &'p str,
    /// Whether lines that look like more of the table are directly above or below, which docutils does not read as such.
    pub(crate) is_torn: bool,
}

pub(crate) fn tables<'t, 'p>(read: &'t [Read<'p>], lines: &[Line<'p>]) -> Vec<Placed<'t, 'p>> {
    read.iter().flatten().filter_map(|table| place(table, lines)).collect()
}

fn place<'t, 'p>(table: &'t Table<'p>, lines: &[Line<'p>]) -> Option<Placed<'t, 'p>> {
    let corner = match table.kind() {
        Kind::Grid => "+-",
        Kind::Simple => "=",
        _ => return None,
    };
    let span = table.span();
    let (first, end) = (line_of(lines, span.start), line_of(lines, span.end.checked_sub(1)?) + 1);
    let top = lines.get(first)?.text;
    let prefix = top.get(..top.find(corner)?)?;
    let mut neighbors = [first.checked_sub(1), Some(end)].into_iter().flatten().filter_map(|index| lines.get(index));
    let is_torn = table.kind() == Kind::Grid && neighbors.any(|line| is_like_grid(line.text));
    Some(Placed { table, lines: first..end, prefix, is_torn })
}

fn is_like_grid(line: &str) -> bool {
    let line = expand_tabs(line);
    let text = line.trim_start();
    text.starts_with('+')
        || text.contains('|')
        || (text.len() > 2 && text.chars().all(|c| matches!(c, '-' | '=' | '+')))
}
