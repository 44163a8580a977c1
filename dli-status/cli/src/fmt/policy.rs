//! What becomes of the widths that a table has.

/// How wide columns are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    /// As they are, or as wide as their text: an edit of one cell changes as few lines as possible.
    Keep,
    /// As wide as their text.
    Shrink,
    /// Of a table that is wider than this: as wide as their text, which is wrapped until the table fits.
    Fit(usize),
}

impl Policy {
    /// The same for a table with this indent in columns.
    pub(crate) fn indented(self, indent: usize) -> Self {
        match self {
            Self::Fit(width) => Self::Fit(width.saturating_sub(indent)),
            policy => policy,
        }
    }
}
