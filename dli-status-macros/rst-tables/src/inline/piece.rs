//! What inline markup is read into.

use std::borrow::Cow;

/// A stretch of inline text of one form, escapes resolved, line breaks kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Words, also of markup whose form is not kept (sub- and superscript, title references, inline targets …).
    Text(Cow<'t, str>),
    Emphasis(Cow<'t, str>),
    Strong(Cow<'t, str>),
    /// Code, its backslashes kept.
    Literal(Cow<'t, str>),
    /// Text and the address it leads to.
    Link {
        text: Cow<'t, str>,
        url: Cow<'t, str>,
    },
    /// A reference to a target of the page.
    Reference {
        text: Cow<'t, str>,
        /// The target's name, white space folded and in lower case; `None` refers to the next anonymous target.
        name: Option<String>,
        /// What shows if there is no such target: a name as it is written, with its underscores, but the text of a
        /// phrase.
        written: Cow<'t, str>,
    },
    /// A substitution, with the bars: `|name|`.
    Substitution(Cow<'t, str>),
    /// The mark of a footnote or a citation, by its label, which is empty if docutils numbers it.
    Note(Cow<'t, str>),
    /// Broken markup, which shows as it is written.
    Problem(Cow<'t, str>),
}

impl<'t> Piece<'t> {
    /// What it shows; of a substitution or reference, what it shows if nothing on the page defines it.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Emphasis(text)
            | Self::Strong(text)
            | Self::Literal(text)
            | Self::Link { text, .. }
            | Self::Reference { written: text, .. }
            | Self::Substitution(text)
            | Self::Problem(text) => text,
            Self::Note(_) => "",
        }
    }

    /// The same piece, borrowing nothing.
    pub(crate) fn into_owned(self) -> Piece<'static> {
        let owned = |text: Cow<'t, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Text(text) => Piece::Text(owned(text)),
            Self::Emphasis(text) => Piece::Emphasis(owned(text)),
            Self::Strong(text) => Piece::Strong(owned(text)),
            Self::Literal(text) => Piece::Literal(owned(text)),
            Self::Link { text, url } => Piece::Link { text: owned(text), url: owned(url) },
            Self::Reference { text, name, written } => {
                Piece::Reference { text: owned(text), name, written: owned(written) }
            }
            Self::Substitution(text) => Piece::Substitution(owned(text)),
            Self::Note(label) => Piece::Note(owned(label)),
            Self::Problem(text) => Piece::Problem(owned(text)),
        }
    }
}

/// The name in a substitution's `|name|`.
pub(crate) fn substitution_name(shown: &str) -> &str {
    shown.get(1..shown.len() - 1).expect("a substitution has a bar at both ends")
}
