//! A full-form declaration for a table of the page, ready to paste: its headers, and types guessed from its cells.

use super::candidate::Candidate;
use crate::naming;
use rst_tables::Cell;
use std::fmt::Write as _;

/// A declaration for the table, if it has a header and a column of codes.
///
/// `source` is what `#[source(…)]` says, `heading` the declaration's beginning, such as `pub enum StatusCode`.
pub(crate) fn declaration(source: &str, heading: &str, table: &Candidate<'_>) -> Option<String> {
    let columns = columns(table);
    columns.iter().find(|column| column.name == "code")?;
    let mut text = format!("#[source({source})]\n{heading} {{\n");
    for Column { header, name, ty } in columns {
        writeln!(text, "    #[column({header:?})]\n    {name}: {ty},").expect("writing to a string cannot fail");
    }
    text.push('}');
    Some(text)
}

struct Column<'t> {
    header: &'t str,
    name: String,
    ty: &'static str,
}

/// A column of the table and the texts below its header.
struct Texts<'t> {
    header: &'t str,
    texts: Vec<String>,
}

/// The columns below the last header row.
fn texts<'t>(table: &'t Candidate<'_>) -> Vec<Texts<'t>> {
    let headers = table.last_header_row().iter();
    let of_column = |column: usize| -> Vec<String> {
        let cells = table.body.iter().filter_map(|row| row.iter().find(|cell| cell.column() == column));
        cells.map(Cell::text).collect()
    };
    headers.map(|header| Texts { header: &header.text, texts: of_column(header.cell.column()) }).collect()
}

fn columns<'t>(table: &'t Candidate<'_>) -> Vec<Column<'t>> {
    let texts = texts(table);
    let code = code_column(&texts);
    let message = texts.iter().position(|column| column.speaks_of("message"));
    let mut columns: Vec<Column<'t>> = Vec::new();
    for (index, column) in texts.iter().enumerate() {
        let number = index + 1;
        let name = if Some(index) == code {
            "code".to_owned()
        } else if Some(index) == message {
            "message".to_owned()
        } else {
            naming::field_name(column.header, number)
        };
        let is_taken = columns.iter().any(|column| column.name == name);
        let name = if is_taken { format!("{name}_{number}") } else { name };
        columns.push(Column { header: column.header, name, ty: column.guess_type(Some(index) == code) });
    }
    columns
}

/// The column of the key: one without an empty or repeated cell, preferably one whose header speaks of a code.
fn code_column(columns: &[Texts<'_>]) -> Option<usize> {
    let is_key: Vec<bool> = columns.iter().map(Texts::is_key).collect();
    let keys = || columns.iter().zip(&is_key).enumerate().filter(|(_, (_, is_key))| **is_key);
    let speaks_of_code = keys().find(|(_, (column, _))| column.speaks_of("code"));
    speaks_of_code.or_else(|| keys().next()).map(|(index, _)| index)
}

impl Texts<'_> {
    fn speaks_of(&self, word: &str) -> bool {
        self.header.to_lowercase().contains(word)
    }

    fn is_key(&self) -> bool {
        let mut texts: Vec<&str> = self.texts.iter().map(String::as_str).collect();
        texts.sort_unstable();
        texts.dedup();
        texts.len() == self.texts.len() && texts.first().is_some_and(|first| !first.is_empty())
    }

    fn guess_type(&self, is_code: bool) -> &'static str {
        let filled: Vec<&String> = self.texts.iter().filter(|text| !text.is_empty()).collect();
        let any_empty = !is_code && filled.len() < self.texts.len();
        let is_number = |text: &&String| text.parse::<u32>().is_ok_and(|number| number.to_string() == **text);
        let is_small = |text: &&String| text.parse::<u16>().is_ok();
        if filled.is_empty() || !filled.iter().all(is_number) {
            return "&'static str";
        }
        match (filled.iter().all(is_small), any_empty) {
            (true, false) => "u16",
            (false, false) => "u32",
            (true, true) => "Option<u16>",
            (false, true) => "Option<u32>",
        }
    }
}
