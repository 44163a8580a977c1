//! Which tables of the pages are meant, and which of their columns each field reads.

mod report;

use crate::diagnostic::Diagnostic;
use crate::page::Page;
use crate::schema::{Field, Schema, Source, TableChoice};
use rst_tables::{Cell, Row, Table, TableError};
use std::rc::Rc;

/// A page and what was read in it.
pub(crate) struct Reading<'p> {
    pub(crate) page: Rc<Page>,
    pub(crate) tables: &'p [Result<Table<'p>, TableError>],
}

/// A table that was chosen, with the column of each field; `None` for an `Option` field that it lacks.
pub(crate) struct Selected<'p> {
    /// The place of its source in the schema.
    pub(crate) source: usize,
    pub(crate) page: Rc<Page>,
    pub(crate) columns: Vec<Option<usize>>,
    pub(crate) table: &'p Table<'p>,
    head: &'p [Row<'p>],
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

/// The tables that are left out though their headers are almost those that are meant.
pub(crate) fn near_misses(schema: &Schema, readings: &[Reading<'_>]) -> Vec<Diagnostic> {
    let sources = schema.sources.iter().zip(readings).enumerate();
    let choosers = sources.map(|(index, (source, reading))| Chooser { schema, source, index, reading });
    choosers.filter(|chooser| chooser.source.table.is_none()).flat_map(|chooser| chooser.near_misses()).collect()
}

/// The fields that are `None` in every row, though a table has almost the header of their column.
pub(crate) fn absent_columns(schema: &Schema, selected: &[Selected<'_>]) -> Vec<Diagnostic> {
    let headers = selected.iter().flat_map(|table| table.head.iter().flatten().map(|cell| fold(&cell.text())));
    let headers: Vec<String> = headers.collect();
    let is_absent = |at: usize| selected.iter().all(|table| matches!(table.columns.get(at), Some(None)));
    let absent = schema.fields.iter().enumerate().filter(|(at, _)| is_absent(*at));
    absent.filter_map(|(_, field)| report::absent_column(field, &headers)).collect()
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
            Some(Err(error)) => {
                errors.push(self.malformed(error));
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
        (errors.len() == before).then_some(Selected { source: self.index, page, columns, table, head, body })
    }
}

/// A table that has its header alone makes no type.
pub(crate) fn no_rows(schema: &Schema, table: &Selected<'_>) -> Diagnostic {
    let at = schema.source_span(table.source);
    let span = table.page.line_span(table.table.span().start);
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

/// A label is known by its reference name, which has no case; a title as it stands.
fn is_called(table: &Table<'_>, name: &str) -> bool {
    table.label().is_some_and(|label| label == fold(&name.to_lowercase()))
        || table.title().is_some_and(|title| fold(title) == fold(name))
}

/// White space folded to one blank.
pub(crate) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
