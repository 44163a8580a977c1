//! `.. table::`, which gives a title to the table inside; and what the table directives have in common.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::block::frame::{Close, Frame, Kid, Kids, Node};
use crate::block::parser::Parser;
use crate::block::tree::Block;
use crate::directive::{Directive, Run, given_widths, has_broken_markup};
use crate::table::found::{Found, FoundTable};
use crate::table::malformed::Malformed;
use crate::table::{Kind, Row};

/// A table directive whose content is being read.
pub(crate) struct TableDirective<'p> {
    name: String,
    span: Range<usize>,
    first_line: Range<usize>,
    title: Option<Cow<'p, str>>,
    /// Whether docutils complains about the title.
    broken: bool,
    widths: Option<usize>,
    /// How much had been read before, and how many malformed tables were in it.
    mark: usize,
    malformed: usize,
    label: Option<Arc<str>>,
}

/// A table that a directive holds itself, when it has been read.
pub(crate) struct DirectiveTable<'p> {
    pub(crate) kind: Kind,
    pub(crate) span: Range<usize>,
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
            return self.malformed_directive(Run::Table, &directive, error, None);
        }
        let widths = given_widths(&directive);
        let broken = directive.argument.as_deref().is_some_and(has_broken_markup);
        let Directive { name, span, first_line, argument: title, content, .. } = directive;
        let label = frame.kids.label.clone();
        let mark = self.mark();
        if let Some(found) = self.found() {
            // What is wrong with the directive goes before what is wrong inside.
            found.push(Found::Nothing);
        }
        let mut titles = frame.table_titles.clone();
        titles.extend(title.clone().map(Arc::new));
        let close = TableDirective {
            name,
            span,
            first_line,
            title,
            broken,
            widths,
            mark,
            malformed: self.malformed_blocks,
            label,
        };
        let mut inner = Frame::new(content, Node::Loose, Close::Table(Box::new(close)));
        inner.table_titles = titles;
        self.nest(inner);
    }

    pub(crate) fn end_table_directive(&mut self, directive: TableDirective<'p>, kids: &Kids) {
        let error = match kids.only_table() {
            Some(columns) => {
                directive.widths.filter(|&widths| widths != columns).map(|_| widths_error(&directive.name, columns))
            }
            None => {
                let name = &directive.name;
                Some(format!("Error parsing content block for the \"{name}\" directive: exactly one table expected."))
            }
        };
        if let Some(outer) = self.outer() {
            match (&error, kids.only_table()) {
                (None, Some(columns)) => outer.kids.add(Kid::Table { columns }),
                _ => outer.kids.add(Kid::Message),
            }
            if error.is_none() && directive.broken {
                outer.kids.add(Kid::Message);
            }
        }
        let mark = directive.mark;
        let Some(error) = error else { return self.label_table(directive) };
        self.rewind(mark);
        // A malformed table says more than that there is none.
        let is_told = self.malformed_blocks > directive.malformed;
        if let Some(place) = self.found().and_then(|found| found.get_mut(mark)).filter(|_| !is_told) {
            let TableDirective { span: table, first_line: span, .. } = directive;
            *place = Found::Malformed(Malformed { kind: Kind::Table, table, span, error, detail: None });
        }
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
            for title in frame.table_titles.iter().map(AsRef::as_ref).chain(own_title) {
                self.inline(Block::Title, || title.clone());
            }
        }
    }

    /// Puts a table that a directive holds itself where tables go; its label is known already.
    pub(crate) fn directive_table(&mut self, table: DirectiveTable<'p>, label: Option<Arc<str>>) {
        let DirectiveTable { kind, span, title, roles, columns, head, body } = table;
        self.push_table(FoundTable { kind, span, label, title, roles, columns, head, body });
    }

    /// Notes that docutils refuses a table's directive.
    pub(crate) fn malformed_directive(
        &mut self,
        run: Run,
        directive: &Directive<'p>,
        error: String,
        detail: Option<String>,
    ) {
        self.malformed_at(run, directive.span.clone(), directive.first_line.clone(), error, detail);
    }

    /// The same with the place at fault known.
    pub(crate) fn malformed_at(
        &mut self,
        run: Run,
        table: Range<usize>,
        span: Range<usize>,
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
            found.push(Found::Malformed(Malformed { kind, table, span, error, detail }));
        }
    }
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
