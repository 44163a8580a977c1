//! Warnings of what a page probably means otherwise than it says, in the cells that are read.

use super::page_row::PageRow;
use crate::declaration::TableSpec;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::page::Page;
use crate::select::Selected;
use rst_tables::UnresolvedKind;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

/// A warning shows the first places of those it is about.
const MAX_PLACES: usize = 3;

/// Places that are in doubt for one reason.
struct Doubt {
    warning: Diagnostic,
    places: Vec<(Rc<Page>, Range<usize>)>,
}

/// Warns of references to nothing: docutils reports an error for each on the published page.
pub(super) fn warn_of_unresolved(spec: &TableSpec, rows: &[PageRow<'_>], diagnostics: &Diagnostics) {
    let mut doubts: Vec<Doubt> = Vec::new();
    let mut by_text: HashMap<String, usize> = HashMap::new();
    let mut seen = HashSet::new();
    for row in rows {
        // A cell that spans rows is in each of them, and several fields may read one.
        let cells = row.cells.iter().flatten().map(|cell| cell.cell);
        let unresolved = cells.flat_map(rst_tables::Cell::unresolved);
        for unresolved in unresolved.filter(|unresolved| seen.insert((row.source.index(), unresolved.span()))) {
            let text = unresolved.to_string();
            let index = *by_text.entry(text.clone()).or_insert_with(|| {
                let warning = Diagnostic::new(spec.sources[row.source].span, text).help(advice(unresolved.kind()));
                doubts.push(Doubt { warning, places: Vec::new() });
                doubts.len() - 1
            });
            let doubt = doubts.get_mut(index).expect("an index is of a doubt");
            doubt.places.push((Rc::clone(&row.page), unresolved.span()));
        }
    }
    doubts.into_iter().for_each(|doubt| diagnostics.warn(doubt.finish("")));
}

fn advice(kind: &UnresolvedKind) -> &'static str {
    match kind {
        UnresolvedKind::Substitution(_) => "it is read as it is written: define it on the page, `.. |…| replace:: …`",
        UnresolvedKind::Reference(_) | UnresolvedKind::AnonymousReference => {
            "the published page shows an error here: add the target, or write the underscore as `\\_`"
        }
        UnresolvedKind::Title => {
            "the published page shows an error here: a cell cannot hold a title; indent the lines, or leave out \
                                  the line of punctuation"
        }
        _ => "the published page shows an error here",
    }
}

/// Warns of values in columns for which the header has no cell.
pub(super) fn warn_of_cells_without_header(spec: &TableSpec, tables: &[Selected<'_>], diagnostics: &Diagnostics) {
    for table in tables.iter().filter(|table| !table.table.head().is_empty()) {
        let cells = table.table.cells_without_header();
        let places: Vec<_> = cells.map(|cell| (Rc::clone(&table.page), cell.span())).collect();
        if places.is_empty() {
            continue;
        }
        let text = "a row has a cell for which there is no header, so it is not read";
        let warning = Diagnostic::new(spec.sources[table.source].span, text);
        let warning = warning.help("if a value holds a comma, put quotes around all of it");
        diagnostics.warn(Doubt { warning, places }.finish("this cell"));
    }
}

impl Doubt {
    /// The warning with its first places.
    fn finish(self, text: &str) -> Diagnostic {
        let more = match self.places.len().saturating_sub(MAX_PLACES) {
            0 => None,
            1 => Some("there is one more such place".to_owned()),
            count => Some(format!("there are {count} more such places")),
        };
        let places = self.places.into_iter().take(MAX_PLACES);
        let warning = places.fold(self.warning, |warning, (page, span)| warning.label(&page, span, text));
        warning.maybe_help(more)
    }
}
