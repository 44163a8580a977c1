//! A table that was read: head and body rows, cells with their spans and places.

pub(crate) mod csv;
pub(crate) mod draft;
pub(crate) mod found;
pub(crate) mod grid;
pub(crate) mod simple;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::context::shared::{Page, Place};
use crate::source::canvas::{Block, Canvas};
use crate::source::lines::Lines;
use crate::source::region::Region;
use crate::white_space::leading_space;

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
    /// `.. table::`; only of a [`TableError`](super::TableError), since a table that was read has the kind of the one
    /// inside the directive.
    Table,
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
    pub(crate) span: Range<usize>,
    pub(crate) label: Option<Arc<str>>,
    pub(crate) title: Option<String>,
    pub(crate) columns: usize,
    pub(crate) head: Vec<Row<'p>>,
    pub(crate) body: Vec<Row<'p>>,
}

impl<'p> Table<'p> {
    /// How the table is written.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The bytes of the page that the table takes: from its top border, or the directive of a list or CSV table, to its
    /// last line.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The name of the target (`.. _name:`) that stands directly before the table.
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// The title that a directive gives the table, as plain text.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The header rows.
    pub fn head(&self) -> &[Row<'p>] {
        &self.head
    }

    /// The rows below the header; all rows if there is none.
    pub fn body(&self) -> &[Row<'p>] {
        &self.body
    }
}

/// A cell of a table. Its text is put together when it is asked for.
///
/// ```
/// let page = "\
/// +------+----------------+
/// | Code | - **not** here |
/// |      | - nor *there*  |
/// +------+----------------+
/// | both                  |
/// +-----------------------+
/// ";
/// let tables = rst_tables::tables(page);
/// let rows = tables[0].as_ref().unwrap().body();
/// let cell = &rows[0][1];
/// assert_eq!((cell.column(), cell.colspan(), cell.rowspan()), (1, 1, 1));
/// assert_eq!(cell.raw(), "- **not** here\n- nor *there*");
/// assert_eq!(cell.text(), "- not here\n- nor there");
/// assert_eq!(cell.markdown(), "- **not** here\n- nor *there*");
/// assert_eq!(&page[cell.span()], "- **not** here");
/// assert_eq!(rows[1][0].colspan(), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Cell<'p> {
    pub(crate) source: Source<'p>,
    pub(crate) column: u32,
    pub(crate) colspan: u32,
    pub(crate) rowspan: u32,
}

/// A rectangle of a table, counted from 0 at its top left corner. A wide character takes two columns, a combining one
/// none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// The lines.
    pub lines: Range<usize>,
    /// The columns.
    pub columns: Range<usize>,
}

/// Where a cell's lines are. They are cut out when they are asked for.
#[derive(Debug, Clone)]
pub(crate) enum Source<'p> {
    /// A rectangle of a grid or simple table.
    Cut { canvas: Arc<Canvas<'p>>, top: u32, left: u32, bottom: u32, right: u32 },
    /// The item of a list table, with the line of its bullet.
    Item(Box<(Place<'p>, usize, Region<'p>)>),
    /// A value of a CSV table.
    Field(Box<FieldCell<'p>>),
}

/// A value of a CSV table, and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct FieldCell<'p> {
    pub(crate) place: Place<'p>,
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

impl<'p> Cell<'p> {
    /// The first column of the cell, counted from 0.
    pub fn column(&self) -> usize {
        self.column as usize
    }

    /// How many columns the cell takes.
    pub fn colspan(&self) -> usize {
        self.colspan as usize
    }

    /// How many rows the cell takes.
    pub fn rowspan(&self) -> usize {
        self.rowspan as usize
    }

    /// The bytes of the page that hold the cell's first line of text, without white space around it; an empty range
    /// inside of the cell if it has no text.
    pub fn span(&self) -> Range<usize> {
        match &self.source {
            Source::Cut { canvas, .. } => {
                let block = self.block();
                canvas.first_text(&block).unwrap_or_else(|| {
                    let place = canvas.place(block.top, block.left);
                    place..place
                })
            }
            Source::Item(item) => {
                let region = &item.2;
                let first = if region.is_empty() { item.1 } else { region.first() };
                let text = region.text(first);
                let from = leading_space(text);
                region.place(first, from)..region.place(first, text.len())
            }
            Source::Field(field) => field.span.clone(),
        }
    }

    /// The rectangle that a cell of a grid or simple table takes on the page, between its borders; `None` for other kinds
    /// of tables.
    ///
    /// ```
    /// let tables = rst_tables::tables("+---+----+\n| a | b  |\n+---+----+\n");
    /// let area = tables[0].as_ref().unwrap().body()[0][1].area().unwrap();
    /// assert_eq!((area.lines, area.columns), (1..2, 5..9));
    /// ```
    pub fn area(&self) -> Option<Area> {
        let Source::Cut { top, left, bottom, right, .. } = self.source else { return None };
        Some(Area { lines: top as usize..bottom as usize, columns: left as usize..right as usize })
    }

    /// The cell's lines as they stand on the page, cut at its borders and without their common indent.
    pub fn raw(&self) -> Cow<'_, str> {
        let mut lines = self.lines();
        match lines.len() {
            0 => Cow::Borrowed(""),
            1 => lines.pop().unwrap_or_default(),
            _ => Cow::Owned(lines.join("\n")),
        }
    }

    pub(crate) fn block(&self) -> Block {
        match self.source {
            Source::Cut { top, left, bottom, right, .. } => {
                Block { top: top as usize, left: left as usize, bottom: bottom as usize, right: right as usize }
            }
            _ => Block { top: 0, left: 0, bottom: 0, right: 0 },
        }
    }

    pub(crate) fn page(&self) -> &Arc<Page<'p>> {
        match &self.source {
            Source::Cut { canvas, .. } => canvas.page(),
            Source::Item(item) => &item.0.page,
            Source::Field(field) => &field.place.page,
        }
    }

    pub(crate) fn roles(&self) -> usize {
        match &self.source {
            Source::Cut { canvas, .. } => canvas.roles(),
            Source::Item(item) => item.0.roles,
            Source::Field(field) => field.place.roles,
        }
    }

    pub(crate) fn lines(&self) -> Vec<Cow<'p, str>> {
        match &self.source {
            Source::Cut { canvas, .. } => canvas.block(&self.block()),
            Source::Item(item) => (item.2.first()..item.2.end()).map(|at| item.2.piece(at, 0)).collect(),
            Source::Field(field) => Lines::split(&field.text).map(|line| Cow::Owned(line.to_owned())).collect(),
        }
    }

    /// The cell's lines for the block parser.
    pub(crate) fn region(&self) -> Region<'p> {
        match &self.source {
            Source::Cut { .. } | Source::Field(_) => Region::new(Arc::new(Lines::of_cell(self.lines()))),
            Source::Item(item) => item.2.clone(),
        }
    }
}

/// A count or a position in a table. Tables are far smaller than this, since a page is held in memory.
pub(crate) fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
