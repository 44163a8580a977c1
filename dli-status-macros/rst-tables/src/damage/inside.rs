//! Finds damage in a drawing whose rows all begin and end where they should: gaps in borders, a `+` where no border
//! meets another, a bar that is missing.

use super::Found;
use super::drawing::{Drawing, columns, shape};
use crate::error::damage::{DamageKind, Repair};

/// How many bytes are read at most to try repairs.
const MAX_BYTES: usize = 4 << 20;

/// The damaged row, if mending it makes a table that can be read.
pub(super) fn find(drawing: &Drawing<'_>) -> Option<Found> {
    if let Some(found) = missing_border(drawing) {
        return Some(found);
    }
    let read = shape(drawing.rows.iter().map(|row| row.text));
    let bytes: usize = drawing.rows.iter().map(|row| row.text.len() + 1).sum();
    let suspects = (0..drawing.rows.len()).filter_map(|row| {
        let text = if drawing.row(row).is_border() {
            mended_border(drawing, row)
        } else {
            mended_text(drawing, row, read.is_some())
        };
        text.map(|text| (row, text))
    });
    let mut tried = suspects.take(1 + MAX_BYTES / bytes);
    // What changes nothing in a table that can be read is no damage.
    let (row, text) = tried.find(|(row, text)| {
        let mended = drawing.shape_with(*row, text);
        mended.is_some() && mended != read
    })?;
    let kind = if drawing.row(row).is_border() { DamageKind::Border } else { DamageKind::Bar };
    Some(Found { row, kind, repair: Some(Repair::Replace(drawing.line_with(row, &text))) })
}

/// A drawing that does not begin or end with a border.
fn missing_border(drawing: &Drawing<'_>) -> Option<Found> {
    let texts = || drawing.rows.iter().map(|row| row.text);
    let borders = || drawing.rows.iter().filter(|row| row.is_border());
    let last = drawing.rows.len() - 1;
    let plain = |text: &str| text.replace('=', "-");
    if !drawing.row(0).is_border() {
        let border = plain(borders().next()?.text);
        let repair = Repair::InsertAbove(drawing.line_with(0, &border));
        let is_readable = shape(std::iter::once(border.as_str()).chain(texts())).is_some();
        return is_readable.then_some(Found { row: 0, kind: DamageKind::TopBorder, repair: Some(repair) });
    }
    if !drawing.row(last).is_border() {
        let border = plain(borders().next_back()?.text);
        let repair = Repair::InsertBelow(drawing.line_with(last, &border));
        let is_readable = shape(texts().chain(std::iter::once(border.as_str()))).is_some();
        return is_readable.then_some(Found { row: last, kind: DamageKind::BottomBorder, repair: Some(repair) });
    }
    None
}

/// A border as it would be without gaps and with a `+` only where it meets another one; `None` if it is so.
fn mended_border(drawing: &Drawing<'_>, index: usize) -> Option<String> {
    let row = drawing.row(index);
    let (fill, text) = (row.fill(), columns(row.text));
    let meets: Vec<bool> = (0..drawing.width).map(|column| meets(drawing, index, column)).collect();
    let is_end = |column: usize| matches!(row.marks.get(column), Some(b'|' | b'+')) || meets.get(column) == Some(&true);
    let mut mended: Vec<&str> = text.clone();
    let line = if fill == b'=' { "=" } else { "-" };
    let mut start = 0;
    for end in (1..drawing.width).filter(|&column| is_end(column)) {
        let part = row.marks.get(start + 1..end).unwrap_or_default();
        if is_line(part, fill) {
            mended.get_mut(start + 1..end).into_iter().flatten().for_each(|piece| *piece = line);
            for corner in [start, end] {
                if let Some(piece) = mended.get_mut(corner) {
                    *piece = if is_stray(drawing, index, corner) { line } else { "+" };
                }
            }
        }
        start = end;
    }
    (mended != text).then(|| mended.concat())
}

/// Whether a part of a row is a border or was meant as one.
fn is_line(part: &[u8], fill: u8) -> bool {
    let ends = part.first() == Some(&fill) || part.last() == Some(&fill);
    ends && part.iter().filter(|&&mark| mark == fill).count() * 2 >= part.len()
}

/// Whether no other border meets this one in a column.
fn is_stray(drawing: &Drawing<'_>, index: usize, column: usize) -> bool {
    let is_bar = |row: Option<usize>| {
        let marks = row.and_then(|row| drawing.rows.get(row)).map(|row| &row.marks);
        matches!(marks.and_then(|marks| marks.get(column)), Some(b'|' | b'+'))
    };
    !is_bar(index.checked_sub(1)) && !is_bar(Some(index + 1))
}

/// Whether bars lead from a border to the next `+` above and below; at the top and the bottom, on the one side.
fn meets(drawing: &Drawing<'_>, index: usize, column: usize) -> bool {
    let leads = |rows: &mut dyn Iterator<Item = usize>| {
        let mut marks = rows.filter_map(|row| drawing.row(row).marks.get(column).copied()).peekable();
        marks.peek() == Some(&b'|') && marks.find(|&mark| mark != b'|') == Some(b'+')
    };
    let above = index == 0 || leads(&mut (0..index).rev());
    let below = index + 1 == drawing.rows.len() || leads(&mut (index + 1..drawing.rows.len()));
    above && below
}

/// A line of text with a `|` in each column in which the lines above and below have one. In a table that can be read
/// a missing one joins two cells, and only a `+` is a mistake.
fn mended_text(drawing: &Drawing<'_>, index: usize, is_readable: bool) -> Option<String> {
    let row = drawing.row(index);
    let (above, below) = (drawing.rows.get(index.checked_sub(1)?)?, drawing.rows.get(index + 1)?);
    let mark = |marks: &[u8], column: usize| marks.get(column).copied();
    let is_bar = |mark: Option<u8>| matches!(mark, Some(b'|' | b'+'));
    let text = columns(row.text);
    let mut mended = text.clone();
    for column in 0..drawing.width {
        let goes_on = is_bar(mark(&above.marks, column)) && is_bar(mark(&below.marks, column));
        let found = mark(&row.marks, column);
        let beside = [column.checked_sub(1), Some(column + 1)].map(|beside| mark(&row.marks, beside?));
        let is_corner = beside.iter().any(|mark| matches!(mark, Some(b'-' | b'=')));
        let is_wrong = match found {
            Some(b'+') => !is_corner,
            Some(b'|') => false,
            _ => !is_readable,
        };
        if !goes_on || !is_wrong {
            continue;
        }
        mended.get_mut(column).into_iter().for_each(|piece| *piece = "|");
        let moved = [column.checked_sub(1), Some(column + 1)].into_iter().flatten();
        for moved in moved.filter(|&moved| mark(&row.marks, moved) == Some(b'|')) {
            let is_extra = !is_bar(mark(&above.marks, moved)) && !is_bar(mark(&below.marks, moved));
            mended.get_mut(moved).filter(|_| is_extra).into_iter().for_each(|piece| *piece = " ");
        }
    }
    (mended != text).then(|| mended.concat())
}
