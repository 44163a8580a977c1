//! Prints the tables of RST files as JSON lines: `cargo run --example tables -- [--details] FILE…`. With `-` the
//! names of the files are read from standard input, one a line. `--details` adds where each cell stands, and where a
//! malformed table goes wrong.

mod json;

use std::io::{self, BufRead, BufWriter, Write};

use dli_status_codegen::rst;

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
        let fields = json::fields(&table, details).map_err(io::Error::other)?;
        writeln!(out, "{{\"file\":{},{fields}}}", json::Json(name))?;
    }
    Ok(())
}
