//! `fmt`: tables drawn anew after an edit.
//!
//! `format` takes a page apart into lines and puts it together again; `grid` and `simple` know how a table of their kind
//! is read, mended and drawn.

mod columns;
mod format;
mod grid;
mod lines;
mod policy;
mod simple;
mod widths;
mod wrap;

use self::format::Formatted;
use self::policy::Policy;
use crate::outcome::{Error, Outcome};
use crate::output::Output;
use crate::page;
use dli_status_codegen::Page;
use rst_tables::TableError;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Draws grid and simple tables anew, so that borders fit after an edit
///
/// Type a row, or make a cell longer, and leave the borders to this command. Columns keep their widths and grow where a
/// text needs it, so that an edit changes as few lines as possible. A table that docutils rejects only because its borders
/// do not fit is mended; one whose cells span rows or columns is left as it is and reported, since it could have been
/// meant in more than one way. What docutils reads in any other table stays the same.
///
/// The exit status is 1 if a table is left malformed, and with `--check` also if a page would change.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// RST pages; `-` formats standard input to standard output
    #[arg(value_name = "PAGE", required = true)]
    pages: Vec<PathBuf>,
    /// Change nothing, and list the pages that would change
    #[arg(long)]
    check: bool,
    /// Wrap the cells of tables that are wider than N columns
    #[arg(short, long, value_name = "N", conflicts_with = "shrink")]
    width: Option<usize>,
    /// Make all columns as narrow as their text
    #[arg(long)]
    shrink: bool,
}

const EXAMPLES: &str = "\
Examples:
  dli-status fmt docs/errors.rst
  dli-status fmt --check docs/*.rst
  dli-status fmt --width 120 - < page.rst";

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Error> {
    let policy = match arguments.width {
        Some(width) => Policy::Fit(width),
        None if arguments.shrink => Policy::Shrink,
        None => Policy::Keep,
    };
    let mut found = false;
    let all_read = page::for_each(
        &arguments.pages,
        output,
        |path| {
            let page = page::read(path)?;
            let formatted = format::format(page.text(), policy);
            let has_changed = formatted.text != page.text();
            write(path, &formatted, has_changed, arguments.check)?;
            Ok((page, formatted, has_changed))
        },
        |output, path, (page, formatted, has_changed)| {
            found |= report(output, &page, &formatted) || (arguments.check && has_changed);
            match (page::is_standard_input(path), arguments.check) {
                (true, false) => output.write(formatted.text.as_bytes())?,
                (_, true) if has_changed => writeln!(output, "would change {}", page::display(path))?,
                (false, false) if has_changed => writeln!(output, "changed {}", page::display(path))?,
                _ => {}
            }
            Ok(())
        },
    )?;
    if all_read { Ok(Outcome::found_if(found)) } else { Err(Error::Reported) }
}

/// The bytes of the malformed tables of a page that cannot be mended.
pub(crate) fn left_malformed(page: &str) -> Vec<Range<usize>> {
    format::format(page, Policy::Keep).left.iter().map(TableError::table).collect()
}

/// Writes a page back if it has changed.
fn write(path: &Path, formatted: &Formatted, has_changed: bool, check: bool) -> Result<(), String> {
    if !has_changed || check || page::is_standard_input(path) {
        return Ok(());
    }
    fs::write(path, &formatted.text).map_err(|error| format!("cannot write `{}`: {error}", page::display(path)))
}

/// Reports the tables that are left malformed; whether there are any.
fn report(output: &mut Output, page: &Page, formatted: &Formatted) -> bool {
    for error in &formatted.left {
        let (line, column) = page.position(error.span().start);
        output.error(&format!("malformed table left as it is: {error} ({}:{line}:{column})", page.name()));
    }
    !formatted.left.is_empty()
}
