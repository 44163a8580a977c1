//! Prints the tables of RST files as JSON lines: `cargo run --example tables -- [--details] [--insert] FILE…`. With `-`
//! the names of the files are read from standard input, one per line. `--details` adds the place of each cell and of each
//! error, `--insert` reads the files that pages include.

mod docutils;
mod json;

use std::io::{self, BufRead, BufWriter, Write};

use rst_tables::{Kind, Origin, Sources, Table, TableError};

#[derive(Clone, Copy)]
struct Options {
    details: bool,
    insert: bool,
}

fn main() -> io::Result<()> {
    let (options, files): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let has = |name: &str| options.iter().any(|option| option == name);
    let options = Options { details: has("--details"), insert: has("--insert") };
    let mut out = BufWriter::new(io::stdout().lock());
    for file in files {
        if file == "-" {
            for name in io::stdin().lock().lines() {
                print_file(&mut out, &name?, options)?;
            }
        } else {
            print_file(&mut out, &file, options)?;
        }
    }
    out.flush()
}

fn print_file(out: &mut impl Write, name: &str, options: Options) -> io::Result<()> {
    let load = |path: &str| {
        if !options.insert && path != name {
            return Err("it is not to be read".to_owned());
        }
        let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    let sources = Sources::new(load);
    let page = sources.read(name).map_err(io::Error::other)?;
    let page_lines = docutils::Lines::of(sources.text(name).unwrap_or_default());
    for table in page.tables() {
        let path = origin(table).path();
        let is_included = path != name;
        let text = sources.text(path).unwrap_or_default();
        let own_lines = is_included.then(|| docutils::Lines::of(text));
        let lines = own_lines.as_ref().unwrap_or(&page_lines);
        let fields = json::fields(lines, table, options.details).map_err(io::Error::other)?;
        let fields = if is_included || is_oddly_written(text, table) { without_line(&fields) } else { fields };
        writeln!(out, "{{\"file\":{},{fields}}}", json::Json(name))?;
    }
    Ok(())
}

/// The file that a table is in.
fn origin<'t>(table: &'t Result<Table<'_>, TableError>) -> &'t Origin {
    table.as_ref().map_or_else(TableError::table_origin, Table::origin)
}

/// Whether a table has a directive that is not written `.. name`, with one blank: the records that these are compared with
/// have no line then.
fn is_oddly_written(text: &str, table: &Result<Table<'_>, TableError>) -> bool {
    let kind = table.as_ref().map_or_else(TableError::kind, Table::kind);
    let is_directive = !matches!(kind, Kind::Grid | Kind::Simple);
    let written = text.get(json::start(table)..).unwrap_or_default();
    let line = written.lines().next().unwrap_or_default().to_lowercase();
    is_directive && !line.contains(&format!(".. {}", kind.name()))
}

fn without_line(fields: &str) -> String {
    fields.split_once(',').map_or_else(String::new, |(_, rest)| format!("\"line\":null,{rest}"))
}
