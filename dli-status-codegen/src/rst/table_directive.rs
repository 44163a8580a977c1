//! `.. table::`, which gives a title to the table inside; and what the table directives have in common.

use std::borrow::Cow;

use super::block::Block;
use super::directive::{Directive, Run, given_widths, has_broken_markup};
use super::found::{Found, FoundTable};
use super::frame::{Close, Frame, Kid, Kids, Node};
use super::malformed::Malformed;
use super::parser::Parser;
use super::region::Region;
use super::table::{Kind, Row};

/// A table directive whose content is being read.
pub(crate) struct TableDirective<'p> {
    name: String,
    line: usize,
    span: std::ops::Range<usize>,
    title: Option<Cow<'p, str>>,
    /// Whether docutils complains about the title.
    broken: bool,
    widths: Option<usize>,
    /// How much had been read before.
    mark: usize,
    label: Option<String>,
}

/// A table that a directive holds itself, when it has been read.
pub(crate) struct DirectiveTable<'p> {
    pub(crate) kind: Kind,
    pub(crate) line: usize,
    pub(crate) title: Option<Cow<'p, str>>,
    pub(crate) roles: usize,
    pub(crate) columns: usize,
    pub(crate) head: Vec<Row<'p>>,
    pub(crate) body: Vec<Row<'p>>,
}

impl<'p> Parser<'p> {
    pub(crate) fn table_directive(&mut self, frame: &mut Frame<'p>, directive: Directive<'p>) {
        if directive.content.is_empty() {
            self.message(frame);
            let error = format!("Content block expected for the \"{}\" directive; none found.", directive.name);
            return self.malformed_directive(frame, Run::Table, directive.line, error, None);
        }
        let widths = given_widths(&directive);
        let broken = directive.argument.as_deref().is_some_and(has_broken_markup);
        let Directive { name, line, argument: title, content, .. } = directive;
        let span = line_span(&frame.region, line);
        let label = frame.kids.label.clone();
        let mut titles = frame.table_titles.clone();
        titles.extend(title.clone());
        let close = TableDirective { name, line, span, title, broken, widths, mark: self.mark(), label };
        let mut inner = Frame::new(content, Node::Loose, Close::Table(Box::new(close)));
        inner.table_titles = titles;
        self.nest(inner);
    }

    pub(crate) fn end_table_directive(&mut self, directive: TableDirective<'p>, kids: &Kids) {
        let error = if kids.is_only(&Kid::Table) {
            self.wrong_widths(&directive)
        } else {
            let name = &directive.name;
            Some(format!("Error parsing content block for the \"{name}\" directive: exactly one table expected."))
        };
        if let Some(outer) = self.outer() {
            outer.kids.add(if error.is_none() { Kid::Table } else { Kid::Message });
            if error.is_none() && directive.broken {
                outer.kids.add(Kid::Message);
            }
        }
        let mark = directive.mark;
        let Some(error) = error else { return self.label_table(directive) };
        self.rewind(mark);
        let Some(found) = self.found() else { return };
        let inside = found.get(mark..).unwrap_or_default();
        let is_block =
            |found: &Found<'_>| matches!(found, Found::Malformed(m) if matches!(m.kind, Kind::Grid | Kind::Simple));
        // A malformed table says more than that there is none.
        if !inside.iter().any(is_block) {
            let TableDirective { line, span, .. } = directive;
            let malformed = Malformed { kind: Kind::Table, line: line + 1, span, error, detail: None };
            found.insert(mark.min(found.len()), Found::Malformed(malformed));
        }
    }

    /// The widths must be as many as the columns of the table that has just been read.
    fn wrong_widths(&mut self, directive: &TableDirective<'p>) -> Option<String> {
        let widths = directive.widths?;
        let Some(Found::Table(table)) = self.found()?.last() else { return None };
        let columns = table.columns;
        (columns != widths).then(|| widths_error(&directive.name, columns))
    }

    fn label_table(&mut self, directive: TableDirective<'p>) {
        if let Some(Found::Table(table)) = self.found().and_then(|found| found.last_mut()) {
            table.label = directive.label;
            table.title = directive.title.or(table.title.take());
        }
    }

    /// Begins a table's steps with its titles.
    pub(crate) fn enter_table(&mut self, frame: &Frame<'p>, own_title: Option<&Cow<'p, str>>) {
        if self.wants_steps() {
            self.enter(Block::Table);
            for title in frame.table_titles.iter().chain(own_title) {
                self.inline(Block::Title, || title.clone());
            }
        }
    }

    /// Puts a table that a directive holds itself where tables go; its label is known already.
    pub(crate) fn directive_table(&mut self, table: DirectiveTable<'p>, label: Option<String>) {
        let DirectiveTable { kind, line, title, roles, columns, head, body } = table;
        if let Some(found) = self.found() {
            found.push(Found::Table(FoundTable { kind, line: line + 1, label, title, roles, columns, head, body }));
        }
    }

    /// Notes that docutils refuses a table's directive.
    pub(crate) fn malformed_directive(
        &mut self,
        frame: &Frame<'p>,
        run: Run,
        line: usize,
        error: String,
        detail: Option<String>,
    ) {
        let span = line_span(&frame.region, line);
        self.malformed_at(run, line, span, error, detail);
    }

    /// The same with the place at fault known.
    pub(crate) fn malformed_at(
        &mut self,
        run: Run,
        line: usize,
        span: std::ops::Range<usize>,
        error: String,
        detail: Option<String>,
    ) {
        let kind = match run {
            Run::Table => Kind::Table,
            Run::ListTable => Kind::ListTable,
            Run::CsvTable => Kind::CsvTable,
            _ => return,
        };
        if let Some(found) = self.found() {
            found.push(Found::Malformed(Malformed { kind, line: line + 1, span, error, detail }));
        }
    }
}

/// The bytes of the page that a line of a region takes.
pub(crate) fn line_span(region: &Region<'_>, line: usize) -> std::ops::Range<usize> {
    region.place(line, 0)..region.place(line, region.text(line).len())
}

pub(crate) fn widths_error(name: &str, columns: usize) -> String {
    format!("\"{name}\" widths do not match the number of columns in table ({columns}).")
}

/// Checks how many rows and columns are meant as headers; `rows` are the lengths of all rows.
pub(crate) fn check_dimensions(
    name: &str,
    header_rows: usize,
    stub_columns: usize,
    rows: &mut dyn ExactSizeIterator<Item = usize>,
) -> Result<(), String> {
    let count = rows.len();
    if count < header_rows {
        return Err(format!(
            "{header_rows} header row(s) specified but only {count} row(s) of data supplied (\"{name}\" directive)."
        ));
    }
    if count == header_rows && header_rows > 0 {
        return Err(format!(
            "Insufficient data supplied ({count} row(s)); no data remaining for table body, required by \"{name}\" \
             directive."
        ));
    }
    for length in rows {
        if length < stub_columns {
            return Err(format!(
                "{stub_columns} stub column(s) specified but only {length} columns(s) of data supplied (\"{name}\" \
                 directive)."
            ));
        }
        if length == stub_columns && stub_columns > 0 {
            return Err(format!(
                "Insufficient data supplied ({length} columns(s)); no data remaining for table body, required by \
                 \"{name}\" directive."
            ));
        }
    }
    Ok(())
}
