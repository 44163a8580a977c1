//! The docs of a struct: how many rows there are, and a table of them.

use super::sentence::first_sentence;
use super::summary::{MAX_ROWS, first_line};
use super::variant::{are_written, pages};
use crate::declaration::{ItemSpec, TableSpec};
use crate::model::Record;
use rst_tables::{escape_markdown, markdown_code};
use syn::ext::IdentExt;

/// What follows the docs that the caller has written.
pub(crate) fn structure(table: &TableSpec, spec: &ItemSpec, records: &[Record]) -> String {
    let head = match are_written(&spec.attributes) {
        true => "\n # Rows".to_owned(),
        false => format!(" {}", first_line(&pages(table), records.len())),
    };
    let names = table.fields.iter().map(|field| markdown_code(&field.name.unraw().to_string()));
    let mut docs = format!("{head}\n{}\n |{}", row(names), " --- |".repeat(table.fields.iter().len()));
    for record in records.iter().take(MAX_ROWS) {
        docs.push_str(&row(record.values.iter().map(|value| escape_markdown(first_sentence(&value.to_text())))));
    }
    if let Some(more) = records.len().checked_sub(MAX_ROWS).filter(|more| *more > 0) {
        docs.push_str(&format!("\n\n There are {more} more; `ALL` has every one."));
    }
    docs
}

/// A blank begins each line, as it does after `///`.
fn row(cells: impl Iterator<Item = String>) -> String {
    cells.fold("\n |".to_owned(), |row, cell| row + " " + &cell + " |")
}
