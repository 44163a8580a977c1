//! A table that was read: head and body rows, cells with their spans and places.

mod cell;
pub(crate) mod csv;
pub(crate) mod grid;
pub(crate) mod isolated;
pub(crate) mod simple;

use std::ops::Range;
use std::sync::Arc;

pub use self::cell::{Area, Cell};
pub(crate) use self::cell::{CanvasArea, InlineSource, Source, short};

use crate::heading::{self, Heading};
use crate::source::origin::Origin;

/// How a table is written on the page.
///
/// ```
/// use rst_tables::{Kind};
///
/// let tables = rst_tables::tables("== ==\na  b\n== ==\n");
/// assert_eq!(tables[0].as_ref().unwrap().kind(), Kind::Simple);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `+---+---+`
    Grid,
    /// `=== ===`
    Simple,
    /// `.. list-table::`
    ListTable,
    /// `.. csv-table::`
    CsvTable,
    /// A definition list that is read as a table.
    DefinitionList,
    /// A bullet list that is read as a table.
    BulletList,
    /// `.. table::`; only of a [`TableError`](super::TableError), since a table that was read has the kind of the one
    /// inside the directive.
    Table,
}

impl Kind {
    /// The name in lower case, as of a directive: `grid`, `list-table`.
    ///
    /// ```
    /// assert_eq!(rst_tables::Kind::CsvTable.name(), "csv-table");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Simple => "simple",
            Self::ListTable => "list-table",
            Self::CsvTable => "csv-table",
            Self::DefinitionList => "definition-list",
            Self::BulletList => "bullet-list",
            Self::Table => "table",
        }
    }
}

/// The cells that begin in one row, left to right.
pub type Row<'p> = Vec<Cell<'p>>;

/// A table of a page.
///
/// ```
/// let page = "\
/// .. _colours:
///
/// .. list-table:: Some *colours*
///    :header-rows: 1
///
///    * - Name
///      - Code
///    * - red
///      - f00
/// ";
/// let tables = rst_tables::tables(page);
/// let table = tables[0].as_ref().unwrap();
/// assert_eq!(&page[table.span()][..19], ".. list-table:: Som");
/// assert_eq!(table.columns(), 2);
/// assert_eq!((table.label(), table.title()), (Some("colours"), Some("Some colours")));
/// assert_eq!(table.head()[0][1].text(), "Code");
/// assert_eq!(table.body().len(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct Table<'p> {
    pub(crate) kind: Kind,
    pub(crate) origin: Arc<Origin>,
    pub(crate) span: Range<usize>,
    /// The names of the targets directly before it, and those that directives give it.
    pub(crate) targets: Vec<String>,
    pub(crate) names: Vec<String>,
    pub(crate) title: Option<String>,
    pub(crate) heading: Option<Arc<Heading>>,
    pub(crate) rows: Rows<'p>,
}

impl<'p> Table<'p> {
    /// How the table is written.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The file that the table is in.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The bytes of the page that the table takes: from its top border, or the directive of a list or CSV table, to its
    /// last line.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The name of the target (`.. _name:`) that is directly before the table; of several, the last.
    pub fn label(&self) -> Option<&str> {
        self.targets.last().map(String::as_str)
    }

    /// All names of the table: those of the targets directly before it, and those that directives give it (`:name:`).
    /// They are in lower case, with white space folded, as docutils compares them.
    ///
    /// ```
    /// let tables = rst_tables::tables(".. _a:\n.. _B  b:\n\n.. list-table::\n   :name: c\n\n   * - x\n");
    /// assert_eq!(tables[0].as_ref().unwrap().labels().collect::<Vec<_>>(), ["a", "b b", "c"]);
    /// ```
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.targets.iter().chain(&self.names).map(String::as_str)
    }

    /// The headings that the table is under, outermost first: sections, and directives with content and a title.
    pub fn headings(&self) -> Vec<&Heading> {
        heading::path(self.heading.as_ref())
    }

    /// The title that a directive gives the table, as plain text.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.rows.columns
    }

    /// The header rows.
    pub fn head(&self) -> &[Row<'p>] {
        &self.rows.head
    }

    /// The rows below the header; all rows if there is none.
    pub fn body(&self) -> &[Row<'p>] {
        &self.rows.body
    }

    /// The cells below the header, with text, in columns for which the header has no cell. They come from rows of a CSV
    /// table that have more values than the header, often because a value with a comma is not quoted.
    ///
    /// ```
    /// let page = ".. csv-table::\n   :header: code, text\n\n   404, Not here, or there\n   500, Failed\n";
    /// let tables = rst_tables::tables(page);
    /// let cells: Vec<_> = tables[0].as_ref().unwrap().cells_without_header().map(|cell| cell.text()).collect();
    /// assert_eq!(cells, ["or there"]);
    /// ```
    pub fn cells_without_header(&self) -> impl Iterator<Item = &Cell<'p>> {
        let headed = self.head().iter().flatten().filter(|cell| !cell.is_missing());
        let headed = headed.map(|cell| cell.column() + cell.colspan()).max().unwrap_or(self.columns());
        self.body().iter().flatten().filter(move |cell| cell.column() >= headed && !cell.text().is_empty())
    }
}

/// The rows of a table.
#[derive(Debug, Clone)]
pub(crate) struct Rows<'p> {
    pub(crate) columns: usize,
    pub(crate) head: Vec<Row<'p>>,
    pub(crate) body: Vec<Row<'p>>,
}

impl<'p> Rows<'p> {
    /// All rows, those of the head first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Row<'p>> {
        self.head.iter().chain(&self.body)
    }
}
