//! A grid table as what it says and how wide it is, apart from how it is drawn.

pub(crate) mod draw;
pub(crate) mod mend;
pub(crate) mod read;

use super::columns::width;
use super::policy::Policy;
use super::widths::{self, Span};
use super::wrap;

/// Rows and columns of cells, spans included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grid {
    /// The columns between two bars, for each column.
    pub(crate) widths: Vec<usize>,
    /// The lines between two borders, for each row.
    pub(crate) heights: Vec<usize>,
    /// How many of the rows are the header.
    pub(crate) head: usize,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) rowspan: usize,
    pub(crate) colspan: usize,
    /// Without the indent that they share, and without white space at their ends.
    pub(crate) lines: Vec<String>,
    /// The columns between the bar on the left and the text.
    pub(crate) pad: usize,
}

impl Cell {
    pub(crate) fn text_width(&self) -> usize {
        self.lines.iter().map(|line| width(line)).max().unwrap_or(0)
    }

    fn has_text(&self) -> bool {
        self.lines.iter().any(|line| !line.is_empty())
    }

    /// The columns that the cell needs between its bars: its text and a blank on either side.
    pub(crate) fn needed(&self) -> usize {
        if self.has_text() { self.text_width() + 2 } else { 1 }
    }
}

impl Grid {
    /// Makes room for all texts, and takes away what the policy does not keep.
    pub(crate) fn settle(&mut self, policy: Policy) {
        self.grow_columns();
        match policy {
            Policy::Fit(limit) if self.width() > limit => self.fit(limit),
            Policy::Shrink => self.shrink(),
            Policy::Keep | Policy::Fit(_) => {}
        }
        self.grow_columns();
        for index in 0..self.cells.len() {
            self.settle_pad(index);
        }
    }

    /// The columns of the whole table.
    fn width(&self) -> usize {
        self.widths.iter().sum::<usize>() + self.widths.len() + 1
    }

    fn grow_columns(&mut self) {
        let spans: Vec<Span> = self
            .cells
            .iter()
            .map(|cell| Span { first: cell.column, count: cell.colspan, needed: cell.needed() })
            .collect();
        let gaps = vec![1; self.widths.len()];
        widths::grow(&mut self.widths, &gaps, &spans);
    }

    /// As narrow as the texts allow.
    fn shrink(&mut self) {
        // Docutils does not take `+--+` for a border.
        let least = if self.widths.len() == 1 { 3 } else { 1 };
        self.widths.fill(least);
        for cell in &mut self.cells {
            cell.pad = 1;
        }
        self.shrink_heights();
        self.grow_columns();
    }

    /// As low as the texts allow.
    fn shrink_heights(&mut self) {
        for cell in &mut self.cells {
            while cell.lines.last().is_some_and(String::is_empty) {
                cell.lines.pop();
            }
        }
        let spans: Vec<Span> = self
            .cells
            .iter()
            .map(|cell| Span { first: cell.row, count: cell.rowspan, needed: cell.lines.len().max(1) })
            .collect();
        let gaps = vec![1; self.heights.len()];
        self.heights.fill(0);
        widths::grow(&mut self.heights, &gaps, &spans);
    }

    /// As narrow as the texts allow, and if that is still too wide, with texts wrapped.
    fn fit(&mut self, limit: usize) {
        self.shrink();
        let mut least = vec![1; self.widths.len()];
        for cell in self.cells.iter().filter(|cell| cell.colspan == 1) {
            if let Some(least) = least.get_mut(cell.column) {
                *least = (wrap::least(&cell.lines) + 2).max(*least);
            }
        }
        let room = limit.saturating_sub(self.widths.len() + 1);
        self.widths = widths::fit(&self.widths, &least, room);
        for index in 0..self.cells.len() {
            let Some(cell) = self.cells.get(index) else { continue };
            let lines = wrap::wrap(&cell.lines, self.room(cell).saturating_sub(2));
            if let Some(cell) = self.cells.get_mut(index) {
                cell.lines = lines;
            }
        }
        self.shrink_heights();
    }

    /// The columns between the bars of a cell.
    fn room(&self, cell: &Cell) -> usize {
        self.widths.iter().skip(cell.column).take(cell.colspan).sum::<usize>() + cell.colspan - 1
    }

    /// A text keeps its place between its bars, but for a blank on either side.
    fn settle_pad(&mut self, index: usize) {
        let Some(cell) = self.cells.get(index) else { return };
        let pad = cell.pad.min(self.room(cell).saturating_sub(cell.text_width() + 1)).max(1);
        if let Some(cell) = self.cells.get_mut(index) {
            cell.pad = pad;
        }
    }
}
