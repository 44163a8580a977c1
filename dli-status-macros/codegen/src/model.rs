//! The checked table: one variant a code, one value a variant and field. All rules that hold across rows live here.

mod names;
mod report;

use crate::diagnostic::Diagnostic;
use crate::rows::{FieldCell, PageRow};
use crate::schema::{Field, FieldType, Schema};
use crate::value::{self, Value};
use proc_macro2::Span;
use std::collections::HashMap;

/// What the emitter needs to know; nothing in it can be wrong any more.
#[derive(Debug, PartialEq, Eq)]
pub struct Model {
    /// In document order.
    pub variants: Vec<Variant>,
}

/// All rows of one code.
#[derive(Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its identifier.
    pub name: String,
    /// One element a field, `code` included.
    pub values: Vec<Value>,
    /// Its description as Markdown.
    pub description: String,
    /// The place of its first row's source in the schema.
    pub source: usize,
    /// The line of its first row, counted from one.
    pub line: usize,
}

/// A code of the page, and no more of its rows than one knows it by.
#[derive(Debug, PartialEq, Eq)]
pub struct Listed {
    /// The code.
    pub code: Value,
    /// The text of the field `message`, or its beginning; empty if there is none.
    pub message: String,
    /// The place of its first row's source in the schema.
    pub source: usize,
    /// The line of its first row, counted from one.
    pub line: usize,
}

/// Checks the rows and makes one variant of each code.
pub(crate) fn check(schema: &Schema, rows: &[PageRow<'_>], errors: &mut Vec<Diagnostic>) -> Model {
    let checker = Checker { schema };
    let groups = checker.checked_groups(rows, errors);
    let names = checker.names(&groups, errors);
    let variants = groups.into_iter().zip(names).map(|(group, name)| group.into_variant(schema, name));
    Model { variants: variants.collect() }
}

/// Checks the rows and lists their codes; whether a variant could be named after each does not matter.
pub(crate) fn list(schema: &Schema, rows: &[PageRow<'_>], errors: &mut Vec<Diagnostic>) -> Vec<Listed> {
    let groups = Checker { schema }.checked_groups(rows, errors);
    groups.into_iter().filter_map(|group| group.into_listed(schema)).collect()
}

struct Checker<'a> {
    schema: &'a Schema,
}

/// The rows of one code.
struct Group<'r, 'p> {
    /// The first of them.
    row: &'r PageRow<'p>,
    /// All of them.
    rows: Vec<&'r PageRow<'p>>,
    /// What they agree on.
    values: Vec<Value>,
}

impl Checker<'_> {
    fn checked_groups<'r, 'p>(&self, rows: &'r [PageRow<'p>], errors: &mut Vec<Diagnostic>) -> Vec<Group<'r, 'p>> {
        let before = errors.len();
        let groups = self.group(rows, errors);
        if errors.len() == before {
            self.report_idle_patterns(rows, errors);
        }
        groups
    }

    fn group<'r, 'p>(&self, rows: &'r [PageRow<'p>], errors: &mut Vec<Diagnostic>) -> Vec<Group<'r, 'p>> {
        let mut groups: Vec<Group<'r, 'p>> = Vec::new();
        let mut by_code: HashMap<Value, usize> = HashMap::new();
        for row in rows {
            let Some(values) = self.values(row, errors) else { continue };
            let Some(code) = values.get(self.schema.code) else { continue };
            match by_code.get(code).and_then(|&index| groups.get_mut(index)) {
                Some(group) => self.merge(group, row, values, errors),
                // The row above is at fault and said so.
                None if row.continues => {}
                None => {
                    by_code.insert(code.clone(), groups.len());
                    groups.push(Group { row, rows: vec![row], values });
                }
            }
        }
        groups
    }

    /// The values of a row, one a field; `None` if one of them cannot be, which is reported.
    fn values(&self, row: &PageRow<'_>, errors: &mut Vec<Diagnostic>) -> Option<Vec<Value>> {
        let before = errors.len();
        let mut values = Vec::with_capacity(self.schema.fields.len());
        for (field, cell) in self.schema.fields.iter().zip(&row.cells) {
            values.push(match cell {
                Some(cell) if !row.says_nothing_about(field, cell) => {
                    self.value(field, row, cell).unwrap_or_else(|error| {
                        errors.push(*error);
                        Value::Nothing
                    })
                }
                _ => Value::Nothing,
            });
        }
        if errors.len() == before
            && let (Some(Value::Text(code)), Some(Some(cell))) =
                (values.get(self.schema.code), row.cells.get(self.schema.code))
            && code.is_empty()
        {
            errors.push(self.empty_code(row, cell));
        }
        (errors.len() == before).then_some(values)
    }

    fn value(&self, field: &Field, row: &PageRow<'_>, cell: &FieldCell<'_>) -> Result<Value, Box<Diagnostic>> {
        match self.invisible(field, row, cell) {
            Some(error) => Err(Box::new(error)),
            None => value::read(field, &cell.text).map_err(|unfit| Box::new(self.unfit(field, row, cell, unfit))),
        }
    }

    /// Adds a row to those of its code.
    fn merge<'r, 'p>(
        &self,
        group: &mut Group<'r, 'p>,
        row: &'r PageRow<'p>,
        values: Vec<Value>,
        errors: &mut Vec<Diagnostic>,
    ) {
        for (index, (field, new)) in self.schema.fields.iter().zip(values).enumerate() {
            let says_nothing = row
                .cells
                .get(index)
                .is_none_or(|cell| cell.as_ref().is_none_or(|cell| row.says_nothing_about(field, cell)));
            let lacked = group.rows.iter().all(|row| row.cells.get(index).is_some_and(Option::is_none));
            let Some(value) = group.values.get_mut(index) else { continue };
            match (value, new) {
                (Value::List(values), Value::List(more)) => values.extend(more),
                (_, Value::Nothing) if says_nothing => {}
                (value @ Value::Nothing, new) if lacked => *value = new,
                (value, new) if *value != new => errors.push(self.disagreement(group, row, index, &new)),
                _ => {}
            }
        }
        group.rows.push(row);
    }

    fn code_text(&self, group: &Group<'_, '_>) -> String {
        group.values.get(self.schema.code).map(Value::to_text).unwrap_or_default()
    }

    /// The path of the page that a row stands on, in the macro call.
    fn source(&self, row: &PageRow<'_>) -> Span {
        self.schema.source_span(row.source)
    }
}

impl PageRow<'_> {
    /// Whether it leaves a field to the row above.
    fn says_nothing_about(&self, field: &Field, cell: &FieldCell<'_>) -> bool {
        self.continues && cell.text.is_empty() && !matches!(field.ty, FieldType::Slice(_))
    }
}

impl Group<'_, '_> {
    fn into_variant(self, schema: &Schema, name: String) -> Variant {
        let place = schema.fields.iter().position(|field| field.name == "description");
        let described = self.rows.iter().filter_map(|row| row.cells.get(place?)?.as_ref());
        let mut paragraphs: Vec<String> = Vec::new();
        for cell in described {
            let markdown = cell.cell.markdown();
            if !markdown.is_empty() && !paragraphs.contains(&markdown) {
                paragraphs.push(markdown);
            }
        }
        let (source, line) = (self.row.source, self.row.line);
        Variant { name, values: self.values, description: paragraphs.join("\n\n"), source, line }
    }

    fn into_listed(self, schema: &Schema) -> Option<Listed> {
        let message = schema.fields.iter().position(|field| field.name == "message");
        let message = message.and_then(|at| self.values.get(at)).map(Value::to_text).unwrap_or_default();
        let code = self.values.into_iter().nth(schema.code)?;
        Some(Listed { code, message: report::shorten(&message), source: self.row.source, line: self.row.line })
    }
}
