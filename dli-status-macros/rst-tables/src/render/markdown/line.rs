//! One line of Markdown from the pieces of inline text.
//!
//! A form is kept where Markdown can show it: two forms that touch, or emphasis within a word that Markdown would not
//! see, give way to plain words.

use super::escape::{push_code, push_text, shown_text};
use super::link;
use super::span::Span;
use crate::inline::Piece;
use crate::white_space::is_space;

/// The pieces of a line, breaks turned into blanks.
#[derive(Debug, Default)]
pub(super) struct Line {
    spans: Vec<Span>,
}

impl Line {
    pub(super) fn push(&mut self, piece: &Piece<'_>) {
        let text = shown_text(piece.text());
        if text.is_empty() {
            return;
        }
        match piece {
            Piece::Emphasis(_) => self.spans.push(Span::Stars("*", text.into_owned())),
            Piece::Strong(_) => self.spans.push(Span::Stars("**", text.into_owned())),
            Piece::Literal(_) => self.push_code(&text),
            Piece::Link { url, .. } if link::is_safe(url) => {
                self.spans.push(Span::Link { text: text.into_owned(), url: url.clone().into_owned() });
            }
            _ => self.push_text(&text),
        }
    }

    pub(super) fn push_text(&mut self, text: &str) {
        match self.spans.last_mut() {
            Some(Span::Text(before)) => before.push_str(text),
            _ => self.spans.push(Span::Text(text.to_owned())),
        }
    }

    /// Code that touches code is one with it: their backquotes would run together.
    pub(super) fn push_code(&mut self, code: &str) {
        match self.spans.last_mut() {
            Some(Span::Code(before)) => before.push_str(code),
            _ => self.spans.push(Span::Code(code.to_owned())),
        }
    }

    /// The Markdown, without white space around it.
    pub(super) fn render(self) -> String {
        let spans = link::found(self.spans);
        let mut out = String::new();
        let mut after_stars = false;
        for (index, span) in spans.iter().enumerate() {
            let next = spans.get(index + 1).and_then(first_char);
            after_stars = push_span(&mut out, span, next, after_stars);
        }
        out.truncate(out.trim_end_matches(is_space).len());
        out
    }
}

/// Appends a span. Returns whether it ends with a star that is markup.
fn push_span(out: &mut String, span: &Span, next: Option<char>, after_stars: bool) -> bool {
    match span {
        Span::Stars(stars, text) if !after_stars && is_seen(out, text, next) => {
            out.push_str(stars);
            push_text(out, text);
            out.push_str(stars);
            return true;
        }
        Span::Text(text) | Span::Stars(_, text) => {
            let text = if out.is_empty() { text.trim_start_matches(is_space) } else { text };
            push_text(out, text);
        }
        Span::Code(code) => push_code(out, code),
        Span::Link { text, url } => link::push(out, text, url),
    }
    false
}

/// The first character that comes of a span.
fn first_char(span: &Span) -> Option<char> {
    match span {
        Span::Text(text) | Span::Stars(_, text) => text.chars().next(),
        Span::Code(_) => Some('`'),
        Span::Link { .. } => Some('['),
    }
}

/// Whether Markdown sees stars around `text` as emphasis: they must touch its words, and if they touch punctuation,
/// blanks or punctuation must be outside. What is neither a letter nor a digit may be punctuation.
fn is_seen(line: &str, text: &str, next: Option<char>) -> bool {
    let is_apart = |c: Option<char>| c.is_none_or(|c| c == ' ' || c.is_ascii_punctuation());
    let touches = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(|inner| inner.is_alphanumeric() || (!inner.is_whitespace() && is_apart(outer)))
    };
    touches(text.chars().next(), line.chars().next_back()) && touches(text.chars().next_back(), next)
}
