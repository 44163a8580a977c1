//! Mends a line that does not begin or end where the other lines of its table do.

use std::cmp::Reverse;

use super::drawing::Drawing;
use super::found::Found;
use super::row::{columns, is_bar, marks};
use crate::error::damage::{DamageKind, Repair};

/// How many ways to mend a line are tried.
const MAX_TRIES: usize = 32;

/// What is wrong with such a row, and the row mended if a way is found.
pub(super) fn outline(drawing: &Drawing<'_>, row: usize) -> Found {
    let mut ways = ways(drawing, row);
    ways.retain(|(_, text)| !Fit::of(drawing, row, text).is_displaced());
    ways.sort_by_cached_key(|(_, text)| Reverse(Fit::of(drawing, row, text).score()));
    let way = ways.into_iter().take(MAX_TRIES).find(|(_, text)| drawing.shape_with(row, text).is_some());
    let (kind, text) = way.map_or_else(|| (at_first_sight(drawing, row), None), |(kind, text)| (kind, Some(text)));
    let kind = if drawing.has_tab(row) { DamageKind::Tab } else { kind };
    let repair = text.map(|text| Repair::Replace(drawing.line_with(row, &text)));
    Found { row, kind, repair }
}

/// What is wrong with a row that cannot be mended.
fn at_first_sight(drawing: &Drawing<'_>, index: usize) -> DamageKind {
    let (row, indent, width) = (drawing.row(index), drawing.indent, drawing.width);
    if row.text.is_empty() {
        DamageKind::BlankLine
    } else if !row.text.starts_with(['+', '|']) {
        DamageKind::LeftEdge
    } else if !row.text.ends_with(['+', '|']) {
        DamageKind::RightEdge
    } else if row.marks.len() == width {
        DamageKind::Indent { expected: indent, found: row.indent }
    } else {
        DamageKind::Width { expected: width, found: row.marks.len() }
    }
}

/// The ways to mend a row that give it the width of the others.
fn ways(drawing: &Drawing<'_>, index: usize) -> Vec<(DamageKind, String)> {
    let row = drawing.row(index);
    let pieces = columns(row.text);
    let (edge, fill) = match (row.is_border(), row.fill()) {
        (true, b'=') => ("+", "="),
        (true, _) => ("+", "-"),
        (false, _) => ("|", " "),
    };
    let mut ways = vec![(at_first_sight(drawing, index), row.text.to_owned())];
    ways.extend(left_edges(drawing, index, &pieces, edge).map(|text| (DamageKind::LeftEdge, text)));
    ways.extend(right_edges(drawing.width, &pieces, edge, fill).map(|text| (DamageKind::RightEdge, text)));
    let kind = DamageKind::Width { expected: drawing.width, found: pieces.len() };
    ways.extend(other_widths(drawing.width, &pieces, fill).map(|text| (kind, text)));
    ways.extend(other_borders(drawing, index).map(|text| (kind, text)));
    ways.retain(|(_, text)| marks(text).len() == drawing.width);
    ways
}

/// The row with an edge in the first column, in place of what is there and before it.
fn left_edges(drawing: &Drawing<'_>, index: usize, pieces: &[&str], edge: &str) -> impl Iterator<Item = String> {
    let blanks = drawing.row(index).indent.checked_sub(drawing.indent).map(|blanks| " ".repeat(blanks));
    let whole = blanks.map(|blanks| blanks + &pieces.concat()).unwrap_or_default();
    let without_first: String = whole.chars().skip(1).collect();
    [edge.to_owned() + &without_first, edge.to_owned() + &whole].into_iter()
}

/// The row with an edge in the last column, in place of what is there, or without what is after it.
fn right_edges(width: usize, pieces: &[&str], edge: &str, fill: &str) -> impl Iterator<Item = String> {
    let inner = pieces.get(..pieces.len().min(width - 1)).filter(|_| pieces.len() <= width);
    let padded = inner.map(|inner| inner.concat() + &fill.repeat(width - 1 - inner.len()) + edge);
    let cut = pieces.get(..width).filter(|inner| matches!(inner.last(), Some(&("|" | "+"))));
    padded.into_iter().chain(cut.map(<[&str]>::concat))
}

/// The row with more or less of the blanks before one of its bars, or of the line before one of its corners.
fn other_widths(width: usize, pieces: &[&str], fill: &str) -> impl Iterator<Item = String> {
    let (missing, surplus) = (width.saturating_sub(pieces.len()), pieces.len().saturating_sub(width));
    let padding = fill.repeat(missing);
    let ends = (1..pieces.len()).filter(|&at| matches!(pieces.get(at), Some(&("|" | "+"))));
    ends.filter_map(move |end| {
        let (before, after) = pieces.split_at_checked(end)?;
        let (kept, dropped) = before.split_at_checked(end.checked_sub(surplus)?)?;
        dropped.iter().all(|piece| *piece == fill).then(|| kept.concat() + &padding + &after.concat())
    })
}

/// The borders of the table, drawn as this one is.
fn other_borders(drawing: &Drawing<'_>, index: usize) -> impl Iterator<Item = String> {
    let row = drawing.row(index);
    let fill = char::from(row.fill()).to_string();
    let others = drawing.rows.iter().filter(|other| row.is_border() && other.is_border());
    let mut borders: Vec<String> = others.map(|other| other.text.replace(['-', '='], &fill)).collect();
    borders.sort_unstable();
    borders.dedup();
    borders.into_iter()
}

/// How a row fits between those above and below.
struct Fit {
    /// The bars that go on in one of them.
    joined: usize,
    /// The bars that go on in neither.
    loose: usize,
    /// The columns in which both have a bar, and the row does not.
    missing: usize,
}

impl Fit {
    fn of(drawing: &Drawing<'_>, index: usize, text: &str) -> Self {
        let mut fit = Self { joined: 0, loose: 0, missing: 0 };
        for (column, &mark) in marks(text).iter().enumerate() {
            let above = index.checked_sub(1).is_some_and(|above| is_bar(drawing.mark(above, column)));
            let below = is_bar(drawing.mark(index + 1, column));
            match (is_bar(mark), above, below) {
                (true, false, false) => fit.loose += 1,
                (true, ..) => fit.joined += 1,
                (false, true, true) => fit.missing += 1,
                (false, ..) => {}
            }
        }
        fit
    }

    fn score(&self) -> isize {
        self.joined.cast_signed() - self.loose.cast_signed() - self.missing.cast_signed()
    }

    /// Whether a bar is beside the column that it belongs in.
    fn is_displaced(&self) -> bool {
        self.loose > 0 && self.missing > 0
    }
}
