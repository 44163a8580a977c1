//! Diagnostics for the choice of tables and columns.

use super::candidate::{Candidate, Header};
use super::chooser::{Chooser, Selected};
use super::malformed::Effect;
use super::suggest;
use crate::declaration::{Column, ColumnChoice, Field, Form, TableChoice, TableSpec};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::similar::best_match;
use rst_tables::Table;
use std::collections::HashSet;
use std::ops::Range;
use std::ptr;

/// More tables are not shown in a message.
const MAX_SHOWN_TABLES: usize = 12;

const NEEDS_HEADER_ROWS: &str = "if the first row of a table is its header, add `header_rows = 1` to #[source(…)]; if it has \
                                 none, name columns by position, as in #[column(1)]";

impl<'p> Chooser<'_, 'p> {
    /// A header over several columns names none of them.
    pub(super) fn report_spanning(&self, column: &Column, header: &Header<'p>) -> Reported {
        let (first, count) = (header.cell.column() + 1, header.cell.colspan());
        let error = format!("the header `{}` spans {count} columns", header.text);
        let error = Diagnostic::new(column.span(), error).label(&self.page, header.cell.span(), "");
        self.diagnostics.report(
            error.help(format!(
                "name one of them by its position: #[column({first})] to #[column({})]",
                first + count - 1
            )),
        )
    }

    /// Two columns have the same header.
    pub(super) fn report_ambiguous(&self, column: &Column, first: &Header<'p>, second: &Header<'p>) -> Reported {
        let error = Diagnostic::new(column.span(), format!("two columns have the header `{}`", second.text))
            .label(&self.page, first.cell.span(), "the first")
            .label(&self.page, second.cell.span(), "the second");
        let [first, second] = [first, second].map(|header| header.cell.column() + 1);
        let text = format!("name the column by its position: #[column({first})] or #[column({second})]");
        self.diagnostics.report(error.help(text))
    }

    /// Reports what keeps the tables of the page from being read, or the one that takes these bytes of it.
    pub(super) fn report_malformed(&self, table: Option<&Range<usize>>) -> Result<(), Reported> {
        let findings = self.findings.iter().filter(|finding| finding.effect == Effect::Rejected);
        let findings = findings.filter(|finding| finding.is_in(&self.place) && self.source.form == Form::Table);
        let findings = findings.filter(|finding| table.is_none_or(|table| finding.concerns(table)));
        let reported = findings.map(|finding| self.diagnostics.report(finding.diagnostic.clone().at(self.source.span)));
        reported.last().map_or(Ok(()), Err)
    }

    /// Notes the tables that can be read although a line of them is drawn wrong: those that are selected, and those that
    /// hold the headers of all columns.
    pub(super) fn suspect_damage(&self, selected: &[Selected<'p>]) {
        for finding in self.findings.iter().filter(|finding| finding.effect == Effect::Read) {
            let is_selected = selected.iter().any(|table| finding.concerns(&table.table.span()));
            if is_selected || self.has_headers(&finding.lines) {
                self.diagnostics.suspect(finding.diagnostic.clone().at(self.source.span), finding.lines.clone());
            }
        }
    }

    /// Reports each column that a table lacks; the declaration that would fit once, after the last of them.
    pub(super) fn report_missing(&self, table: &Candidate<'p>) -> Reported {
        let errors: Vec<(Diagnostic, bool)> =
            self.missing(table).into_iter().map(|field| self.missing_column(field, table)).collect();
        let last = errors.len() - 1;
        let reported = errors.into_iter().enumerate().map(|(index, (error, has_help))| {
            let declaration = if index == last && !has_help { self.declaration(table) } else { None };
            self.diagnostics.report(error.maybe_help(declaration))
        });
        reported.last().expect("a column is missing")
    }

    /// The error, and whether it says what to do.
    fn missing_column(&self, field: &Field, table: &Candidate<'p>) -> (Diagnostic, bool) {
        let column = &field.column;
        match column.choices.first() {
            Some(ColumnChoice::Header(_)) if self.source.form == Form::Table => self.missing_header(field, table),
            Some(ColumnChoice::ListPart { part, span }) => {
                let form = part.form();
                let text = format!("`{}` is a part of a {}", part.name(), form.noun());
                let option = form.option().expect("only lists have parts");
                let help = format!("add `{option}` to #[source(…)] to read {}s", form.noun());
                (Diagnostic::new(*span, text).help(help), true)
            }
            _ => {
                let span = self.page.line_span(table.table.span().start);
                let count = table.table.columns();
                let error = Diagnostic::new(column.span(), format!("there is no column {column}"));
                let error =
                    error.label(&self.page, span, format!("this {} has {}", self.source.form.noun(), columns(count)));
                let parts = match self.source.form {
                    Form::Table => None,
                    Form::DefinitionList => {
                        Some("the columns of a definition list are `term`, `classifier` and `definition`")
                    }
                    Form::BulletList => Some("the column of a bullet list is `item`"),
                };
                (error.maybe_help(parts), true)
            }
        }
    }

    fn missing_header(&self, field: &Field, table: &Candidate<'p>) -> (Diagnostic, bool) {
        let wanted = field.column.first();
        let error = Diagnostic::new(field.column.span(), format!("no column has the header `{wanted}`"));
        let Some(first) = table.headers.first() else {
            let span = self.page.line_span(table.table.span().start);
            return (error.label(&self.page, span, "this table has no header").help(NEEDS_HEADER_ROWS), true);
        };
        let seen = format!("the headers are {}", list(texts(table)));
        let error = error.label(&self.page, first.cell.span(), seen);
        match best_match(&wanted, texts(table)) {
            Some(similar) => (error.help(format!("there is a similar header, `{similar}`")), true),
            None => (error, false),
        }
    }

    pub(super) fn report_no_fitting_table(&self) -> Reported {
        let drawn =
            self.findings.iter().find(|finding| finding.effect == Effect::Drawn && self.has_headers(&finding.lines));
        if let Some(finding) = drawn {
            return self.diagnostics.report(finding.diagnostic.clone().at(self.source.span));
        }
        if let Some(error) = self.unread() {
            return self.diagnostics.report(error);
        }
        let closest = self.candidates().min_by_key(|table| self.missing(table).len());
        match closest.filter(|table| self.missing(table).len() < self.required().count()) {
            Some(table) => self.report_missing(table),
            None => self.diagnostics.report(self.nothing_fits()),
        }
    }

    fn nothing_fits(&self) -> Diagnostic {
        let wanted: Vec<String> = self.required().map(|field| field.column.first()).collect();
        let wanted = list(wanted.iter().map(String::as_str));
        let page = &self.page;
        if self.tables.is_empty() {
            let text = format!("there is no {} {}", self.source.form.noun(), self.where_it_reads());
            return Diagnostic::new(self.source.span, text).help(format!("expected one with the columns {wanted}"));
        }
        let noun = self.source.form.noun();
        let text = format!("no {noun} {} has the columns {wanted}", self.where_it_reads());
        let shown = self.candidates().take(MAX_SHOWN_TABLES);
        let error = shown.fold(Diagnostic::new(self.source.span, text), |error, table| {
            error.label(page, page.line_span(table.table.span().start), described(table, self.source.form))
        });
        let more = self.candidates().count().saturating_sub(MAX_SHOWN_TABLES);
        let error = error.maybe_help((more > 0).then(|| format!("there are {more} more {noun}s")));
        let declaration = self.candidates().find_map(|table| self.declaration(table));
        error.help(declaration.unwrap_or_else(|| NEEDS_HEADER_ROWS.to_owned()))
    }

    /// The part of the page that is read.
    fn where_it_reads(&self) -> String {
        match &self.source.under {
            Some(heading) => format!("under `{}` on page `{}`", heading.value(), self.page.name()),
            None => format!("on page `{}`", self.page.name()),
        }
    }

    /// The advice to declare the columns of a table.
    fn declaration(&self, table: &Candidate<'p>) -> Option<String> {
        let Some(heading) = &self.spec.heading else {
            return Some("name the column of the codes with `column(\"…\")`".to_owned());
        };
        let text = suggest::declaration(self.page.name(), self.reading, table.table, heading)?;
        Some(format!("declare the columns of the table, for example:\n{text}"))
    }

    /// Warns of each table that lacks columns probably because of a typo.
    pub(super) fn warn_of_near_misses(&self) {
        for table in self.candidates() {
            let typos = self.missing(table).into_iter().map(|field| {
                let wanted = field.column.first();
                best_match(&wanted, texts(table)).map(|near| format!("`{near}` is not `{wanted}`"))
            });
            if let Some(typos) = typos.collect::<Option<Vec<String>>>().filter(|typos| !typos.is_empty()) {
                let text = "this table is left out, although its headers are similar to those of the columns";
                self.diagnostics.warn(
                    Diagnostic::new(self.source.span, text)
                        .label(&self.page, self.page.line_span(table.table.span().start), typos.join(", "))
                        .help("correct the headers, or choose the tables to read with `table = …`"),
                );
            }
        }
    }

    pub(super) fn no_such_table(&self, choice: &TableChoice) -> Diagnostic {
        let (page, noun) = (self.where_it_reads(), self.source.form.noun());
        match choice {
            TableChoice::Position { number, span } => {
                let count = match self.tables.len() {
                    1 => format!("1 {noun}"),
                    count => format!("{count} {noun}s"),
                };
                Diagnostic::new(*span, format!("there is no {noun} {number} {page}, which has {count}"))
            }
            TableChoice::Name(literal) => {
                let name = literal.value();
                let names: Vec<&str> = self.candidates().flat_map(Candidate::names).collect();
                let text = format!("no {noun} {page} has the label or title `{name}`");
                let error = Diagnostic::new(literal.span(), text);
                if names.is_empty() {
                    return error
                        .help(format!("no {noun} has a label or title: choose one by its position, `table = 1`"));
                }
                let similar = best_match(&name, names.iter().copied());
                error
                    .help(format!("the labels and titles are {}", list(names.iter().copied())))
                    .maybe_help(similar.map(|similar| format!("there is a similar one, `{similar}`")))
            }
        }
    }
}

/// Warns of each field that is `None` in every row although a table has almost the header of its column.
pub(super) fn warn_of_absent_columns(
    spec: &TableSpec,
    choosers: &[Chooser<'_, '_>],
    selected: &[Selected<'_>],
    diagnostics: &Diagnostics,
) {
    let address = |table: &Table<'_>| ptr::from_ref(table).addr();
    let chosen: HashSet<usize> = selected.iter().map(|table| address(table.table)).collect();
    let tables = choosers.iter().flat_map(Chooser::candidates);
    let tables = tables.filter(|table| chosen.contains(&address(table.table)));
    let headers: Vec<&str> = tables.flat_map(texts).collect();
    for (id, field) in spec.fields.enumerate() {
        if selected.iter().any(|table| table.columns[id].is_some()) {
            continue;
        }
        let header = field.column.first();
        if let Some(near) = best_match(&header, headers.iter().copied()) {
            let text = format!("no table has the column `{header}`, so `{}` is `None` in every row", field.name);
            diagnostics
                .warn(Diagnostic::new(field.column.span(), text).help(format!("there is a similar column, `{near}`")));
        }
    }
}

/// The number of a table, the heading above it, and its headers.
fn described(table: &Candidate<'_>, form: Form) -> String {
    let headings = table.table.headings();
    let under = headings.last().map_or_else(String::new, |heading| format!(" under `{}`", heading.title()));
    let seen = match (form, table.headers.is_empty()) {
        (Form::Table, true) => format!("no header and {}", columns(table.table.columns())),
        (Form::Table, false) => list(texts(table)),
        (Form::DefinitionList | Form::BulletList, _) => format!("{} items", table.body.len()),
    };
    format!("{} {}{under} has {seen}", form.noun(), table.position)
}

/// The texts of a table's header cells.
fn texts<'t>(table: &'t Candidate<'_>) -> impl Iterator<Item = &'t str> {
    table.headers.iter().map(|header| header.text.as_str())
}

fn columns(count: usize) -> String {
    if count == 1 { "1 column".to_owned() } else { format!("{count} columns") }
}

/// Refuses to read a table twice with different header rows.
pub(super) fn check_header_rows(spec: &TableSpec, selected: &[Selected<'_>], diagnostics: &Diagnostics) {
    let count = |table: &Selected<'_>| spec.sources[table.source].header_rows.map(|header_rows| header_rows.count);
    for (index, table) in selected.iter().enumerate() {
        let is_same = |earlier: &&Selected<'_>| {
            earlier.page.name() == table.page.name() && earlier.table.span() == table.table.span()
        };
        let earlier = selected.iter().take(index).filter(is_same).find(|earlier| count(earlier) != count(table));
        if let (Some(_), true) = (earlier, table.table.head().is_empty() || count(table) == Some(0)) {
            let source = &spec.sources[table.source];
            let span = source.header_rows.map_or(source.span, |header_rows| header_rows.span);
            let text = "two sources read one table with different `header_rows`";
            let line = table.page.line_span(table.table.span().start);
            let error = Diagnostic::new(span, text).label(&table.page, line, "this table");
            diagnostics.report(error.help("give both the same number, or choose different tables with `table = …`"));
        }
    }
}

fn list<'t>(names: impl IntoIterator<Item = &'t str>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
