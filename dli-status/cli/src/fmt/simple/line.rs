//! A line of a simple table.

use std::ops::Range;

/// A line below the top border, with its columns by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    /// A border or an underline: its character, and the columns that each run joins.
    Rule(char, Vec<Range<usize>>),
    /// Texts, and the columns that each takes.
    Text(Vec<(Range<usize>, String)>),
    Blank,
}
