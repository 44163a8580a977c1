//! The rows of the selected tables: for each field the cell it reads, with spans, headings, `fill_down` and continuation
//! rows resolved and other rows left out, so that what follows sees one code and one text per field.

mod doubt;
mod page_row;
mod reader;
mod unspan;
mod used;

pub(crate) use self::page_row::{FieldCell, PageRow};

use self::reader::Reader;
use self::unspan::Unspanned;
use self::used::Used;
use crate::declaration::{Field, TableSpec};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::indexed::Id;
use crate::select::Selected;
use rst_tables::{Cell, Table};

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
