//! Explains status codes of the Data Lake Insight API in a terminal: `cargo run --example explain -- 404`.
//!
//! It knows nothing but what [`dli_status::StatusCode`] says, and so only what the page says.

mod arguments;
mod layout;
mod search;

use self::arguments::Arguments;
use dli_status::StatusCode;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// What a shell is told of a call that cannot be understood.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    let arguments = match Arguments::read(lexopt::Parser::from_env()) {
        Ok(arguments) => arguments,
        Err(error) => {
            complain(&format!("{error}; try --help"));
            return ExitCode::from(MISUSED);
        }
    };
    match run(&arguments, &mut anstream::stdout(), &mut anstream::stderr()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn complain(text: &str) {
    // If even this cannot be written, nobody is listening.
    let _ = layout::complaint(&mut anstream::stderr(), text);
}

/// Answers, and says whether everything asked for is listed.
fn run(arguments: &Arguments, out: &mut impl Write, err: &mut impl Write) -> io::Result<bool> {
    match arguments {
        Arguments::Help => write!(out, "{}", arguments::help()).map(|()| true),
        Arguments::Table { width } => layout::table(out, StatusCode::ALL, *width).map(|()| true),
        Arguments::Rows { asked, width } => rows(asked, *width, out, err),
    }
}

/// Each row once, in the order in which they are asked for.
fn rows(asked: &[String], width: usize, out: &mut impl Write, err: &mut impl Write) -> io::Result<bool> {
    let mut shown: Vec<StatusCode> = Vec::new();
    let mut all_listed = true;
    for text in asked {
        let found = search::rows(text);
        if found.is_empty() {
            all_listed = false;
            out.flush()?;
            layout::unlisted(err, text, &search::nearest(text))?;
        }
        for row in found {
            if shown.contains(&row) {
                continue;
            }
            if !shown.is_empty() {
                writeln!(out)?;
            }
            layout::row(out, row, width)?;
            shown.push(row);
        }
    }
    Ok(all_listed)
}
