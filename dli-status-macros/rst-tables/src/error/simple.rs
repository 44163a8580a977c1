//! What is wrong with a simple table.

use std::fmt;
use std::ops::Range;

/// Why a simple table is rejected. Columns are those of a terminal: wide characters take two.
///
/// ```
/// use rst_tables::{Reason, SimpleError};
///
/// let page = "=== ===\na   b\n=======\nc d\n=== ==\n";
/// let tables = rst_tables::tables(page);
/// let error = tables[0].as_ref().unwrap_err();
/// assert_eq!(*error.reason(), Reason::Simple(SimpleError::RuleLength { expected: 7, found: 6 }));
/// assert_eq!(&page[error.span()], "=== ==");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SimpleError {
    /// A rule (`=== ===`) is longer or shorter than the top one.
    RuleLength {
        /// Columns of the top rule.
        expected: usize,
        /// Columns of this rule.
        found: usize,
    },
    /// There is no bottom rule. The span is the last line that was looked at.
    BottomRule,
    /// There is one rule below the top, and text directly after it: if it is the head rule, the bottom rule is
    /// missing, and if it is the bottom rule, a blank line is.
    BottomRuleOrBlankLine,
    /// An underline (`--- ---`) ends before or after the top rule.
    UnderlineLength {
        /// Columns of the top rule.
        expected: usize,
        /// Columns of the underline.
        found: usize,
    },
    /// A part of an underline or a rule does not begin and end where columns do.
    UnderlineColumns {
        /// The first line of the row above it.
        row: Range<usize>,
    },
    /// There is text between two columns.
    TextInMargin,
}

impl fmt::Display for SimpleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RuleLength { expected, found } => {
                write!(f, "expected a rule of {expected} columns, as the top rule has, found {found}")
            }
            Self::BottomRule => f.write_str("expected a bottom rule, found the end of the table"),
            Self::BottomRuleOrBlankLine => f.write_str("expected a blank line after this rule, or a bottom rule below"),
            Self::UnderlineLength { expected, found } => {
                write!(f, "expected an underline of {expected} columns, as the top rule has, found {found}")
            }
            Self::UnderlineColumns { .. } => f.write_str("expected an underline that begins and ends where columns do"),
            Self::TextInMargin => f.write_str("expected blanks between two columns, found text"),
        }
    }
}
