//! Lines that look like a damaged table, and the table that they were meant to be.
//!
//! Whether a table may stand there at all, or whether the lines are those of a literal block, is not asked here: the
//! proof reads the page again.

use super::change::{Change, Meant, of_drawing};
use super::placed::Placed;
use crate::fmt::columns::{Columns, expand_tabs, width};
use crate::fmt::grid;
use crate::fmt::lines::Line;
use crate::fmt::policy::Policy;
use crate::fmt::simple;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

/// The changes that mend tables outside of those that docutils reads.
pub(crate) fn changes(lines: &[Line<'_>], placed: &[Placed<'_, '_>], policy: Policy) -> Vec<Change> {
    let mut settled = placed.iter().filter(|placed| !placed.is_torn).map(|placed| placed.lines.clone()).peekable();
    let mut changes = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        while settled.next_if(|range| range.end <= index).is_some() {}
        let limit = settled.peek().map_or(lines.len(), |range| range.start);
        if index >= limit {
            index = settled.peek().map_or(index + 1, |range| range.end);
        } else if let Some(candidate) = Candidate::at(lines, index, limit) {
            let change = candidate.mended(lines, policy);
            index = change.as_ref().map_or(index + 1, |change| change.lines.end);
            changes.extend(change);
        } else {
            index += 1;
        }
    }
    changes
}

struct Candidate<'p> {
    lines: Range<usize>,
    prefix: &'p str,
    is_grid: bool,
}

impl<'p> Candidate<'p> {
    /// The lines that may be a table, if the first of them looks like a border.
    fn at(lines: &[Line<'p>], first: usize, limit: usize) -> Option<Self> {
        let top = lines.get(first)?.text;
        let prefix = prefix(top);
        let is_first = first == 0 || lines.get(first - 1)?.is_blank() || !prefix.trim().is_empty();
        let border = top.get(prefix.len()..)?.trim_end();
        let is_grid = border.contains('+') && grid::mend::line::is_like_border(border);
        if !is_first || !(is_grid || simple::mend::is_like_border(border)) {
            return None;
        }
        if !is_grid {
            return Some(Self { lines: first..simple_end(lines, first, limit, prefix), prefix, is_grid });
        }
        let end = grid_end(lines, first, limit)?;
        let usual = usual_indent(lines.get(first + 1..end)?);
        let prefix = if prefix.trim().is_empty() { usual } else { prefix };
        Some(Self { lines: first..end, prefix, is_grid })
    }

    fn mended(mut self, lines: &[Line<'p>], policy: Policy) -> Option<Change> {
        let policy = policy.indented(width(self.prefix));
        let texts: Vec<Cow<'_, str>> =
            lines.get(self.lines.clone())?.iter().map(|line| expand_tabs(line.text)).collect();
        let top = texts.first().map(|top| top_border(top, self.prefix));
        let rest = texts.iter().skip(1);
        let meant = if self.is_grid {
            let texts: Vec<&str> = top.into_iter().chain(rest.map(|line| line.trim_start())).collect();
            let mut grid = grid::mend::mend(&texts)?;
            grid.settle(policy);
            Meant::Grid(grid)
        } else {
            let indent = width(self.prefix);
            let rest = rest.map(|line| Columns::new(line).slice(indent..usize::MAX));
            let texts: Vec<&str> = top.into_iter().chain(rest).collect();
            let (mut table, count) = simple::mend::mend(&texts)?;
            self.lines.end = self.lines.start + count;
            table.settle(policy);
            Meant::Simple(table)
        };
        of_drawing(&meant.draw(), self.lines, self.prefix, lines, Some(meant))
    }
}

/// The indent that most lines have.
fn usual_indent<'p>(lines: &[Line<'p>]) -> &'p str {
    let mut indents: HashMap<&str, usize> = HashMap::new();
    for line in lines {
        let indent = line.text.strip_suffix(line.text.trim_start()).unwrap_or_default();
        *indents.entry(indent).or_default() += 1;
    }
    let usual = indents.into_iter().max_by_key(|(indent, count)| (*count, Reverse(*indent)));
    usual.map_or("", |(indent, _)| indent)
}

/// The top border after a prefix, which may be off, or have taken the place of the corner.
fn top_border<'l>(line: &'l str, own_prefix: &str) -> &'l str {
    let border = line.get(prefix(line).len()..).unwrap_or_default();
    if border.starts_with(['+', '=']) { border } else { Columns::new(line).slice(width(own_prefix)..usize::MAX) }
}

/// The end of the lines up to a blank one: after the last that looks like part of a grid table.
fn grid_end(lines: &[Line<'_>], first: usize, limit: usize) -> Option<usize> {
    let blank = (first..limit).find(|&index| lines.get(index).is_none_or(Line::is_blank)).unwrap_or(limit);
    let is_part = |index: &usize| {
        let line = lines.get(*index).map_or("", |line| line.text.trim());
        line.starts_with('|') || grid::mend::line::is_like_border(line)
    };
    (first + 1..blank).rev().find(is_part).map(|last| last + 1)
}

/// The end of the lines that a simple table may take: after its second border below the top one, or the first if a blank
/// line follows, or before a line that is less indented; and the next line that has text, which may be a row of it.
fn simple_end(lines: &[Line<'_>], first: usize, limit: usize, prefix: &str) -> usize {
    let indent = width(prefix);
    let mut borders = 0;
    let mut end = first + 1;
    while let Some(line) = lines.get(end).filter(|_| end < limit) {
        let text = expand_tabs(line.text);
        if !text.is_empty() && text.len() - text.trim_start().len() < indent {
            return end;
        }
        end += 1;
        if simple::mend::is_like_border(text.trim_start()) {
            borders += 1;
            if borders == 2 || lines.get(end).is_none_or(Line::is_blank) {
                return end;
            }
        }
    }
    end
}

/// The white space before a border, or the marker of a list.
fn prefix(line: &str) -> &str {
    let indent = line.len() - line.trim_start().len();
    let rest = line.get(indent..).unwrap_or_default();
    let marker = rest.split(' ').next().filter(|marker| is_marker(marker)).map_or(0, str::len);
    let blanks = rest.get(marker..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let length = if marker > 0 && blanks > 0 { indent + marker + blanks } else { indent };
    line.get(..length).unwrap_or_default()
}

/// `-`, `*`, `+`, `1.`, `(a)`, `#.`
fn is_marker(text: &str) -> bool {
    let number = text.trim_start_matches('(').trim_end_matches(['.', ')']);
    let is_number = number.len() < text.len() && !number.is_empty() && number.len() < 8;
    matches!(text, "-" | "*" | "+") || (is_number && number.chars().all(|c| c.is_ascii_alphanumeric() || c == '#'))
}
