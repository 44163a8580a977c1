//! Finds the heading that `under = "…"` means.

use super::candidate::collapse_whitespace;
use super::chooser::Chooser;
use super::reading::Reading;
use crate::diagnostic::{Diagnostic, Reported};
use crate::similar::best_match;
use rst_tables::{Heading, HeadingKind};
use std::sync::Arc;
use syn::LitStr;

/// More headings are not listed in a message.
const MAX_LISTED: usize = 8;

impl<'p> Chooser<'_, 'p> {
    /// The one heading of this name.
    pub(super) fn heading(&self, reading: &'p Reading<'p>, name: &LitStr) -> Result<&'p Heading, Reported> {
        let headings = reading.read.headings();
        match named(headings, &name.value()).as_slice() {
            [one] => Ok(one),
            [] => Err(self.diagnostics.report(self.no_such_heading(headings, name))),
            several => Err(self.diagnostics.report(self.several_headings(several, name))),
        }
    }

    fn no_such_heading(&self, headings: &[Arc<Heading>], name: &LitStr) -> Diagnostic {
        let text = format!("no heading on page `{}` is called `{}`", self.page.name(), name.value());
        let error = Diagnostic::new(name.span(), text);
        if headings.is_empty() {
            return error.help("the page has no headings: choose a table by its position, `table = 1`");
        }
        let names = headings.iter().flat_map(|heading| names(heading));
        if let Some(similar) = best_match(&name.value(), names) {
            return error.help(format!("there is a similar one, `{similar}`"));
        }
        let around: Vec<&Heading> =
            self.candidates().filter_map(|table| table.table.headings().last().copied()).collect();
        let mut listed: Vec<String> = around.iter().map(|heading| format!("`{}`", heading.title())).collect();
        listed.dedup();
        let more = listed.len().saturating_sub(MAX_LISTED);
        listed.truncate(MAX_LISTED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let text = format!("the headings above a {} are {}{more}", self.source.form.noun(), listed.join(", "));
        error.maybe_help((!listed.is_empty()).then_some(text))
    }

    fn several_headings(&self, headings: &[&Heading], name: &LitStr) -> Diagnostic {
        let text = format!("{} headings are called `{}`", headings.len(), name.value());
        let error = headings.iter().take(MAX_LISTED).fold(Diagnostic::new(name.span(), text), |error, heading| {
            error.label(&self.page, heading.span(), described(heading))
        });
        error
            .help("name one of them by a label in front of it, `.. _label:`, or the heading around it with `table = …`")
    }
}

/// The headings of this title, label or argument; if there are none, those that have it as a word of their argument.
pub(super) fn named<'p>(headings: &'p [Arc<Heading>], name: &str) -> Vec<&'p Heading> {
    let (name, label) = (collapse_whitespace(name), collapse_whitespace(&name.to_lowercase()));
    let headings = || headings.iter().map(AsRef::as_ref);
    let is_called =
        |heading: &&Heading| collapse_whitespace(heading.title()) == name || heading.labels().contains(&label);
    let found: Vec<&Heading> = headings().filter(is_called).collect();
    if !found.is_empty() {
        return found;
    }
    headings().filter(|heading| words(heading).any(|word| word == name)).collect()
}

/// The words of a directive's argument.
fn words(heading: &Heading) -> impl Iterator<Item = &str> {
    let is_directive = matches!(heading.kind(), HeadingKind::Directive { .. });
    heading.title().split_whitespace().filter(move |_| is_directive)
}

/// All that `under = "…"` can call it.
fn names(heading: &Heading) -> impl Iterator<Item = &str> {
    let labels = heading.labels().iter().map(String::as_str);
    std::iter::once(heading.title()).chain(labels).chain(words(heading))
}

fn described(heading: &Heading) -> String {
    match heading.parent() {
        Some(parent) => format!("this one is under `{}`", parent.title()),
        None => "this one".to_owned(),
    }
}
