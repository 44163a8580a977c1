//! What the call asks for, and how wide the answer may be.

use dli_status::StatusCode;
use lexopt::{Arg, Parser, ValueExt as _};
use std::env;

/// Its examples are rows of the page.
pub(crate) fn help() -> String {
    let several_words = StatusCode::ALL.iter().find(|row| row.message().contains(' '));
    let examples = several_words.or(StatusCode::ALL.first()).map(examples).unwrap_or_default();
    format!(
        "\
Explains the status codes of the Data Lake Insight API, as its documentation lists them.

Usage: explain [--width N] [CODE | NAME | MESSAGE | CLASS]...

Without arguments it shows all codes. Case, blanks and punctuation do not matter; each row is shown once.

{examples}
Options:
  -w, --width N  Wrap lines at N columns; else at COLUMNS, at the terminal's width, or at 80
  -h, --help     Show this

NO_COLOR=1 turns colours off. The exit status is 1 if something is not listed.
"
    )
}

fn examples(row: &StatusCode) -> String {
    let (code, message) = (row.code(), row.message());
    let name = row.name().to_lowercase();
    format!("  explain {code}\n  explain \"{message}\" {name}\n  explain {}xx\n", code / 100)
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Arguments {
    Help,
    /// All rows, as a table.
    Table {
        width: usize,
    },
    /// What is meant by these texts.
    Rows {
        asked: Vec<String>,
        width: usize,
    },
}

impl Arguments {
    pub(crate) fn read(mut parser: Parser) -> Result<Self, lexopt::Error> {
        let mut asked = Vec::new();
        let mut width = None;
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Self::Help),
                Arg::Short('w') | Arg::Long("width") => width = Some(parser.value()?.parse_with(columns)?),
                Arg::Value(text) => asked.push(text.to_string_lossy().into_owned()),
                other => return Err(other.unexpected()),
            }
        }
        let width = width.or_else(environment).unwrap_or_else(textwrap::termwidth);
        Ok(if asked.is_empty() { Self::Table { width } } else { Self::Rows { asked, width } })
    }
}

fn columns(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|&width| width > 0).ok_or("a width is a number from 1")
}

fn environment() -> Option<usize> {
    columns(&env::var("COLUMNS").ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Arguments, String> {
        Arguments::read(Parser::from_args(arguments)).map_err(|error| error.to_string())
    }

    #[test]
    fn widths_and_texts_come_in_any_order() {
        let expected = Arguments::Rows { asked: vec!["a".to_owned(), "-1".to_owned()], width: 60 };
        for arguments in [["--width=60", "a", "--", "-1"].as_slice(), &["a", "-w", "60", "--", "-1"]] {
            assert_eq!(read(arguments).as_ref(), Ok(&expected));
        }
        assert_eq!(read(&["-w60"]), Ok(Arguments::Table { width: 60 }));
        assert_eq!(read(&["-w60", "x", "--help"]), Ok(Arguments::Help));
    }

    #[test]
    fn what_cannot_be_understood_is_said() {
        assert!(read(&["--width", "0"]).unwrap_err().contains("a width is a number from 1"));
        assert!(read(&["--width"]).unwrap_err().contains("--width"));
        assert!(read(&["--loud"]).unwrap_err().contains("--loud"));
    }
}
