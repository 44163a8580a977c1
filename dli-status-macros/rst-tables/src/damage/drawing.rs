//! The lines around a table that seem to be one drawing, and what most of them agree on.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::context::shared::{Place, Shared};
use crate::pattern::is_grid_border;
use crate::source::lines::Lines;
use crate::source::region::Region;
use crate::table::Rows;
use crate::table::grid;
use crate::width::{is_combining, is_wide};

/// Lines that seem to be one grid table.
pub(super) struct Drawing<'l> {
    lines: &'l Lines<'l>,
    /// The line of the page that is row 0.
    first: usize,
    pub(super) rows: Vec<DrawnRow<'l>>,
    /// How many columns are before most rows.
    pub(super) indent: usize,
    /// How many columns most rows have.
    pub(super) width: usize,
}

/// A line without its indent.
pub(super) struct DrawnRow<'l> {
    pub(super) indent: usize,
    pub(super) text: &'l str,
    pub(super) marks: Cow<'l, [u8]>,
}

impl<'l> Drawing<'l> {
    /// The drawing of the table that takes these bytes of the page, or is in the directive that does.
    pub(super) fn around(lines: &'l Lines<'l>, table: &Range<usize>) -> Option<Self> {
        let begin = line_of(lines, table.start);
        // An outdented line ends the directive, so that the rest of the drawing comes after it.
        let end = lines.next_text(line_of(lines, table.end) + 1);
        let lead = lead(lines, begin, table.start);
        let row =
            |line| DrawnRow::new(lines.get(line).map_or("", |line| line.text()), if line == begin { lead } else { 0 });
        let is_drawn = |line: &usize| row(*line).is_drawn();
        let seed = (begin..=end).find(is_drawn)?;
        let mut first = grow(seed, row, |line| line.checked_sub(1));
        let mut last = grow(seed, row, |line| Some(line + 1).filter(|&line| line < lines.len()));
        while first < last && !row(first).begins_drawn() {
            first += 1;
        }
        while last > first && !row(last).begins_drawn() {
            last -= 1;
        }
        let rows: Vec<_> = (first..=last).map(row).collect();
        let indent = most_common(rows.iter().filter(|row| !row.text.is_empty()).map(|row| row.indent))?;
        let width = most_common(rows.iter().filter(|row| !row.text.is_empty()).map(|row| row.marks.len()))?;
        Some(Self { lines, first, rows, indent, width })
    }

    /// The index of the last row.
    pub(super) fn last(&self) -> usize {
        self.rows.len() - 1
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &'l str> {
        self.rows.iter().map(|row| row.text)
    }

    /// The character in a column if it is ASCII, else 0; a blank outside of the drawing.
    pub(super) fn mark(&self, row: usize, column: usize) -> u8 {
        self.rows.get(row).and_then(|row| row.marks.get(column)).copied().unwrap_or(b' ')
    }

    pub(super) fn row(&self, index: usize) -> &DrawnRow<'l> {
        self.rows.get(index).expect("the row is one of the drawing's")
    }

    /// The whole line of a row with this text in it, below the other rows.
    pub(super) fn line_with(&self, index: usize, text: &str) -> String {
        let line = self.lines.get(self.first + index).map_or("", |line| line.text());
        let before = line.get(..line.len() - self.row(index).text.len()).unwrap_or_default();
        let is_blank = before.bytes().all(|b| b == b' ');
        // The first row may come after the marker of a list.
        if is_blank { " ".repeat(self.indent) + text } else { before.to_owned() + text }
    }

    /// Whether the page has a tab in a row.
    pub(super) fn has_tab(&self, index: usize) -> bool {
        let line = self.first + index;
        let length = self.lines.get(line).map_or(0, |line| line.text().len());
        self.lines.source(self.lines.place(line, 0)..self.lines.place(line, length)).contains('\t')
    }

    /// The rows that do not begin or end where most do.
    pub(super) fn odd_rows(&self) -> Vec<usize> {
        let is_odd =
            |row: &DrawnRow<'_>| row.indent != self.indent || row.marks.len() != self.width || !row.has_edges();
        self.rows.iter().enumerate().filter(|(_, row)| is_odd(row)).map(|(index, _)| index).collect()
    }

    /// The shape of the table with this text in place of a row; `None` if it cannot be read.
    pub(super) fn shape_with(&self, index: usize, text: &str) -> Option<Shape> {
        shape(self.rows.iter().enumerate().map(|(at, row)| if at == index { text } else { row.text }))
    }
    /// The byte of the page at which byte `offset` of a row's text is.
    pub(super) fn place(&self, index: usize, offset: usize) -> usize {
        let line = self.first + index;
        let indent = self.lines.get(line).map_or(0, |line| line.text().len()) - self.row(index).text.len();
        self.lines.place(line, indent + offset)
    }

    /// The bytes of the page that hold all rows.
    pub(super) fn span(&self) -> Range<usize> {
        let last = self.last();
        self.place(0, 0)..self.place(last, self.row(last).text.len())
    }
}

impl<'l> DrawnRow<'l> {
    /// A line from byte `from` on.
    fn new(line: &'l str, from: usize) -> Self {
        let rest = line.get(from..).unwrap_or_default();
        let text = rest.trim_start_matches(' ');
        let indent = line.get(..line.len() - text.len()).unwrap_or_default();
        Self { indent: marks(indent).len(), text, marks: marks(text) }
    }

    /// Whether the line looks like one of a grid table.
    fn is_drawn(&self) -> bool {
        self.text.starts_with(['+', '|']) || self.text.ends_with(['+', '|']) || self.text.contains("-+-")
    }

    /// Whether it looks so where it begins.
    fn begins_drawn(&self) -> bool {
        self.text.starts_with(['+', '|', '-', '='])
    }

    fn has_edges(&self) -> bool {
        self.text.starts_with(['+', '|']) && self.text.ends_with(['+', '|'])
    }

    /// Whether most of the line is `-` or `=`.
    pub(super) fn is_border(&self) -> bool {
        let fill = self.marks.iter().filter(|mark| matches!(mark, b'-' | b'=')).count();
        fill * 2 > self.marks.len()
    }

    /// Whether a table can begin or end with the line.
    fn can_begin(&self) -> bool {
        self.is_border() && self.fill() == b'-'
    }

    /// `=` in a rule between head and body, `-` in other borders.
    pub(super) fn fill(&self) -> u8 {
        let count = |fill: u8| self.marks.iter().filter(|&&mark| mark == fill).count();
        if count(b'=') > count(b'-') { b'=' } else { b'-' }
    }
}

/// The numbers of a table's columns, rows and cells.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shape {
    columns: usize,
    rows: usize,
    cells: usize,
}

/// The shape of the table that these lines are; `None` if they are not exactly one that can be read.
pub(super) fn shape<'t>(lines: impl Iterator<Item = &'t str>) -> Option<Shape> {
    let region = Region::new(Arc::new(Lines::of_texts(Arc::default(), lines.map(Cow::Borrowed))));
    let place = Place { shared: Arc::new(Shared::default()), roles: 0 };
    if !is_grid_border(region.text(0)) {
        return None;
    }
    let isolated = grid::read(&place, &region, 0);
    let Rows { columns, head, body } = isolated.table.ok().filter(|_| isolated.next == region.end())?;
    let rows = head.len() + body.len();
    (columns > 0).then(|| Shape { columns, rows, cells: head.iter().chain(&body).map(Vec::len).sum() })
}

/// The bytes of the page that hold the lines that look like borders.
pub(super) fn border_lines(lines: &Lines<'_>) -> impl Iterator<Item = Range<usize>> {
    (0..lines.len()).filter_map(|index| {
        let text = lines.get(index)?.text();
        let border = text.trim_start_matches(' ');
        let start = text.len() - border.len();
        (border.starts_with("+-") || border.starts_with("+="))
            .then(|| lines.place(index, start)..lines.place(index, text.len()))
    })
}

/// The last line of the drawing in one direction. One line in it may be blank or odd in any way.
fn grow<'l>(seed: usize, row: impl Fn(usize) -> DrawnRow<'l>, step: impl Fn(usize) -> Option<usize>) -> usize {
    let is_drawn = |line: usize| row(line).is_drawn();
    let is_alone = |line: usize| !line.checked_sub(1).is_some_and(is_drawn) && !is_drawn(line + 1);
    // A line between two borders is between two tables, unless one of them is nothing else.
    let is_end = |line: usize| row(line).can_begin() && !is_alone(line);
    let (mut line, mut has_gap) = (seed, false);
    while let Some(next) = step(line) {
        match step(next) {
            _ if is_drawn(next) => line = next,
            Some(after) if !has_gap && is_drawn(after) && !(is_end(line) && is_end(after)) => {
                has_gap = true;
                line = after;
            }
            _ => break,
        }
    }
    line
}

/// The line that holds a byte of the page.
fn line_of(lines: &Lines<'_>, offset: usize) -> usize {
    let (mut low, mut high) = (0, lines.len());
    while low < high {
        let middle = low.midpoint(high);
        if lines.place(middle, 0) <= offset { low = middle + 1 } else { high = middle }
    }
    low.saturating_sub(1)
}

/// The byte of a line's text that byte `offset` of the page is at: a table may begin after the marker of a list.
fn lead(lines: &Lines<'_>, line: usize, offset: usize) -> usize {
    let text = lines.get(line).map_or("", |line| line.text());
    text.char_indices().map(|(at, _)| at).find(|&at| lines.place(line, at) >= offset).unwrap_or(0)
}

fn most_common(values: impl Iterator<Item = usize>) -> Option<usize> {
    let mut values: Vec<usize> = values.collect();
    values.sort_unstable();
    values.chunk_by(|a, b| a == b).max_by_key(|group| group.len()).and_then(|group| group.first().copied())
}

pub(super) fn is_bar(mark: u8) -> bool {
    matches!(mark, b'|' | b'+')
}

/// The character in each column if it is ASCII, else 0. Wide characters take two columns, combining ones none.
pub(super) fn marks(text: &str) -> Cow<'_, [u8]> {
    if text.is_ascii() {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut marks = Vec::with_capacity(text.len());
    for c in text.chars().filter(|&c| !is_combining(c)) {
        marks.push(u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(0));
        if is_wide(c) {
            marks.push(0);
        }
    }
    Cow::Owned(marks)
}

/// The text in each column; nothing in the second column of a wide character.
pub(super) fn columns(text: &str) -> Vec<&str> {
    let mut columns: Vec<Range<usize>> = Vec::with_capacity(text.len());
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        match columns.last_mut() {
            Some(last) if is_combining(c) => last.end = end,
            _ => columns.push(start..end),
        }
        if is_wide(c) {
            columns.push(end..end);
        }
    }
    columns.into_iter().map(|range| text.get(range).unwrap_or_default()).collect()
}
