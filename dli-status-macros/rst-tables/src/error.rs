//! Tables that are rejected: why, and where on the page. All messages of the crate are in this folder.

mod count;
mod csv;
pub(crate) mod damage;
mod directive;
mod grid;
mod include;
mod option;
mod simple;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::source::origin::Origin;
use super::table::Kind;

pub use self::csv::CsvError;
pub use self::damage::{DamageKind, Repair};
pub use self::directive::{Content, DirectiveError};
pub use self::grid::GridError;
pub use self::include::{IncludeError, IncludeReason};
pub use self::option::{Expected, OptionError};
pub use self::simple::SimpleError;

/// A table that docutils rejects.
///
/// [`reason`](Self::reason) is for programs. The text is for the authors of the page: what was expected and what was
/// found, in one line that does not repeat the place.
///
/// ```
/// use rst_tables::{GridError, Reason};
///
/// let page = "+-----+\n| 404  |\n+-----+\n";
/// let tables = rst_tables::tables(page);
/// let error = tables[0].as_ref().unwrap_err();
/// assert_eq!(*error.reason(), Reason::Grid(GridError::RightBorder { expected: 7, found: 8 }));
/// assert_eq!(error.table(), 0..page.trim_end().len());
/// assert_eq!(&page[error.span()], "|");
/// assert_eq!(error.to_string(), "expected a line of 7 columns, as the top border has, found 8");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableError {
    kind: Kind,
    labels: Vec<String>,
    table_origin: Arc<Origin>,
    table: Range<usize>,
    origin: Arc<Origin>,
    span: Range<usize>,
    reason: Reason,
}

/// Why a table is rejected, by the part of the reader that rejects it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The borders of a grid table.
    Grid(GridError),
    /// The rules or the rows of a simple table.
    Simple(SimpleError),
    /// What a directive holds, and how it fits its options.
    Directive(DirectiveError),
    /// An option of a directive.
    Option(OptionError),
    /// The values of a CSV table.
    Csv(CsvError),
    /// The table has far more cells than characters. docutils reads such a table until memory ends.
    TooManyCells,
}

impl TableError {
    /// How the table is written; [`Kind::Table`] if the error is in the `table` directive around it.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The names of the targets directly before the table, as of [`Table::labels`](crate::Table::labels).
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.labels.iter().map(String::as_str)
    }

    /// The error of a table with these labels, unless it has some already.
    pub(crate) fn or_labels(&mut self, labels: &[String]) {
        if self.labels.is_empty() {
            self.labels = labels.to_vec();
        }
    }

    /// The bytes of the page that the table takes, or its directive if the error is there.
    pub fn table(&self) -> Range<usize> {
        self.table.clone()
    }

    /// The file that the table is in.
    pub fn table_origin(&self) -> &Origin {
        &self.table_origin
    }

    /// The file that [`span`](Self::span) is in: that of the table, but for the values of a CSV table in a file of their
    /// own.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The bytes of the page that are wrong: an option, a line or a character.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Why the table is rejected.
    pub fn reason(&self) -> &Reason {
        &self.reason
    }
}

impl std::error::Error for TableError {}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reason.fmt(f)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Grid(error) => error.fmt(f),
            Self::Simple(error) => error.fmt(f),
            Self::Directive(error) => error.fmt(f),
            Self::Option(error) => error.fmt(f),
            Self::Csv(error) => error.fmt(f),
            Self::TooManyCells => f.write_str("the table has far more cells than characters"),
        }
    }
}

/// Makes a [`Reason`] of what a part of the reader says.
macro_rules! reasons {
    ($($variant:ident($error:ident),)*) => {$(
        impl From<$error> for Reason {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        }

        impl std::error::Error for $error {}
    )*};
}

reasons! {
    Grid(GridError),
    Simple(SimpleError),
    Directive(DirectiveError),
    Option(OptionError),
    Csv(CsvError),
}

/// Why a table cannot be read, and where. Which table that is, the caller adds with [`SpannedError::of`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SpannedError {
    reason: Reason,
    span: Range<usize>,
    /// The file that the span is in, if it is not that of the table.
    origin: Option<Arc<Origin>>,
}

impl SpannedError {
    pub(crate) fn new(reason: impl Into<Reason>, span: Range<usize>) -> Self {
        Self { reason: reason.into(), span, origin: None }
    }

    /// The same error in another file than the table.
    pub(crate) fn in_file(self, origin: &Arc<Origin>) -> Self {
        Self { origin: Some(Arc::clone(origin)), ..self }
    }

    /// The error of the table of this kind that takes these bytes of that file.
    pub(crate) fn of(self, kind: Kind, table_origin: Arc<Origin>, table: Range<usize>) -> TableError {
        let origin = self.origin.unwrap_or_else(|| Arc::clone(&table_origin));
        TableError { kind, labels: Vec::new(), table_origin, table, origin, span: self.span, reason: self.reason }
    }
}
