//! What there is to say about a table that the reader rejects.

use crate::diagnostic::Diagnostic;
use crate::page::Page;
use crate::repair;
use proc_macro2::Span;
use rst_tables::{GridError, Kind, OptionError, Reason, TableError};
use std::ops::Range;
use std::rc::Rc;

/// The error as an author of pages reads it.
pub(crate) fn malformed(page: &Rc<Page>, error: &TableError) -> Diagnostic {
    let text = format!("malformed {}: {error}", described(error.kind()));
    let mut diagnostic = Diagnostic::new(Span::call_site(), text).label(page, error.span(), "");
    if let Some(first) = first_one(error.reason()) {
        diagnostic = diagnostic.label(page, first, "the first one is here");
    }
    diagnostic.maybe_help(repair::advice(page, error))
}

/// What a kind of table is called in messages.
fn described(kind: Kind) -> &'static str {
    match kind {
        Kind::Grid => "grid table",
        Kind::Simple => "simple table",
        Kind::ListTable => "`list-table`",
        Kind::CsvTable => "`csv-table`",
        Kind::Table => "`table` directive",
    }
}

/// The place of the first of two, where an error is about the second.
fn first_one(reason: &Reason) -> Option<Range<usize>> {
    match reason {
        Reason::Grid(GridError::TwoHeadRules { first }) | Reason::Option(OptionError::Duplicate { first, .. }) => {
            Some(first.clone())
        }
        _ => None,
    }
}
