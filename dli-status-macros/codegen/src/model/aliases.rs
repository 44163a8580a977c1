//! By what a row is known besides its code, name and message: the values of `#[aliases]`, and other ways to write its code.

use super::group::Group;
use super::number::Number;
use super::value::{self, Value};
use crate::declaration::{Field, Key, TableSpec};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::indexed::Id;
use std::collections::HashMap;

/// Other ways to name one row.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    /// Texts that are as good as the code.
    pub(crate) texts: Vec<String>,
    /// Numbers that are as good as the code.
    pub(crate) numbers: Vec<Number>,
}

/// The aliases of each group. A text or number that would find two of them is reported.
pub(super) fn aliases(
    table: &TableSpec,
    key: &Key,
    groups: &[Group<'_, '_>],
    names: &[Option<String>],
    diagnostics: &Diagnostics,
) -> Vec<Aliases> {
    let marked: Vec<Id<Field>> =
        table.fields.enumerate().filter(|(_, field)| field.aliases.is_some()).map(|(id, _)| id).collect();
    if !marked.is_empty() {
        Checker { table, key, groups, names, diagnostics }.check(&marked);
    }
    groups.iter().map(|group| of_group(table, key, &marked, group)).collect()
}

fn of_group(table: &TableSpec, key: &Key, marked: &[Id<Field>], group: &Group<'_, '_>) -> Aliases {
    let mut aliases = Aliases::default();
    for value in marked.iter().flat_map(|&id| elements(&group.values[id])) {
        match value {
            Value::Integer(number) => aliases.numbers.push(number.value),
            value => aliases.texts.push(value.to_text()),
        }
    }
    aliases.texts.extend(spellings(table, key, group));
    aliases.texts.retain(|text| !text.is_empty());
    aliases
}

/// How the page writes a code that is a number, where that is not as Rust would write it.
fn spellings(table: &TableSpec, key: &Key, group: &Group<'_, '_>) -> Vec<String> {
    let Some(number) = group.values[key.code].as_integer() else { return Vec::new() };
    let cells = group.rows.iter().filter_map(|row| row.cells[key.code].as_ref());
    let texts = cells.filter_map(|cell| value::found(&table.fields[key.code], &cell.text));
    let mut texts: Vec<String> = texts.filter(|text| *text != number.to_string()).map(str::to_owned).collect();
    texts.dedup();
    texts
}

/// The single values of a field.
fn elements(value: &Value) -> &[Value] {
    match value {
        Value::Nothing => &[],
        Value::List(values) => values,
        value => std::slice::from_ref(value),
    }
}

struct Checker<'a, 'r, 'p> {
    table: &'a TableSpec,
    key: &'a Key,
    groups: &'a [Group<'r, 'p>],
    names: &'a [Option<String>],
    diagnostics: &'a Diagnostics,
}

impl Checker<'_, '_, '_> {
    fn check(&self, marked: &[Id<Field>]) {
        let mut known = self.known();
        for (index, group) in self.groups.iter().enumerate() {
            for &id in marked {
                for value in elements(&group.values[id]) {
                    let text = value.to_text();
                    match known.get(&text) {
                        Some(&other) if other != index => self.report(&text, id, [other, index]),
                        _ => drop(known.insert(text, index)),
                    }
                }
            }
        }
    }

    /// The texts by which rows are known already, each with the group that has it.
    fn known(&self) -> HashMap<String, usize> {
        let mut known = HashMap::new();
        for (index, (group, name)) in self.groups.iter().zip(self.names).enumerate() {
            let messages = self.key.message.map_or(&[][..], |message| elements(&group.values[message]));
            let messages = messages.iter().map(Value::to_text);
            let code = group.values[self.key.code].to_text();
            for text in messages.chain(name.clone()).chain([code]) {
                known.insert(text, index);
            }
        }
        known
    }

    fn report(&self, text: &str, id: Id<Field>, indices: [usize; 2]) {
        let field = &self.table.fields[id];
        let span = field.aliases.expect("only marked fields are checked");
        let message = format!("the alias `{text}` would find two rows");
        let mut error = Diagnostic::new(span, message);
        for (index, here) in indices.into_iter().zip(["this row is known by it", "and so is this one"]) {
            let row = self.groups.get(index).expect("indices are of groups").first();
            if let Some(cell) = row.cells[id].as_ref().or(row.cells[self.key.code].as_ref()) {
                error = error.label(&row.page, cell.span(), here);
            }
        }
        self.diagnostics.report(error.help("leave it out with the `regex` of the column, or correct the page"));
    }
}
