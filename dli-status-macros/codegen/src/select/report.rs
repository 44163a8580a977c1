//! What is said when a page has no table, or not the one, or not the columns that are meant.

use super::{Chooser, fold};
use crate::diagnostic::Diagnostic;
use crate::schema::{Field, TableChoice};
use crate::{repair, suggest};
use proc_macro2::Span;
use rst_tables::{Cell, GridError, Kind, OptionError, Reason, Row, Table, TableError};
use std::ops::Range;

impl<'p> Chooser<'_, 'p> {
    /// A header that stands over several columns names none of them.
    pub(super) fn ambiguous(&self, field: &Field, cells: &[&Cell<'_>]) -> Option<Diagnostic> {
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

    pub(super) fn report_malformed(&self, errors: &mut Vec<Diagnostic>) {
        let rejected = self.reading.tables.iter().filter_map(|table| table.as_ref().err());
        errors.extend(rejected.map(|error| self.malformed(error)));
    }

    pub(super) fn malformed(&self, error: &TableError) -> Diagnostic {
        let page = &self.reading.page;
        let text = format!("malformed {}: {error}", described(error.kind()));
        let mut diagnostic = Diagnostic::new(self.source.path.span(), text).label(page, error.span(), "");
        if let Some(first) = first_one(error.reason()) {
            diagnostic = diagnostic.label(page, first, "the first one is here");
        }
        repair::advice(page, error).into_iter().fold(diagnostic, Diagnostic::help)
    }

    pub(super) fn report_missing(&self, table: &Table<'p>, errors: &mut Vec<Diagnostic>) {
        let head = self.header(table).0;
        let headers = self.headers(table);
        let missing = self.missing(table);
        for (left, field) in (0..missing.len()).rev().zip(missing) {
            let Some(literal) = field.headers.first() else { continue };
            let error = self.missing_column(&literal.value(), literal.span(), head, &headers, table);
            let near = closest(&literal.value(), &headers);
            errors.push(match near.map(|near| format!("did you mean `{near}`?")) {
                Some(help) => error.help(help),
                // Once, below the last of them.
                None if left == 0 => self.declaration(table).into_iter().fold(error, Diagnostic::help),
                None => error,
            });
        }
    }

    fn missing_column(
        &self,
        wanted: &str,
        at: Span,
        head: &[Row<'p>],
        headers: &[String],
        table: &Table<'p>,
    ) -> Diagnostic {
        let page = &self.reading.page;
        let error = Diagnostic::new(at, format!("no column is headed `{wanted}`"));
        match head.first().and_then(|row| row.first()) {
            Some(cell) => error.label(page, cell.span(), format!("the headers are {}", list(headers))),
            None => error
                .label(page, page.line_span(table.span().start), "this table has no header")
                .help("if its first row is the header, add `header_rows = 1` to #[source(…)]"),
        }
    }

    /// A warning for each table that lacks columns by a slip of the pen alone.
    pub(super) fn near_misses(&self) -> Vec<Diagnostic> {
        let warnings = self.reading.tables.iter().flatten().filter_map(|table| {
            let headers = self.headers(table);
            let slips: Vec<String> = self
                .missing(table)
                .into_iter()
                .map(|field| {
                    let wanted = field.headers.first()?.value();
                    closest(&wanted, &headers).map(|near| format!("`{near}` is not `{wanted}`"))
                })
                .collect::<Option<_>>()?;
            let page = &self.reading.page;
            let at = self.source.path.span();
            (!slips.is_empty()).then(|| {
                Diagnostic::new(at, "this table is left out, though its headers are almost those of the others")
                    .label(page, page.line_span(table.span().start), slips.join(", "))
                    .help("spell the headers as the others are, or pick the tables that are meant with `table = …`")
            })
        });
        warnings.collect()
    }

    pub(super) fn nothing_fits(&self) -> Diagnostic {
        let wanted: Vec<String> = self.required().filter_map(|field| Some(field.headers.first()?.value())).collect();
        let page = &self.reading.page;
        let text = match self.reading.tables {
            [] => format!("there is no table on page `{}`", page.name()),
            _ => format!("no table on page `{}` has the columns {}", page.name(), list(&wanted)),
        };
        let mut error = Diagnostic::new(self.source.path.span(), text);
        for table in self.reading.tables.iter().flatten() {
            let headers = self.headers(table);
            let seen = if headers.is_empty() { "no header".to_owned() } else { list(&headers) };
            error = error.label(page, page.line_span(table.span().start), format!("this one has {seen}"));
        }
        if self.reading.tables.is_empty() {
            return error.help(format!("the columns wanted are {}", list(&wanted)));
        }
        match self.reading.tables.iter().flatten().find_map(|table| self.declaration(table)) {
            Some(declaration) => error.help(declaration),
            None => error.help("if the first row of a table is its header, add `header_rows = 1` to #[source(…)]"),
        }
    }

    /// The texts of the header cells of a table.
    fn headers(&self, table: &Table<'p>) -> Vec<String> {
        self.header(table).0.iter().flatten().map(|cell| fold(&cell.text())).collect()
    }

    /// The advice to declare the columns that a table has.
    fn declaration(&self, table: &Table<'p>) -> Option<String> {
        let Some(heading) = &self.schema.heading else {
            return Some("name the column that holds the codes: `column(\"…\")`".to_owned());
        };
        let text = suggest::declaration(self.reading, table, self.source.header_rows, heading)?;
        Some(format!("declare the columns that there are, for example:\n{text}"))
    }

    pub(super) fn no_such_table(&self, choice: &TableChoice) -> Diagnostic {
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

/// What a kind of table is called in messages.
fn described(kind: Kind) -> &'static str {
    match kind {
        Kind::Grid => "grid table",
        Kind::Simple => "simple table",
        Kind::ListTable => "`list-table`",
        Kind::CsvTable => "`csv-table`",
        Kind::Table => "`table` directive",
    }
}

/// The place of the first of two, where an error is about the second.
fn first_one(reason: &Reason) -> Option<Range<usize>> {
    match reason {
        Reason::Grid(GridError::TwoHeadRules { first }) | Reason::Option(OptionError::Duplicate { first, .. }) => {
            Some(first.clone())
        }
        _ => None,
    }
}

fn names(table: &Table<'_>) -> Vec<String> {
    table.label().into_iter().chain(table.title()).map(str::to_owned).collect()
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

/// A warning for a column that no table has, though one has almost its header.
pub(super) fn absent_column(field: &Field, headers: &[String]) -> Option<Diagnostic> {
    let header = field.headers.first()?;
    let near = closest(&header.value(), headers)?;
    let text = format!("no table has the column `{}`, so `{}` is `None` in every row", header.value(), field.name);
    Some(Diagnostic::new(header.span(), text).help(format!("there is a column `{near}`")))
}
