//! Reads the rows of one table: headings and rows to leave out first, then the fields of the others.

use super::page_row::{Cells, FieldCell, PageRow};
use super::unspan::{FullRow, Unspanned};
use super::used::Used;
use crate::declaration::{Field, Skip, TableSpec};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::Id;
use crate::select::Selected;
use rst_tables::Cell;
use std::rc::Rc;

pub(super) struct Reader<'a, 'p> {
    pub(super) spec: &'a TableSpec,
    /// The key of the table, if its rows have one.
    pub(super) code: Option<Id<Field>>,
    pub(super) table: &'a Selected<'p>,
    pub(super) used: &'a Used,
    pub(super) diagnostics: &'a Diagnostics,
}

/// What has been read of a table so far.
#[derive(Default)]
struct Above<'p> {
    /// The row above. What was wrong with it has been reported, and is not reported of the rows below it again.
    row: Option<Result<ReadRow<'p>, Reported>>,
    /// By field, the cell of the last heading.
    headings: Vec<(Id<Field>, FieldCell<'p>)>,
}

/// A row that may be left out.
struct ReadRow<'p> {
    row: PageRow<'p>,
    is_skipped: bool,
}

impl<'p> Reader<'_, 'p> {
    /// The rows that are not left out.
    pub(super) fn read(&self) -> Vec<PageRow<'p>> {
        let mut above = Above::default();
        let mut rows = Vec::with_capacity(self.table.rows.len());
        for row in Unspanned::new(self.table.table, self.table.rows.len()) {
            if self.take_heading(&row, &mut above) {
                continue;
            }
            let read = self.row(&row, &above);
            if let Some(Ok(ReadRow { row, is_skipped: false })) = above.row.replace(read) {
                rows.push(row);
            }
        }
        if let Some(Ok(ReadRow { row, is_skipped: false })) = above.row {
            rows.push(row);
        }
        rows
    }

    /// Whether the row is a heading for those below it: it has text in the column of a group alone, or in one cell across
    /// the whole table.
    fn take_heading(&self, row: &FullRow<'p>, above: &mut Above<'p>) -> bool {
        let mut groups = self.spec.fields.enumerate().filter(|(_, field)| field.group.is_some()).peekable();
        if groups.peek().is_none() || row.cells.len() < 2 {
            return false;
        }
        // A cell that spans columns is in each of them.
        let cells = row.cells.iter().enumerate().filter(|(column, cell)| cell.column() == *column);
        let mut filled = cells.map(|(_, cell)| *cell).filter(|cell| !cell.text().is_empty());
        let (Some(heading), None) = (filled.next(), filled.next()) else { return false };
        let is_across = heading.colspan() == row.cells.len();
        let is_read = |id| is_across || self.table.columns[id] == Some(heading.column());
        let groups: Vec<_> = groups.filter(|(id, _)| is_read(*id)).collect();
        for (id, field) in &groups {
            self.used.heading(*id);
            above.headings.retain(|(other, _)| other != id);
            above.headings.push((*id, FieldCell::new(field, heading)));
        }
        !groups.is_empty()
    }

    fn row(&self, row: &FullRow<'p>, above: &Above<'p>) -> Result<ReadRow<'p>, Reported> {
        let is_skipped = self.is_skipped(row);
        let cells: Cells<&'p Cell<'p>> = self.table.columns.map(|column| {
            column.map(|column| *row.cells.get(column).expect("a row has a cell in each column of its table"))
        });
        if !is_skipped {
            self.check_column_spans(&cells)?;
        }
        let fields = self.spec.fields.enumerate().zip(&cells);
        let cells = fields.map(|((id, field), cell)| match field.group {
            Some(_) if is_skipped => Ok(None),
            Some(_) => self.heading(id, field, *cell, above),
            None => Ok(cell.map(|cell| FieldCell::new(field, cell))),
        });
        let cells = self.fill_down(cells.collect::<Result<_, Reported>>()?, above)?;
        self.place(row, cells, is_skipped, above)
    }

    /// Whether one of the rules leaves the row out.
    fn is_skipped(&self, row: &FullRow<'p>) -> bool {
        let matches = |(id, skip): (Id<Skip>, &Skip)| {
            let cell = self.table.skips[id].and_then(|column| row.cells.get(column));
            let matches = cell.is_some_and(|cell| skip.matches(&cell.text()));
            if matches {
                self.used.skip(id);
            }
            matches
        };
        // All of them are tried: each has to leave out a row.
        self.spec.skips.enumerate().map(matches).fold(false, |any, matches| any | matches)
    }

    /// The heading above a row.
    fn heading(
        &self,
        id: Id<Field>,
        field: &Field,
        cell: Option<&'p Cell<'p>>,
        above: &Above<'p>,
    ) -> Result<Option<FieldCell<'p>>, Reported> {
        let heading = above.headings.iter().find(|(other, _)| *other == id).map(|(_, heading)| heading.clone());
        match (heading, cell, field.group) {
            (None, Some(cell), Some(span)) if !field.is_optional() => {
                let text = format!("no heading is above this row, so it has no `{}`", field.name);
                let ty = field.ty.scalar().map_or_else(String::new, ToString::to_string);
                let error = Diagnostic::new(span, text).label(&self.table.page, cell.span(), "");
                Err(self.diagnostics.report(error.help(format!("declare the field as `Option<{ty}>`"))))
            }
            (heading, ..) => Ok(heading),
        }
    }

    /// A cell with text that spans several columns could be the value of each of them.
    fn check_column_spans(&self, cells: &Cells<&'p Cell<'p>>) -> Result<(), Reported> {
        let fields = self.spec.fields.iter().zip(cells).filter(|(field, _)| field.group.is_none());
        for (field, cell) in fields {
            let Some(cell) = cell else { continue };
            if cell.colspan() > 1 && !cell.text().is_empty() {
                let text =
                    format!("a cell spans {} columns, so it cannot be the `{}` of a row", cell.colspan(), field.name);
                let error = Diagnostic::new(self.spec.sources[self.table.source].span, text);
                let error = error.label(&self.table.page, cell.span(), "");
                return Err(self.diagnostics.report(match cell.colspan() == self.table.table.columns() {
                    true => error.help(
                        "if it is a heading for the rows below it, add a field that reads it, `#[column(…, group)]`, or \
                         leave the row out with #[skip(…)]",
                    ),
                    false => error.help("split the cell, or leave the row out with #[skip(…)]"),
                }));
            }
        }
        Ok(())
    }

    fn fill_down(&self, mut cells: Cells<FieldCell<'p>>, above: &Above<'p>) -> Result<Cells<FieldCell<'p>>, Reported> {
        for (id, field) in self.spec.fields.enumerate() {
            if field.fill_down
                && cells[id].as_ref().is_some_and(|cell| cell.text.is_empty())
                && let Some(above) = &above.row
            {
                cells[id].clone_from(&above.as_ref().map_err(|reported| *reported)?.row.cells[id]);
            }
        }
        Ok(cells)
    }

    /// The row at its line; one with an empty code cell has the code of the row above, and is left out like it.
    fn place(
        &self,
        row: &FullRow<'p>,
        mut cells: Cells<FieldCell<'p>>,
        is_skipped: bool,
        above: &Above<'p>,
    ) -> Result<ReadRow<'p>, Reported> {
        let (mut is_skipped, mut continues) = (is_skipped, false);
        let first = row.first.or(row.cells.first().copied()).expect("a table has columns");
        let mut place = first.span().start;
        if let Some(code) = self.code {
            let cell = cells[code].as_ref().expect("a selected table has the column of the code");
            place = cell.span().start;
            continues = cell.text.is_empty() && !is_skipped;
            if continues {
                let Some(above) = &above.row else { return Err(self.first_row_without_code(cell)) };
                let above = above.as_ref().map_err(|reported| *reported)?;
                is_skipped = above.is_skipped;
                cells[code].clone_from(&above.row.cells[code]);
            }
        }
        let (line, _) = self.table.page.position(place);
        let (source, page) = (self.table.source, Rc::clone(&self.table.page));
        Ok(ReadRow { row: PageRow { source, page, line, cells, continues }, is_skipped })
    }

    fn first_row_without_code(&self, code: &FieldCell<'p>) -> Reported {
        let text = "the first row of a table has no code";
        self.diagnostics.report(
            Diagnostic::new(self.spec.sources[self.table.source].span, text)
                .label(&self.table.page, code.span(), "this cell is empty")
                .help("a row without a code continues the row above it, and there is none: fill in the code")
                .help("a row that is none can be left out: #[skip(…, empty)] in front of the enum"),
        )
    }
}
