//! What a line of Markdown is made of.

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Span {
    Text(String),
    /// Emphasis by as many stars.
    Stars(&'static str, String),
    Code(String),
    Link {
        text: String,
        url: String,
    },
}
