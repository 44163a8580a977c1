//! Tables that docutils rejects, and why. All wording is here, and it is docutils' own.

use std::fmt;
use std::ops::Range;

use crate::table::Kind;

/// A table that docutils rejects.
///
/// ```
/// let page = "+-----+\n| 404  |\n+-----+\n";
/// let tables = rst_tables::tables(page);
/// let malformed = tables[0].as_ref().unwrap_err();
/// assert_eq!(malformed.error(), "Malformed table.");
/// assert_eq!(malformed.detail(), Some("Right border not aligned or missing."));
/// assert_eq!(&page[malformed.span()], "|");
/// assert_eq!(malformed.table(), 0..page.trim_end().len());
/// assert_eq!(malformed.to_string(), "Malformed table. Right border not aligned or missing.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    pub(crate) kind: Kind,
    pub(crate) table: Range<usize>,
    pub(crate) span: Range<usize>,
    pub(crate) error: String,
    pub(crate) detail: Option<String>,
}

impl Malformed {
    /// How the table is written; [`Kind::Table`] if its directive is at fault.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The bytes of the page that the table takes, or its directive if that is at fault.
    pub fn table(&self) -> Range<usize> {
        self.table.clone()
    }

    /// What docutils says.
    pub fn error(&self) -> &str {
        &self.error
    }

    /// The cause, where docutils names one.
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// The bytes of the page that are at fault.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error)?;
        self.detail.as_ref().map_or(Ok(()), |detail| write!(f, " {detail}"))
    }
}

impl std::error::Error for Malformed {}

/// Not docutils' words: it goes on until memory ends.
pub(crate) const TOO_MANY_CELLS: &str = "Almost all cells are empty; the table has far more of them than characters.";

/// Whether a table of so many cells is too large for the bytes it is written in. Simple and CSV tables have cells
/// that are not written at all, so that a small page could fill any memory.
pub(crate) fn are_too_many(cells: usize, bytes: usize) -> bool {
    cells > 0x1_0000 + bytes.saturating_mul(4)
}

/// What is wrong with a grid or simple table, and where on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) cause: Cause,
    pub(crate) span: Range<usize>,
}

/// The causes that docutils gives for a malformed table. Lines are counted from 1 within the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    BottomBorderMissing,
    RightBorder,
    TwoHeadRules {
        first: usize,
        second: usize,
    },
    ParseIncomplete,
    /// Cells that overlap, where docutils stops with a bare assertion.
    Overlap,
    RuleMismatch,
    NoBottom,
    NoBottomOrBlank,
    SpanIncomplete {
        line: usize,
    },
    SpanAlignment {
        line: usize,
    },
    TooManyCells,
    TextInMargin {
        line: usize,
    },
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BottomBorderMissing => f.write_str("Bottom border missing or corrupt."),
            Self::RightBorder => f.write_str("Right border not aligned or missing."),
            Self::TwoHeadRules { first, second } => {
                write!(f, "Multiple head/body row separators (table lines {first} and {second}); only one allowed.")
            }
            Self::ParseIncomplete => f.write_str("Malformed table; parse incomplete."),
            Self::Overlap => f.write_str("internal: AssertionError"),
            Self::RuleMismatch => f.write_str("Bottom border or header rule does not match top border."),
            Self::NoBottom => f.write_str("No bottom table border found."),
            Self::NoBottomOrBlank => f.write_str("No bottom table border found or no blank line after table bottom."),
            Self::SpanIncomplete { line } => write!(f, "Column span incomplete in table line {line}."),
            Self::SpanAlignment { line } => write!(f, "Column span alignment problem in table line {line}."),
            Self::TooManyCells => f.write_str(TOO_MANY_CELLS),
            Self::TextInMargin { line } => write!(f, "Text in column margin in table line {line}."),
        }
    }
}
