//! The rows of the selected tables: for each field the cell it reads, with spans, headings, `fill_down` and continuation
//! rows resolved and other rows left out, so that what follows sees one code and one text per field.

mod doubt;
mod reader;
mod unspan;
mod used;

use self::reader::Reader;
use self::unspan::Unspanned;
use self::used::Used;
use crate::declaration::{Field, Markup, Source, TableSpec, Whitespace};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::indexed::{By, Id};
use crate::page::Page;
use crate::select::Selected;
use rst_tables::{Cell, Table};
use std::ops::Range;
use std::rc::Rc;

/// One row of a page.
pub(crate) struct PageRow<'p> {
    pub(crate) source: Id<Source>,
    pub(crate) page: Rc<Page>,
    /// The line of its code, or else of its first cell, counted from 1.
    pub(crate) line: usize,
    pub(crate) cells: Cells<FieldCell<'p>>,
    /// Whether it continues the row above: its code is from there, and its other empty cells mean "as above".
    pub(crate) continues: bool,
}

/// A cell per field; `None` where the table lacks the column.
pub(crate) type Cells<C> = By<Field, Option<C>>;

/// What a field sees of a row.
#[derive(Clone)]
pub(crate) struct FieldCell<'p> {
    pub(crate) cell: &'p Cell<'p>,
    /// In the rendering and with the white space that the field asks for.
    pub(crate) text: String,
}

impl<'p> FieldCell<'p> {
    fn new(field: &Field, cell: &'p Cell<'p>) -> Self {
        let text = match field.markup {
            Markup::Text => cell.text(),
            Markup::Markdown => cell.markdown(),
            Markup::Rst => cell.raw().trim().to_owned(),
        };
        let text = match field.whitespace {
            Whitespace::Keep => text,
            Whitespace::Fold => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Whitespace::Remove => text.split_whitespace().collect(),
        };
        Self { cell, text }
    }

    pub(crate) fn span(&self) -> Range<usize> {
        self.cell.span()
    }
}

/// The rows of all tables, in order. `code` is the key of a table whose rows have one.
pub(crate) fn rows<'p>(
    spec: &TableSpec,
    code: Option<Id<Field>>,
    tables: &[Selected<'p>],
    diagnostics: &Diagnostics,
) -> Vec<PageRow<'p>> {
    let used = Used::default();
    let readers = tables.iter().map(|table| Reader { spec, code, table, used: &used, diagnostics });
    let rows: Vec<PageRow<'p>> = readers.flat_map(|reader| reader.read()).collect();
    if let (Ok(()), Some(first)) = (diagnostics.check(), tables.first()) {
        used.report_idle(spec, tables, diagnostics);
        if rows.is_empty() {
            diagnostics.report(no_rows(spec, first));
        }
    }
    doubt::warn_of_cells_without_header(spec, tables, diagnostics);
    doubt::warn_of_unresolved(spec, &rows, diagnostics);
    rows
}

/// The cells of each of the last rows of a table, one per column.
pub(crate) fn full_rows<'p>(table: &'p Table<'p>, rows: usize) -> Vec<Vec<&'p Cell<'p>>> {
    Unspanned::new(table, rows).map(|row| row.cells).collect()
}

/// A table that is only a header makes no type.
fn no_rows(spec: &TableSpec, table: &Selected<'_>) -> Diagnostic {
    let span = table.page.line_span(table.table.span().start);
    let text = format!("the table on page `{}` has no rows", table.page.name());
    Diagnostic::new(spec.sources[table.source].span, text)
        .label(&table.page, span, "it starts here")
        .help("add a row to it")
}
