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
    /// Text with the address it leads to.
    Link {
        text: Cow<'t, str>,
        url: Cow<'t, str>,
    },
    /// Text that refers to a target of the page by its name, white space folded and in lower case.
    Reference {
        text: Cow<'t, str>,
        name: String,
    },
    /// The name in `|name|`.
    Substitution(Cow<'t, str>),
    /// Broken markup, which shows as it was written.
    Problem(Cow<'t, str>),
}

impl<'t> Piece<'t> {
    /// Markup shown as written.
    pub(super) fn problem(marked: &'t str) -> Self {
        Self::Problem(super::escape::restore(marked))
    }

    /// The words it shows; of a substitution, its name.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Emphasis(text)
            | Self::Strong(text)
            | Self::Literal(text)
            | Self::Link { text, .. }
            | Self::Reference { text, .. }
            | Self::Substitution(text)
            | Self::Problem(text) => text,
        }
    }

    /// The same piece, borrowing nothing.
    pub(crate) fn into_owned(self) -> Piece<'static> {
        let own = |text: Cow<'t, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Text(text) => Piece::Text(own(text)),
            Self::Emphasis(text) => Piece::Emphasis(own(text)),
            Self::Strong(text) => Piece::Strong(own(text)),
            Self::Literal(text) => Piece::Literal(own(text)),
            Self::Link { text, url } => Piece::Link { text: own(text), url: own(url) },
            Self::Reference { text, name } => Piece::Reference { text: own(text), name },
            Self::Substitution(text) => Piece::Substitution(own(text)),
            Self::Problem(text) => Piece::Problem(own(text)),
        }
    }
}
