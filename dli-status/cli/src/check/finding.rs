//! A finding apart from its page, so that it can go from one thread to another.

use dli_status_codegen::{Diagnostic, Severity};
use serde::Serialize;

/// What is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
    pub(super) severity: Level,
    /// The kind of mistake; it stays when the wording changes.
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) help: Vec<String>,
    /// As the macro draws it.
    pub(super) rendered: String,
}

/// Errors stop a table from being read, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    Error,
    Warning,
}

impl Level {
    fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Finding {
    pub(super) fn new(diagnostic: &Diagnostic) -> Self {
        let (page, span, _) = diagnostic.labels().next().expect("a finding has a place on its page");
        let ((line, column), (end_line, end_column)) = (page.position(span.start), page.position(span.end));
        Self {
            file: page.name().to_owned(),
            line,
            column,
            end_line,
            end_column,
            severity: Level::of(diagnostic.severity()),
            code: diagnostic.code().expect("a finding has a code"),
            message: diagnostic.message().to_owned(),
            help: diagnostic.helps().map(str::to_owned).collect(),
            rendered: diagnostic.render(),
        }
    }
}
