//! What is different between two tables, and what that means to the users of the type.

use dli_status_codegen::CheckedCall;
use std::collections::{HashMap, HashSet};

/// The rows of a type at one time.
pub(super) struct Table {
    rows: Vec<Row>,
    /// The place of each code.
    places: HashMap<String, usize>,
    /// Whether programs can name the rows: those of an enum.
    has_variants: bool,
}

/// All rows of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) code: String,
    pub(super) name: String,
    /// The fields but the code, by name.
    pub(super) texts: Vec<(String, String)>,
}

impl Table {
    pub(super) fn of(call: &CheckedCall) -> Self {
        let fields: Vec<String> = call.fields().map(|(name, _)| name).collect();
        let rows = call.rows().map(|row| {
            // A row of a struct has no key but all of its texts.
            let code = row.code().unwrap_or_else(|| row.texts().join(" | "));
            let name = row.name().map_or_else(|| code.clone(), str::to_owned);
            let texts = fields.iter().cloned().zip(row.texts()).filter(|(field, _)| field != "code");
            Row { code, name, texts: texts.collect() }
        });
        let rows: Vec<Row> = rows.collect();
        let places = rows.iter().zip(0..).map(|(row, place)| (row.code.clone(), place)).collect();
        Self { rows, places, has_variants: call.rows().any(|row| row.name().is_some()) }
    }

    fn row(&self, code: &str) -> Option<&Row> {
        self.places.get(code).and_then(|&place| self.rows.get(place))
    }

    /// The messages, case aside, and the rows that have them.
    fn messages(&self) -> HashMap<String, Vec<&Row>> {
        let mut messages: HashMap<String, Vec<&Row>> = HashMap::new();
        for row in &self.rows {
            let message = row.texts.iter().find(|(field, text)| field == "message" && !text.is_empty());
            if let Some((_, message)) = message {
                messages.entry(message.to_lowercase()).or_default().push(row);
            }
        }
        messages
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    Removed(Row),
    Added(Row),
    /// The variant has another name.
    Renamed {
        code: String,
        old: String,
        new: String,
    },
    /// The variant of that name has another code.
    Recoded {
        name: String,
        old: String,
        new: String,
    },
    Text {
        row: Row,
        field: String,
        old: String,
        new: String,
    },
    /// The row has another place among the others.
    Moved(Row),
    /// `FromStr` refuses a message that two rows come to share.
    Shared {
        message: String,
        names: Vec<String>,
    },
}

/// The step that a version must take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    None,
    Patch,
    Minor,
    Major,
}

impl Step {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// All differences of a type.
pub(super) struct Changes {
    /// The name of the type.
    pub(super) name: String,
    /// Whether other crates can name it.
    pub(super) is_public: bool,
    is_exhaustive: bool,
    has_variants: bool,
    pub(super) changes: Vec<Change>,
}

impl Changes {
    pub(super) fn between(old: &Table, new: &Table, is_exhaustive: bool) -> Self {
        let mut changes = rows_that_go_and_come(old, new);
        for row in &new.rows {
            if let Some(before) = old.row(&row.code) {
                changes.extend(of_row(before, row));
            }
        }
        changes.extend(moved(old, new));
        changes.extend(shared(old, new));
        Self { name: String::new(), is_public: false, is_exhaustive, has_variants: new.has_variants, changes }
    }

    pub(super) fn of_type(self, name: &str, visibility: &str) -> Self {
        Self { name: name.to_owned(), is_public: visibility == "pub", ..self }
    }

    /// What the change of a public type asks of the next version.
    pub(super) fn step_of(&self, change: &Change) -> Step {
        match change {
            _ if !self.is_public || !self.has_variants => Step::Patch,
            Change::Removed(_) | Change::Renamed { .. } | Change::Recoded { .. } => Step::Major,
            Change::Added(_) if self.is_exhaustive => Step::Major,
            Change::Added(_) => Step::Minor,
            Change::Text { .. } | Change::Moved(_) | Change::Shared { .. } => Step::Patch,
        }
    }

    pub(super) fn step(&self) -> Step {
        self.changes.iter().map(|change| self.step_of(change)).max().unwrap_or(Step::None)
    }

    pub(super) fn is_breaking(&self) -> bool {
        self.step() == Step::Major
    }

    /// What the step means, in words.
    pub(super) fn verdict(&self) -> String {
        let name = &self.name;
        match self.step() {
            Step::None => format!("`{name}` is the same"),
            _ if !self.is_public => format!("`{name}` is not public, so no other crate sees the edit"),
            Step::Patch => format!("`{name}` keeps all names and codes: a patch version"),
            Step::Minor => format!("`{name}` has more rows: a minor version, or a patch before 1.0"),
            Step::Major => format!("`{name}` can break a build: a major version, or a minor one before 1.0"),
        }
    }
}

fn rows_that_go_and_come(old: &Table, new: &Table) -> Vec<Change> {
    let mut added: Vec<&Row> = new.rows.iter().filter(|row| old.row(&row.code).is_none()).collect();
    let mut changes = Vec::new();
    for row in old.rows.iter().filter(|row| new.row(&row.code).is_none()) {
        // A row that keeps its name has another code.
        match added.iter().position(|other| other.name == row.name) {
            Some(index) => {
                let other = added.remove(index);
                changes.push(Change::Recoded {
                    name: row.name.clone(),
                    old: row.code.clone(),
                    new: other.code.clone(),
                });
                changes.extend(of_texts(row, other));
            }
            None => changes.push(Change::Removed(row.clone())),
        }
    }
    changes.extend(added.into_iter().cloned().map(Change::Added));
    changes
}

fn of_row(old: &Row, new: &Row) -> Vec<Change> {
    let renamed = (old.name != new.name).then(|| Change::Renamed {
        code: new.code.clone(),
        old: old.name.clone(),
        new: new.name.clone(),
    });
    renamed.into_iter().chain(of_texts(old, new)).collect()
}

fn of_texts(old: &Row, new: &Row) -> Vec<Change> {
    let texts = old.texts.iter().zip(&new.texts).filter(|((_, old), (_, new))| old != new);
    let change = |((field, old), (_, text)): (&(String, String), &(String, String))| Change::Text {
        row: new.clone(),
        field: field.clone(),
        old: old.clone(),
        new: text.clone(),
    };
    texts.map(change).collect()
}

/// The fewest rows that had to move for the new order of those that stay.
fn moved(old: &Table, new: &Table) -> Vec<Change> {
    let rows: Vec<(&Row, usize)> = new.rows.iter().filter_map(|row| Some((row, *old.places.get(&row.code)?))).collect();
    let stay = longest_increasing(&rows.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    rows.iter().filter(|(_, place)| !stay.contains(place)).map(|(row, _)| Change::Moved((*row).clone())).collect()
}

/// The elements of one of the longest increasing subsequences.
fn longest_increasing(values: &[usize]) -> HashSet<usize> {
    // The least end of a subsequence of each length, and what comes before each value.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: HashMap<usize, usize> = HashMap::new();
    for &value in values {
        let length = ends.partition_point(|&end| end < value);
        before.extend(length.checked_sub(1).and_then(|last| ends.get(last)).map(|&end| (value, end)));
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = value,
            None => ends.push(value),
        }
    }
    std::iter::successors(ends.last().copied(), |value| before.get(value).copied()).collect()
}

/// Messages that two rows have now and had not before.
fn shared(old: &Table, new: &Table) -> Vec<Change> {
    let before = old.messages();
    let is_new =
        |(message, rows): &(String, Vec<&Row>)| rows.len() > 1 && before.get(message).is_none_or(|rows| rows.len() < 2);
    let mut shared: Vec<(String, Vec<&Row>)> = new.messages().into_iter().filter(is_new).collect();
    shared.sort_by(|(left, _), (right, _)| left.cmp(right));
    let change = |(message, rows): (String, Vec<&Row>)| Change::Shared {
        message,
        names: rows.into_iter().map(|row| row.name.clone()).collect(),
    };
    shared.into_iter().map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_increasing_subsequence_is_found() {
        let longest = |values: &[usize]| {
            let mut longest: Vec<usize> = longest_increasing(values).into_iter().collect();
            longest.sort_unstable();
            longest
        };
        assert_eq!(longest(&[]), [0; 0]);
        assert_eq!(longest(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(longest(&[3, 0, 1, 2]), [0, 1, 2]);
        assert_eq!(longest(&[0, 4, 1, 2, 3]), [0, 1, 2, 3]);
        assert_eq!(longest(&[2, 1, 0]).len(), 1);
    }
}
