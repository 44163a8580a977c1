//! The rows of one code, and what they agree on.

use super::report::Reporter;
use super::row;
use super::value::Value;
use crate::declaration::{Field, Key, TableSpec};
use crate::diagnostic::Diagnostics;
use crate::indexed::By;
use crate::rows::PageRow;
use std::collections::{HashMap, HashSet};

/// All rows of one code.
pub(super) struct Group<'r, 'p> {
    /// In order; never empty.
    pub(super) rows: Vec<&'r PageRow<'p>>,
    pub(super) values: By<Field, Value>,
    /// Whether the table of one of the rows has the column of a field.
    is_covered: By<Field, bool>,
}

impl<'r, 'p> Group<'r, 'p> {
    fn new(row: &'r PageRow<'p>, values: By<Field, Value>) -> Self {
        Self { rows: vec![row], values, is_covered: row.cells.map(Option::is_some) }
    }

    pub(super) fn first(&self) -> &'r PageRow<'p> {
        self.rows.first().expect("a group starts with a row")
    }
}

/// Groups the rows by code. A row that cannot be read is reported and left out.
pub(super) fn groups<'r, 'p>(
    table: &TableSpec,
    key: &Key,
    rows: &'r [PageRow<'p>],
    diagnostics: &Diagnostics,
) -> Vec<Group<'r, 'p>> {
    let grouper = Grouper { table, key, reporter: Reporter { table, diagnostics } };
    let mut groups: Vec<Group<'r, 'p>> = Vec::new();
    let mut by_code: HashMap<Value, usize> = HashMap::new();
    for (row, values) in grouper.readable(rows) {
        let code = &values[key.code];
        match by_code.get(code).and_then(|&index| groups.get_mut(index)) {
            Some(group) => grouper.merge(group, row, values),
            // The row above is at fault, which has been reported.
            None if row.continues => {}
            None => {
                by_code.insert(code.clone(), groups.len());
                groups.push(Group::new(row, values));
            }
        }
    }
    groups
}

/// The first row of each code. Unlike in a group, later rows of the code may differ from it.
pub(super) fn first_rows<'r, 'p>(
    table: &TableSpec,
    key: &Key,
    rows: &'r [PageRow<'p>],
    diagnostics: &Diagnostics,
) -> Vec<(&'r PageRow<'p>, By<Field, Value>)> {
    let grouper = Grouper { table, key, reporter: Reporter { table, diagnostics } };
    let mut seen: HashSet<Value> = HashSet::new();
    let mut first_rows = grouper.readable(rows);
    first_rows.retain(|(row, values)| !row.continues && seen.insert(values[key.code].clone()));
    first_rows
}

struct Grouper<'a> {
    table: &'a TableSpec,
    key: &'a Key,
    reporter: Reporter<'a>,
}

impl Grouper<'_> {
    /// The rows that can be read and have a code, and their values. The others are reported.
    fn readable<'r, 'p>(&self, rows: &'r [PageRow<'p>]) -> Vec<(&'r PageRow<'p>, By<Field, Value>)> {
        let mut readable = row::readable(&self.reporter, rows);
        readable.retain(|(row, values)| match &values[self.key.code] {
            Value::Text(code) if code.is_empty() => {
                self.reporter.empty_code(row, self.key.code);
                false
            }
            _ => true,
        });
        readable
    }

    /// Adds a row to those of its code.
    fn merge<'r, 'p>(&self, group: &mut Group<'r, 'p>, row: &'r PageRow<'p>, values: By<Field, Value>) {
        for ((id, field), new) in self.table.fields.enumerate().zip(values) {
            let is_silent = row.cells[id].as_ref().is_none_or(|cell| row::leaves_to_row_above(row, field, cell));
            let is_first = !group.is_covered[id];
            group.is_covered[id] |= row.cells[id].is_some();
            match (&mut group.values[id], new) {
                (Value::List(values), Value::List(more)) => values.extend(more),
                (_, Value::Nothing) if is_silent => {}
                (value @ Value::Nothing, new) if is_first => *value = new,
                (value, new) if *value != new => {
                    let rows = [(group.first(), &group.values[id]), (row, &new)];
                    self.reporter.disagreement(&group.values[self.key.code].to_text(), id, rows);
                }
                _ => {}
            }
        }
        group.rows.push(row);
    }
}
