//! The exit codes of the command: 0, 1 (something was found) or 2 (cannot run).

use std::fmt;
use std::io;
use std::process::ExitCode;

/// The exit code of a command that cannot do its work.
pub(crate) const CANNOT_RUN: u8 = 2;

/// How a command ended that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// There is nothing to report.
    Clean,
    /// There is something to act on: a finding, a difference, an unlisted code.
    Found,
}

impl Outcome {
    pub(crate) fn found_if(found: bool) -> Self {
        if found { Self::Found } else { Self::Clean }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Found => Self::FAILURE,
        }
    }
}

/// Why a command cannot do its work.
#[derive(Debug)]
pub(crate) enum Error {
    /// Output that cannot be written.
    Output(io::Error),
    /// Anything else, as a message in rustc's form.
    Message(String),
    /// Already told, file by file.
    Reported,
}

impl Error {
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<String> for Error {
    fn from(message: String) -> Self {
        Self::Message(message)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output(error) => write!(f, "cannot write the output: {error}"),
            Self::Message(message) => f.write_str(message),
            Self::Reported => f.write_str("some files could not be read"),
        }
    }
}
