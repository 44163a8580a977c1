//! Rows to leave out: `#[skip("Header", regex = r"…")]` and `#[skip("Header", empty)]`.

use super::{Column, CompilePattern, Pattern};
use crate::call::SkipArguments;
use crate::diagnostic::Diagnostic;

/// Which rows to leave out.
pub(crate) struct Skip {
    pub(crate) column: Column,
    rule: Rule,
}

enum Rule {
    /// Those whose cell is empty.
    Empty,
    /// Those whose text matches.
    Matching(Pattern),
}

impl Skip {
    pub(super) fn new(arguments: SkipArguments, compile: CompilePattern) -> Result<Self, Diagnostic> {
        let SkipArguments { choices, regex, empty } = arguments;
        let column = Column::new(choices)?;
        let rule = match (regex, empty) {
            (Some(regex), None) => Rule::Matching(Pattern::new(&regex, compile)?),
            (None, Some(_)) => Rule::Empty,
            (None, None) => {
                let text = "expected `regex = r\"…\"` or `empty` after the column";
                return Err(Diagnostic::new(column.span(), text).help("it says which rows to leave out"));
            }
            (Some(_), Some(empty)) => {
                let error = Diagnostic::new(empty, "a #[skip(…)] has either `regex` or `empty`");
                return Err(error.help("to leave out both kinds of rows, write two #[skip(…)]"));
            }
        };
        Ok(Self { column, rule })
    }

    /// Whether it leaves out a row with this text in the column.
    pub(crate) fn matches(&self, text: &str) -> bool {
        match &self.rule {
            Rule::Empty => text.is_empty(),
            Rule::Matching(pattern) => pattern.is_match(text),
        }
    }
}
