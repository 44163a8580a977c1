//! Which parts of a declaration have had an effect: those that have none are slips.

use crate::declaration::{Column, Field, Skip, TableSpec};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::indexed::Id;
use crate::select::Selected;
use std::cell::RefCell;

/// The rules that have left out a row, and the groups that have had a heading.
#[derive(Default)]
pub(super) struct Used {
    skips: RefCell<Vec<Id<Skip>>>,
    groups: RefCell<Vec<Id<Field>>>,
}

impl Used {
    pub(super) fn skip(&self, id: Id<Skip>) {
        note(&self.skips, id);
    }

    pub(super) fn heading(&self, id: Id<Field>) {
        note(&self.groups, id);
    }

    /// Reports what has had no effect in any of the tables.
    pub(super) fn report_idle(&self, spec: &TableSpec, tables: &[Selected<'_>], diagnostics: &Diagnostics) {
        let (skips, groups) = (self.skips.borrow(), self.groups.borrow());
        for (id, skip) in spec.skips.enumerate().filter(|(id, _)| !skips.contains(id)) {
            let has_column = tables.iter().any(|table| table.skips[id].is_some());
            diagnostics.report(idle_skip(&skip.column, has_column));
        }
        for (_, field) in spec.fields.enumerate().filter(|(id, _)| !groups.contains(id)) {
            if let Some(span) = field.group {
                let text = format!("no row is a heading, so no row has a `{}`", field.name);
                let help = format!(
                    "a heading is a row with text in the column {} alone, or in one cell across the whole table",
                    field.column
                );
                diagnostics.report(Diagnostic::new(span, text).help(help));
            }
        }
    }
}

fn note<K>(used: &RefCell<Vec<Id<K>>>, id: Id<K>) {
    if !used.borrow().contains(&id) {
        used.borrow_mut().push(id);
    }
}

fn idle_skip(column: &Column, has_column: bool) -> Diagnostic {
    match has_column {
        true => Diagnostic::new(column.span(), "this #[skip(…)] leaves out no row: correct it or remove it"),
        false => Diagnostic::new(column.span(), format!("no table that is read has the column {column}")),
    }
}
