//! What is said about cells that cannot be values, and rows that contradict each other.

use super::{Checker, Group};
use crate::diagnostic::Diagnostic;
use crate::rows::{FieldCell, PageRow};
use crate::schema::{Field, FieldType};
use crate::value::{Unfit, Value};

impl Checker<'_> {
    pub(super) fn invisible(&self, field: &Field, row: &PageRow<'_>, cell: &FieldCell<'_>) -> Option<Diagnostic> {
        let (c, name) = crate::invisible::first_in(&cell.text, field.name == "code")?;
        let text = format!("the `{}` of this row holds U+{:04X} {name}", field.name, u32::from(c));
        let error = Diagnostic::new(self.source(row), text).label(&row.page, narrow(row, cell, &c.to_string()), "");
        Some(error.help("it does not show but changes what the page says: delete it"))
    }

    /// Only a pattern makes one: a row with an empty cell continues the row above.
    pub(super) fn empty_code(&self, row: &PageRow<'_>, cell: &FieldCell<'_>) -> Diagnostic {
        let pattern = self.schema.fields.get(self.schema.code).and_then(|field| field.regex.as_ref());
        let at = pattern.map_or_else(|| self.source(row), |pattern| pattern.literal.span());
        Diagnostic::new(at, "the `code` of this row is empty").label(
            &row.page,
            cell.span(),
            "the pattern picks nothing here",
        )
    }

    pub(super) fn unfit(&self, field: &Field, row: &PageRow<'_>, cell: &FieldCell<'_>, unfit: Unfit) -> Diagnostic {
        let at = match &field.regex {
            Some(pattern) => pattern.literal.span(),
            None => self.source(row),
        };
        let shown = shorten(&unfit.text);
        let message = if unfit.text.is_empty() {
            format!("the `{}` of this row {}", field.name, unfit.why)
        } else {
            format!("the `{}` of this row, `{shown}`, {}", field.name, unfit.why)
        };
        let error = Diagnostic::new(at, message).label(&row.page, narrow(row, cell, &unfit.text), "");
        match unfit.help.or_else(|| help_for_empty(field, &unfit.text)) {
            Some(help) => error.help(help),
            None => error,
        }
    }

    pub(super) fn disagreement<'p>(
        &self,
        group: &Group<'_, 'p>,
        row: &PageRow<'p>,
        index: usize,
        new: &Value,
    ) -> Diagnostic {
        let code = group.values.get(self.schema.code).map(Value::to_text).unwrap_or_default();
        let old = group.values.get(index).map(Value::to_text).unwrap_or_default();
        let new = new.to_text();
        let Some(field) = self.schema.fields.get(index) else { return Diagnostic::new(self.source(row), "") };
        let mut error =
            Diagnostic::new(self.source(row), format!("the rows of code {code} disagree about `{}`", field.name));
        for (row, text, here) in [(group.row, &old, "here it is"), (row, &new, "and here it is")] {
            if let Some(Some(cell)) = row.cells.get(index) {
                let shown = if text.is_empty() { "empty".to_owned() } else { format!("`{}`", shorten(text)) };
                error = error.label(&row.page, narrow(row, cell, text), format!("{here} {shown}"));
            }
        }
        let ty = match &field.ty {
            FieldType::Scalar(_) | FieldType::Option(_) => field.value_type_text(),
            _ => return error.help("one of the two is a slip"),
        };
        error.help(format!(
            "one of the two is a slip, or both are meant: declare `{}: &'static [{ty}]` to collect them",
            field.name
        ))
    }

    /// A pattern that no cell matches is a slip of the pen.
    pub(super) fn report_idle_patterns(&self, rows: &[PageRow<'_>], errors: &mut Vec<Diagnostic>) {
        for (index, field) in self.schema.fields.iter().enumerate() {
            let Some(pattern) = &field.regex else { continue };
            let texts = || rows.iter().filter_map(|row| Some((row, row.cells.get(index)?.as_ref()?)));
            if texts().any(|(_, cell)| pattern.regex.is_match(&cell.text)) {
                continue;
            }
            let mut error = Diagnostic::new(pattern.literal.span(), "the pattern matches no row");
            if let Some((row, cell)) = texts().find(|(_, cell)| !cell.text.is_empty()) {
                error = error.label(&row.page, cell.span(), format!("the first cell is `{}`", shorten(&cell.text)));
            }
            errors.push(error);
        }
    }
}

/// What an empty cell may have been meant for.
fn help_for_empty(field: &Field, text: &str) -> Option<String> {
    if !text.is_empty() || field.name == "code" || !matches!(field.ty, FieldType::Scalar(_)) {
        return None;
    }
    let ty = field.type_text();
    Some(match field.fill_down {
        true => {
            format!("`fill_down` takes the value above, and here is none: fill it in, or make the field `Option<{ty}>`")
        }
        false => format!(
            "fill it in, make the field `Option<{ty}>`, or add `fill_down` if an empty cell means the value above it"
        ),
    })
}

/// The place of a text in a cell, if it stands in its first line; else that line.
fn narrow(row: &PageRow<'_>, cell: &FieldCell<'_>, text: &str) -> std::ops::Range<usize> {
    let span = cell.span();
    match row.page.slice(span.clone()).find(text) {
        Some(at) if !text.is_empty() => span.start + at..span.start + at + text.len(),
        _ => span,
    }
}

/// Enough of a text to know it by.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST).collect();
    if text.chars().nth(MOST).is_some() { line + "…" } else { line }
}
