//! The values of one row.

use super::report::Reporter;
use super::value::{self, Value};
use crate::declaration::{Field, FieldType};
use crate::diagnostic::Reported;
use crate::indexed::By;
use crate::rows::{FieldCell, PageRow};

/// The rows that can be read, and their values. The others are reported.
pub(super) fn readable<'r, 'p>(
    reporter: &Reporter<'_>,
    rows: &'r [PageRow<'p>],
) -> Vec<(&'r PageRow<'p>, By<Field, Value>)> {
    let readable = rows.iter().filter_map(|row| Some((row, values(reporter, row).ok()?))).collect();
    // If a row cannot be read, its pattern need not be at fault.
    if reporter.diagnostics.check().is_ok() {
        reporter.report_idle_patterns(rows);
    }
    readable
}

/// The values of a row; the mistakes of all its cells are reported.
fn values(reporter: &Reporter<'_>, row: &PageRow<'_>) -> Result<By<Field, Value>, Reported> {
    let values = reporter.table.fields.iter().zip(&row.cells).map(|(field, cell)| match (cell, &field.ty) {
        (Some(cell), _) if !leaves_to_row_above(row, field, cell) => value(reporter, field, row, cell),
        // Of a table that has the column, a row without a value has an empty list.
        (None, FieldType::Slice(_)) => Ok(Value::List(Vec::new())),
        _ => Ok(Value::Nothing),
    });
    values.collect::<Vec<_>>().into_iter().collect()
}

fn value(reporter: &Reporter<'_>, field: &Field, row: &PageRow<'_>, cell: &FieldCell<'_>) -> Result<Value, Reported> {
    reporter.check_visible(field, row, cell)?;
    value::read(field, &cell.text).map_err(|error| reporter.unreadable(field, row, cell, error))
}

/// Whether a row says nothing about a field, so that the row above holds for it.
pub(super) fn leaves_to_row_above(row: &PageRow<'_>, field: &Field, cell: &FieldCell<'_>) -> bool {
    row.continues && cell.text.is_empty() && !matches!(field.ty, FieldType::Slice(_) | FieldType::OptionSlice(_))
}
