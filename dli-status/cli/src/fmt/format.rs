//! A page with its tables drawn anew, and the proof that it still says the same.

mod candidate;
mod change;
mod placed;
mod proof;

use self::change::{Change, Moves};
use self::placed::{Read, Reading};
use super::lines::{self, Line};
use super::policy::Policy;
use rst_tables::{Kind, TableError};
use std::collections::HashSet;

/// What became of a page.
#[derive(Debug)]
pub(crate) struct Formatted {
    pub(crate) text: String,
    /// The malformed tables that could not be mended.
    pub(crate) left: Vec<TableError>,
}

/// Draws the tables of a page anew. Tables that would be read differently afterwards are left as they are.
pub(crate) fn format(page: &str, policy: Policy) -> Formatted {
    let before = rst_tables::tables(page);
    let lines = lines::split(page).unwrap_or_default();
    let placed = placed::tables(&before, &lines);
    let mut changes: Vec<Change> =
        placed.iter().filter_map(|placed| change::of_table(placed, &lines, policy)).collect();
    changes.extend(candidate::changes(&lines, &placed, policy));
    changes.sort_by_key(|change| change.lines.start);
    prove(page, &lines, &before, changes)
}

/// Applies the changes after which docutils reads what it should.
fn prove<'p>(page: &str, lines: &[Line<'p>], before: &[Read<'p>], mut changes: Vec<Change>) -> Formatted {
    let before = Reading { tables: before, lines };
    loop {
        let text = if changes.is_empty() { page.to_owned() } else { change::apply(lines, &changes) };
        let (tables, lines) = (rst_tables::tables(&text), lines::split(&text).unwrap_or_default());
        let after = Reading { tables: &tables, lines: &lines };
        let wrong = proof::wrong_changes(&before, &after, &changes);
        if wrong.is_empty() {
            let left = left(&before, &after, &changes);
            return Formatted { left, text };
        }
        changes = changes.into_iter().enumerate().filter(|(index, _)| !wrong.contains(index)).map(|(_, c)| c).collect();
    }
}

/// The drawn tables that are malformed before and after.
fn left(before: &Reading<'_, '_>, after: &Reading<'_, '_>, changes: &[Change]) -> Vec<TableError> {
    let moves = Moves::new(changes);
    let still: HashSet<usize> = after.errors().map(|(line, _)| line).collect();
    let is_drawn = |error: &TableError| matches!(error.kind(), Kind::Grid | Kind::Simple | Kind::Table);
    let left = before.errors().filter(|(line, error)| is_drawn(error) && still.contains(&moves.line_after(*line)));
    left.map(|(_, error)| error.clone()).collect()
}
