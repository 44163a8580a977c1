//! Prints the tables of RST files as JSON lines: `cargo run --example tables -- [--details] FILE…`. With `-` the
//! names of the files are read from standard input, one per line. `--details` adds the place of each cell and of each
//! error.

mod docutils;
mod json;

use std::io::{self, BufRead, BufWriter, Write};

use rst_tables::{Kind, Table, TableError};

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
    let page = String::from_utf8_lossy(&bytes);
    let tables = rst_tables::tables(&page);
    let lines = docutils::Lines::of(&page);
    let oddly_written = oddly_written(&page, &tables);
    for (table, oddly_written) in tables.iter().zip(oddly_written) {
        let fields = json::fields(&lines, table, details).map_err(io::Error::other)?;
        let fields = if oddly_written { without_line(&fields) } else { fields };
        writeln!(out, "{{\"file\":{},{fields}}}", json::Json(name))?;
    }
    Ok(())
}

/// For each table whether it has a directive that is not written `.. name`, with one blank: the records that these are
/// compared with have no line then.
fn oddly_written(page: &str, tables: &[Result<Table<'_>, TableError>]) -> Vec<bool> {
    let oddly_written = |table: &Result<Table<'_>, TableError>| {
        let kind = table.as_ref().map_or_else(TableError::kind, Table::kind);
        let is_directive = !matches!(kind, Kind::Grid | Kind::Simple);
        let written = page.get(json::start(table)..).unwrap_or_default();
        let line = written.lines().next().unwrap_or_default().to_lowercase();
        is_directive && !line.contains(&format!(".. {}", json::name(kind)))
    };
    tables.iter().map(oddly_written).collect()
}

fn without_line(fields: &str) -> String {
    fields.split_once(',').map_or_else(String::new, |(_, rest)| format!("\"line\":null,{rest}"))
}
