//! A finding apart from its page, so that it can go from one thread to another.

use dli_status_codegen::Diagnostic;
use serde::Serialize;

/// What is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
    pub(super) severity: &'static str,
    /// The kind of mistake; it stays when the wording changes.
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) help: Vec<String>,
    /// As the macro draws it.
    pub(super) rendered: String,
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
            severity: "error",
            code: diagnostic.code().expect("a finding has a code"),
            message: diagnostic.message().to_owned(),
            help: diagnostic.helps().map(str::to_owned).collect(),
            rendered: diagnostic.render(),
        }
    }
}
