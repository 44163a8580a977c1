//! A full-form declaration for a table of the page, ready to paste: which table it is, its columns, and types guessed from
//! its cells.

mod columns;
mod place;
mod types;

use self::columns::Columns;
use self::place::place;
use super::candidate::Candidate;
use crate::declaration::{Form, HeaderRows};
use proc_macro2::Span;
use rst_tables::{Page, Table};
use std::fmt::Write as _;

/// A declaration for a table of a page with this name; `None` if the table has no rows.
///
/// `heading` is the declaration's beginning, such as `pub enum StatusCode`. A table without a column of codes is a struct.
pub(crate) fn declaration<'p>(name: &str, page: &Page<'_>, table: &'p Table<'p>, heading: &str) -> Option<String> {
    let header_rows = header_rows(table);
    let given = header_rows.map(|count| HeaderRows { count, span: Span::call_site() });
    let columns = Columns::of(&Candidate::new(1, table, Form::Table, given))?;
    let header_rows = header_rows.map_or_else(String::new, |count| format!(", header_rows = {count}"));
    let heading = if columns.has_code() { heading.to_owned() } else { heading.replacen("enum ", "struct ", 1) };
    let mut text = format!("#[source({name:?}{}{header_rows})]\n{heading} {{\n", place(page, table));
    for column in columns.iter() {
        writeln!(text, "    #[column({}{})]", column.choice, column.options).expect("writing to a string cannot fail");
        writeln!(text, "    {}: {},", column.name, column.ty).expect("writing to a string cannot fail");
    }
    text.push('}');
    Some(text)
}

/// How many rows are the header of a table without one: one if a column has numbers below it and none in it.
fn header_rows(table: &Table<'_>) -> Option<usize> {
    if !table.head().is_empty() {
        return None;
    }
    let is_number = |text: String| types::is_number(&text);
    let texts = |column: usize| {
        table
            .body()
            .iter()
            .filter_map(move |row| row.iter().find(|cell| cell.column() == column))
            .map(|cell| cell.text())
    };
    let names_numbers = |column: usize| {
        let mut texts = texts(column);
        let first = texts.next().is_some_and(|first| !first.is_empty() && !is_number(first));
        let mut rest = texts.peekable();
        first && rest.peek().is_some() && rest.all(is_number)
    };
    Some(usize::from((0..table.columns()).any(names_numbers)))
}
