//! The cells of a grid by their borders, and the rows and columns these make.

use std::sync::Arc;

use crate::context::shared::Place;
use crate::source::canvas::{Canvas, Rect};
use crate::table::{CanvasArea, Cell, Row, Rows, Source};

/// A cell's borders: the rows and columns on which they run.
pub(super) type Outline = Rect;

/// All cells of a grid, top to bottom and left to right.
#[derive(Debug)]
pub(super) struct Outlines {
    pub(super) cells: Vec<Outline>,
    rows: Edges,
    columns: Edges,
}

/// Where rows or columns begin and end.
#[derive(Debug)]
struct Edges(Vec<bool>);

impl Outlines {
    pub(super) fn new(height: usize, width: usize) -> Self {
        Self { cells: Vec::new(), rows: Edges::new(height), columns: Edges::new(width) }
    }

    /// A row begins or ends here.
    pub(super) fn mark_row(&mut self, row: usize) {
        self.rows.mark(row);
    }

    /// A column begins or ends here.
    pub(super) fn mark_column(&mut self, column: usize) {
        self.columns.mark(column);
    }

    /// Puts the cells into rows; those above row `head` of the canvas are the head.
    pub(super) fn into_rows<'p>(self, place: &Place<'p>, canvas: Canvas<'p>, head: Option<usize>) -> Rows<'p> {
        let (row_of, column_of) = (self.rows.ranks(), self.columns.ranks());
        let rank =
            |ranks: &[u32], index: usize| ranks.get(index).copied().expect("the borders of cells are on the grid");
        let canvas = Arc::new(canvas);
        let mut rows: Vec<Row<'p>> = Vec::new();
        rows.resize_with(self.rows.count() - 1, Vec::new);
        let mut last = usize::MAX;
        for cell in self.cells {
            let (row, column) = (rank(&row_of, cell.top), rank(&column_of, cell.left));
            let inner = Rect { top: cell.top + 1, left: cell.left + 1, ..cell };
            let source = Source::Area(CanvasArea::new(&canvas, inner));
            let (colspan, rowspan) = (rank(&column_of, cell.right) - column, rank(&row_of, cell.bottom) - row);
            // A row most often has as many cells as the one before.
            let capacity = rows.get(last).map_or(0, Vec::len);
            last = row as usize;
            if let Some(row) = rows.get_mut(last) {
                row.reserve(if row.is_empty() { capacity } else { 0 });
                row.push(Cell { place: place.clone(), source, column, colspan, rowspan });
            }
        }
        let body = rows.split_off(head.map_or(0, |head| rank(&row_of, head) as usize).min(rows.len()));
        Rows { columns: self.columns.count() - 1, head: rows, body }
    }
}

impl Edges {
    /// The first edge is always there.
    fn new(length: usize) -> Self {
        let mut edges = Self(vec![false; length]);
        edges.mark(0);
        edges
    }

    fn mark(&mut self, index: usize) {
        if let Some(edge) = self.0.get_mut(index) {
            *edge = true;
        }
    }

    fn count(&self) -> usize {
        self.0.iter().filter(|&&edge| edge).count().max(1)
    }

    /// For each position, how many edges there are before it.
    fn ranks(&self) -> Vec<u32> {
        let mut count = 0;
        self.0
            .iter()
            .map(|&edge| {
                count += u32::from(edge);
                count - u32::from(edge)
            })
            .collect()
    }
}
