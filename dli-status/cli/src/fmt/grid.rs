//! A grid table as what it says and how wide it is, apart from how it is drawn.

pub(crate) mod draw;
pub(crate) mod mend;
pub(crate) mod read;

use super::columns::width;
use super::policy::Policy;
use super::widths;

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
        if policy != Policy::Keep {
            self.shrink();
        }
        let spans: Vec<widths::Span> = self
            .cells
            .iter()
            .map(|cell| widths::Span { first: cell.column, count: cell.colspan, needed: cell.needed() })
            .collect();
        let gaps = vec![1; self.widths.len()];
        widths::grow(&mut self.widths, &gaps, &spans);
        for index in 0..self.cells.len() {
            self.settle_pad(index);
        }
    }

    /// As narrow and as low as can be; [`settle`](Self::settle) then makes room for the texts.
    fn shrink(&mut self) {
        // Docutils does not take `+--+` for a border.
        let least = if self.widths.len() == 1 { 3 } else { 1 };
        self.widths.fill(least);
        self.heights.fill(0);
        for cell in &mut self.cells {
            cell.pad = 1;
            while cell.lines.last().is_some_and(String::is_empty) {
                cell.lines.pop();
            }
        }
        let spans: Vec<widths::Span> = self
            .cells
            .iter()
            .map(|cell| widths::Span { first: cell.row, count: cell.rowspan, needed: cell.lines.len().max(1) })
            .collect();
        let gaps = vec![1; self.heights.len()];
        widths::grow(&mut self.heights, &gaps, &spans);
    }

    /// A text keeps its place between its bars, but for a blank on either side.
    fn settle_pad(&mut self, index: usize) {
        let Some(cell) = self.cells.get_mut(index) else { return };
        let widths = self.widths.iter().skip(cell.column).take(cell.colspan);
        let room = widths.sum::<usize>() + cell.colspan - 1;
        cell.pad = cell.pad.min(room.saturating_sub(cell.text_width() + 1)).max(1);
    }
}
