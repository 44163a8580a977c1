//! `check`: everything that is wrong with the tables of a docs tree, as the macro would say it.

mod elsewhere;
mod files;
mod finding;
mod report;

use self::finding::Finding;
use self::report::{Format, Totals};
use crate::fmt;
use crate::outcome::{Error, Outcome};
use crate::output::Output;
use crate::page;
use dli_status_codegen::{Diagnostic, Page, Severity, decode, findings};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Instant;

/// Checks the tables of pages and folders
///
/// A malformed table is reported with the place and, where it is plain, the repair. In folders, `*.rst` are checked, and `*.txt` that look like RST; what `.gitignore` names is left out. A table that
/// docutils reads although it is probably not as it was meant is a warning. Directives and roles that docutils does not
/// know are no findings. The exit status is 1 if there are errors.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// RST pages, or folders with such; `-` is standard input
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// How to print findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  dli-status check docs
  dli-status check --format short docs/errors.rst
  dli-status check --format github";

/// What was found on a page.
struct Checked {
    tables: usize,
    findings: Vec<Finding>,
    /// How many of the errors `fmt` would mend.
    mendable: usize,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Error> {
    let start = Instant::now();
    let files = files::find(&arguments.paths, output);
    let mut totals = Totals::default();
    let all_read = page::for_each(&files.paths, output, check, |output, _, checked: Option<Checked>| {
        let Some(checked) = checked else { return Ok(()) };
        totals.add(checked.tables, &checked.findings, checked.mendable);
        for finding in &checked.findings {
            report::write(output, finding, arguments.format)?;
        }
        Ok(())
    })?;
    output.note(format_args!("{}", totals.summary(start.elapsed())));
    if files.all_found && all_read { Ok(Outcome::found_if(totals.errors > 0)) } else { Err(Error::Reported) }
}

/// `None` for a file that is not RST.
fn check(path: &Path) -> Result<Option<Checked>, String> {
    let bytes = page::read_bytes(path)?;
    if !files::is_page(path, &bytes) {
        return Ok(None);
    }
    Ok(Some(match decode(&page::display(path), bytes) {
        Ok(page) => of_page(path, &Rc::new(page)),
        Err(error) => Checked { tables: 0, findings: vec![Finding::new(&error)], mendable: 0 },
    }))
}

fn of_page(path: &Path, page: &Rc<Page>) -> Checked {
    let mut diagnostics = findings(page);
    diagnostics.retain(|diagnostic| !elsewhere::defines(path, page, diagnostic));
    Checked {
        tables: rst_tables::tables(page.text()).len(),
        findings: diagnostics.iter().map(Finding::new).collect(),
        mendable: mendable(page, &diagnostics),
    }
}

/// How many malformed tables `fmt` would mend.
fn mendable(page: &Page, diagnostics: &[Diagnostic]) -> usize {
    let is_drawn = |code| matches!(code, Some("malformed-grid-table" | "malformed-simple-table"));
    let malformed =
        diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error && is_drawn(diagnostic.code()));
    let places: Vec<usize> = malformed.filter_map(|diagnostic| Some(diagnostic.labels().next()?.1.start)).collect();
    if places.is_empty() {
        return 0;
    }
    let left = fmt::left_malformed(page.text());
    places.iter().filter(|place| !left.iter().any(|table| table.contains(place))).count()
}
