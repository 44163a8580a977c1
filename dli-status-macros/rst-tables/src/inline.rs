//! Inline markup, recognised exactly where docutils recognises it: one pass over the text of a paragraph, which
//! becomes a flat sequence of [`Piece`]s, since inline markup does not nest.
//!
//! The time is linear in the text: possible markup is found by the few characters that all markup has, and ends are
//! searched for once per kind of markup ([`ends`]).

mod chars;
mod ends;
pub(crate) mod escape;
mod markup;
mod names;
mod phrase;
mod piece;
mod role;
mod start;
mod tables;
mod uri;

use std::ops::Range;

use self::markup::{Markup, slice};
use self::start::{Anchors, Construct, Reader};

pub(crate) use self::names::name_end;
pub(crate) use self::phrase::normal_name;
pub(crate) use self::piece::{Piece, substitution_name};
pub(crate) use self::role::{DocutilsRoles, Role, Roles};
pub(crate) use self::uri::{links, may_hold_link};

/// Whether the text surely has no markup: it holds none of the characters that all markup has.
pub(crate) fn is_plain(source: &str) -> bool {
    let bytes = source.as_bytes();
    !b"\\*`|_\0".iter().any(|mark| bytes.contains(mark))
}

/// Reads `source`, lines joined by `\n`, and hands each piece to `sink` with the bytes of `source` it is written in.
/// Returns whether a substitution definition may hold the text: docutils refuses broken markup, targets, and
/// references that must be numbered.
pub(crate) fn read(source: &str, roles: &impl Roles, mut sink: impl FnMut(Range<usize>, Piece<'_>)) -> bool {
    let marked = escape::mark(source);
    let mut definable = true;
    scan(&marked, |range, markup| {
        let piece = match markup {
            None => Piece::Text(escape::resolve(slice(&marked, &range))),
            Some(markup) => markup.piece(&marked, &range, roles),
        };
        definable &= markup.is_none_or(|markup| markup.is_definable(&marked)) && !matches!(piece, Piece::Problem(_));
        sink(range, piece);
    });
    definable
}

/// The words of `source` as docutils has them before it resolves anything: of a substitution its name, of a note its
/// label.
pub(crate) fn unresolved_words(source: &str, roles: &impl Roles) -> String {
    let mut words = String::with_capacity(source.len());
    read(source, roles, |_, piece| match &piece {
        Piece::Reference { text, .. } | Piece::Note(text) => words.push_str(text),
        Piece::Substitution(shown) => words.push_str(substitution_name(shown)),
        _ => words.push_str(piece.text()),
    });
    words
}

/// The stretches of `source` that are outside of all markup.
pub(crate) fn outside_markup(source: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    scan(&escape::mark(source), |range, markup| {
        if markup.is_none() {
            ranges.push(range);
        }
    });
    ranges
}

/// Splits marked text into markup and the text around it.
fn scan(marked: &str, mut visit: impl FnMut(Range<usize>, Option<&Markup>)) {
    let mut reader = Reader::new(marked);
    let mut anchors = Anchors::default();
    let (mut shown, mut from) = (0, 0);
    while let Some(anchor) = anchors.next(marked, from) {
        match reader.construct(anchor) {
            Construct::Text => from = anchor + 1,
            Construct::Quoted { end } => {
                from = end;
                reader.base = end;
            }
            Construct::Markup(range, markup) => {
                if shown < range.start {
                    visit(shown..range.start, None);
                }
                (shown, from, reader.base) = (range.end, range.end, range.end);
                visit(range, Some(&markup));
            }
        }
    }
    if shown < marked.len() {
        visit(shown..marked.len(), None);
    }
}

#[cfg(test)]
mod tests;
