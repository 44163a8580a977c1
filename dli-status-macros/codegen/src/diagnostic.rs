//! What every stage reports: where, what, and what to do about it.

mod render;
mod tokens;

pub(crate) use self::render::display_width;
pub(crate) use self::tokens::{compile_errors, compile_warnings};

use crate::page::Page;
use proc_macro2::Span;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// Whether a mistake stops the table from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// It does.
    Error,
    /// It does not, but the author should know of it.
    Warning,
}

/// One mistake.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The token of the macro call that it concerns.
    span: Span,
    severity: Severity,
    code: Option<&'static str>,
    message: String,
    labels: Vec<Label>,
    help: Vec<String>,
}

/// A place on a page, and what there is to see.
#[derive(Debug, Clone)]
struct Label {
    page: Rc<Page>,
    span: Range<usize>,
    text: String,
}

impl Diagnostic {
    /// A mistake, attached to a token of the macro call.
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            severity: Severity::Error,
            code: None,
            message: message.into(),
            labels: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Adds a place on a page. The first one is the place of the mistake.
    #[must_use]
    pub(crate) fn label(mut self, page: &Rc<Page>, span: Range<usize>, text: impl Into<String>) -> Self {
        self.labels.push(Label { page: Rc::clone(page), span, text: text.into() });
        self
    }

    /// Adds a sentence about what to do.
    #[must_use]
    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// The same mistake, attached to another token.
    #[must_use]
    pub(crate) fn at(self, span: Span) -> Self {
        Self { span, ..self }
    }

    /// Makes it a warning.
    #[must_use]
    pub(crate) fn warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// Whether it is an error or a warning.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Names the kind of mistake for programs.
    #[must_use]
    pub(crate) fn with_code(self, code: &'static str) -> Self {
        Self { code: Some(code), ..self }
    }

    /// The kind of mistake, for programs: it stays when the wording changes. Mistakes on a page have one.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        self.code
    }

    /// What is wrong, on one line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The places on pages, each with the bytes that are marked and what is said about them; the first is the place of
    /// the mistake.
    pub fn labels(&self) -> impl Iterator<Item = (&Page, Range<usize>, &str)> {
        self.labels.iter().map(|label| (&*label.page, label.span.clone(), label.text.as_str()))
    }

    /// What to do about it, sentence by sentence.
    pub fn helps(&self) -> impl Iterator<Item = &str> {
        self.help.iter().map(String::as_str)
    }

    /// Adds that sentence if there is one.
    #[must_use]
    pub(crate) fn maybe_help(self, text: Option<impl Into<String>>) -> Self {
        match text {
            Some(text) => self.help(text),
            None => self,
        }
    }

    /// Where it is among the mistakes of all pages; those of no page come first.
    pub(crate) fn order(&self) -> Option<(usize, usize)> {
        self.labels.first().map(|label| label.page.order_of(label.span.start))
    }
}

impl From<syn::Error> for Diagnostic {
    /// The first of the errors.
    fn from(error: syn::Error) -> Self {
        Self::new(error.span(), error.to_string())
    }
}

/// Proof that a mistake has been reported: what failed for it says nothing more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reported(());

/// What is wrong with a call and its pages, collected by all stages.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    errors: RefCell<Vec<Diagnostic>>,
    warnings: RefCell<Vec<Diagnostic>>,
    suspicions: RefCell<Vec<Suspicion>>,
}

/// A mistake that may be the cause of others.
#[derive(Debug)]
struct Suspicion {
    cause: Diagnostic,
    /// The bytes of the page in which other mistakes may come from it.
    lines: Range<usize>,
}

impl Suspicion {
    fn explains(&self, error: &Diagnostic) -> bool {
        let [Some(cause), Some(place)] = [&self.cause, error].map(|diagnostic| diagnostic.labels.first()) else {
            return false;
        };
        Rc::ptr_eq(&cause.page, &place.page) && self.lines.contains(&place.span.start)
    }
}

impl Diagnostics {
    pub(crate) fn report(&self, error: Diagnostic) -> Reported {
        self.errors.borrow_mut().push(error);
        Reported(())
    }

    /// Reports each of the errors that `syn` has combined.
    pub(crate) fn report_syn(&self, error: syn::Error) -> Reported {
        self.errors.borrow_mut().extend(error.into_iter().map(Diagnostic::from));
        Reported(())
    }

    /// Adds what an author should know although the type can be built.
    pub(crate) fn warn(&self, warning: Diagnostic) {
        self.warnings.borrow_mut().push(warning.warning());
    }

    /// Adds a mistake that may be the cause of others in these bytes of its page: it is an error in place of them, and a
    /// warning if there are none.
    pub(crate) fn suspect(&self, cause: Diagnostic, lines: Range<usize>) {
        self.suspicions.borrow_mut().push(Suspicion { cause, lines });
    }

    /// Whether a mistake has been reported.
    pub(crate) fn check(&self) -> Result<(), Reported> {
        if self.errors.borrow().is_empty() { Ok(()) } else { Err(Reported(())) }
    }

    /// The errors, those of the call itself first and then in the order of the pages.
    pub(crate) fn into_errors(self) -> Vec<Diagnostic> {
        let mut errors = self.errors.into_inner();
        for suspicion in self.suspicions.into_inner() {
            let count = errors.len();
            errors.retain(|error| !suspicion.explains(error));
            if errors.len() < count {
                errors.push(suspicion.cause);
            }
        }
        errors.sort_by_key(Diagnostic::order);
        errors
    }

    /// The warnings, in the same order.
    pub(crate) fn into_warnings(self) -> Vec<Diagnostic> {
        let mut warnings = self.warnings.into_inner();
        warnings.extend(self.suspicions.into_inner().into_iter().map(|suspicion| suspicion.cause));
        warnings.sort_by_key(Diagnostic::order);
        warnings
    }
}
