//! `dli-status`: explains, lists, checks, formats and compares the tables of RST pages.
//!
//! Each subcommand has a module of its name, which takes its arguments and an [`Output`] and returns an
//! [`Outcome`]. `arguments` is the command line, `page` reads the files that it names.

#![forbid(unsafe_code)]

mod arguments;
mod call;
mod check;
mod declare;
mod diff;
mod explain;
mod fmt;
mod outcome;
mod output;
mod page;
mod tables;

use self::arguments::{Arguments, Command};
use self::outcome::{Error, Outcome};
use self::output::Output;
use clap::{CommandFactory as _, Parser as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.color.write_global();
    let mut output = Output::new();
    let result = run(arguments.command, &mut output).and_then(|outcome| {
        output.flush()?;
        Ok(outcome)
    });
    match result {
        Ok(outcome) => outcome.into(),
        // The reader of the pipe has seen enough.
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            if !matches!(error, Error::Reported) {
                output.error(&error);
            }
            ExitCode::from(outcome::CANNOT_RUN)
        }
    }
}

fn run(command: Command, output: &mut Output) -> Result<Outcome, Error> {
    match command {
        Command::Explain(arguments) => explain::run(&arguments, output),
        Command::Tables(arguments) => tables::run(&arguments, output),
        Command::Fmt(arguments) => fmt::run(&arguments, output),
        Command::Check(arguments) => check::run(&arguments, output),
        Command::Diff(arguments) => diff::run(&arguments, output),
        Command::Declare(arguments) => declare::run(&arguments, output),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "dli-status", &mut script);
            output.write(&script)?;
            Ok(Outcome::Clean)
        }
    }
}
