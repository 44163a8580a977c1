//! What is wrong, where, and what to do: the values that every stage reports, and the one place that draws them.
//!
//! rustc cannot point into a page on stable Rust, so the drawing follows its form: the place, a window of the line,
//! a caret under the text, and help. It is our own: annotate-snippets draws more than this needs, and would add a fifth
//! to what a user's first build spends on this crate's dependencies (1.2 to 5.7 seconds of processor time).

use crate::page::Page;
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use std::fmt::Write as _;
use std::ops::Range;
use std::rc::Rc;

/// So many errors are shown; of the rest only the number.
const MOST: usize = 20;

/// So much of a line is shown, in terminal columns.
const WINDOW: usize = 100;

/// One mistake.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The token of the macro call that it concerns.
    at: Span,
    message: String,
    labels: Vec<Label>,
    help: Vec<String>,
}

/// A place on a page, and what is to be seen there.
#[derive(Debug, Clone)]
struct Label {
    page: Rc<Page>,
    span: Range<usize>,
    text: String,
}

impl Diagnostic {
    /// A mistake, attached to a token of the macro call.
    pub fn new(at: Span, message: impl Into<String>) -> Self {
        Self { at, message: message.into(), labels: Vec::new(), help: Vec::new() }
    }

    /// Adds a place on a page. The first one is where the mistake is said to be.
    #[must_use]
    pub fn label(mut self, page: &Rc<Page>, span: Range<usize>, text: impl Into<String>) -> Self {
        self.labels.push(Label { page: Rc::clone(page), span, text: text.into() });
        self
    }

    /// Adds a sentence about what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Page and offset of the first place, to bring mistakes into the order of the pages.
    pub(crate) fn place(&self, pages: &[Rc<Page>]) -> (usize, usize) {
        let place = |label: &Label| (pages.iter().position(|page| Rc::ptr_eq(page, &label.page)), label.span.start);
        self.labels.first().map(place).map_or((0, 0), |(page, start)| (page.unwrap_or(0), start))
    }

    /// The whole text, as the terminal shows it behind `error: `.
    ///
    /// ```
    /// use dli_status_codegen::{diagnostic::Diagnostic, page::Page};
    /// use proc_macro2::Span;
    /// use std::rc::Rc;
    ///
    /// let page = Rc::new(Page::new("codes.rst", "one\ntwo three\n"));
    /// let error = Diagnostic::new(Span::call_site(), "`three` is no code").label(&page, 8..13, "here").help("drop it");
    /// assert_eq!(error.render(), "\
    /// `three` is no code
    ///  --> codes.rst:2:5
    ///   |
    /// 2 | two three
    ///   |     ^^^^^ here
    ///   |
    ///   = help: drop it");
    /// ```
    #[must_use]
    pub fn render(&self) -> String {
        let gutter = self.labels.iter().map(|label| label.line().to_string().len()).max().unwrap_or(0);
        let mut out = self.message.clone();
        let mut shown: Option<&Label> = None;
        for label in &self.labels {
            label.draw(&mut out, shown, gutter);
            shown = Some(label);
        }
        if !self.labels.is_empty() && !self.help.is_empty() {
            let _ = write!(out, "\n{:gutter$} |", "");
        }
        for help in &self.help {
            let indent = " ".repeat(gutter + 9);
            let _ = write!(out, "\n{:gutter$} = help: {}", "", help.replace('\n', &format!("\n{indent}")));
        }
        out
    }
}

impl Label {
    fn line(&self) -> usize {
        self.page.position(self.span.start).0
    }

    /// Draws below `before` where that is of the same page, else with a heading of its own.
    fn draw(&self, out: &mut String, before: Option<&Label>, gutter: usize) {
        let (line, column) = self.page.position(self.span.start);
        let blank = " ".repeat(gutter);
        match before {
            Some(before) if before.page.name() == self.page.name() => {}
            _ => {
                let arrow = if before.is_none() { "-->" } else { ":::" };
                let _ = write!(out, "\n{blank}{arrow} {}:{line}:{column}\n{blank} |", self.page.name());
            }
        }
        let Window { text, skip, width } = self.window();
        let _ = write!(out, "\n{line:>gutter$} | {text}\n{blank} | {:skip$}{}", "", "^".repeat(width));
        if !self.text.is_empty() {
            let _ = write!(out, " {}", self.text);
        }
    }

    /// The part of the line around the span, and where in it the caret goes.
    fn window(&self) -> Window {
        let line = self.page.line_range(self.span.start);
        let text = self.page.line_at(self.span.start);
        let clamp = |offset: usize| self.page.slice(line.start..offset.min(line.start + text.len())).len();
        let marked = clamp(self.span.start)..clamp(self.span.end.max(self.span.start));
        let cells = display_cells(text);
        let first = cells.partition_point(|cell| cell.offset < marked.start);
        let last = cells.partition_point(|cell| cell.offset < marked.end).max(first);
        Window::around(&cells, first..last)
    }
}

/// The columns of a terminal that a text takes.
pub(crate) fn display_width(text: &str) -> usize {
    display_cells(text).iter().map(|cell| cell.width).sum()
}

/// One character of a line as a terminal shows it.
struct DisplayCell {
    offset: usize,
    text: char,
    width: usize,
}

/// Tabs become blanks, invisible characters a visible stand-in, so that the caret stands under the text it means.
fn display_cells(line: &str) -> Vec<DisplayCell> {
    let mut column = 0;
    let mut cells = Vec::new();
    for (offset, c) in line.char_indices() {
        let (text, width) = match c {
            '\u{feff}' => continue,
            '\t' => (' ', 8 - column % 8),
            c if is_invisible(c) => ('\u{fffd}', 1),
            c if rst_tables::is_combining(c) => (c, 0),
            c => (c, if rst_tables::is_wide(c) { 2 } else { 1 }),
        };
        column += width;
        cells.push(DisplayCell { offset, text, width });
        // A tab takes its columns with as many blanks.
        if c == '\t' {
            if let Some(tab) = cells.last_mut() {
                tab.width = 1;
            }
            cells.extend((1..width).map(|_| DisplayCell { offset, text: ' ', width: 1 }));
        }
    }
    cells
}

/// Control characters, and those that would turn the direction of the text around them.
fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

struct Window {
    text: String,
    skip: usize,
    width: usize,
}

impl Window {
    fn around(cells: &[DisplayCell], marked: Range<usize>) -> Self {
        let total: usize = cells.iter().map(|cell| cell.width).sum();
        let from = if total <= WINDOW { 0 } else { marked.start.saturating_sub(WINDOW / 3) };
        let mut room = WINDOW;
        let visible = cells.get(from..).unwrap_or_default();
        let count = visible
            .iter()
            .take_while(|cell| {
                let fits = cell.width <= room;
                room = room.saturating_sub(cell.width);
                fits
            })
            .count();
        let mut text = String::from(if from > 0 { "…" } else { "" });
        text.extend(visible.iter().take(count).map(|cell| cell.text));
        let text = text.trim_end().to_owned() + if count < visible.len() { "…" } else { "" };
        let width_of = |range: Range<usize>| cells.get(range).unwrap_or_default().iter().map(|cell| cell.width).sum();
        let skip: usize = width_of(from..marked.start);
        let width: usize = width_of(marked.start..marked.end.min(from + count));
        Self { text, skip: skip + usize::from(from > 0), width: width.max(1) }
    }
}

/// The expansion of a call with mistakes: one `compile_error!` each and nothing else, since rustc is then silent about
/// the type that is not there.
pub(crate) fn compile_errors(diagnostics: &[Diagnostic]) -> TokenStream {
    let mut errors: TokenStream = diagnostics.iter().take(MOST).map(|d| compile_error(d.at, &d.render())).collect();
    if let Some(next) = diagnostics.get(MOST) {
        errors.extend(compile_error(next.at, &format!("… and {} more errors like these", diagnostics.len() - MOST)));
    }
    errors
}

fn compile_error(at: Span, text: &str) -> TokenStream {
    quote_spanned! {at=> ::core::compile_error! { #text } }
}

/// Stable Rust has no warnings of macros; the use of something deprecated is one, with a note of our own.
pub(crate) fn compile_warnings(diagnostics: &[Diagnostic]) -> TokenStream {
    let warnings = diagnostics.iter().map(|diagnostic| {
        let text = diagnostic.render();
        quote_spanned! {diagnostic.at=>
            const _: () = {
                #[deprecated(note = #text)]
                const fn this_page() {}
                this_page()
            };
        }
    });
    warnings.collect()
}
