//! A [`Grid`] as lines of characters.

use super::{Cell, Grid};
use crate::fmt::columns::width_of;
use std::ops::Range;

/// The lines of the table, from its top border to its bottom border.
pub(crate) fn draw(grid: &Grid) -> Vec<String> {
    let (columns, rows) = (edges(&grid.widths), edges(&grid.heights));
    let mut canvas = Canvas::new(&columns, &rows);
    let head = rows.get(grid.head).copied().filter(|_| grid.head > 0);
    for cell in &grid.cells {
        canvas.outline(&span(&rows, cell.row, cell.rowspan), &span(&columns, cell.column, cell.colspan), head);
    }
    for cell in &grid.cells {
        canvas.corners(&span(&rows, cell.row, cell.rowspan), &span(&columns, cell.column, cell.colspan));
        canvas.text(cell, span(&rows, cell.row, cell.rowspan).start + 1, span(&columns, cell.column, 1).start + 1);
    }
    canvas.lines()
}

/// Where borders are: before, between and after columns of these widths.
fn edges(lengths: &[usize]) -> Vec<usize> {
    let mut edges = vec![0];
    let mut edge = 0;
    for length in lengths {
        edge += length + 1;
        edges.push(edge);
    }
    edges
}

/// The borders around some columns.
fn span(edges: &[usize], first: usize, count: usize) -> Range<usize> {
    let edge = |index: usize| edges.get(index).copied().expect("a cell lies within its table");
    edge(first)..edge(first + count)
}

/// The text in a column of a line: a character with its combining ones; nothing in the second column of a wide one.
type Slot = String;

struct Canvas(Vec<Vec<Slot>>);

impl Canvas {
    fn new(columns: &[usize], rows: &[usize]) -> Self {
        let length = |edges: &[usize]| edges.last().map_or(0, |last| last + 1);
        Self(vec![vec![" ".to_owned(); length(columns)]; length(rows)])
    }

    fn set(&mut self, line: usize, column: usize, text: &str) {
        if let Some(slot) = self.0.get_mut(line).and_then(|slots| slots.get_mut(column)) {
            text.clone_into(slot);
        }
    }

    fn outline(&mut self, rows: &Range<usize>, columns: &Range<usize>, head: Option<usize>) {
        for line in [rows.start, rows.end] {
            let dash = if Some(line) == head { "=" } else { "-" };
            (columns.start..=columns.end).for_each(|column| self.set(line, column, dash));
        }
        for line in rows.start + 1..rows.end {
            self.set(line, columns.start, "|");
            self.set(line, columns.end, "|");
        }
    }

    fn corners(&mut self, rows: &Range<usize>, columns: &Range<usize>) {
        for line in [rows.start, rows.end] {
            self.set(line, columns.start, "+");
            self.set(line, columns.end, "+");
        }
    }

    fn text(&mut self, cell: &Cell, top: usize, left: usize) {
        for (text, line) in cell.lines.iter().zip(top..) {
            let mut column = left + cell.pad;
            for c in text.chars() {
                column += self.put(line, column, c);
            }
        }
    }

    /// Writes a character, and gives the columns that it takes.
    fn put(&mut self, line: usize, column: usize, c: char) -> usize {
        let width = width_of(c);
        let slots = self.0.get_mut(line);
        if width > 0 {
            self.set(line, column, c.encode_utf8(&mut [0; 4]));
            (column + 1..column + width).for_each(|column| self.set(line, column, ""));
        } else if let Some(slot) =
            slots.and_then(|slots| slots.get_mut(..column)?.iter_mut().rfind(|slot| !slot.is_empty()))
        {
            slot.push(c);
        }
        width
    }

    fn lines(self) -> Vec<String> {
        self.0.into_iter().map(|slots| slots.concat()).collect()
    }
}
