//! The names of the variants: which fields make them up, `#[rename]`, and that no two are the same.

use super::{Checker, Group};
use crate::diagnostic::Diagnostic;
use crate::naming;
use crate::schema::Schema;
use crate::value::Value;
use std::collections::HashMap;

impl Checker<'_> {
    /// The name of each group, in order.
    pub(super) fn names<'p>(&self, groups: &[Group<'_, 'p>], errors: &mut Vec<Diagnostic>) -> Vec<String> {
        let mut renames = Renames::new(self.schema);
        let naming = self.schema.naming_fields();
        let mut taken: HashMap<String, &Group<'_, 'p>> = HashMap::new();
        let mut names = Vec::with_capacity(groups.len());
        for group in groups {
            let name = match renames.take(&self.code_text(group)) {
                Some(name) => Some(name),
                None => self.name(group, &naming, errors),
            };
            let name = name.unwrap_or_default();
            if !name.is_empty() {
                match taken.get(&name) {
                    Some(other) => errors.push(self.name_conflict(&name, other, group, &naming)),
                    None => drop(taken.insert(name.clone(), group)),
                }
            }
            names.push(name);
        }
        renames.report_unused(errors);
        names
    }

    fn name(&self, group: &Group<'_, '_>, naming: &[usize], errors: &mut Vec<Diagnostic>) -> Option<String> {
        let texts: Vec<String> = naming.iter().filter_map(|&at| group.values.get(at)).map(Value::to_text).collect();
        let first = naming.first().and_then(|&at| self.schema.fields.get(at))?;
        let empty = naming.iter().zip(&texts).find(|(_, text)| text.is_empty()).map(|(&at, _)| at);
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let name = naming::variant_name(&first.name.to_string(), &texts);
        if empty.is_none()
            && let Some(name) = name
        {
            // A name in ASCII is what it is; of others the compiler knows fewer letters than we do, or other forms.
            let known = if name.is_ascii() { Some(name.clone()) } else { naming::identifier(&name) };
            if known.is_none() {
                errors.push(self.no_identifier(group, &name));
            }
            return known;
        }
        let at = empty.or(naming.first().copied())?;
        let field = self.schema.fields.get(at)?;
        let what = if empty.is_some() { "is empty" } else { "has no letter or digit" };
        let mut error =
            Diagnostic::new(self.source(group.row), format!("the `{}` that names this row {what}", field.name));
        if let Some(Some(cell)) = group.row.cells.get(at) {
            error = error.label(&group.row.page, cell.span(), format!("of code {}", self.code_text(group)));
        }
        let rename = format!("fill it in, or name the row: #[rename(\"{}\" = \"…\")]", self.code_text(group));
        errors.push(error.help(rename));
        None
    }

    fn no_identifier(&self, group: &Group<'_, '_>, name: &str) -> Diagnostic {
        let code = self.code_text(group);
        let text = format!("`{name}`, the name of code {code}, cannot be an identifier");
        let error = Diagnostic::new(self.source(group.row), text);
        let error = match group.row.cells.get(self.schema.code) {
            Some(Some(cell)) => error.label(&group.row.page, cell.span(), "of this row"),
            _ => error,
        };
        error.help(format!("name the row: #[rename(\"{code}\" = \"…\")]"))
    }

    fn name_conflict<'r, 'p>(
        &self,
        name: &str,
        first: &Group<'r, 'p>,
        second: &Group<'r, 'p>,
        naming: &[usize],
    ) -> Diagnostic {
        let (code, other) = (self.code_text(second), self.code_text(first));
        let text = format!("the codes {other} and {code} would both be named `{name}`");
        let mut error = Diagnostic::new(self.source(second.row), text);
        for (group, code) in [(first, &other), (second, &code)] {
            if let Some(Some(cell)) = naming.first().and_then(|&at| group.row.cells.get(at)) {
                error = error.label(&group.row.page, cell.span(), format!("code {code}"));
            }
        }
        error.help(format!("give one of them another name: #[rename(\"{code}\" = \"…\")] in front of the enum"))
    }
}

/// `#[rename(…)]` by code; each is used once.
struct Renames<'a> {
    schema: &'a Schema,
    used: Vec<bool>,
}

impl<'a> Renames<'a> {
    fn new(schema: &'a Schema) -> Self {
        Self { schema, used: vec![false; schema.renames.len()] }
    }

    fn take(&mut self, code: &str) -> Option<String> {
        let at = self.schema.renames.iter().position(|rename| rename.code.value() == code)?;
        *self.used.get_mut(at)? = true;
        naming::identifier(&self.schema.renames.get(at)?.name.value())
    }

    fn report_unused(&self, errors: &mut Vec<Diagnostic>) {
        for (rename, used) in self.schema.renames.iter().zip(&self.used) {
            if !used {
                let text = format!("no row has the code `{}`", rename.code.value());
                errors.push(Diagnostic::new(rename.code.span(), text));
            }
        }
    }
}
