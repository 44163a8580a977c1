//! Prints the tables of RST files as JSON lines: `cargo run --example tables -- [--details] FILE…`. With `-` the
//! names of the files are read from standard input, one a line. `--details` adds where each cell stands, and where a
//! malformed table goes wrong.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufWriter, Write};

use dli_status_codegen::rst::{self, Cell, Kind, Malformed, Row, Table};

fn main() -> io::Result<()> {
    let (options, files): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|arg| arg == "--details");
    let details = !options.is_empty();
    let mut out = BufWriter::new(io::stdout().lock());
    for file in files {
        if file == "-" {
            for name in io::stdin().lock().lines() {
                print_file(&mut out, &name?, details)?;
            }
        } else {
            print_file(&mut out, &file, details)?;
        }
    }
    out.flush()
}

fn print_file(out: &mut impl Write, name: &str, details: bool) -> io::Result<()> {
    let bytes = std::fs::read(name)?;
    for table in rst::tables(&String::from_utf8_lossy(&bytes)) {
        let mut line = format!("{{\"file\":{}", Json(name));
        let written = match &table {
            Ok(table) => write_table(&mut line, table, details),
            Err(malformed) => write_malformed(&mut line, malformed, details),
        };
        written.map_err(io::Error::other)?;
        writeln!(out, "{line}}}")?;
    }
    Ok(())
}

fn write_table(out: &mut String, table: &Table<'_>, details: bool) -> std::fmt::Result {
    write!(out, ",\"line\":{},\"kind\":\"{}\"", table.line(), name(table.kind()))?;
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
        write!(out, ",\"column\":{},\"line\":{}", cell.column(), cell.line())?;
        write!(out, ",\"span\":[{},{}],\"markdown\":{}", span.start, span.end, Json(&cell.markdown()))?;
    }
    out.push('}');
    Ok(())
}

fn write_malformed(out: &mut String, malformed: &Malformed, details: bool) -> std::fmt::Result {
    write!(out, ",\"line\":{},\"kind\":\"{}\"", malformed.line(), name(malformed.kind()))?;
    write!(out, ",\"error\":{},\"detail\":{}", Json(malformed.error()), Maybe(malformed.detail()))?;
    if details {
        let span = malformed.span();
        write!(out, ",\"span\":[{},{}]", span.start, span.end)?;
    }
    Ok(())
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Grid => "grid",
        Kind::Simple => "simple",
        Kind::ListTable => "list-table",
        Kind::CsvTable => "csv-table",
        Kind::Table => "table",
    }
}

/// A string as JSON.
struct Json<'s>(&'s str);

impl std::fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                '\n' => f.write_str("\\n")?,
                '\0'..='\x1f' | '\x7f' => write!(f, "\\u{:04x}", u32::from(c))?,
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
