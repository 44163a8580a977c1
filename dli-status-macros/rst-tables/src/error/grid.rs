//! What is wrong with a grid table.

use std::fmt;
use std::ops::Range;

/// Why a grid table is rejected. Columns are those of a terminal: wide characters take two.
///
/// ```
/// use rst_tables::{GridError, Reason};
///
/// let page = "+---+\n| a |\n+===+\n| b |\n+===+\n| c |\n+---+\n";
/// let tables = rst_tables::tables(page);
/// let error = tables[0].as_ref().unwrap_err();
/// assert_eq!(*error.reason(), Reason::Grid(GridError::TwoHeadRules { first: 12..17 }));
/// assert_eq!(error.span(), 24..29);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum GridError {
    /// The table does not end with a border (`+---+`). The span is its last line.
    BottomBorder,
    /// A line is wider or narrower than the top border, or ends in neither `|` nor `+`. The span is what is too much
    /// of the line, or its last character.
    RightBorder {
        /// Columns of the top border.
        expected: usize,
        /// Columns of the line.
        found: usize,
    },
    /// A second head rule (`+===+`). It is the span.
    TwoHeadRules {
        /// The first one.
        first: Range<usize>,
    },
    /// The borders around a cell do not close. The span is the first character that belongs to no cell.
    OpenCell,
    /// Two cells overlap. The span is where the second one begins.
    OverlappingCells,
}

impl fmt::Display for GridError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BottomBorder => f.write_str("expected a bottom border, found the end of the table"),
            Self::RightBorder { expected, found } if expected == found => {
                f.write_str("expected `|` or `+` at the end of the line")
            }
            Self::RightBorder { expected, found } => {
                write!(f, "expected a line of {expected} columns, as the top border has, found {found}")
            }
            Self::TwoHeadRules { .. } => f.write_str("expected one rule of `=` per table, found a second one"),
            Self::OpenCell => f.write_str("expected borders all around this cell, found a gap"),
            Self::OverlappingCells => f.write_str("expected cells next to each other, found two that overlap"),
        }
    }
}
