//! A full-form declaration for a table that is there, ready to paste: its headers, and types guessed from its cells.

use crate::naming;
use crate::select::{Reading, fold};
use rst_tables::{Cell, Row, Table};
use std::fmt::Write as _;

/// A declaration for a table of the page, if it has a header and a column of codes.
pub(crate) fn declaration(
    reading: &Reading<'_>,
    table: &Table<'_>,
    header_rows: usize,
    heading: &str,
) -> Option<String> {
    let columns = columns(table, header_rows);
    columns.iter().find(|column| column.name == "code")?;
    let is_this = |other: &Table<'_>| other.span() == table.span();
    let choice = match reading.tables.iter().position(|other| other.as_ref().is_ok_and(is_this)) {
        Some(at) if reading.tables.len() > 1 => format!(", table = {}", at + 1),
        _ => String::new(),
    };
    let mut text = format!("#[source({:?}{choice})]\n{heading} {{\n", reading.page.name());
    for Column { header, name, ty } in columns {
        let _ = writeln!(text, "    #[column({header:?})]\n    {name}: {ty},");
    }
    text.push('}');
    Some(text)
}

struct Column {
    header: String,
    name: String,
    ty: &'static str,
}

fn columns(table: &Table<'_>, header_rows: usize) -> Vec<Column> {
    let (head, body) = match table.head() {
        [] => table.body().split_at_checked(header_rows).unwrap_or_default(),
        head => (head, table.body()),
    };
    let headers = head.last().map(Vec::as_slice).unwrap_or_default();
    let code = code_column(headers, body);
    let message = headers.iter().position(|cell| fold(&cell.text()).to_lowercase().contains("message"));
    let mut columns: Vec<Column> = Vec::new();
    for (at, cell) in headers.iter().enumerate() {
        let header = fold(&cell.text());
        let name = match () {
            () if Some(at) == code => "code".to_owned(),
            () if Some(at) == message => "message".to_owned(),
            () => naming::field_name(&header, at + 1),
        };
        let taken = columns.iter().any(|column| column.name == name);
        let name = if taken { format!("{name}_{}", at + 1) } else { name };
        columns.push(Column { header, name, ty: guess_type(&texts(body, cell), Some(at) == code) });
    }
    columns
}

/// The texts of a column, a row each.
fn texts(body: &[Row<'_>], header: &Cell<'_>) -> Vec<String> {
    let cells = body.iter().filter_map(|row| row.iter().find(|cell| cell.column() == header.column()));
    cells.map(Cell::text).collect()
}

/// The column of the key: one without an empty or repeated cell, by preference one whose header speaks of a code.
fn code_column(headers: &[Cell<'_>], body: &[Row<'_>]) -> Option<usize> {
    let is_key = |cell: &Cell<'_>| {
        let mut texts = texts(body, cell);
        let count = texts.len();
        texts.sort_unstable();
        texts.dedup();
        texts.len() == count && texts.first().is_some_and(|first| !first.is_empty())
    };
    let speaks_of =
        |word: &str| headers.iter().position(|cell| is_key(cell) && fold(&cell.text()).to_lowercase().contains(word));
    speaks_of("code").or_else(|| headers.iter().position(is_key))
}

fn guess_type(texts: &[String], is_code: bool) -> &'static str {
    let filled = || texts.iter().filter(|text| !text.is_empty());
    let any_empty = !is_code && filled().count() < texts.len();
    let is_number = |text: &String| text.parse::<u32>().is_ok_and(|number| number.to_string() == *text);
    let is_small = |text: &String| text.parse::<u16>().is_ok();
    match (filled().count() > 0 && filled().all(is_number), filled().all(is_small), any_empty) {
        (true, true, false) => "u16",
        (true, false, false) => "u32",
        (true, true, true) => "Option<u16>",
        (true, false, true) => "Option<u32>",
        (false, ..) => "&'static str",
    }
}
