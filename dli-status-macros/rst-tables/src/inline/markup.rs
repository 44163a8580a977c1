//! The kinds of markup, and what each of them shows.

use std::ops::Range;

use super::role::Roles;
use super::{Piece, escape, phrase};

/// A construct of inline markup, with the bytes of its content in the marked text.
#[derive(Debug)]
pub(super) enum Markup {
    /// A start-string without an end, or markup that contradicts itself.
    Problem,
    Emphasis(Range<usize>),
    Strong(Range<usize>),
    Literal(Range<usize>),
    Target(Range<usize>),
    Substitution {
        name: Range<usize>,
        anonymous: bool,
    },
    Interpreted {
        text: Range<usize>,
        role: Option<Range<usize>>,
    },
    Phrase {
        text: Range<usize>,
        anonymous: bool,
    },
    Reference {
        name: Range<usize>,
        anonymous: bool,
    },
    /// A reference to a footnote or a citation, by its label.
    Note(Range<usize>),
    /// A reference to a footnote that gets its number or symbol later.
    AutoNote,
}

impl Markup {
    /// Whether a substitution definition may hold it.
    pub(super) fn is_definable(&self, marked: &str) -> bool {
        match self {
            Self::Problem | Self::Target(_) | Self::Note(_) | Self::AutoNote => false,
            Self::Substitution { anonymous, .. } | Self::Reference { anonymous, .. } => !anonymous,
            // A phrase that is not anonymous names the target it brings along.
            Self::Phrase { text, anonymous } => *anonymous == phrase::has_target(slice(marked, text)),
            Self::Emphasis(_) | Self::Strong(_) | Self::Literal(_) | Self::Interpreted { .. } => true,
        }
    }

    /// What it shows; `whole` is all that it takes of the marked text.
    pub(super) fn piece<'t>(&self, marked: &'t str, whole: &Range<usize>, roles: &impl Roles) -> Piece<'t> {
        let text = |range: &Range<usize>| slice(marked, range);
        match self {
            Self::Problem => Piece::Problem(escape::restore(text(whole))),
            Self::Emphasis(content) => Piece::Emphasis(escape::resolve(text(content))),
            Self::Strong(content) => Piece::Strong(escape::resolve(text(content))),
            Self::Literal(content) => Piece::Literal(escape::restore(text(content))),
            Self::Target(content) => Piece::Text(escape::resolve(text(content))),
            Self::Substitution { name, .. } => {
                Piece::Substitution(escape::resolve(text(&(name.start - 1..name.end + 1))))
            }
            Self::Interpreted { text: content, role } => {
                let role = role.as_ref().map_or_else(|| roles.default_role(), |role| roles.named(text(role)));
                role.show(text(content), text(whole))
            }
            Self::Phrase { text: content, anonymous } => phrase::piece(text(content), *anonymous),
            Self::Reference { name, anonymous } => phrase::by_name(text(name), text(whole), *anonymous),
            Self::Note(label) => Piece::Note(text(label).into()),
            Self::AutoNote => Piece::Note("".into()),
        }
    }
}

/// A part of the text that the reader has measured.
pub(super) fn slice<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).expect("markup begins and ends between characters of the text")
}
