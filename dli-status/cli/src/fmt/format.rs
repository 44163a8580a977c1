//! A page with its tables drawn anew, and the proof that it still says the same.

mod candidate;
mod change;
mod placed;
mod proof;

use self::change::Change;
use self::placed::Read;
use super::lines::{self, Line};
use super::policy::Policy;
use rst_tables::{Kind, Malformed};
use std::collections::HashSet;

/// What became of a page.
#[derive(Debug)]
pub(crate) struct Formatted {
    pub(crate) text: String,
    /// The malformed tables that could not be mended.
    pub(crate) left: Vec<Malformed>,
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
fn prove(page: &str, lines: &[Line<'_>], before: &[Read<'_>], mut changes: Vec<Change>) -> Formatted {
    loop {
        let text = if changes.is_empty() { page.to_owned() } else { change::apply(lines, &changes) };
        let after = rst_tables::tables(&text);
        let wrong: HashSet<usize> = proof::wrong_changes(before, &after, &changes);
        if wrong.is_empty() {
            let left = left(before, &after, &changes);
            return Formatted { left, text };
        }
        changes = changes.into_iter().enumerate().filter(|(index, _)| !wrong.contains(index)).map(|(_, c)| c).collect();
    }
}

/// The drawn tables that are malformed before and after.
fn left(before: &[Read<'_>], after: &[Read<'_>], changes: &[Change]) -> Vec<Malformed> {
    let still: HashSet<usize> = after.iter().filter_map(|read| read.as_ref().err()).map(Malformed::line).collect();
    let is_drawn = |error: &&Malformed| matches!(error.kind(), Kind::Grid | Kind::Simple | Kind::Table);
    let errors = before.iter().filter_map(|read| read.as_ref().err()).filter(is_drawn);
    errors.filter(|error| still.contains(&change::line_after(changes, error.line()))).cloned().collect()
}
