//! The names of the variants: which texts make them up, `#[rename]`, and that no two are the same.

use super::group::Group;
use super::value::Value;
use crate::declaration::{EnumSpec, Field, TableSpec};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::Id;
use crate::naming;
use proc_macro2::Span;
use std::collections::{HashMap, HashSet};

/// The name of each group, in order. Of groups with one name the first gets it.
pub(super) fn names(
    table: &TableSpec,
    enumeration: &EnumSpec,
    groups: &[Group<'_, '_>],
    diagnostics: &Diagnostics,
) -> Vec<Result<String, Reported>> {
    let renames = enumeration.renames.iter().map(|rename| (rename.code.value(), rename.name.as_str())).collect();
    let (code, naming) = (enumeration.key.code, enumeration.naming.as_slice());
    let namer = Namer { table, code, naming, renames, diagnostics };
    let mut taken = HashMap::new();
    let names = groups.iter().map(|group| namer.unique_name(group, &mut taken)).collect();
    namer.report_unused_renames(enumeration, groups);
    names
}

struct Namer<'a> {
    table: &'a TableSpec,
    code: Id<Field>,
    naming: &'a [Id<Field>],
    renames: HashMap<String, &'a str>,
    diagnostics: &'a Diagnostics,
}

impl Namer<'_> {
    /// The name of a group, unless an earlier one has it.
    fn unique_name<'g, 'r, 'p>(
        &self,
        group: &'g Group<'r, 'p>,
        taken: &mut HashMap<String, &'g Group<'r, 'p>>,
    ) -> Result<String, Reported> {
        let name = self.name(group)?;
        match taken.get(&name) {
            Some(earlier) => Err(self.diagnostics.report(self.conflict(&name, earlier, group))),
            None => {
                taken.insert(name.clone(), group);
                Ok(name)
            }
        }
    }

    fn name(&self, group: &Group<'_, '_>) -> Result<String, Reported> {
        if let Some(name) = self.codes(group).find_map(|code| self.renames.get(&code)) {
            return Ok((*name).to_owned());
        }
        let texts: Vec<String> = self.naming.iter().map(|&field| self.text(group, field)).collect();
        if let Some((&field, _)) = self.naming.iter().zip(&texts).find(|(_, text)| text.is_empty()) {
            return Err(self.report_nameless(group, field, "is empty"));
        }
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let first = self.first_field();
        let Some(name) = naming::variant_name(&self.table.fields[first].name.to_string(), &texts) else {
            return Err(self.report_nameless(group, first, "has no letter or digit"));
        };
        // A name in ASCII is an identifier; of others the compiler knows fewer letters than we do, or other forms.
        let identifier = if name.is_ascii() { Some(name.clone()) } else { naming::identifier(&name) };
        identifier.ok_or_else(|| self.diagnostics.report(self.not_an_identifier(group, &name)))
    }

    /// The text of a field for a name. Names have no sign: that of a number is a word.
    fn text(&self, group: &Group<'_, '_>, field: Id<Field>) -> String {
        let value = &group.values[field];
        match value {
            Value::Integer(number) if number.value.is_negative => {
                let digits = value.to_text();
                let digits = digits.trim_start_matches(['-', '\u{2212}']);
                let field =
                    if field == self.first_field() { self.table.fields[field].name.to_string() } else { String::new() };
                format!("{field} minus {digits}")
            }
            value => value.first_text(),
        }
    }

    /// The field that a name begins with.
    fn first_field(&self) -> Id<Field> {
        *self.naming.first().expect("a name is made from a field")
    }

    fn report_unused_renames(&self, enumeration: &EnumSpec, groups: &[Group<'_, '_>]) {
        if enumeration.renames.is_empty() {
            return;
        }
        let codes: HashSet<String> = groups.iter().flat_map(|group| self.codes(group)).collect();
        for rename in enumeration.renames.iter().filter(|rename| !codes.contains(&rename.code.value())) {
            let text = format!("no row has the code `{}`", rename.code.value());
            self.diagnostics.report(Diagnostic::new(rename.code.span(), text));
        }
    }

    fn report_nameless(&self, group: &Group<'_, '_>, field: Id<Field>, what: &str) -> Reported {
        let (code, name) = (self.code(group), &self.table.fields[field].name);
        let error = Diagnostic::new(self.source(group), format!("the `{name}` that names this row {what}"));
        let error = label(error, group, field, format!("code {code}"));
        self.diagnostics.report(error.help(format!("fill it in, or name the row: #[rename(\"{code}\" = \"…\")]")))
    }

    fn not_an_identifier(&self, group: &Group<'_, '_>, name: &str) -> Diagnostic {
        let code = self.code(group);
        let text = format!("`{name}`, the name of code {code}, is not a valid identifier");
        let error = label(Diagnostic::new(self.source(group), text), group, self.code, "this row".to_owned());
        error.help(format!("name the row: #[rename(\"{code}\" = \"…\")]"))
    }

    fn conflict(&self, name: &str, first: &Group<'_, '_>, second: &Group<'_, '_>) -> Diagnostic {
        let (earlier, code) = (self.code(first), self.code(second));
        let text = format!("codes {earlier} and {code} would both be named `{name}`");
        let error = Diagnostic::new(self.source(second), text);
        let error = label(error, first, self.first_field(), format!("code {earlier}"));
        label(error, second, self.first_field(), format!("code {code}"))
            .help(format!("rename one of them: #[rename(\"{code}\" = \"…\")] in front of the enum"))
    }

    /// The code as the page writes it, and as Rust would.
    fn codes(&self, group: &Group<'_, '_>) -> impl Iterator<Item = String> {
        let number = group.values[self.code].as_integer();
        [Some(self.code(group)), number.map(|number| number.to_string())].into_iter().flatten()
    }

    fn code(&self, group: &Group<'_, '_>) -> String {
        group.values[self.code].to_text()
    }

    fn source(&self, group: &Group<'_, '_>) -> Span {
        self.table.sources[group.first().source].span
    }
}

/// Adds the cell of a field, if the table of the row has its column.
fn label(error: Diagnostic, group: &Group<'_, '_>, field: Id<Field>, text: String) -> Diagnostic {
    let row = group.first();
    match &row.cells[field] {
        Some(cell) => error.label(&row.page, cell.span(), text),
        None => error,
    }
}
