//! The lines of a simple table by rows, so that the texts of a row can be wrapped.

use super::line::Line;
use crate::fmt::{widths::Span, wrap};
use std::ops::Range;

/// A row, or a line between rows.
pub(super) enum Part {
    Row(Vec<(Range<usize>, Vec<String>)>),
    Other(Line),
}

/// Lines with nothing in the first column belong to the row above them, and so do blank lines before these.
pub(super) fn of_lines(lines: Vec<Line>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for line in lines {
        let Line::Text(texts) = line else {
            parts.push(Part::Other(line));
            continue;
        };
        let continues = texts.first().is_some_and(|(_, text)| text.is_empty());
        let blanks = parts.iter().rev().take_while(|part| matches!(part, Part::Other(Line::Blank))).count();
        let above = parts.len().checked_sub(blanks + 1).filter(|_| continues);
        if let Some(Part::Row(row)) = above.and_then(|above| parts.get_mut(above)) {
            for ((_, lines), (_, text)) in row.iter_mut().zip(texts) {
                lines.extend(std::iter::repeat_n(String::new(), blanks));
                lines.push(text);
            }
            parts.truncate(parts.len() - blanks);
        } else {
            parts.push(Part::Row(texts.into_iter().map(|(columns, text)| (columns, vec![text])).collect()));
        }
    }
    parts
}

/// The fewest columns that each column needs. The texts of the first are never wrapped: a second line would be a row.
pub(super) fn least(parts: &[Part], widths: &[usize]) -> Vec<usize> {
    let mut least = vec![1; widths.len()];
    let rows = parts.iter().filter_map(|part| if let Part::Row(row) = part { Some(row) } else { None });
    for (columns, lines) in rows.flatten().filter(|(columns, _)| columns.len() == 1) {
        if let Some(least) = least.get_mut(columns.start) {
            *least = wrap::least(lines).max(*least);
        }
    }
    for (least, width) in least.iter_mut().zip(widths).take(1) {
        *least = *width;
    }
    least
}

/// The lines of all rows, with their texts wrapped.
pub(super) fn wrapped(parts: Vec<Part>, widths: &[usize], gaps: &[usize]) -> Vec<Line> {
    let lines = parts.into_iter().flat_map(|part| match part {
        Part::Row(row) => wrapped_row(row, widths, gaps),
        Part::Other(line) => vec![line],
    });
    lines.collect()
}

fn wrapped_row(row: Vec<(Range<usize>, Vec<String>)>, widths: &[usize], gaps: &[usize]) -> Vec<Line> {
    let cells: Vec<(Range<usize>, Vec<String>)> = row
        .into_iter()
        .map(|(columns, lines)| {
            let span = Span { first: columns.start, count: columns.len(), needed: 0 };
            let lines = if columns.start == 0 { lines } else { wrap::wrap(&lines, span.room(widths, gaps)) };
            (columns, lines)
        })
        .collect();
    let height = cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    let line = |index: usize| {
        let texts =
            cells.iter().map(|(columns, lines)| (columns.clone(), lines.get(index).cloned().unwrap_or_default()));
        let texts: Vec<_> = texts.collect();
        if texts.iter().all(|(_, text)| text.is_empty()) { Line::Blank } else { Line::Text(texts) }
    };
    (0..height).map(line).collect()
}
