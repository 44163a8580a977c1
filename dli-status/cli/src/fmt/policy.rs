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
