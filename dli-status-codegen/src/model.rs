//! The checked table: one variant a code, one value a variant and field. All rules that hold across rows live here.

use crate::diagnostic::Diagnostic;
use crate::naming;
use crate::rows::{FieldCell, PageRow};
use crate::schema::{Field, FieldType, Schema};
use crate::value::{self, Unfit, Value};
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

/// Checks the rows and makes one variant of each code.
pub(crate) fn check(schema: &Schema, rows: &[PageRow<'_>], errors: &mut Vec<Diagnostic>) -> Model {
    let before = errors.len();
    let checker = Checker { schema };
    let groups = checker.group(rows, errors);
    if errors.len() == before {
        checker.report_idle_patterns(rows, errors);
    }
    let names = checker.names(&groups, errors);
    let variants = groups.into_iter().zip(names).map(|(group, name)| group.into_variant(schema, name));
    Model { variants: variants.collect() }
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

impl<'a> Checker<'a> {
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

    fn invisible(&self, field: &Field, row: &PageRow<'_>, cell: &FieldCell<'_>) -> Option<Diagnostic> {
        let (c, name) = crate::invisible::first_in(&cell.text, field.name == "code")?;
        let text = format!("the `{}` of this row holds U+{:04X} {name}", field.name, u32::from(c));
        let error = Diagnostic::new(self.source(row), text).label(&row.page, narrow(row, cell, &c.to_string()), "");
        Some(error.help("it does not show but changes what the page says: delete it"))
    }

    /// Only a pattern makes one: a row with an empty cell continues the row above.
    fn empty_code(&self, row: &PageRow<'_>, cell: &FieldCell<'_>) -> Diagnostic {
        let pattern = self.schema.fields.get(self.schema.code).and_then(|field| field.regex.as_ref());
        let at = pattern.map_or_else(|| self.source(row), |pattern| pattern.literal.span());
        Diagnostic::new(at, "the `code` of this row is empty").label(
            &row.page,
            cell.span(),
            "the pattern picks nothing here",
        )
    }

    fn unfit(&self, field: &Field, row: &PageRow<'_>, cell: &FieldCell<'_>, unfit: Unfit) -> Diagnostic {
        let at = match &field.regex {
            Some(pattern) => pattern.literal.span(),
            None => self.source(row),
        };
        let shown = shorten(&unfit.text);
        let message = if unfit.text.is_empty() {
            format!("the `{}` of this row {}", field.name, unfit.why)
        } else {
            format!("the `{}` of this row, `{shown}`, {}", field.name, unfit.why)
        };
        let error = Diagnostic::new(at, message).label(&row.page, narrow(row, cell, &unfit.text), "");
        match unfit.help.or_else(|| help_for_empty(field, &unfit.text)) {
            Some(help) => error.help(help),
            None => error,
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

    fn disagreement<'p>(&self, group: &Group<'_, 'p>, row: &PageRow<'p>, index: usize, new: &Value) -> Diagnostic {
        let code = group.values.get(self.schema.code).map(Value::to_text).unwrap_or_default();
        let old = group.values.get(index).map(Value::to_text).unwrap_or_default();
        let new = new.to_text();
        let Some(field) = self.schema.fields.get(index) else { return Diagnostic::new(self.source(row), "") };
        let mut error =
            Diagnostic::new(self.source(row), format!("the rows of code {code} disagree about `{}`", field.name));
        for (row, text, here) in [(group.row, &old, "here it is"), (row, &new, "and here it is")] {
            if let Some(Some(cell)) = row.cells.get(index) {
                let shown = if text.is_empty() { "empty".to_owned() } else { format!("`{}`", shorten(text)) };
                error = error.label(&row.page, narrow(row, cell, text), format!("{here} {shown}"));
            }
        }
        let ty = match &field.ty {
            FieldType::Scalar(_) | FieldType::Option(_) => field.value_type_text(),
            _ => return error.help("one of the two is a slip"),
        };
        error.help(format!(
            "one of the two is a slip, or both are meant: declare `{}: &'static [{ty}]` to collect them",
            field.name
        ))
    }

    /// A pattern that no cell matches is a slip of the pen.
    fn report_idle_patterns(&self, rows: &[PageRow<'_>], errors: &mut Vec<Diagnostic>) {
        for (index, field) in self.schema.fields.iter().enumerate() {
            let Some(pattern) = &field.regex else { continue };
            let texts = || rows.iter().filter_map(|row| Some((row, row.cells.get(index)?.as_ref()?)));
            if texts().any(|(_, cell)| pattern.regex.is_match(&cell.text)) {
                continue;
            }
            let mut error = Diagnostic::new(pattern.literal.span(), "the pattern matches no row");
            if let Some((row, cell)) = texts().find(|(_, cell)| !cell.text.is_empty()) {
                error = error.label(&row.page, cell.span(), format!("the first cell is `{}`", shorten(&cell.text)));
            }
            errors.push(error);
        }
    }

    /// The name of each group, in order.
    fn names<'p>(&self, groups: &[Group<'_, 'p>], errors: &mut Vec<Diagnostic>) -> Vec<String> {
        let mut renames = Renames::new(self.schema);
        let naming = self.naming_fields();
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

    /// The fields that make up a name: the marked ones; else `message` beside a number, else `code`.
    fn naming_fields(&self) -> Vec<usize> {
        let fields = &self.schema.fields;
        let marked: Vec<usize> =
            (0..fields.len()).filter(|&at| fields.get(at).is_some_and(|field| field.names_variant)).collect();
        if !marked.is_empty() {
            return marked;
        }
        let message =
            fields.iter().position(|field| field.name == "message" && matches!(field.ty, FieldType::Scalar(_)));
        vec![message.filter(|_| self.schema.code_is_integer()).unwrap_or(self.schema.code)]
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

    fn code_text(&self, group: &Group<'_, '_>) -> String {
        group.values.get(self.schema.code).map(Value::to_text).unwrap_or_default()
    }

    /// The path of the page that a row stands on, in the macro call.
    fn source(&self, row: &PageRow<'_>) -> Span {
        self.schema.sources.get(row.source).map_or_else(Span::call_site, |source| source.path.span())
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

/// What an empty cell may have been meant for.
fn help_for_empty(field: &Field, text: &str) -> Option<String> {
    if !text.is_empty() || field.name == "code" || !matches!(field.ty, FieldType::Scalar(_)) {
        return None;
    }
    let ty = field.type_text();
    Some(match field.fill_down {
        true => {
            format!("`fill_down` takes the value above, and here is none: fill it in, or make the field `Option<{ty}>`")
        }
        false => format!(
            "fill it in, make the field `Option<{ty}>`, or add `fill_down` if an empty cell means the value above it"
        ),
    })
}

/// The place of a text in a cell, if it stands in its first line; else that line.
fn narrow(row: &PageRow<'_>, cell: &FieldCell<'_>, text: &str) -> std::ops::Range<usize> {
    let span = cell.span();
    match row.page.slice(span.clone()).find(text) {
        Some(at) if !text.is_empty() => span.start + at..span.start + at + text.len(),
        _ => span,
    }
}

/// Enough of a text to know it by.
fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST).collect();
    if text.chars().nth(MOST).is_some() { line + "…" } else { line }
}
