//! The pattern of a column. What compiles it is given by the caller, so that this crate need not wait for it in a build.

use crate::diagnostic::Diagnostic;
use proc_macro2::Span;
use std::ops::Range;
use syn::LitStr;

/// The byte ranges of a match in a text: of all of it, and of its first group; `None` if the group took no part.
/// If the pattern has no group, both are the same.
pub type PatternMatch = (Range<usize>, Option<Range<usize>>);

/// Finds the first matches in a text, at most the given number of them, from left to right; none overlaps the one before.
pub type FindMatches = Box<dyn Fn(&str, usize) -> Vec<PatternMatch>>;

/// Compiles a pattern, or says what is wrong with it in the words of [`regex`](https://docs.rs/regex).
pub type CompilePattern = fn(&str) -> Result<FindMatches, String>;

/// A pattern, compiled once.
pub(crate) struct Pattern {
    pub(crate) span: Span,
    find_matches: FindMatches,
}

impl Pattern {
    pub(super) fn new(literal: &LitStr, compile: CompilePattern) -> Result<Self, Diagnostic> {
        match compile(&literal.value()) {
            Ok(find_matches) => Ok(Self { span: literal.span(), find_matches }),
            Err(text) => Err(invalid_pattern(literal.span(), &text)),
        }
    }

    pub(crate) fn matches(&self, text: &str) -> Vec<PatternMatch> {
        (self.find_matches)(text, usize::MAX)
    }

    pub(crate) fn first_match(&self, text: &str) -> Option<PatternMatch> {
        (self.find_matches)(text, 1).pop()
    }

    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.first_match(text).is_some()
    }
}

/// The cause is the last line of the text; above it is the pattern with a mark below what is wrong.
fn invalid_pattern(span: Span, text: &str) -> Diagnostic {
    let lines: Vec<&str> = text.lines().collect();
    match lines.as_slice() {
        [_, drawing @ .., cause] if cause.starts_with("error: ") => {
            let cause = cause.trim_start_matches("error: ");
            Diagnostic::new(span, format!("invalid pattern: {cause}\n{}", drawing.join("\n")))
        }
        _ => Diagnostic::new(span, format!("invalid pattern: {text}")),
    }
}
