//! The rows of a simple table: columns from the rules, cells from the text between them.

use std::ops::Range;
use std::sync::Arc;

use crate::context::shared::Place;
use crate::error::{Reason, SimpleError, SpannedError};
use crate::source::canvas::{Canvas, Rect, is_narrow_space};
use crate::table::isolated::are_too_many;
use crate::table::{CanvasArea, Cell, Row, Rows, Source, short};

/// The columns of a rule, by where they begin and end.
type Columns = Vec<Range<usize>>;

/// Reads the rows of a table; `head` is the row of its head rule.
pub(crate) fn read<'p>(place: &Place<'p>, canvas: Canvas<'p>, head: Option<usize>) -> Result<Rows<'p>, SpannedError> {
    let mut reader = Reader::new(&canvas);
    reader.run()?;
    let Reader { columns, rows, .. } = reader;
    Ok(into_rows(place, canvas, columns.len(), rows, head))
}

/// A row before its cells can be cut out: its lines, and for each cell the first column, how many, and its edges.
struct RowDraft {
    lines: Range<usize>,
    cells: Vec<(usize, usize, Range<usize>)>,
}

struct Reader<'c, 'p> {
    canvas: &'c Canvas<'p>,
    /// The columns of the top border. The last one grows with the text that reaches beyond it.
    columns: Columns,
    border_end: usize,
    rows: Vec<RowDraft>,
    /// How many cells the rows have, and how many bytes they are written in.
    cells: usize,
    bytes: usize,
}

impl<'c, 'p> Reader<'c, 'p> {
    fn new(canvas: &'c Canvas<'p>) -> Self {
        let columns = runs(canvas.marks(0));
        let border_end = columns.last().map_or(0, |last| last.end);
        Self { canvas, columns, border_end, rows: Vec::new(), cells: 0, bytes: canvas.text(0).len() }
    }

    fn run(&mut self) -> Result<(), SpannedError> {
        let first_end = self.columns.first().map_or(0, |first| first.end);
        let (mut start, mut in_row) = (1, false);
        for row in 1..self.canvas.height() {
            if is_underline(self.canvas.text(row)) {
                self.row(start..row, Some(row))?;
                (start, in_row) = (row + 1, false);
            } else if begins_before(self.canvas.text(row), first_end) {
                if in_row {
                    self.row(start..row, None)?;
                }
                (start, in_row) = (row, true);
            } else if !in_row {
                start = row + 1;
            }
        }
        Ok(())
    }

    /// Adds a row; the underline below it may join columns.
    fn row(&mut self, lines: Range<usize>, underline: Option<usize>) -> Result<(), SpannedError> {
        let mut edges = match underline {
            Some(row) => self.underline(row)?,
            None => self.columns.clone(),
        };
        self.check_margins(&lines, &edges)?;
        self.grow(&lines);
        if let (Some(edge), Some(column)) = (edges.last_mut(), self.columns.last()) {
            edge.end = column.end;
        }
        let cells = self.spans(edges, lines.start, underline)?;
        self.cells += cells.len();
        self.bytes += lines.clone().map(|row| self.canvas.text(row).len()).sum::<usize>();
        if are_too_many(self.cells, self.bytes) {
            return Err(SpannedError::new(Reason::TooManyCells, self.span(lines.start, 0..self.border_end)));
        }
        self.rows.push(RowDraft { lines, cells });
        Ok(())
    }

    fn underline(&self, row: usize) -> Result<Columns, SpannedError> {
        let mut edges = runs(self.canvas.marks(row));
        let end = edges.last().map_or(0, |last| last.end);
        if end != self.border_end {
            let error = SimpleError::UnderlineLength { expected: self.border_end, found: end };
            return Err(SpannedError::new(error, self.span(row, self.border_end.min(end)..self.border_end.max(end))));
        }
        if let (Some(edge), Some(column)) = (edges.last_mut(), self.columns.last()) {
            edge.end = column.end;
        }
        Ok(edges)
    }

    /// There must be no text between two columns. docutils looks at one margin after the other, each in all lines.
    fn check_margins(&self, lines: &Range<usize>, edges: &Columns) -> Result<(), SpannedError> {
        let filled = |row: usize| {
            let marks = self.canvas.marks(row);
            let margins = edges.iter().zip(edges.iter().skip(1)).map(|(column, next)| column.end..next.start);
            margins.take_while(|margin| margin.start < marks.len()).position(|margin| {
                let text = marks.get(margin.start..margin.end.min(marks.len())).unwrap_or_default();
                text.iter().any(|&mark| !matches!(mark, b' ' | b'\x1f'))
            })
        };
        let worst = lines.clone().filter_map(|row| filled(row).map(|margin| (margin, row))).min();
        worst.map_or(Ok(()), |(margin, row)| {
            let from = edges.get(margin).map_or(0, |column| column.end);
            let to = edges.get(margin + 1).map_or(from, |column| column.start);
            Err(SpannedError::new(SimpleError::TextInMargin, self.span(row, from..to)))
        })
    }

    /// The last column takes all text to its right.
    fn grow(&mut self, lines: &Range<usize>) {
        let longest = lines.clone().map(|row| self.canvas.marks(row).len()).max().unwrap_or(0);
        if let Some(last) = self.columns.last_mut() {
            last.end = last.end.max(longest);
        }
    }

    /// Each cell must begin and end where columns do.
    fn spans(
        &self,
        edges: Columns,
        start: usize,
        underline: Option<usize>,
    ) -> Result<Vec<(usize, usize, Range<usize>)>, SpannedError> {
        let mut columns = self.columns.iter().enumerate();
        edges
            .into_iter()
            .map(|edge| {
                let misplaced = || {
                    let row = self.span(start, 0..self.canvas.marks(start).len());
                    let underline = underline.expect("without one the columns are those of the top rule");
                    SpannedError::new(SimpleError::UnderlineColumns { row }, self.span(underline, edge.clone()))
                };
                let (first, _) =
                    columns.next().filter(|(_, column)| column.start == edge.start).ok_or_else(misplaced)?;
                let is_first_last = self.columns.get(first).is_some_and(|column| column.end == edge.end);
                let last = if is_first_last {
                    first
                } else {
                    columns.find(|(_, column)| column.end == edge.end).ok_or_else(misplaced)?.0
                };
                Ok((first, last - first + 1, edge))
            })
            .collect()
    }

    fn span(&self, row: usize, columns: Range<usize>) -> Range<usize> {
        self.canvas.place(row, columns.start)..self.canvas.place(row, columns.end)
    }
}

/// A line of `-` and blanks that ends a row; in rules `=` counts as `-`.
fn is_underline(line: &str) -> bool {
    let mut bytes = line.bytes();
    match bytes.next() {
        Some(b'-') => bytes.all(|b| matches!(b, b'-' | b' ')),
        Some(b'=') => bytes.all(|b| matches!(b, b'=' | b' ')),
        _ => false,
    }
}

/// Whether a line has text before this column. Combining characters count here, and so does the filler of wide ones.
fn begins_before(line: &str, column: usize) -> bool {
    let mut blank = 0;
    for c in line.chars() {
        if !is_narrow_space(c) {
            return blank + usize::from(c == '\u{3000}') < column;
        }
        blank += 1;
        if blank >= column {
            return false;
        }
    }
    false
}

/// The runs of `=` or `-` of a rule.
fn runs(rule: &[u8]) -> Columns {
    let mut runs = Columns::new();
    let mut start = None;
    for (column, &mark) in rule.iter().chain(b" ").enumerate() {
        match (mark, start) {
            (b' ', Some(from)) => {
                runs.push(from..column);
                start = None;
            }
            (b' ', None) | (_, Some(_)) => {}
            (_, None) => start = Some(column),
        }
    }
    runs
}

fn into_rows<'p>(
    place: &Place<'p>,
    canvas: Canvas<'p>,
    columns: usize,
    rows: Vec<RowDraft>,
    head: Option<usize>,
) -> Rows<'p> {
    let canvas = Arc::new(canvas);
    let first_body = head.and_then(|head| rows.iter().position(|row| row.lines.start > head)).unwrap_or(0);
    let mut head: Vec<Row<'p>> = rows.into_iter().map(|row| cells(place, &canvas, &row)).collect();
    let body = head.split_off(first_body);
    Rows { columns, head, body }
}

fn cells<'p>(place: &Place<'p>, canvas: &Arc<Canvas<'p>>, row: &RowDraft) -> Row<'p> {
    let cell = |(column, colspan, edges): &(usize, usize, Range<usize>)| {
        let rect = Rect { top: row.lines.start, left: edges.start, bottom: row.lines.end, right: edges.end };
        let source = Source::Area(CanvasArea::new(canvas, rect));
        Cell { place: place.clone(), source, column: short(*column), colspan: short(*colspan), rowspan: 1 }
    };
    row.cells.iter().map(cell).collect()
}
