//! The rows of the selected tables: for each field the cell it reads, with spans, `fill_down` and continuation rows
//! resolved, so that what follows sees one code and one text per field.

mod unspan;

use self::unspan::Unspanned;
use crate::declaration::{Field, Markup, Source, TableSpec};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::{By, Id};
use crate::page::Page;
use crate::select::Selected;
use rst_tables::Cell;
use std::ops::Range;
use std::rc::Rc;

/// One row of a page.
pub(crate) struct PageRow<'p> {
    pub(crate) source: Id<Source>,
    pub(crate) page: Rc<Page>,
    /// The line of its code, counted from 1.
    pub(crate) line: usize,
    pub(crate) cells: Cells<FieldCell<'p>>,
    /// Whether it continues the row above: its code is from there, and its other empty cells mean "as above".
    pub(crate) continues: bool,
}

/// A cell per field; `None` where the table lacks the column.
pub(crate) type Cells<C> = By<Field, Option<C>>;

/// The row above another. What was wrong with it has been reported, and is not reported of the rows below it again.
type Above<'p> = Result<PageRow<'p>, Reported>;

/// What a field sees of a row.
#[derive(Clone)]
pub(crate) struct FieldCell<'p> {
    pub(crate) cell: &'p Cell<'p>,
    /// In the rendering that the field asks for.
    pub(crate) text: String,
}

impl<'p> FieldCell<'p> {
    fn new(field: &Field, cell: &'p Cell<'p>) -> Self {
        let text = match field.markup {
            Markup::Text => cell.text(),
            Markup::Markdown => cell.markdown(),
            Markup::Rst => cell.raw().trim().to_owned(),
        };
        Self { cell, text }
    }

    pub(crate) fn span(&self) -> Range<usize> {
        self.cell.span()
    }
}

/// The rows of all tables, in order.
pub(crate) fn rows<'p>(spec: &TableSpec, tables: &[Selected<'p>], diagnostics: &Diagnostics) -> Vec<PageRow<'p>> {
    let readers = tables.iter().map(|table| Reader { spec, table, diagnostics });
    let rows: Vec<PageRow<'p>> = readers.flat_map(|reader| reader.read()).flatten().collect();
    if let (true, Ok(()), Some(first)) = (rows.is_empty(), diagnostics.check(), tables.first()) {
        diagnostics.report(no_rows(spec, first));
    }
    rows
}

struct Reader<'a, 'p> {
    spec: &'a TableSpec,
    table: &'a Selected<'p>,
    diagnostics: &'a Diagnostics,
}

impl<'p> Reader<'_, 'p> {
    fn read(&self) -> Vec<Result<PageRow<'p>, Reported>> {
        let mut rows: Vec<Result<PageRow<'p>, Reported>> = Vec::with_capacity(self.table.body.len());
        for cells in Unspanned::new(self.table.table.columns(), self.table.body) {
            rows.push(self.row(&cells, rows.last()));
        }
        rows
    }

    /// `cells` has one element per column of the table; `above` is the row above in the same table.
    fn row(&self, cells: &[&'p Cell<'p>], above: Option<&Above<'p>>) -> Result<PageRow<'p>, Reported> {
        let cells: Cells<&'p Cell<'p>> = self.table.columns.map(|column| {
            column.map(|column| *cells.get(column).expect("a row has a cell in each column of its table"))
        });
        self.check_column_spans(&cells)?;
        let cells = self.spec.fields.iter().zip(&cells);
        let cells = cells.map(|(field, cell)| cell.map(|cell| FieldCell::new(field, cell))).collect();
        let cells = self.fill_down(cells, above)?;
        self.continue_code(cells, above)
    }

    /// A cell with text that spans several columns could be the value of each of them.
    fn check_column_spans(&self, cells: &Cells<&'p Cell<'p>>) -> Result<(), Reported> {
        for (id, cell) in cells.enumerate() {
            let Some(cell) = cell else { continue };
            if cell.colspan() > 1 && !cell.text().is_empty() {
                let name = &self.spec.fields[id].name;
                let text = format!("a cell spans {} columns, so it cannot be the `{name}` of a row", cell.colspan());
                let error = Diagnostic::new(self.spec.sources[self.table.source].span, text)
                    .label(&self.table.page, cell.span(), "")
                    .help("split the cell, or move its text out of the table");
                return Err(self.diagnostics.report(error));
            }
        }
        Ok(())
    }

    fn fill_down(
        &self,
        mut cells: Cells<FieldCell<'p>>,
        above: Option<&Above<'p>>,
    ) -> Result<Cells<FieldCell<'p>>, Reported> {
        for (id, field) in self.spec.fields.enumerate() {
            if field.fill_down
                && cells[id].as_ref().is_some_and(|cell| cell.text.is_empty())
                && let Some(above) = above
            {
                cells[id].clone_from(&above.as_ref().map_err(|reported| *reported)?.cells[id]);
            }
        }
        Ok(cells)
    }

    /// The row at its line; one with an empty code cell has the code of the row above.
    fn continue_code(
        &self,
        mut cells: Cells<FieldCell<'p>>,
        above: Option<&Above<'p>>,
    ) -> Result<PageRow<'p>, Reported> {
        let code = cells[self.spec.code].as_ref().expect("a selected table has the column of the code");
        let (line, _) = self.table.page.position(code.span().start);
        let continues = code.text.is_empty();
        if continues {
            let Some(above) = above else { return Err(self.diagnostics.report(self.first_row_without_code(code))) };
            cells[self.spec.code].clone_from(&above.as_ref().map_err(|reported| *reported)?.cells[self.spec.code]);
        }
        let (source, page) = (self.table.source, Rc::clone(&self.table.page));
        Ok(PageRow { source, page, line, cells, continues })
    }

    fn first_row_without_code(&self, code: &FieldCell<'p>) -> Diagnostic {
        Diagnostic::new(self.spec.sources[self.table.source].span, "the first row of a table has no code")
            .label(&self.table.page, code.span(), "this cell is empty")
            .help("a row without a code continues the row above it, and there is none: fill in the code")
    }
}

/// A table that is only a header makes no type.
fn no_rows(spec: &TableSpec, table: &Selected<'_>) -> Diagnostic {
    let span = table.page.line_span(table.table.span().start);
    let text = format!("the table on page `{}` has no rows", table.page.name());
    Diagnostic::new(spec.sources[table.source].span, text)
        .label(&table.page, span, "it starts here")
        .help("an enum needs a variant: add a row with a code")
}
