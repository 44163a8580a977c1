//! The lines around a table that seem to be one drawing, and what most of them agree on.

use std::ops::Range;

use super::row::{DrawnRow, begins_drawn, can_begin, is_drawn};
use super::shape::{Shape, shape};
use crate::source::lines::Lines;

/// Lines that seem to be one grid table.
pub(super) struct Drawing<'l> {
    lines: &'l Lines<'l>,
    /// The line of the page that is row 0.
    first: usize,
    pub(super) rows: Vec<DrawnRow<'l>>,
    /// How many columns are before most rows.
    pub(super) indent: usize,
    /// How many columns most rows have.
    pub(super) width: usize,
}

impl<'l> Drawing<'l> {
    /// The drawing of the table that takes these bytes of the page, or is in the directive that does.
    pub(super) fn around(lines: &'l Lines<'l>, table: &Range<usize>) -> Option<Self> {
        let begin = line_of(lines, table.start);
        // An outdented line ends the directive, so that the rest of the drawing comes after it.
        let end = lines.next_text(line_of(lines, table.end) + 1);
        let lead = lead(lines, begin, table.start);
        let text = |line: usize| {
            let text = lines.get(line).map_or("", |line| line.text());
            let from = if line == begin { lead } else { 0 };
            text.get(from..).unwrap_or_default().trim_start_matches(' ')
        };
        let seed = (begin..=end).find(|&line| is_drawn(text(line)))?;
        let mut first = grow(seed, text, |line| line.checked_sub(1));
        let mut last = grow(seed, text, |line| Some(line + 1).filter(|&line| line < lines.len()));
        while first < last && !begins_drawn(text(first)) {
            first += 1;
        }
        while last > first && !begins_drawn(text(last)) {
            last -= 1;
        }
        let row =
            |line| DrawnRow::new(lines.get(line).map_or("", |line| line.text()), if line == begin { lead } else { 0 });
        let rows: Vec<_> = (first..=last).map(row).collect();
        let indent = most_common(rows.iter().filter(|row| !row.text.is_empty()).map(|row| row.indent))?;
        let width = most_common(rows.iter().filter(|row| !row.text.is_empty()).map(|row| row.marks.len()))?;
        Some(Self { lines, first, rows, indent, width })
    }

    /// The index of the last row.
    pub(super) fn last(&self) -> usize {
        self.rows.len() - 1
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &'l str> {
        self.rows.iter().map(|row| row.text)
    }

    /// The character in a column if it is ASCII, else 0; a blank outside of the drawing.
    pub(super) fn mark(&self, row: usize, column: usize) -> u8 {
        self.rows.get(row).and_then(|row| row.marks.get(column)).copied().unwrap_or(b' ')
    }

    pub(super) fn row(&self, index: usize) -> &DrawnRow<'l> {
        self.rows.get(index).expect("the row is one of the drawing's")
    }

    /// The whole line of a row with this text in it, below the other rows.
    pub(super) fn line_with(&self, index: usize, text: &str) -> String {
        let line = self.lines.get(self.first + index).map_or("", |line| line.text());
        let before = line.get(..line.len() - self.row(index).text.len()).unwrap_or_default();
        let is_blank = before.bytes().all(|b| b == b' ');
        // The first row may come after the marker of a list.
        if is_blank { " ".repeat(self.indent) + text } else { before.to_owned() + text }
    }

    /// Whether the page has a tab in a row.
    pub(super) fn has_tab(&self, index: usize) -> bool {
        let line = self.first + index;
        let length = self.lines.get(line).map_or(0, |line| line.text().len());
        self.lines.source(self.lines.place(line, 0)..self.lines.place(line, length)).contains('\t')
    }

    /// The rows that do not begin or end where most do.
    pub(super) fn odd_rows(&self) -> Vec<usize> {
        let is_odd =
            |row: &DrawnRow<'_>| row.indent != self.indent || row.marks.len() != self.width || !row.has_edges();
        self.rows.iter().enumerate().filter(|(_, row)| is_odd(row)).map(|(index, _)| index).collect()
    }

    /// The shape of the table with this text in place of a row; `None` if it cannot be read.
    pub(super) fn shape_with(&self, index: usize, text: &str) -> Option<Shape> {
        shape(self.rows.iter().enumerate().map(|(at, row)| if at == index { text } else { row.text }))
    }

    /// The byte of the page at which byte `offset` of a row's text is.
    pub(super) fn place(&self, index: usize, offset: usize) -> usize {
        let line = self.first + index;
        let indent = self.lines.get(line).map_or(0, |line| line.text().len()) - self.row(index).text.len();
        self.lines.place(line, indent + offset)
    }

    /// The bytes of the page that hold all rows.
    pub(super) fn span(&self) -> Range<usize> {
        let last = self.last();
        self.place(0, 0)..self.place(last, self.row(last).text.len())
    }
}

/// The last line of the drawing in one direction. One line in it may be blank or odd in any way.
fn grow<'l>(seed: usize, text: impl Fn(usize) -> &'l str, step: impl Fn(usize) -> Option<usize>) -> usize {
    let is_drawn = |line: usize| is_drawn(text(line));
    let is_alone = |line: usize| !line.checked_sub(1).is_some_and(is_drawn) && !is_drawn(line + 1);
    // A line between two borders is between two tables, unless one of them is nothing else.
    let is_end = |line: usize| can_begin(text(line)) && !is_alone(line);
    let (mut line, mut has_gap) = (seed, false);
    while let Some(next) = step(line) {
        match step(next) {
            _ if is_drawn(next) => line = next,
            Some(after) if !has_gap && is_drawn(after) && !(is_end(line) && is_end(after)) => {
                has_gap = true;
                line = after;
            }
            _ => break,
        }
    }
    line
}

/// The line that holds a byte of the page.
fn line_of(lines: &Lines<'_>, offset: usize) -> usize {
    let (mut low, mut high) = (0, lines.len());
    while low < high {
        let middle = low.midpoint(high);
        if lines.place(middle, 0) <= offset { low = middle + 1 } else { high = middle }
    }
    low.saturating_sub(1)
}

/// The byte of a line's text that byte `offset` of the page is at: a table may begin after the marker of a list.
fn lead(lines: &Lines<'_>, line: usize, offset: usize) -> usize {
    let text = lines.get(line).map_or("", |line| line.text());
    text.char_indices().map(|(at, _)| at).find(|&at| lines.place(line, at) >= offset).unwrap_or(0)
}

fn most_common(values: impl Iterator<Item = usize>) -> Option<usize> {
    let mut values: Vec<usize> = values.collect();
    values.sort_unstable();
    values.chunk_by(|a, b| a == b).max_by_key(|group| group.len()).and_then(|group| group.first().copied())
}
