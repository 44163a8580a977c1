//! A table as one line of JSON.

use std::fmt::Write as _;

use crate::docutils::{self, Lines};
use rst_tables::{Cell, Kind, Row, Table, TableError};

/// The byte at which a table begins.
pub(crate) fn start(table: &Result<Table<'_>, TableError>) -> usize {
    table.as_ref().map_or_else(TableError::table, Table::span).start
}

/// The fields of a table or of the error in its place; `details` adds the places.
pub(crate) fn fields(
    lines: &Lines,
    table: &Result<Table<'_>, TableError>,
    details: bool,
) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    write!(out, "\"line\":{},", lines.number(start(table)))?;
    match table {
        Ok(table) => write_table(&mut out, table, details),
        Err(error) => write_error(&mut out, lines, error, details),
    }
    .map(|()| out)
}

fn write_table(out: &mut String, table: &Table<'_>, details: bool) -> std::fmt::Result {
    write!(out, "\"kind\":\"{}\"", table.kind().name())?;
    write!(out, ",\"label\":{},\"title\":{}", Maybe(table.label()), Maybe(table.title()))?;
    write!(out, ",\"columns\":{}", table.columns())?;
    for (part, rows) in [("head", table.head()), ("body", table.body())] {
        write!(out, ",\"{part}\":[")?;
        for (at, row) in rows.iter().enumerate() {
            out.push_str(if at > 0 { "," } else { "" });
            write_row(out, table.kind(), row, details)?;
        }
        out.push(']');
    }
    Ok(())
}

fn write_row(out: &mut String, kind: Kind, row: &Row<'_>, details: bool) -> std::fmt::Result {
    out.push('[');
    for (at, cell) in row.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        write_cell(out, kind, cell, details)?;
    }
    out.push(']');
    Ok(())
}

fn write_cell(out: &mut String, kind: Kind, cell: &Cell<'_>, details: bool) -> std::fmt::Result {
    write!(out, "{{\"text\":{}", Json(&cell.text()))?;
    let raw = cell.raw();
    write!(out, ",\"raw\":{}", Maybe(Some(raw.as_ref()).filter(|_| kind != Kind::ListTable)))?;
    write!(out, ",\"rowspan\":{},\"colspan\":{}", cell.rowspan(), cell.colspan())?;
    if details {
        let span = cell.span();
        write!(out, ",\"column\":{}", cell.column())?;
        write!(out, ",\"span\":[{},{}],\"markdown\":{}", span.start, span.end, Json(&cell.markdown()))?;
    }
    out.push('}');
    Ok(())
}

fn write_error(out: &mut String, lines: &Lines, error: &TableError, details: bool) -> std::fmt::Result {
    write!(out, "\"kind\":\"{}\"", error.kind().name())?;
    match docutils::cause(lines, error) {
        Some(cause) => write!(out, ",\"error\":\"Malformed table.\",\"detail\":{}", Json(&cause))?,
        None => write!(out, ",\"error\":{},\"detail\":null", Json(&error.to_string()))?,
    }
    if details {
        let span = error.span();
        write!(out, ",\"span\":[{},{}]", span.start, span.end)?;
    }
    Ok(())
}

/// A string as JSON.
pub(crate) struct Json<'s>(pub(crate) &'s str);

impl std::fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                '\x08' => f.write_str("\\b")?,
                '\x0c' => f.write_str("\\f")?,
                '\0'..='\x1f' => write!(f, "\\u{:04x}", u32::from(c))?,
                _ => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

/// A string or null as JSON.
struct Maybe<'s>(Option<&'s str>);

impl std::fmt::Display for Maybe<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(text) => Json(text).fmt(f),
            None => f.write_str("null"),
        }
    }
}
