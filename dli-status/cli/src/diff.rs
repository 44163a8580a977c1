//! `diff`: what an edit of a page means to those who use the type that is made of it.

mod calls;
mod changes;
mod human;
mod json;
mod markdown;
mod revision;
mod words;

use self::calls::Declared;
use self::changes::{Changes, Table};
use self::revision::Revision;
use crate::outcome::{Error, Outcome};
use crate::output::Output;
use dli_status_codegen::CheckedCall;
use std::ffi::OsString;
use std::path::PathBuf;

/// Shows what an edit of a page means to users of the type
///
/// Rows are matched by their codes. The columns are those that the calls of `include_status_table!` in the package
/// declare, if they name the page; else those of the short form. The last line is the step that a version of the crate
/// must take if the type is public.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The page before the edit: a file, or REV:PATH as git has it
    #[arg(value_name = "OLD")]
    old: OsString,
    /// The page after the edit: a file, or REV:PATH as git has it
    #[arg(value_name = "NEW")]
    new: OsString,
    /// Find the calls of the macro in the sources of this package or workspace [default: that of the page]
    #[arg(long = "in", value_name = "DIR", conflicts_with = "declaration")]
    package: Option<PathBuf>,
    /// Take the declarations from this file: calls of the macro, as `declare` prints them, or what is in one
    #[arg(long, value_name = "FILE")]
    declaration: Option<PathBuf>,
    /// How to print the differences
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 if the edit needs a step of this size
    #[arg(long, value_enum, value_name = "STEP")]
    deny: Option<Denied>,
}

const EXAMPLES: &str = "\
Examples:
  dli-status diff HEAD:docs/codes.rst docs/codes.rst
  dli-status diff v1.2.0:docs/codes.rst HEAD:docs/codes.rst --format markdown
  dli-status diff old.rst new.rst --deny breaking";

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum Format {
    /// A line per difference, and the words that changed
    #[default]
    Human,
    /// A list for a pull request or a changelog
    Markdown,
    /// A JSON object per type
    Json,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Denied {
    /// What can break a build
    Breaking,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Error> {
    let (old, new) = (Revision::read(&arguments.old)?, Revision::read(&arguments.new)?);
    let calls = match &arguments.declaration {
        Some(file) => calls::in_file(file)?,
        None => calls::in_sources(arguments.package.as_deref(), &old, &new)?,
    };
    let mut is_breaking = false;
    for (index, call) in calls.iter().enumerate() {
        let before = check(call, &old, output)?;
        let after = check(call, &new, output)?;
        let changes = Changes::between(&Table::of(&before), &Table::of(&after), after.is_exhaustive());
        let changes = changes.of_type(&after.name(), &after.visibility());
        is_breaking |= changes.is_breaking();
        if index > 0 && !matches!(arguments.format, Format::Json) {
            output.write(b"\n")?;
        }
        match arguments.format {
            Format::Human => human::write(output, &changes)?,
            Format::Markdown => markdown::write(output, &changes)?,
            Format::Json => json::write(output, &changes)?,
        }
    }
    Ok(Outcome::found_if(is_breaking && matches!(arguments.deny, Some(Denied::Breaking))))
}

/// The table of a call on one side of the edit; what the macro says against it is reported.
fn check(call: &Declared, revision: &Revision, output: &mut Output) -> Result<CheckedCall, Error> {
    call.check(revision).map_err(|mistakes| {
        output.note(format_args!("in {}:", revision.name));
        for mistake in &mistakes {
            output.error(&mistake.render());
        }
        Error::Reported
    })
}
