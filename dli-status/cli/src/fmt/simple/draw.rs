//! A [`Simple`] table as lines of characters.

use super::Simple;
use super::line::Line;
use crate::fmt::columns::width;
use std::ops::Range;

/// The lines of the table, from its top border to its bottom border.
pub(crate) fn draw(table: &Simple) -> Vec<String> {
    let columns = columns(table);
    let top: Vec<Range<usize>> = (0..columns.len()).map(|column| column..column + 1).collect();
    let lines = table.lines.iter().map(|line| match line {
        Line::Rule(mark, runs) => rule(*mark, runs, &columns),
        Line::Text(texts) => text(texts, &columns),
        Line::Blank => String::new(),
    });
    std::iter::once(rule('=', &top, &columns)).chain(lines).collect()
}

/// Where each column begins and ends.
fn columns(table: &Simple) -> Vec<Range<usize>> {
    let mut start = 0;
    let gaps = table.gaps.iter().copied().chain([0]);
    let column = |(width, gap): (&usize, usize)| {
        let column = start..start + width;
        start = column.end + gap;
        column
    };
    table.widths.iter().zip(gaps).map(column).collect()
}

fn rule(mark: char, runs: &[Range<usize>], columns: &[Range<usize>]) -> String {
    let mut line = String::new();
    for run in runs {
        pad(&mut line, start(columns, run.start));
        let end = columns.get(run.end - 1).map_or(0, |column| column.end);
        line.extend(std::iter::repeat_n(mark, end.saturating_sub(width(&line))));
    }
    line
}

fn text(texts: &[(Range<usize>, String)], columns: &[Range<usize>]) -> String {
    let mut line = String::new();
    for (range, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        pad(&mut line, start(columns, range.start));
        line.push_str(text);
    }
    line
}

fn start(columns: &[Range<usize>], column: usize) -> usize {
    columns.get(column).map_or(0, |column| column.start)
}

/// Appends blanks up to a column.
fn pad(line: &mut String, column: usize) {
    line.extend(std::iter::repeat_n(' ', column.saturating_sub(width(line))));
}
