//! A cell of a table, and where its lines are.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::context::shared::Place;
use crate::source::canvas::{Canvas, Rect};
use crate::source::lines::Lines;
use crate::source::origin::Origin;
use crate::source::region::Region;
use crate::white_space::leading_space;

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
    pub(crate) place: Place<'p>,
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
    Area(CanvasArea<'p>),
    /// The item of a list.
    Item(Box<ItemSource<'p>>),
    /// The term of a definition list, or its classifiers.
    Inline(Box<InlineSource<'p>>),
    /// A value of a CSV table.
    Value(Box<ValueSource>),
    /// A value that a row of a CSV table does not have: the byte of its file after the row's last one.
    NoValue { origin: Arc<Origin>, end: usize },
}

/// A rectangle of a canvas.
#[derive(Debug, Clone)]
pub(crate) struct CanvasArea<'p> {
    canvas: Arc<Canvas<'p>>,
    top: u32,
    left: u32,
    bottom: u32,
    right: u32,
}

/// The item of a list: the line of its bullet, and its content.
#[derive(Debug, Clone)]
pub(crate) struct ItemSource<'p> {
    bullet: usize,
    content: Region<'p>,
}

/// A value of a CSV table, and the bytes of its file that hold its first line.
#[derive(Debug, Clone)]
pub(crate) struct ValueSource {
    text: String,
    origin: Arc<Origin>,
    span: Range<usize>,
}

/// Parts of a line that hold inline text.
#[derive(Debug, Clone)]
pub(crate) struct InlineSource<'p> {
    pub(crate) region: Region<'p>,
    pub(crate) line: usize,
    /// The bytes of the parts in their line, one at least unless there is nothing.
    pub(crate) parts: Vec<Range<usize>>,
}

impl<'p> Cell<'p> {
    /// A cell of one row and one column.
    pub(crate) fn single(place: Place<'p>, source: Source<'p>, column: usize) -> Self {
        Self { place, source, column: short(column), colspan: 1, rowspan: 1 }
    }

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
            Source::Area(area) => area.span(),
            Source::Item(item) => item.span(),
            Source::Inline(inline) => inline.span(),
            Source::Value(value) => value.span.clone(),
            Source::NoValue { end, .. } => *end..*end,
        }
    }

    /// Whether the page has no such cell: rows of a CSV table that have fewer values than others are filled up.
    pub fn is_missing(&self) -> bool {
        matches!(self.source, Source::NoValue { .. })
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
        let Source::Area(area) = &self.source else { return None };
        let Rect { top, left, bottom, right } = area.rect();
        Some(Area { lines: top..bottom, columns: left..right })
    }

    /// The file that the cell is in.
    pub fn origin(&self) -> &Origin {
        self.source.origin()
    }

    /// The cell's lines as they are on the page, cut at its borders and without their common indent.
    pub fn raw(&self) -> Cow<'_, str> {
        let mut lines = self.lines();
        match lines.len() {
            0 => Cow::Borrowed(""),
            1 => lines.pop().expect("there is one line"),
            _ => Cow::Owned(lines.join("\n")),
        }
    }

    pub(crate) fn lines(&self) -> Vec<Cow<'p, str>> {
        match &self.source {
            Source::Area(area) => area.canvas.lines(area.rect()).map(|(line, _)| line).collect(),
            Source::Item(item) => item.content.pieces().collect(),
            Source::Inline(inline) => vec![Cow::Owned(inline.parts().collect::<Vec<_>>().join(" : "))],
            Source::Value(value) => Lines::split(&value.text).map(|line| Cow::Owned(line.to_owned())).collect(),
            Source::NoValue { .. } => Vec::new(),
        }
    }

    /// The cell's lines for the block parser.
    pub(crate) fn region(&self) -> Region<'p> {
        match &self.source {
            Source::Area(area) => Region::new(Arc::new(area.canvas.cut(area.rect()))),
            Source::Inline(_) | Source::Value(_) | Source::NoValue { .. } => {
                Region::new(Arc::new(Lines::of_texts(Arc::clone(self.source.origin()), self.lines())))
            }
            Source::Item(item) => item.content.clone(),
        }
    }
}

impl<'p> Source<'p> {
    pub(crate) fn value(text: String, origin: &Arc<Origin>, span: Range<usize>) -> Self {
        Self::Value(Box::new(ValueSource { text, origin: Arc::clone(origin), span }))
    }

    pub(crate) fn origin(&self) -> &Arc<Origin> {
        match self {
            Self::Area(area) => area.canvas.origin(),
            Self::Item(item) => item.content.origin(),
            Self::Inline(inline) => inline.region.origin(),
            Self::Value(value) => &value.origin,
            Self::NoValue { origin, .. } => origin,
        }
    }

    /// The byte of the page at which a list ends that ends with this item.
    pub(crate) fn end(&self) -> Option<usize> {
        if let Self::Item(item) = self { Some(item.end()) } else { None }
    }

    pub(crate) fn item(bullet: usize, content: Region<'p>) -> Self {
        Self::Item(Box::new(ItemSource { bullet, content: content.trimmed() }))
    }
}

impl<'p> CanvasArea<'p> {
    pub(crate) fn new(canvas: &Arc<Canvas<'p>>, area: Rect) -> Self {
        let Rect { top, left, bottom, right } = area;
        let canvas = Arc::clone(canvas);
        Self { canvas, top: short(top), left: short(left), bottom: short(bottom), right: short(right) }
    }

    fn rect(&self) -> Rect {
        let [top, left, bottom, right] = [self.top, self.left, self.bottom, self.right].map(|edge| edge as usize);
        Rect { top, left, bottom, right }
    }

    /// Its text, if that is in one row.
    pub(crate) fn only_line(&self) -> Option<&str> {
        self.canvas.only_line(self.rect())
    }

    fn span(&self) -> Range<usize> {
        let rect = self.rect();
        self.canvas.first_text(rect).unwrap_or_else(|| {
            let place = self.canvas.place(rect.top, rect.left);
            place..place
        })
    }
}

impl ItemSource<'_> {
    /// The byte of the page at which the item ends.
    fn end(&self) -> usize {
        let last = self.content.end().max(self.bullet + 1) - 1;
        self.content.line_span(last).end
    }

    fn span(&self) -> Range<usize> {
        let region = &self.content;
        let line = if region.is_empty() { self.bullet } else { region.first() };
        let text = region.text(line);
        region.place(line, leading_space(text))..region.place(line, text.len())
    }
}

impl<'p> InlineSource<'p> {
    /// The source of each part.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Cow<'p, str>> {
        self.parts.iter().map(|part| self.region.piece(self.line, part.clone()))
    }

    fn span(&self) -> Range<usize> {
        let end = self.region.text(self.line).len();
        let (start, end) = match (self.parts.first(), self.parts.last()) {
            (Some(first), Some(last)) => (first.start, last.end),
            _ => (end, end),
        };
        self.region.place(self.line, start)..self.region.place(self.line, end)
    }
}

/// A count or a position in a table. Tables are far smaller than this, since a page is held in memory.
pub(crate) fn short(count: usize) -> u32 {
    u32::try_from(count).expect("a table in memory has fewer than 2^32 rows and columns")
}
