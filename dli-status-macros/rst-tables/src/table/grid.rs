//! Grid tables: where the block of lines ends, and the checks of its edges. [`trace`] finds the cells.

mod outline;
mod regular;
mod trace;

use self::trace::TraceError;
use crate::context::shared::Place;
use crate::error::{GridError, SpannedError};
use crate::pattern::is_grid_border;
use crate::source::canvas::{Canvas, is_narrow_space};
use crate::source::region::Region;
use crate::table::Rows;
use crate::table::isolated::Isolated;

/// `+===+`, the rule between head and body.
fn is_head_rule(line: &str) -> bool {
    match line.trim_start_matches(is_narrow_space).as_bytes() {
        [b'+', b'=', middle @ .., b'=', b'+'] => !middle.is_empty() && middle.iter().all(|b| matches!(b, b'=' | b'+')),
        _ => false,
    }
}

/// Reads the table whose top border is line `top`.
pub(crate) fn read<'p>(place: &Place<'p>, region: &Region<'p>, top: usize) -> Isolated<'p> {
    let (mut end, mut blank_finish) = block_end(region, top);
    let mut next = end;
    let last = end.saturating_sub(1);
    if !is_grid_border(stripped(region, last)) {
        // docutils takes the last border, but goes back to the line before it.
        let Some(bottom) = (top + 2..last).rev().find(|&line| is_grid_border(stripped(region, line))) else {
            let error = SpannedError::new(GridError::BottomBorder, region.line_span(last));
            return Isolated { table: Err(error), last, next, blank_finish };
        };
        (next, end, blank_finish) = (bottom - 1, bottom + 1, false);
    }
    let block = region.clone().skip_to(top).take_until(end);
    let canvas = Canvas::new(block, true);
    Isolated { table: parse(place, canvas), last: end - 1, next, blank_finish }
}

/// The line after the block, and whether the block ends as it should.
fn block_end(region: &Region<'_>, top: usize) -> (usize, bool) {
    let mut line = top + 1;
    while line < region.end() && !region.is_blank(line) {
        if !region.text(line).trim_start_matches(is_narrow_space).starts_with(['+', '|']) || region.is_indented(line) {
            return (line, false);
        }
        line += 1;
    }
    (line, true)
}

fn stripped<'r>(region: &'r Region<'_>, line: usize) -> &'r str {
    region.text(line).trim_start_matches(is_narrow_space)
}

fn parse<'p>(place: &Place<'p>, canvas: Canvas<'p>) -> Result<Rows<'p>, SpannedError> {
    let width = canvas.marks(0).len();
    for row in 0..canvas.height() {
        let marks = canvas.marks(row);
        if marks.len() != width || !canvas.text(row).ends_with(['+', '|']) {
            let error = GridError::RightBorder { expected: width, found: marks.len() };
            return Err(SpannedError::new(error, right_edge(&canvas, row, width)));
        }
    }
    let head = head_rule(&canvas)?;
    // In borders `=` counts as `-`, but only the head rule may have it.
    let rule: Vec<u8> = head.map_or_else(Vec::new, |head| {
        canvas.marks(head).iter().map(|&mark| if mark == b'=' { b'-' } else { mark }).collect()
    });
    let rows: Vec<&[u8]> =
        (0..canvas.height()).map(|row| if head == Some(row) { rule.as_slice() } else { canvas.marks(row) }).collect();
    let outlines = match regular::outlines(&rows) {
        Some(outlines) => outlines,
        None => trace::outlines(&rows).map_err(|TraceError { error, row, column }| {
            SpannedError::new(error, canvas.place(row, column)..canvas.place(row, column + 1))
        })?,
    };
    Ok(outlines.into_rows(place, canvas, head))
}

/// The end of a row that is too short or too long, or whose last character is not a border.
fn right_edge(canvas: &Canvas<'_>, row: usize, width: usize) -> std::ops::Range<usize> {
    let length = canvas.marks(row).len();
    let from = if length > width { width } else { length.saturating_sub(1) };
    canvas.place(row, from)..canvas.place(row, length)
}

/// The row of the head rule, if there is one.
fn head_rule(canvas: &Canvas<'_>) -> Result<Option<usize>, SpannedError> {
    let mut rules = (0..canvas.height()).filter(|&row| is_head_rule(canvas.text(row)));
    let first = rules.next();
    if let (Some(first), Some(second)) = (first, rules.next()) {
        let span = |row| canvas.place(row, 0)..canvas.place(row, canvas.marks(row).len());
        return Err(SpannedError::new(GridError::TwoHeadRules { first: span(first) }, span(second)));
    }
    Ok(first)
}
