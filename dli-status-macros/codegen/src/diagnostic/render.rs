//! Draws a diagnostic in rustc's form: the place, a window of the line, a caret below the text, and help.
//!
//! rustc cannot point into a page on stable Rust. The drawing is our own: annotate-snippets draws more than this needs,
//! and would add a fifth to what a user's first build spends on this crate's dependencies (1.2 to 5.7 seconds of
//! processor time).

use super::{Diagnostic, Label};
use crate::unicode;
use std::fmt::Write as _;
use std::ops::Range;

/// Width of the part of a line that is shown, in terminal columns.
const MAX_LINE_WIDTH: usize = 100;

/// Terminals put tab stops this far apart.
const TAB_WIDTH: usize = 8;

impl Diagnostic {
    /// The whole text, as the terminal shows it after `error: `.
    #[must_use]
    pub fn render(&self) -> String {
        let gutter = self.labels.iter().map(|label| label.line().to_string().len()).max().unwrap_or(0);
        let mut out = self.headline();
        let mut shown: Option<&Label> = None;
        for label in &self.labels {
            label.draw(&mut out, shown, gutter);
            shown = Some(label);
        }
        if !self.labels.is_empty() && !self.help.is_empty() {
            push(&mut out, format_args!("\n{:gutter$} |", ""));
        }
        for help in &self.help {
            let indent = " ".repeat(gutter + " = help: ".len());
            push(&mut out, format_args!("\n{:gutter$} = help: {}", "", help.replace('\n', &format!("\n{indent}"))));
        }
        out
    }
}

impl Diagnostic {
    /// The message, whose first line ends in the place on the page: lists of problems show no more than that.
    fn headline(&self) -> String {
        let Some(first) = self.labels.first() else { return self.message.clone() };
        match self.message.split_once('\n') {
            Some((line, rest)) => format!("{line} ({})\n{rest}", first.place()),
            None => format!("{} ({})", self.message, first.place()),
        }
    }
}

impl Label {
    /// `page.rst:8:1`
    fn place(&self) -> String {
        let (line, column) = self.page.position(self.span.start);
        format!("{}:{line}:{column}", self.page.name())
    }

    fn line(&self) -> usize {
        self.page.position(self.span.start).0
    }

    /// Draws below `before` if that is on the same page, else under a heading of its own.
    fn draw(&self, out: &mut String, before: Option<&Label>, gutter: usize) {
        let line = self.line();
        let blank = " ".repeat(gutter);
        let is_on_same_page = before.is_some_and(|before| before.page.name() == self.page.name());
        if !is_on_same_page {
            let arrow = if before.is_none() { "-->" } else { ":::" };
            push(out, format_args!("\n{blank}{arrow} {}\n{blank} |", self.place()));
        }
        let Window { text, skip, width } = self.window();
        push(out, format_args!("\n{line:>gutter$} | {text}\n{blank} | {:skip$}{}", "", "^".repeat(width)));
        if !self.text.is_empty() {
            push(out, format_args!(" {}", self.text));
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

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("writing to a string cannot fail");
}

/// The columns of a terminal that a text takes.
pub(crate) fn display_width(text: &str) -> usize {
    width(&display_cells(text))
}

/// One character of a line as a terminal shows it.
struct DisplayCell {
    offset: usize,
    shown: char,
    width: usize,
}

fn width(cells: &[DisplayCell]) -> usize {
    cells.iter().map(|cell| cell.width).sum()
}

/// Tabs become blanks and invisible characters a stand-in, so that the caret is below the text it means.
fn display_cells(line: &str) -> Vec<DisplayCell> {
    let mut column = 0;
    let mut cells = Vec::new();
    for (offset, c) in line.char_indices() {
        if c == '\t' {
            let blanks = TAB_WIDTH - column % TAB_WIDTH;
            column += blanks;
            cells.extend((0..blanks).map(|_| DisplayCell { offset, shown: ' ', width: 1 }));
        } else if let Some((shown, width)) = unicode::shown(c) {
            column += width;
            cells.push(DisplayCell { offset, shown, width });
        }
    }
    cells
}

struct Window {
    text: String,
    skip: usize,
    width: usize,
}

impl Window {
    fn around(cells: &[DisplayCell], marked: Range<usize>) -> Self {
        let from = if width(cells) <= MAX_LINE_WIDTH { 0 } else { marked.start.saturating_sub(MAX_LINE_WIDTH / 3) };
        let part = |range: Range<usize>| cells.get(range).expect("the window is a part of the line");
        let visible = part(from..cells.len());
        let count = count_within(visible, MAX_LINE_WIDTH);
        let mut text = String::from(if from > 0 { "…" } else { "" });
        text.extend(visible.iter().take(count).map(|cell| cell.shown));
        let text = text.trim_end().to_owned() + if count < visible.len() { "…" } else { "" };
        let skip = width(part(from..marked.start)) + usize::from(from > 0);
        let marked_end = marked.end.min(from + count).max(marked.start);
        Self { text, skip, width: width(part(marked.start..marked_end)).max(1) }
    }
}

/// The number of cells that fit into a width.
fn count_within(cells: &[DisplayCell], mut room: usize) -> usize {
    let fits = |cell: &&DisplayCell| {
        let fits = cell.width <= room;
        room = room.saturating_sub(cell.width);
        fits
    };
    cells.iter().take_while(fits).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Page;
    use proc_macro2::Span;
    use std::rc::Rc;

    #[test]
    fn a_place_is_drawn_with_its_line_and_what_to_do() {
        let page = Rc::new(Page::new("codes.rst", "one\ntwo three\n"));
        let error = Diagnostic::new(Span::call_site(), "`three` is not a code").label(&page, 8..13, "here");
        let expected = "\
`three` is not a code (codes.rst:2:5)
 --> codes.rst:2:5
  |
2 | two three
  |     ^^^^^ here
  |
  = help: drop it,
          or add it";
        assert_eq!(error.help("drop it,\nor add it").render(), expected);
    }

    #[test]
    fn the_caret_is_below_what_it_means() {
        let text = "\u{feff}a\t表\u{301}\0|x";
        let page = Rc::new(Page::new("p", text));
        let start = text.len() - 1;
        let error = Diagnostic::new(Span::call_site(), "").label(&page, start..start + 1, "");
        // After `a` come seven blanks up to the tab stop, two columns of `表`, a stand-in and the bar.
        assert!(
            error.render().ends_with(&format!("1 | a       表\u{301}\u{fffd}|x\n  | {:12}^", "")),
            "{}",
            error.render()
        );
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let text = format!("{}here{}", "left ".repeat(100), " right".repeat(100));
        let page = Rc::new(Page::new("p", text));
        let rendered = Diagnostic::new(Span::call_site(), "").label(&page, 500..504, "").render();
        let line = rendered.lines().nth(3).expect("it is drawn");
        let mark = rendered.lines().nth(4).expect("it is marked");
        assert!(line.starts_with("1 | …") && line.ends_with('…'), "{line}");
        assert_eq!(display_width(line), display_width("1 | ") + MAX_LINE_WIDTH + 2, "{line}");
        let column = mark.find('^').expect("a caret");
        let shown: String = line.chars().skip(column).take(4).collect();
        assert_eq!((shown.as_str(), mark.trim_start_matches([' ', '|'])), ("here", "^^^^"));
    }
}
