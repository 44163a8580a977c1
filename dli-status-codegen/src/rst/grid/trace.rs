//! The cells of a grid: each is traced around its borders, from its top left corner to the right, down, left and up.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use crate::rst::canvas::{Block, Canvas};
use crate::rst::draft::Draft;
use crate::rst::malformed::{Cause, Fault};
use crate::rst::table::{Cell, Row, Source, short};

/// A cell's borders: the rows and columns on which they run.
type Outline = Block;

/// Traces all cells of a table whose edges are in order.
pub(crate) fn cells(canvas: Canvas<'_>, head: Option<usize>) -> Result<Draft<'_>, Fault> {
    let mut tracer = Tracer::new(&canvas, head);
    tracer.run()?;
    let Tracer { outlines, row_edges, column_edges, .. } = tracer;
    Ok(draft(canvas, &outlines, &row_edges, &column_edges, head))
}

struct Tracer<'c, 'p> {
    canvas: &'c Canvas<'p>,
    head: Option<usize>,
    bottom: usize,
    right: usize,
    outlines: Vec<Outline>,
    /// The first row of each column that no cell covers yet.
    open: Vec<usize>,
    /// Whether a border that was traced has a `+` in this row or column.
    row_edges: Vec<bool>,
    column_edges: Vec<bool>,
}

impl<'c, 'p> Tracer<'c, 'p> {
    fn new(canvas: &'c Canvas<'p>, head: Option<usize>) -> Self {
        let (height, width) = (canvas.height(), canvas.marks(0).len());
        let mut tracer = Self {
            canvas,
            head,
            bottom: height.saturating_sub(1),
            right: width.saturating_sub(1),
            outlines: Vec::new(),
            open: vec![0; width],
            row_edges: vec![false; height],
            column_edges: vec![false; width],
        };
        mark(&mut tracer.row_edges, 0);
        mark(&mut tracer.column_edges, 0);
        tracer
    }

    fn at(&self, row: usize, column: usize) -> u8 {
        self.canvas.marks(row).get(column).copied().unwrap_or(b' ')
    }

    fn is_horizontal(&self, row: usize, column: usize) -> bool {
        match self.at(row, column) {
            b'-' | b'+' => true,
            b'=' => self.head == Some(row),
            _ => false,
        }
    }

    fn run(&mut self) -> Result<(), Fault> {
        let mut corners = BinaryHeap::from([Reverse((0, 0))]);
        let mut stuck = None;
        while let Some(Reverse((top, left))) = corners.pop() {
            let covered = self.open.get(left).is_none_or(|&open| top < open);
            if top == self.bottom || left == self.right || covered || stuck == Some((top, left)) {
                continue;
            }
            let Some(outline) = self.trace(top, left) else {
                stuck = Some((top, left));
                continue;
            };
            self.cover(&outline)?;
            self.outlines.push(outline);
            corners.push(Reverse((top, outline.right)));
            corners.push(Reverse((outline.bottom, left)));
        }
        let gap = self.open.iter().take(self.right).position(|&open| open != self.bottom);
        gap.map_or(Ok(()), |column| {
            let row = self.open.get(column).copied().unwrap_or(0);
            Err(self.fault(Cause::ParseIncomplete, row, column))
        })
    }

    fn fault(&self, cause: Cause, row: usize, column: usize) -> Fault {
        Fault { cause, span: self.canvas.place(row, column)..self.canvas.place(row, column + 1) }
    }

    /// Notes that a cell's columns are read down to its bottom.
    fn cover(&mut self, cell: &Outline) -> Result<(), Fault> {
        let columns = self.open.get_mut(cell.left..cell.right).unwrap_or_default();
        let overlap = columns.iter().position(|&open| open != cell.top);
        columns.fill(cell.bottom);
        overlap.map_or(Ok(()), |at| Err(self.fault(Cause::Overlap, cell.top, cell.left + at)))
    }

    /// The smallest cell with this top left corner: the leftmost right border that leads back to it, and on it the
    /// topmost bottom border.
    fn trace(&mut self, top: usize, left: usize) -> Option<Outline> {
        let mut right = left + 1;
        while right <= self.right && self.is_horizontal(top, right) {
            if self.at(top, right) == b'+'
                && let Some(bottom) = self.trace_down(top, left, right)
            {
                let outline = Outline { top, left, bottom, right };
                self.note_edges(&outline);
                return Some(outline);
            }
            right += 1;
        }
        None
    }

    fn trace_down(&self, top: usize, left: usize, right: usize) -> Option<usize> {
        for row in top + 1..=self.bottom {
            match self.at(row, right) {
                b'+' if self.leads_back(top, left, row, right) => return Some(row),
                b'+' | b'|' => {}
                _ => return None,
            }
        }
        None
    }

    fn leads_back(&self, top: usize, left: usize, bottom: usize, right: usize) -> bool {
        self.at(bottom, left) == b'+'
            && (left + 1..right).rev().all(|column| self.is_horizontal(bottom, column))
            && (top + 1..bottom).rev().all(|row| matches!(self.at(row, left), b'+' | b'|'))
    }

    /// Every `+` on a border makes a row or a column, even where no other border meets it.
    fn note_edges(&mut self, cell: &Outline) {
        for column in cell.left + 1..=cell.right {
            if self.at(cell.top, column) == b'+' || self.at(cell.bottom, column) == b'+' {
                mark(&mut self.column_edges, column);
            }
        }
        for row in cell.top + 1..=cell.bottom {
            if self.at(row, cell.left) == b'+' || self.at(row, cell.right) == b'+' {
                mark(&mut self.row_edges, row);
            }
        }
    }
}

fn mark(edges: &mut [bool], at: usize) {
    if let Some(edge) = edges.get_mut(at) {
        *edge = true;
    }
}

/// Puts the cells into rows.
fn draft<'p>(
    canvas: Canvas<'p>,
    outlines: &[Outline],
    row_edges: &[bool],
    column_edges: &[bool],
    head: Option<usize>,
) -> Draft<'p> {
    let (row_of, column_of) = (ranks(row_edges), ranks(column_edges));
    let rank = |ranks: &[usize], at: usize| ranks.get(at).copied().unwrap_or(0);
    let canvas = Arc::new(canvas);
    let mut rows: Vec<Row<'p>> = Vec::new();
    rows.resize_with(count(row_edges) - 1, Vec::new);
    for cell in outlines {
        let (row, column) = (rank(&row_of, cell.top), rank(&column_of, cell.left));
        let source = Source::Cut {
            canvas: Arc::clone(&canvas),
            top: short(cell.top + 1),
            left: short(cell.left + 1),
            bottom: short(cell.bottom),
            right: short(cell.right),
        };
        let cell = Cell {
            source,
            column: short(column),
            colspan: short(rank(&column_of, cell.right) - column),
            rowspan: short(rank(&row_of, cell.bottom) - row),
        };
        if let Some(row) = rows.get_mut(row) {
            row.push(cell);
        }
    }
    let body = rows.split_off(head.map_or(0, |head| rank(&row_of, head)).min(rows.len()));
    Draft { columns: count(column_edges) - 1, head: rows, body }
}

/// The first edge is always there.
fn count(edges: &[bool]) -> usize {
    edges.iter().filter(|&&edge| edge).count().max(1)
}

/// For each position, how many edges stand before it.
fn ranks(edges: &[bool]) -> Vec<usize> {
    let mut count = 0;
    edges
        .iter()
        .map(|&edge| {
            count += usize::from(edge);
            count - usize::from(edge)
        })
        .collect()
}
