//! `explain`: rows of a table as a person wants to read them, found by whatever the person has at hand.

mod builtin;
mod entry;
mod layout;
mod of_page;
mod search;

use self::of_page::NoRows;
use crate::call::Choice;
use crate::outcome::{Error, Outcome};
use crate::output::{self, Output};
use dli_status_codegen::Diagnostic;
use std::ffi::OsString;
use std::path::PathBuf;

/// Explains status codes: those of the Data Lake Insight API, or of any page
///
/// A row is found by its code, name or message, by its class (`4xx`, `client error`), by a word of these, or by a status
/// line as it was received. Case, spaces and punctuation do not matter. Without a code, all rows are listed.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Codes, names, messages, classes, words or status lines
    #[arg(value_name = "CODE")]
    codes: Vec<OsString>,
    /// Explain the codes of this page
    #[arg(short, long, value_name = "PAGE")]
    page: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
    /// Print a JSON object per row
    #[arg(long)]
    json: bool,
    /// Wrap lines at N columns, instead of at COLUMNS or the width of the terminal
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
}

const EXAMPLES: &str = "\
Examples:
  dli-status explain 404
  dli-status explain 4xx timeout Content-Length
  dli-status explain HTTP/1.1 404 Not Found
  dli-status explain --page docs/errors.rst SHOP.0001";

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Error> {
    let entries = match &arguments.page {
        None if arguments.choice.table.is_some() || arguments.choice.under.is_some() => {
            return Err("expected `--page` with `--table` and `--under`".to_owned().into());
        }
        None => builtin::entries(),
        Some(page) => of_page::entries(page, &arguments.choice).map_err(|error| match error {
            NoRows::Unreadable(error) => Error::Message(error),
            NoRows::Mistakes(mistakes) => report(output, &mistakes),
        })?,
    };
    let asked: Vec<String> = arguments.codes.iter().map(|code| code.to_string_lossy().into_owned()).collect();
    let answer = search::answer(&entries, &asked);
    let width = output::width(arguments.width.map(usize::from));
    if arguments.json {
        for entry in if asked.is_empty() { entries.iter().collect() } else { answer.rows } {
            writeln!(output, "{}", entry.to_json())?;
        }
    } else if asked.is_empty() {
        layout::listing(output, &entries, width)?;
    } else {
        for (index, entry) in answer.rows.iter().enumerate() {
            output.write(if index == 0 { b"" } else { b"\n" })?;
            layout::entry(output, entry, width)?;
        }
    }
    for unlisted in &answer.unlisted {
        layout::unlisted(output, unlisted);
    }
    Ok(Outcome::found_if(!answer.unlisted.is_empty()))
}

/// Shows what the macro says of a page.
fn report(output: &mut Output, mistakes: &[Diagnostic]) -> Error {
    for mistake in mistakes {
        output.error(&mistake.render());
    }
    Error::Reported
}
