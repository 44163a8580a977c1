//! A table drawn anew: which lines of the page it replaces, and by what.

use super::placed::Placed;
use crate::fmt::columns::width;
use crate::fmt::grid::{self, Grid};
use crate::fmt::lines::Line;
use crate::fmt::policy::Policy;
use crate::fmt::simple::{self, Simple};
use rst_tables::Kind;
use std::ops::Range;

/// Lines of a page that are replaced.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) lines: Range<usize>,
    pub(crate) new: Vec<String>,
    /// What a malformed table was meant to be; `None` of a table that is read as before.
    pub(crate) meant: Option<Meant>,
}

/// A table that was mended.
#[derive(Debug)]
pub(crate) enum Meant {
    Grid(Grid),
    Simple(Simple),
}

impl Meant {
    pub(crate) fn draw(&self) -> Vec<String> {
        match self {
            Self::Grid(grid) => grid::draw::draw(grid),
            Self::Simple(table) => simple::draw::draw(table),
        }
    }
}

/// The change of a table that docutils reads, if its drawing is not what it should be.
pub(crate) fn of_table(placed: &Placed<'_, '_>, lines: &[Line<'_>], policy: Policy) -> Option<Change> {
    if placed.is_torn {
        return None;
    }
    let policy = policy.indented(width(placed.prefix));
    let texts: Vec<&str> = lines.get(placed.lines.clone())?.iter().map(|line| line.text).collect();
    let drawn = match placed.table.kind() {
        Kind::Grid => {
            let mut grid = grid::read::read(placed.table, &texts, width(placed.prefix))?;
            let before = grid.clone();
            grid.settle(policy);
            (grid != before).then(|| grid::draw::draw(&grid))?
        }
        _ => {
            let mut table = simple::read::read(placed.table, &texts, width(placed.prefix))?;
            let before = table.clone();
            table.settle(policy);
            (table != before).then(|| simple::draw::draw(&table))?
        }
    };
    of_drawing(&drawn, placed.lines.clone(), placed.prefix, lines, None)
}

/// The change from some lines to a drawing; `None` if they are the same.
pub(crate) fn of_drawing(
    drawn: &[String],
    range: Range<usize>,
    prefix: &str,
    lines: &[Line<'_>],
    meant: Option<Meant>,
) -> Option<Change> {
    let indent = if prefix.trim().is_empty() { prefix.to_owned() } else { " ".repeat(width(prefix)) };
    let prefixes = std::iter::once(prefix).chain(std::iter::repeat(indent.as_str()));
    let indented =
        |(prefix, line): (&str, &String)| if line.is_empty() { String::new() } else { format!("{prefix}{line}") };
    let new: Vec<String> = prefixes.zip(drawn).map(indented).collect();
    let old = lines.get(range.clone())?;
    let is_same = old.len() == new.len() && old.iter().zip(&new).all(|(old, new)| old.text == new);
    (!is_same).then_some(Change { lines: range, new, meant })
}

/// The page with the changes, which are in order and do not overlap.
pub(crate) fn apply(lines: &[Line<'_>], changes: &[Change]) -> String {
    let mut text = String::new();
    let mut next = 0;
    for change in changes {
        copy(lines, next..change.lines.start, &mut text);
        let old = lines.get(change.lines.clone()).unwrap_or_default();
        let ending = old.first().map(|line| line.ending).filter(|ending| !ending.is_empty()).unwrap_or("\n");
        for (index, line) in change.new.iter().enumerate() {
            let is_last = index + 1 == change.new.len();
            let last = old.last().map_or("", |line| line.ending);
            text.extend([line.as_str(), if is_last { last } else { ending }]);
        }
        next = change.lines.end;
    }
    copy(lines, next..lines.len(), &mut text);
    text
}

fn copy(lines: &[Line<'_>], range: Range<usize>, text: &mut String) {
    text.extend(lines.get(range).unwrap_or_default().iter().flat_map(|line| [line.text, line.ending]));
}

/// Which line a line outside of all changes is after them, or the first line of a change; both counted from 0.
pub(crate) fn line_after(changes: &[Change], line: usize) -> usize {
    let before = changes.iter().filter(|change| change.lines.end <= line);
    before.fold(line, |line, change| line + change.new.len() - change.lines.len())
}
