//! Which tables of the pages are meant, and which of their columns each field reads.

use crate::diagnostic::Diagnostic;
use crate::page::Page;
use crate::rst::{Cell, Malformed, Row, Table};
use crate::schema::{Field, Schema, Source, TableChoice};
use std::rc::Rc;

/// A page and what was read in it.
pub(crate) struct Reading<'p> {
    pub(crate) page: Rc<Page>,
    pub(crate) tables: &'p [Result<Table<'p>, Malformed>],
}

/// A table that was chosen, with the column of each field; `None` for an `Option` field that it lacks.
pub(crate) struct Selected<'p> {
    /// The place of its source in the schema.
    pub(crate) source: usize,
    pub(crate) page: Rc<Page>,
    pub(crate) columns: Vec<Option<usize>>,
    pub(crate) table: &'p Table<'p>,
    pub(crate) body: &'p [Row<'p>],
}

/// The tables of all sources, in order. `readings` has one element a source.
pub(crate) fn select<'p>(schema: &Schema, readings: &[Reading<'p>], errors: &mut Vec<Diagnostic>) -> Vec<Selected<'p>> {
    let mut selected = Vec::new();
    for (index, (source, reading)) in schema.sources.iter().zip(readings).enumerate() {
        let chooser = Chooser { schema, source, index, reading };
        match &source.table {
            None => selected.extend(chooser.all_that_fit(errors)),
            Some(choice) => selected.extend(chooser.the_one(choice, errors)),
        }
    }
    selected
}

/// One source and its page.
struct Chooser<'a, 'p> {
    schema: &'a Schema,
    source: &'a Source,
    index: usize,
    reading: &'a Reading<'p>,
}

impl<'p> Chooser<'_, 'p> {
    fn all_that_fit(&self, errors: &mut Vec<Diagnostic>) -> Vec<Selected<'p>> {
        let before = errors.len();
        self.report_malformed(errors);
        let tables = || self.reading.tables.iter().flatten();
        let mut selected = Vec::new();
        for table in tables() {
            if self.missing(table).is_empty() {
                selected.extend(self.columns(table, errors));
            }
        }
        if selected.is_empty() && errors.len() == before {
            let closest = tables().min_by_key(|table| self.missing(table).len());
            match closest.filter(|table| self.missing(table).len() < self.required().count()) {
                Some(table) => self.report_missing(table, errors),
                None => errors.push(self.nothing_fits()),
            }
        }
        selected
    }

    fn the_one(&self, choice: &TableChoice, errors: &mut Vec<Diagnostic>) -> Option<Selected<'p>> {
        let found = match choice {
            TableChoice::Position(position, _) => self.reading.tables.get(position - 1),
            TableChoice::Name(name) => {
                let name = name.value();
                self.reading.tables.iter().find(|table| table.as_ref().is_ok_and(|table| is_called(table, &name)))
            }
        };
        match found {
            Some(Ok(table)) if self.missing(table).is_empty() => self.columns(table, errors),
            Some(Ok(table)) => {
                self.report_missing(table, errors);
                None
            }
            Some(Err(malformed)) => {
                errors.push(self.malformed(malformed));
                None
            }
            None => {
                errors.push(self.no_such_table(choice));
                self.report_malformed(errors);
                None
            }
        }
    }

    fn required(&self) -> impl Iterator<Item = &Field> {
        self.schema.fields.iter().filter(|field| !field.is_optional())
    }

    fn missing(&self, table: &Table<'p>) -> Vec<&Field> {
        let head = self.header(table).0;
        self.required().filter(|field| columns_of(head, field).is_empty()).collect()
    }

    /// The header rows of a table, and the rows below them.
    fn header<'t>(&self, table: &'t Table<'p>) -> (&'t [Row<'p>], &'t [Row<'p>]) {
        let body = table.body();
        if table.head().is_empty() {
            return body.split_at_checked(self.source.header_rows).unwrap_or((body, &[]));
        }
        (table.head(), body)
    }

    fn columns(&self, table: &'p Table<'p>, errors: &mut Vec<Diagnostic>) -> Option<Selected<'p>> {
        let (head, body) = self.header(table);
        let before = errors.len();
        let mut columns = Vec::new();
        for field in &self.schema.fields {
            let cells = columns_of(head, field);
            errors.extend(self.ambiguous(field, &cells));
            columns.push(cells.first().map(|cell| cell.column()));
        }
        let page = Rc::clone(&self.reading.page);
        (errors.len() == before).then_some(Selected { source: self.index, page, columns, table, body })
    }

    /// A header that stands over several columns names none of them.
    fn ambiguous(&self, field: &Field, cells: &[&Cell<'_>]) -> Option<Diagnostic> {
        let at = field.headers.first()?.span();
        let page = &self.reading.page;
        match cells {
            [one] if one.colspan() > 1 => {
                let text = format!("the header `{}` stands over {} columns", fold(&one.text()), one.colspan());
                Some(
                    Diagnostic::new(at, text)
                        .label(page, one.span(), "")
                        .help(format!("`{}` can read one column: give each its own header cell", field.name)),
                )
            }
            [first, second, ..] if first.column() != second.column() => {
                let text = format!("two columns are headed `{}`", fold(&second.text()));
                let error =
                    Diagnostic::new(at, text).label(page, first.span(), "here").label(page, second.span(), "and here");
                Some(
                    error.help(format!("`{}` can read one column: give the other one a header of its own", field.name)),
                )
            }
            _ => None,
        }
    }

    fn report_malformed(&self, errors: &mut Vec<Diagnostic>) {
        let malformed = self.reading.tables.iter().filter_map(|table| table.as_ref().err());
        errors.extend(malformed.map(|malformed| self.malformed(malformed)));
    }

    fn malformed(&self, malformed: &Malformed) -> Diagnostic {
        let message = malformed.error().trim_end_matches('.');
        let cause = malformed.detail().unwrap_or_default();
        Diagnostic::new(self.source.path.span(), format!("{message} on page `{}`", self.reading.page.name())).label(
            &self.reading.page,
            malformed.span(),
            cause.trim_end_matches('.').replace('\n', " "),
        )
    }

    fn report_missing(&self, table: &Table<'p>, errors: &mut Vec<Diagnostic>) {
        let head = self.header(table).0;
        let headers: Vec<String> = head.iter().flatten().map(|cell| fold(&cell.text())).collect();
        for field in self.missing(table) {
            errors.extend(self.missing_column(field, head, &headers, table));
        }
    }

    fn missing_column(
        &self,
        field: &Field,
        head: &[Row<'p>],
        headers: &[String],
        table: &Table<'p>,
    ) -> Option<Diagnostic> {
        let literal = field.headers.first()?;
        let wanted = literal.value();
        let error = Diagnostic::new(literal.span(), format!("no column is headed `{wanted}`"));
        let error = match head.first().and_then(|row| row.first()) {
            Some(cell) => error.label(&self.reading.page, cell.span(), format!("the headers are {}", list(headers))),
            None => error.label(
                &self.reading.page,
                self.reading.page.span_of_line(table.line()),
                "this table has no header",
            ),
        };
        Some(match closest(&wanted, headers) {
            Some(near) => error.help(format!("did you mean `{near}`?")),
            None if head.is_empty() => {
                error.help("if its first row is the header, add `header_rows = 1` to #[source(…)]")
            }
            None => error,
        })
    }

    fn nothing_fits(&self) -> Diagnostic {
        let wanted: Vec<String> = self.required().filter_map(|field| Some(field.headers.first()?.value())).collect();
        let page = &self.reading.page;
        let text = match self.reading.tables {
            [] => format!("there is no table on page `{}`", page.name()),
            _ => format!("no table on page `{}` has the columns {}", page.name(), list(&wanted)),
        };
        let mut error = Diagnostic::new(self.source.path.span(), text);
        for table in self.reading.tables.iter().flatten() {
            let headers: Vec<String> = self.header(table).0.iter().flatten().map(|cell| fold(&cell.text())).collect();
            let seen = if headers.is_empty() { "no header".to_owned() } else { list(&headers) };
            error = error.label(page, page.span_of_line(table.line()), format!("this one has {seen}"));
        }
        match self.reading.tables {
            [] => error.help(format!("the columns wanted are {}", list(&wanted))),
            _ => {
                error.help("declare the columns there are, in braces: pub enum Name { #[column(\"…\")] code: u16, … }")
            }
        }
    }

    fn no_such_table(&self, choice: &TableChoice) -> Diagnostic {
        let page = &self.reading.page;
        let names: Vec<String> = self.reading.tables.iter().flatten().flat_map(names).collect();
        match choice {
            TableChoice::Position(position, at) => Diagnostic::new(
                *at,
                format!("there is no table {position} on page `{}`: it has {}", page.name(), self.reading.tables.len()),
            ),
            TableChoice::Name(name) => {
                let text = format!("no table on page `{}` has the label or title `{}`", page.name(), name.value());
                let error = Diagnostic::new(name.span(), text);
                let error = match names.as_slice() {
                    [] => error.help("its tables have neither; pick one by position: `table = 1`"),
                    _ => error.help(format!("there are {}", list(&names))),
                };
                match closest(&name.value(), &names) {
                    Some(near) => error.help(format!("did you mean `{near}`?")),
                    None => error,
                }
            }
        }
    }
}

/// A table that has its header alone makes no type.
pub(crate) fn no_rows(schema: &Schema, table: &Selected<'_>) -> Diagnostic {
    let at = schema.sources.get(table.source).map_or_else(proc_macro2::Span::call_site, |source| source.path.span());
    let span = table.page.span_of_line(table.table.line());
    Diagnostic::new(at, format!("the table on page `{}` has no rows", table.page.name()))
        .label(&table.page, span, "it begins here")
        .help("an enum needs a variant, so the table needs a row with a code")
}

/// The header cells that a field means: those of the first of its headers that the table has.
fn columns_of<'t, 'p>(head: &'t [Row<'p>], field: &Field) -> Vec<&'t Cell<'p>> {
    let mut found = Vec::new();
    for header in &field.headers {
        let wanted = fold(&header.value());
        found = head.iter().flatten().filter(|cell| fold(&cell.text()) == wanted).collect();
        if !found.is_empty() {
            break;
        }
    }
    found
}

fn names(table: &Table<'_>) -> Vec<String> {
    table.label().into_iter().chain(table.title()).map(str::to_owned).collect()
}

/// A label is known by its reference name, which has no case; a title as it stands.
fn is_called(table: &Table<'_>, name: &str) -> bool {
    table.label().is_some_and(|label| label == fold(&name.to_lowercase()))
        || table.title().is_some_and(|title| fold(title) == fold(name))
}

/// White space folded to one blank.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The nearest of some names, if one is near.
fn closest<'n>(wanted: &str, names: &'n [String]) -> Option<&'n str> {
    let near = names.iter().min_by_key(|name| crate::distance(wanted, name))?;
    let far = (wanted.chars().count() / 3).max(2);
    (crate::distance(wanted, near) <= far).then_some(near.as_str())
}
