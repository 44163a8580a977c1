//! Diagnostics for cells that cannot be values, and for rows that contradict each other.

use super::value::Value;
use super::value_error::ValueError;
use crate::declaration::{Field, FieldType, Role, TableSpec};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::Id;
use crate::rows::{FieldCell, PageRow};
use crate::unicode;
use proc_macro2::Span;
use std::ops::Range;

/// What to do about a row that is a heading.
const HEADING: &str = "if this row is a heading for the rows below it, add a field that reads it, `#[column(…, group)]`, or \
                       leave the row out with #[skip(…)]";

/// Longer texts of a page are cut in messages.
const MAX_SHOWN_CHARS: usize = 60;

pub(super) struct Reporter<'a> {
    pub(super) table: &'a TableSpec,
    pub(super) diagnostics: &'a Diagnostics,
}

impl Reporter<'_> {
    /// Refuses what would show as something else: in a code whatever takes no room, and what turns the direction of text
    /// in any cell.
    pub(super) fn check_visible(&self, field: &Field, row: &PageRow<'_>, cell: &FieldCell<'_>) -> Result<(), Reported> {
        let zero_width = || if field.role == Role::Code { unicode::zero_width(&cell.text) } else { None };
        let Some((c, name)) = unicode::bidi_control(&cell.text).or_else(zero_width) else { return Ok(()) };
        let text = format!("the `{}` of this row contains U+{:04X} {name}", field.name, u32::from(c));
        let error = Diagnostic::new(self.source(row), text)
            .label(&row.page, narrow(row, cell, &c.to_string()), "")
            .help("it is invisible but changes how the page reads: delete it");
        Err(self.diagnostics.report(error))
    }

    /// Only a pattern makes an empty code: a row with an empty cell continues the row above.
    pub(super) fn empty_code(&self, row: &PageRow<'_>, code: Id<Field>) -> Reported {
        let pattern = self.table.fields[code].pattern.as_ref().expect("only a pattern makes an empty code");
        let cell = row.cells[code].as_ref().expect("a row has a code");
        let error = Diagnostic::new(pattern.span, "the `code` of this row is empty");
        self.diagnostics.report(error.label(&row.page, cell.span(), "the pattern finds nothing here"))
    }

    pub(super) fn unreadable(
        &self,
        field: &Field,
        row: &PageRow<'_>,
        cell: &FieldCell<'_>,
        error: ValueError,
    ) -> Reported {
        let ValueError { text, why, help } = error;
        let span = field.pattern.as_ref().map_or_else(|| self.source(row), |pattern| pattern.span);
        let message = match text.as_str() {
            "" => format!("the `{}` of this row {why}", field.name),
            text => format!("the `{}` of this row, `{}`, {why}", field.name, shorten(text)),
        };
        let help = match is_heading(field, row, cell) {
            true => Some(HEADING.to_owned()),
            false => help.or_else(|| help_for_empty(field, &text)),
        };
        let error = Diagnostic::new(span, message).label(&row.page, narrow(row, cell, &text), "");
        self.diagnostics.report(error.maybe_help(help))
    }

    /// Two rows of a code, each with its value of the field.
    pub(super) fn disagreement(&self, code: &str, id: Id<Field>, rows: [(&PageRow<'_>, &Value); 2]) {
        let field = &self.table.fields[id];
        let [_, (second, _)] = rows;
        let text = format!("the rows of code {code} disagree about `{}`", field.name);
        let mut error = Diagnostic::new(self.source(second), text);
        for ((row, value), here) in rows.into_iter().zip(["here it is", "and here it is"]) {
            if let Some(cell) = &row.cells[id] {
                let text = value.to_text();
                let shown = if text.is_empty() { "empty".to_owned() } else { format!("`{}`", shorten(&text)) };
                error = error.label(&row.page, narrow(row, cell, &text), format!("{here} {shown}"));
            }
        }
        self.diagnostics.report(error.help(match &field.ty {
            FieldType::Scalar(scalar) | FieldType::Option(scalar) => format!(
                "one of the two is a slip, or both are meant: declare `{}: &'static [{scalar}]` to collect them",
                field.name
            ),
            FieldType::Bool | FieldType::Slice(_) | FieldType::OptionSlice(_) => "one of the two is a slip".to_owned(),
        }));
    }

    /// A pattern that no cell matches is a slip.
    pub(super) fn report_idle_patterns(&self, rows: &[PageRow<'_>]) {
        for (id, field) in self.table.fields.enumerate() {
            let Some(pattern) = &field.pattern else { continue };
            let cells = || rows.iter().filter_map(|row| Some((row, row.cells[id].as_ref()?)));
            if cells().any(|(_, cell)| pattern.is_match(&cell.text)) {
                continue;
            }
            let error = Diagnostic::new(pattern.span, "the pattern matches no row");
            let first = cells().find(|(_, cell)| !cell.text.is_empty());
            self.diagnostics.report(match first {
                Some((row, cell)) => {
                    error.label(&row.page, cell.span(), format!("the first cell is `{}`", shorten(&cell.text)))
                }
                None => error,
            });
        }
    }

    /// The path of the row's page in the macro call.
    fn source(&self, row: &PageRow<'_>) -> Span {
        self.table.sources[row.source].span
    }
}

/// What an empty cell may have been meant for.
fn help_for_empty(field: &Field, text: &str) -> Option<String> {
    let FieldType::Scalar(scalar) = &field.ty else { return None };
    if !text.is_empty() || field.role == Role::Code {
        return None;
    }
    Some(if field.fill_down {
        format!("`fill_down` takes the value above, and there is none: fill it in, or declare `Option<{scalar}>`")
    } else {
        format!("fill it in, declare `Option<{scalar}>`, or add `fill_down` if an empty cell means the value above it")
    })
}

/// Whether a row has text in the column of its code only.
fn is_heading(field: &Field, row: &PageRow<'_>, code: &FieldCell<'_>) -> bool {
    let others = || row.cells.iter().flatten().filter(|cell| cell.cell.column() != code.cell.column());
    field.role == Role::Code && others().next().is_some() && others().all(|cell| cell.text.is_empty())
}

/// The span of a text in the first line of a cell, or else that line.
fn narrow(row: &PageRow<'_>, cell: &FieldCell<'_>, text: &str) -> Range<usize> {
    let span = cell.span();
    match row.page.slice(span.clone()).find(text) {
        Some(offset) if !text.is_empty() => span.start + offset..span.start + offset + text.len(),
        _ => span,
    }
}

/// A text on one line, with `\n` where a line ends, and cut to a length that identifies it.
pub(super) fn shorten(text: &str) -> String {
    let mut chars = text.chars();
    let mut line = String::new();
    for c in chars.by_ref().take(MAX_SHOWN_CHARS) {
        if c.is_control() { line.extend(c.escape_default()) } else { line.push(c) }
    }
    if chars.next().is_some() { line + "…" } else { line }
}
