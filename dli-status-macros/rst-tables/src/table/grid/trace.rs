//! The cells of any grid: each is traced around its borders, from its top left corner to the right, down, left and
//! up. The first way around that closes is the cell.
//!
//! Each mark of the grid is looked at a bounded number of times. Inside of a cell that closes, nothing else is looked
//! at; what a way back to the left can reach is noted for a whole row at once. A corner from which nothing closes
//! makes the table malformed; after the first of them only so many more steps are made ([`STEPS_PER_MARK`]).

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::outline::{Outline, Outlines};
use crate::error::GridError;

/// When it is certain that the table is malformed, how many steps are made for each of its marks to find out how
/// docutils says so.
const STEPS_PER_MARK: usize = 8;

/// What is wrong, and in which row and column.
pub(super) struct TraceError {
    pub(super) error: GridError,
    pub(super) row: usize,
    pub(super) column: usize,
}

/// Traces all cells of a grid whose edges are in order.
pub(super) fn outlines(rows: &[&[u8]]) -> Result<Outlines, TraceError> {
    let mut tracer = Tracer::new(rows);
    tracer.run()?;
    Ok(tracer.outlines)
}

struct Tracer<'r> {
    rows: &'r [&'r [u8]],
    bottom: usize,
    right: usize,
    outlines: Outlines,
    /// The first row of each column that no cell covers yet.
    open: Vec<usize>,
    /// For each row once it is needed: where the border begins that runs up to each column.
    reaches: Vec<Option<Box<[u32]>>>,
    steps: usize,
}

impl<'r> Tracer<'r> {
    fn new(rows: &'r [&'r [u8]]) -> Self {
        let (height, width) = (rows.len(), rows.first().map_or(0, |row| row.len()));
        Self {
            rows,
            bottom: height.saturating_sub(1),
            right: width.saturating_sub(1),
            outlines: Outlines::new(height, width),
            open: vec![0; width],
            reaches: std::iter::repeat_with(|| None).take(height).collect(),
            steps: 0,
        }
    }

    fn at(&self, row: usize, column: usize) -> u8 {
        self.rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(b' ')
    }

    /// Part of a row.
    fn part(&self, row: usize, columns: Range<usize>) -> &'r [u8] {
        self.rows.get(row).and_then(|row| row.get(columns)).unwrap_or_default()
    }

    fn run(&mut self) -> Result<(), TraceError> {
        let mut corners = BinaryHeap::from([Reverse((0, 0))]);
        let mut stuck = None;
        while let Some(Reverse((top, left))) = corners.pop() {
            let covered = self.open.get(left).is_none_or(|&open| top < open);
            if top == self.bottom || left == self.right || covered || stuck == Some((top, left)) {
                continue;
            }
            if stuck.is_some() && self.steps > STEPS_PER_MARK * self.rows.len() * (self.right + 1) {
                break;
            }
            let Some(outline) = self.trace(top, left) else {
                stuck = Some((top, left));
                continue;
            };
            self.cover(&outline)?;
            self.note_edges(&outline);
            self.outlines.cells.push(outline);
            corners.push(Reverse((top, outline.right)));
            corners.push(Reverse((outline.bottom, left)));
        }
        let gap = self.open.iter().take(self.right).position(|&open| open != self.bottom);
        let Some(column) = gap else { return Ok(()) };
        let row = *self.open.get(column).expect("the gap is one of the columns");
        Err(TraceError { error: GridError::OpenCell, row, column })
    }

    /// Notes that a cell's columns are read down to its bottom.
    fn cover(&mut self, cell: &Outline) -> Result<(), TraceError> {
        let columns = self.open.get_mut(cell.left..cell.right).unwrap_or_default();
        let overlap = columns.iter().position(|&open| open != cell.top);
        columns.fill(cell.bottom);
        let Some(offset) = overlap else { return Ok(()) };
        Err(TraceError { error: GridError::OverlappingCells, row: cell.top, column: cell.left + offset })
    }

    /// The smallest cell with this top left corner: the leftmost right border that leads back to it, and on it the
    /// topmost bottom border.
    fn trace(&mut self, top: usize, left: usize) -> Option<Outline> {
        // No bottom below this row leads back up.
        let mut lowest = self.bottom;
        for right in left + 1..=self.right {
            self.steps += 1;
            match self.at(top, right) {
                b'-' => {}
                b'+' => {
                    if let Some(bottom) = self.trace_down(top, left, right, &mut lowest) {
                        return Some(Outline { top, left, bottom, right });
                    }
                }
                _ => return None,
            }
        }
        None
    }

    fn trace_down(&mut self, top: usize, left: usize, right: usize, lowest: &mut usize) -> Option<usize> {
        let mut row = top + 1;
        while row <= *lowest {
            self.steps += 1;
            match self.at(row, right) {
                b'|' => {}
                b'+' if self.at(row, left) == b'+' && self.reaches_back(row, left, right) => {
                    match self.gap_above(top, left, row) {
                        None => return Some(row),
                        Some(gap) => *lowest = gap,
                    }
                }
                b'+' => {}
                _ => return None,
            }
            row += 1;
        }
        None
    }

    /// Whether a border runs in this row from one column to another.
    fn reaches_back(&mut self, row: usize, left: usize, right: usize) -> bool {
        let part = self.part(row, left..right);
        // Most borders are like the one above them, and then short ones are looked at directly.
        if part.len() < 16 {
            return part.iter().all(|mark| matches!(mark, b'-' | b'+'));
        }
        let rows = self.rows;
        let Some(reach) = self.reaches.get_mut(row) else { return false };
        let reach = reach.get_or_insert_with(|| starts(rows.get(row).copied().unwrap_or_default()));
        reach.get(right).is_some_and(|&start| start as usize <= left)
    }

    /// The lowest row between two at which the left border has a gap.
    fn gap_above(&mut self, top: usize, left: usize, bottom: usize) -> Option<usize> {
        self.steps += bottom - top;
        (top + 1..bottom).rev().find(|&row| !matches!(self.at(row, left), b'+' | b'|'))
    }

    /// Every `+` on a border makes a row or a column, even where no other border meets it.
    fn note_edges(&mut self, cell: &Outline) {
        for row in [cell.top, cell.bottom] {
            for (column, mark) in (cell.left + 1..).zip(self.part(row, cell.left + 1..cell.right + 1)) {
                if *mark == b'+' {
                    self.outlines.mark_column(column);
                }
            }
        }
        for row in cell.top + 1..=cell.bottom {
            if self.at(row, cell.left) == b'+' || self.at(row, cell.right) == b'+' {
                self.outlines.mark_row(row);
            }
        }
    }
}

/// For each column the beginning of the border that runs up to it.
fn starts(row: &[u8]) -> Box<[u32]> {
    let mut start = 0;
    (1..)
        .zip(row)
        .map(|(next, mark)| {
            if !matches!(mark, b'-' | b'+') {
                start = next;
            }
            start
        })
        .collect()
}
