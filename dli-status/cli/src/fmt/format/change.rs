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

/// Where the lines of a page are after some changes, which are in order.
pub(crate) struct Moves<'c> {
    changes: &'c [Change],
    /// Where the line after each change is.
    ends: Vec<usize>,
}

impl<'c> Moves<'c> {
    pub(crate) fn new(changes: &'c [Change]) -> Self {
        let mut ends: Vec<usize> = Vec::with_capacity(changes.len());
        let mut old_end = 0;
        for change in changes {
            let before = ends.last().copied().unwrap_or(0);
            ends.push(before + (change.lines.start - old_end) + change.new.len());
            old_end = change.lines.end;
        }
        Self { changes, ends }
    }

    /// The change that replaces a line, by index.
    pub(crate) fn change_of(&self, line: usize) -> Option<usize> {
        let index = self.changes.partition_point(|change| change.lines.end <= line);
        self.changes.get(index).filter(|change| change.lines.contains(&line)).map(|_| index)
    }

    /// Where a line outside of all changes is, or the first line of a change.
    pub(crate) fn line_after(&self, line: usize) -> usize {
        let before = self.changes.partition_point(|change| change.lines.end <= line);
        match before.checked_sub(1).and_then(|last| Some((self.changes.get(last)?, self.ends.get(last)?))) {
            Some((change, end)) => end + (line - change.lines.end),
            None => line,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_move_with_the_changes_above_them() {
        let change = |lines: Range<usize>, new: usize| Change { lines, new: vec![String::new(); new], meant: None };
        let changes = [change(2..4, 5), change(6..9, 1)];
        let moves = Moves::new(&changes);
        let after: Vec<usize> = [0, 1, 2, 4, 5, 6, 9, 10].map(|line| moves.line_after(line)).to_vec();
        assert_eq!(after, [0, 1, 2, 7, 8, 9, 10, 11]);
        assert_eq!([1, 2, 3, 4, 8, 9].map(|line| moves.change_of(line)), [None, Some(0), Some(0), None, Some(1), None]);
    }
}
