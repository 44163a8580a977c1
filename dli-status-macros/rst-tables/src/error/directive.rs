//! What is wrong with the content of a directive.

use std::fmt;

use super::count::count;

/// Why a table directive is rejected: what it holds, or how that fits its options.
///
/// ```
/// use rst_tables::{DirectiveError, Reason};
///
/// let page = ".. list-table::\n   :widths: 1 2 3\n\n   * - a\n     - b\n";
/// let tables = rst_tables::tables(page);
/// let error = tables[0].as_ref().unwrap_err();
/// assert_eq!(*error.reason(), Reason::Directive(DirectiveError::Widths { columns: 2, found: 3 }));
/// assert_eq!(&page[error.span()], "1 2 3");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DirectiveError {
    /// There is no content. The span is the directive's first line.
    NoContent(Content),
    /// The content is not this and nothing else. The span is the first line that seems to be something else, or the
    /// directive's first line.
    NotOnly(Content),
    /// The content begins further to the right than the lines below it, or than the options. The span is its first line.
    Indented(Content),
    /// A blank line is missing between the title and the content. The span is the first line of the content.
    BlankLineAfterTitle,
    /// A blank line is missing between the options and the content. The span is the first line that is not an option.
    BlankLineAfterOptions,
    /// A row of a list table is not a list of cells.
    NotCells {
        /// The row, counted from 1.
        row: usize,
    },
    /// A row of a list table has more or fewer cells than the first one.
    UnevenRow {
        /// The row, counted from 1.
        row: usize,
        /// Cells of the first row.
        expected: usize,
        /// Cells of this row.
        found: usize,
    },
    /// The option `widths` gives more or fewer widths than the table has columns.
    Widths {
        /// How many columns there are.
        columns: usize,
        /// How many widths there are.
        found: usize,
    },
    /// The option `header-rows` leaves no row for the body.
    HeaderRows {
        /// How many rows there are.
        rows: usize,
        /// The value of the option.
        found: usize,
    },
    /// The option `stub-columns` leaves no other column.
    StubColumns {
        /// How many columns a row has.
        columns: usize,
        /// The value of the option.
        found: usize,
    },
}

/// What the content of a directive must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A grid or simple table, of `.. table::`.
    Table,
    /// A bullet list, of `.. list-table::`.
    BulletList,
    /// Comma-separated values, of `.. csv-table::`.
    Values,
}

impl fmt::Display for DirectiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoContent(content) => write!(f, "expected {content} in the directive, found nothing"),
            Self::NotOnly(content) => write!(f, "expected {content} in the directive and nothing else"),
            Self::Indented(content) => {
                write!(
                    f,
                    "expected {content} at the indent of the directive's other lines, found it further to the right"
                )
            }
            Self::BlankLineAfterTitle => f.write_str("a blank line is missing after the title"),
            Self::BlankLineAfterOptions => f.write_str("a blank line is missing after the options"),
            Self::NotCells { row } => write!(f, "expected a list of cells in row {row}"),
            Self::UnevenRow { row, expected, found } => {
                write!(f, "expected {} in row {row}, as in row 1, found {found}", count(*expected, "cell"))
            }
            Self::Widths { columns, found } => {
                write!(f, "expected {}, one per column, found {found}", count(*columns, "width"))
            }
            Self::HeaderRows { rows, found } => {
                write!(f, "expected fewer header rows than the {} of the table, found {found}", count(*rows, "row"))
            }
            Self::StubColumns { columns, found } => {
                write!(f, "expected fewer stub columns than the {} of a row, found {found}", count(*columns, "column"))
            }
        }
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Table => "one table",
            Self::BulletList => "one bullet list",
            Self::Values => "comma-separated values",
        })
    }
}
