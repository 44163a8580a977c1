//! Grids without spans, by far the most: recognised border by border, without tracing each cell.
//!
//! A border that runs from edge to edge ends all cells above it, since a cell is the smallest rectangle that closes.
//! If all lines down to it have a bar below each `+` of the border above, those are the cells.

use super::outline::{Outline, Outlines};

/// The cells of a grid whose rows these are; none if it is less simple than that.
pub(super) fn outlines(rows: &[&[u8]]) -> Option<Outlines> {
    let (top, below) = rows.split_first()?;
    let mut outlines = Outlines::new(rows.len(), top.len());
    let mut border = *top;
    let mut crossings = crossings(border);
    let mut start = 0;
    for (row, line) in (1..).zip(below) {
        if *line != border {
            if is_crossed(line, &crossings, b'|') {
                continue;
            }
            if !is_crossed(line, &crossings, b'+') || !line.iter().all(|mark| matches!(mark, b'-' | b'+')) {
                return None;
            }
        }
        for (&left, &right) in crossings.iter().zip(crossings.iter().skip(1)) {
            outlines.cells.push(Outline { top: start, left, bottom: row, right });
        }
        if *line != border || start == 0 {
            crossings.iter().for_each(|&column| outlines.mark_column(column));
            crossings = self::crossings(line);
            crossings.iter().for_each(|&column| outlines.mark_column(column));
            border = line;
        }
        outlines.mark_row(row);
        start = row;
    }
    (start + 1 == rows.len()).then_some(outlines)
}

/// The columns in which a border has a `+`.
fn crossings(border: &[u8]) -> Vec<usize> {
    border.iter().enumerate().filter(|&(_, &mark)| mark == b'+').map(|(column, _)| column).collect()
}

fn is_crossed(line: &[u8], crossings: &[usize], mark: u8) -> bool {
    crossings.iter().all(|&column| line.get(column) == Some(&mark))
}
