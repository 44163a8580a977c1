//! `declare`: the declaration of a table, ready to paste into a program.

mod names;

use crate::call::{self, Choice};
use crate::outcome::{Error, Outcome};
use crate::output::Output;
use crate::page;
use dli_status_codegen::{Diagnostic, Page, suggest_declaration};
use rst_tables::{Table, TableError};
use std::path::{Path, PathBuf};

/// Prints a macro call for the tables of a page
///
/// The columns are those of the table, the types are guessed from its cells. Each call is checked as the macro checks it:
/// what is printed compiles. The path of the page is the one from the package around it, if there is one.
///
/// The exit status is 1 if there is no declaration for a table.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The RST page
    #[arg(value_name = "PAGE")]
    page: PathBuf,
    #[command(flatten)]
    choice: Choice,
}

const EXAMPLES: &str = "\
Examples:
  dli-status declare docs/errors.rst
  dli-status declare docs/errors.rst --table error-codes >> src/errors.rs";

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Error> {
    let text = page::read(&arguments.page)?;
    let page = Page::new(name_in_package(&arguments.page), text.text());
    let tables = rst_tables::tables(page.text());
    let positions = arguments.choice.positions(&tables);
    if positions.is_empty() {
        return Err(none_found(&arguments.choice, &page).into());
    }
    let (mut names, mut is_first, mut found) = (names::Names::default(), true, false);
    for position in positions {
        let Some(read) = tables.get(position - 1) else { continue };
        let name = names.of(read.as_ref().ok().and_then(Table::title));
        match declaration(&page, position, &name, read) {
            Ok(declaration) => {
                output.write(if is_first { b"" } else { b"\n" })?;
                output.write(declaration.as_bytes())?;
                is_first = false;
            }
            Err(why) => {
                output.error(&format!("no declaration for table {position} of page `{}`: {why}", page.name()));
                found = true;
            }
        }
    }
    Ok(Outcome::found_if(found))
}

fn none_found(choice: &Choice, page: &Page) -> String {
    let table = choice.table.as_ref().map_or_else(|| "a table".to_owned(), |table| format!("a table `{table}`"));
    let under = choice.under.as_ref().map_or_else(String::new, |under| format!(" under `{under}`"));
    format!("expected {table}{under} on page `{}`, found none", page.name())
}

/// The macro call, or why there is none.
fn declaration(
    page: &Page,
    position: usize,
    name: &str,
    read: &Result<Table<'_>, TableError>,
) -> Result<String, String> {
    if let Err(error) = read {
        return Err(format!("it is malformed: {error}"));
    }
    let declaration = suggest_declaration(page, position, &format!("pub enum {name}"))
        .ok_or("it has no rows, or a cell of them spans columns")?;
    let tokens = declaration.parse().map_err(|error| format!("it cannot be written in Rust: {error}"))?;
    call::check(tokens, page).map_err(|mistakes| mistakes.first().map_or_else(String::new, Diagnostic::render))?;
    let lines = declaration.lines().map(|line| format!("    {line}\n")).collect::<String>();
    Ok(format!("dli_status::include_status_table! {{\n{lines}}}\n"))
}

/// The path of a page from the root of the package around it, as a call in that package has it.
fn name_in_package(path: &Path) -> String {
    let package = std::path::absolute(path).ok().and_then(|path| {
        let root = path.ancestors().find(|folder| folder.join("Cargo.toml").is_file())?;
        Some(path.strip_prefix(root).ok()?.to_owned())
    });
    package.map_or_else(|| call::written(path), |path| path.display().to_string())
}
