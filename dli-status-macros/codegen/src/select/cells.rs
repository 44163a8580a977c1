//! What is wrong with the cells of a table that is read: text that is lost, words that refer to nothing, values without a
//! column.

use crate::diagnostic::Diagnostic;
use crate::page::Page;
use proc_macro2::Span;
use rst_tables::{Cell, Table, Unresolved, UnresolvedKind};
use std::rc::Rc;

/// The names that Sphinx defines on every page.
const SPHINX_SUBSTITUTIONS: [&str; 4] = ["release", "version", "today", "translation progress"];

/// The mistakes in the cells of a table, in order.
pub(crate) fn of_table(page: &Rc<Page>, table: &Table<'_>) -> Vec<Diagnostic> {
    let cells = table.head().iter().chain(table.body()).flatten();
    let unresolved = cells.flat_map(Cell::unresolved).filter(|unresolved| !is_defined_by_sphinx(unresolved));
    let unresolved = unresolved.map(|unresolved| of_words(page, &unresolved));
    // One row of many tells what is wrong with the table.
    unresolved.chain(table.cells_without_header().take(1).map(|cell| without_header(page, cell))).collect()
}

fn is_defined_by_sphinx(unresolved: &Unresolved) -> bool {
    matches!(unresolved.kind(), UnresolvedKind::Substitution(name) if SPHINX_SUBSTITUTIONS.contains(&name.as_str()))
}

/// Words that refer to nothing, or that are lost.
pub(crate) fn of_words(page: &Rc<Page>, unresolved: &Unresolved) -> Diagnostic {
    let diagnostic = |code| {
        Diagnostic::new(Span::call_site(), unresolved.to_string()).with_code(code).label(page, unresolved.span(), "")
    };
    match unresolved.kind() {
        UnresolvedKind::Title => diagnostic("lost-text")
            .help("put a blank line between the text and the line of punctuation, or write a backslash before it"),
        UnresolvedKind::Substitution(name) => diagnostic("undefined-substitution")
            .help(format!("define it on the page: `.. |{name}| replace:: …`; `\\|` is a bar that means nothing"))
            .warning(),
        _ => diagnostic("unknown-target")
            .help("write a backslash before an underscore that is part of the word")
            .warning(),
    }
}

/// A value of a CSV table that is in no column.
pub(crate) fn without_header(page: &Rc<Page>, cell: &Cell<'_>) -> Diagnostic {
    Diagnostic::new(Span::call_site(), "this row has more values than the table has headers")
        .with_code("value-without-header")
        .label(page, cell.span(), "")
        .help("quote a value that holds a comma: \"a, b\"")
        .warning()
}
