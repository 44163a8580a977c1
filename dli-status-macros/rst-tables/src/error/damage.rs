//! What is wrong with a line of a grid table.

use std::fmt;

use super::count::count;

/// What is wrong with a line of a grid table. Columns are those of a terminal: wide characters take two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DamageKind {
    /// The line begins too far to the left or to the right.
    Indent {
        /// Columns before the other lines of the table.
        expected: usize,
        /// Columns before this one.
        found: usize,
    },
    /// The line is too wide or too narrow.
    Width {
        /// Columns of the other lines of the table.
        expected: usize,
        /// Columns of this one.
        found: usize,
    },
    /// The line does not begin with `|` or `+`.
    LeftEdge,
    /// The line does not end in `|` or `+`.
    RightEdge,
    /// The line holds a tab, which reaches to the next multiple of 8 columns.
    Tab,
    /// The line is blank, which ends the table.
    BlankLine,
    /// A border has a gap in it, or a `+` where no other border meets it.
    Border,
    /// A line of text has no `|` where the lines around it have one, or a `+` in its place.
    Bar,
    /// The table begins without a border. The span is its first line.
    TopBorder,
    /// The table ends without a border. The span is its last line.
    BottomBorder,
}

/// A change to one line of a page. Texts are whole lines without their line breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Repair {
    /// This line in place of the one that is wrong.
    Replace(String),
    /// This line above it.
    InsertAbove(String),
    /// This line below it.
    InsertBelow(String),
}

impl Repair {
    /// The line that is put in.
    pub fn text(&self) -> &str {
        match self {
            Self::Replace(text) | Self::InsertAbove(text) | Self::InsertBelow(text) => text,
        }
    }
}

impl fmt::Display for DamageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Indent { expected, found } => {
                write!(f, "expected {} before the line, as before the others, found {found}", count(*expected, "blank"))
            }
            Self::Width { expected, found } => {
                write!(f, "expected a line of {expected} columns, as the others are, found {found}")
            }
            Self::LeftEdge => f.write_str("expected `|` or `+` at the beginning of the line"),
            Self::RightEdge => f.write_str("expected `|` or `+` at the end of the line"),
            Self::Tab => f.write_str("expected blanks, found a tab, which reaches to the next multiple of 8 columns"),
            Self::BlankLine => f.write_str("expected a line of the table, found a blank line, which ends it"),
            Self::Border => f.write_str("expected a border without gaps, with `+` only where it meets another one"),
            Self::Bar => f.write_str("expected `|` where the lines above and below have it"),
            Self::TopBorder => f.write_str("expected a top border, found the first row"),
            Self::BottomBorder => f.write_str("expected a bottom border, found the end of the table"),
        }
    }
}
