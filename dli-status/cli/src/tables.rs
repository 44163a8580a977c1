//! `tables`: what tables there are, so that one can be named in `#[source(…)]`.

mod listing;
mod record;

use crate::outcome::{Error, Outcome};
use crate::output::{self, Output};
use crate::page;
use std::path::PathBuf;

/// Lists the tables of pages: number, line, kind, label, title, heading, columns, rows
///
/// Any of number, label and title picks a table in a macro call: `#[source("page.rst", table = "label")]`. A malformed
/// table has a number too, and is listed with the cause.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// RST pages; `-` is standard input
    #[arg(value_name = "PAGE", required = true)]
    pages: Vec<PathBuf>,
    /// Print a JSON object per table, with all cells
    #[arg(long)]
    json: bool,
    /// Wrap lines at N columns, instead of at COLUMNS or the width of the terminal
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
}

const EXAMPLES: &str = "\
Examples:
  dli-status tables docs/errors.rst
  dli-status tables --json docs/*.rst | jq .title";

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Error> {
    let width = output::width(arguments.width.map(usize::from));
    let mut is_first = true;
    let all_read = page::for_each(
        &arguments.pages,
        output,
        |path| {
            let page = page::read_lossy(path)?;
            Ok(if arguments.json { record::lines(&page) } else { listing::of_page(&page, width) })
        },
        |output, _, text| {
            output.write(if arguments.json || is_first { b"" } else { b"\n" })?;
            is_first = false;
            output.write(text.as_bytes()).map_err(Error::from)
        },
    )?;
    if all_read { Ok(Outcome::Clean) } else { Err(Error::Reported) }
}
