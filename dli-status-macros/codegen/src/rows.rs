//! The rows of the selected tables: for each field the cell it reads, with spans, `fill_down` and continuation rows
//! resolved, so that what follows sees one code and one text a field.

use crate::diagnostic::Diagnostic;
use crate::page::Page;
use crate::schema::{Field, Markup, Schema};
use crate::select::Selected;
use proc_macro2::Span;
use rst_tables::Cell;
use std::ops::Range;
use std::rc::Rc;

/// One row of a page, by field.
pub(crate) struct PageRow<'p> {
    /// The place of its source in the schema.
    pub(crate) source: usize,
    pub(crate) page: Rc<Page>,
    /// The line its code stands in, counted from one.
    pub(crate) line: usize,
    /// One element a field; `None` where the table lacks the column.
    pub(crate) cells: Vec<Option<FieldCell<'p>>>,
    /// Whether it continues the row above: its code is from there, and its other empty cells mean "as above".
    pub(crate) continues: bool,
}

/// What a field sees of a row.
#[derive(Clone)]
pub(crate) struct FieldCell<'p> {
    pub(crate) cell: &'p Cell<'p>,
    /// In the rendering that the field asks for.
    pub(crate) text: String,
}

impl FieldCell<'_> {
    pub(crate) fn span(&self) -> Range<usize> {
        self.cell.span()
    }
}

/// The rows of all tables, in order.
pub(crate) fn rows<'p>(schema: &Schema, tables: &[Selected<'p>], errors: &mut Vec<Diagnostic>) -> Vec<PageRow<'p>> {
    tables.iter().flat_map(|table| rows_of(schema, table, errors)).collect()
}

fn rows_of<'p>(schema: &Schema, table: &Selected<'p>, errors: &mut Vec<Diagnostic>) -> Vec<PageRow<'p>> {
    let mut rows: Vec<PageRow<'p>> = Vec::new();
    for cells in Unspanned::new(table) {
        if let Some(error) = refuse_column_span(schema, table, &cells) {
            errors.push(error);
            continue;
        }
        let fields = schema.fields.iter().zip(&table.columns);
        let cells = fields.map(|(field, column)| Some(field_cell(field, (*cells.get((*column)?)?)?))).collect();
        let row = PageRow { source: table.source, page: Rc::clone(&table.page), line: 0, cells, continues: false };
        let row = fill_down(schema, row, rows.last());
        match continue_code(schema, row, rows.last()) {
            Ok(row) => rows.push(row),
            Err(error) => errors.push(*error),
        }
    }
    rows
}

fn field_cell<'p>(field: &Field, cell: &'p Cell<'p>) -> FieldCell<'p> {
    let text = match field.markup {
        Markup::Text => cell.text(),
        Markup::Markdown => cell.markdown(),
        Markup::Rst => cell.raw().trim().to_owned(),
    };
    FieldCell { cell, text }
}

fn fill_down<'p>(schema: &Schema, mut row: PageRow<'p>, above: Option<&PageRow<'p>>) -> PageRow<'p> {
    let Some(above) = above else { return row };
    for ((field, cell), above) in schema.fields.iter().zip(&mut row.cells).zip(&above.cells) {
        if field.fill_down && cell.as_ref().is_some_and(|cell| cell.text.is_empty()) {
            cell.clone_from(above);
        }
    }
    row
}

/// Gives a row its line, and one with an empty code cell the code of the row above.
fn continue_code<'p>(
    schema: &Schema,
    mut row: PageRow<'p>,
    above: Option<&PageRow<'p>>,
) -> Result<PageRow<'p>, Box<Diagnostic>> {
    let above_code = above.and_then(|above| above.cells.get(schema.code)?.clone());
    let Some(Some(code)) = row.cells.get_mut(schema.code) else { return Ok(row) };
    row.line = row.page.position(code.cell.span().start).0;
    if code.text.is_empty() {
        let Some(above_code) = above_code else {
            let at = schema.source_span(row.source);
            return Err(Box::new(first_row_without_code(at, &row.page, code.span())));
        };
        *code = above_code;
        row.continues = true;
    }
    Ok(row)
}

fn first_row_without_code(at: Span, page: &Rc<Page>, span: Range<usize>) -> Diagnostic {
    Diagnostic::new(at, "the first row of a table has no code")
        .label(page, span, "this cell is empty")
        .help("a row without a code continues the row above it, and here is none: fill in the code")
}

/// A cell with text that stands over several columns could be the value of either.
fn refuse_column_span(schema: &Schema, table: &Selected<'_>, cells: &[Option<&Cell<'_>>]) -> Option<Diagnostic> {
    let (field, cell) = schema.fields.iter().zip(&table.columns).find_map(|(field, column)| {
        let cell = (*cells.get((*column)?)?)?;
        (cell.colspan() > 1 && !cell.text().is_empty()).then_some((field, cell))
    })?;
    let at = schema.source_span(table.source);
    Some(
        Diagnostic::new(
            at,
            format!("a cell stands over {} columns, so it is no row's `{}`", cell.colspan(), field.name),
        )
        .label(&table.page, cell.span(), "")
        .help("split the cell, or move what it says out of the table"),
    )
}

/// The rows of a table with one cell a column: a cell that spans rows stands in each of them, one that spans columns
/// in each of those.
struct Unspanned<'p> {
    rows: std::slice::Iter<'p, rst_tables::Row<'p>>,
    /// By column: the cell that reaches down from above, and for how many rows more.
    pending: Vec<Option<(&'p Cell<'p>, usize)>>,
}

impl<'p> Unspanned<'p> {
    fn new(table: &Selected<'p>) -> Self {
        Self { rows: table.body.iter(), pending: vec![None; table.table.columns()] }
    }
}

impl<'p> Iterator for Unspanned<'p> {
    type Item = Vec<Option<&'p Cell<'p>>>;

    fn next(&mut self) -> Option<Self::Item> {
        for cell in self.rows.next()? {
            let columns = self.pending.iter_mut().skip(cell.column()).take(cell.colspan());
            columns.for_each(|pending| *pending = Some((cell, cell.rowspan())));
        }
        let cells = self.pending.iter().map(|pending| pending.map(|(cell, _)| cell)).collect();
        for pending in &mut self.pending {
            *pending = pending.and_then(|(cell, left)| (left > 1).then(|| (cell, left - 1)));
        }
        Some(cells)
    }
}
