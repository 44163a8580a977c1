//! The lines of a grid or simple table as rows of columns: wide characters take two, combining ones none.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::source::blanks;
use crate::source::lines::Lines;
use crate::source::origin::Origin;
use crate::source::region::Region;
use crate::white_space::{is_space, leading_space};
use crate::width::{is_combining, is_wide};

/// The mark of a column without an ASCII character.
const OTHER: u8 = 0;

/// A table's lines, addressed by row and column.
#[derive(Debug)]
pub(crate) struct Canvas<'p> {
    region: Region<'p>,
    /// The rows whose columns are not simply their bytes; empty if there are none.
    mapped: Vec<Option<Box<Mapped>>>,
}

/// A row with characters that are not one byte and one column each.
#[derive(Debug)]
struct Mapped {
    /// The ASCII character in each column.
    marks: Vec<u8>,
    /// Where in the row's text each column begins; the second column of a wide character is its end.
    offsets: Vec<usize>,
    /// The same with combining characters counted; empty if the row has none.
    characters: Vec<usize>,
}

impl Mapped {
    /// White space at the beginning that docutils strips is `skipped`.
    fn new(line: &str, skipped: usize) -> Self {
        let text = line.get(skipped..).expect("white space is within its line");
        let (mut marks, mut offsets, mut characters) = (Vec::new(), Vec::new(), Vec::new());
        for (offset, c) in text.char_indices() {
            characters.push(skipped + offset);
            if is_combining(c) {
                continue;
            }
            offsets.push(skipped + offset);
            marks.push(mark(c));
            if is_wide(c) {
                let end = skipped + offset + c.len_utf8();
                offsets.push(end);
                characters.push(end);
                marks.push(OTHER);
            }
        }
        if characters.len() == offsets.len() {
            characters = Vec::new();
        }
        Self { marks, offsets, characters }
    }

    /// Columns beyond the end are looked up as docutils does, which then counts combining characters too.
    fn offset(&self, column: usize) -> Option<usize> {
        self.offsets.get(column).or_else(|| self.characters.get(column)).copied()
    }
}

impl<'p> Canvas<'p> {
    /// All lines of a region. docutils strips those of a grid, which `stripped` says.
    pub(crate) fn new(region: Region<'p>, stripped: bool) -> Self {
        let mut mapped = Vec::new();
        for (row, line) in region.range().enumerate() {
            let text = region.text(line);
            let is_plain = region.is_ascii(line) && (!stripped || text.starts_with(['+', '|']));
            if !is_plain {
                let skipped = if stripped { text.len() - text.trim_start_matches(is_narrow_space).len() } else { 0 };
                mapped.resize_with(row, || None);
                mapped.push(Some(Box::new(Mapped::new(text, skipped))));
            }
        }
        Self { region, mapped }
    }

    /// The file that the lines are in.
    pub(crate) fn origin(&self) -> &Arc<Origin> {
        self.region.origin()
    }

    pub(crate) fn height(&self) -> usize {
        self.region.end() - self.region.first()
    }

    fn mapped(&self, row: usize) -> Option<&Mapped> {
        self.mapped.get(row).and_then(Option::as_deref)
    }

    pub(crate) fn text(&self, row: usize) -> &str {
        self.region.text(self.region.first() + row)
    }

    /// The ASCII characters of a row by column, something else where there is none.
    pub(crate) fn marks(&self, row: usize) -> &[u8] {
        self.mapped(row).map_or_else(|| self.text(row).as_bytes(), |mapped| mapped.marks.as_slice())
    }

    /// The byte of a row's text at which a column begins; the end of the text if the row is shorter.
    fn offset(&self, row: usize, column: usize) -> usize {
        let end = self.text(row).len();
        match self.mapped(row) {
            Some(mapped) => mapped.offset(column).unwrap_or(end),
            None => column.min(end),
        }
    }

    fn end_offset(&self, row: usize, column: usize) -> usize {
        let end = self.text(row).len();
        match self.mapped(row) {
            Some(mapped) => mapped.offsets.get(column).copied().unwrap_or(end),
            None => column.min(end),
        }
    }

    /// A row between two columns without trailing white space.
    pub(crate) fn slice(&self, row: usize, left: usize, right: usize) -> &str {
        let (from, to) = (self.offset(row, left), self.end_offset(row, right));
        trim_end(self.text(row).get(from..to).unwrap_or_default())
    }

    /// The byte of the page at which a column of a row begins.
    pub(crate) fn place(&self, row: usize, column: usize) -> usize {
        self.region.place(self.region.first() + row, self.end_offset(row, column))
    }

    /// The lines of a rectangle without their common indent, each with the byte of the page at which it begins.
    pub(crate) fn lines(&self, rect: Rect) -> impl Iterator<Item = (Cow<'p, str>, usize)> {
        let indent = self.indent(rect);
        (rect.top..rect.bottom).map(move |row| {
            let line = self.slice(row, rect.left, rect.right);
            let from = self.offset(row, rect.left) + skip_chars(line, indent);
            let to = from + (line.len() - skip_chars(line, indent));
            (without_nul(self.piece(row, from, to)), self.region.place(self.region.first() + row, from))
        })
    }

    /// The same as lines of their own.
    pub(crate) fn cut(&self, rect: Rect) -> Lines<'p> {
        self.region.lines().cut(self.lines(rect))
    }

    fn piece(&self, row: usize, from: usize, to: usize) -> Cow<'p, str> {
        let line = self.region.first() + row;
        let edge = self.region.edge(line);
        self.region.lines().get(line).map_or(Cow::Borrowed(""), |found| found.piece(edge + from, edge + to))
    }

    /// The indent that the lines of a rectangle share.
    fn indent(&self, rect: Rect) -> usize {
        (rect.top..rect.bottom)
            .filter_map(|row| indent_of(self.slice(row, rect.left, rect.right)))
            .min()
            .filter(|&indent| indent < rect.right)
            .unwrap_or(0)
    }

    /// Where on the page the text of the first row of a rectangle that has any is; none if all are blank.
    pub(crate) fn first_text(&self, rect: Rect) -> Option<Range<usize>> {
        (rect.top..rect.bottom).find_map(|row| {
            let line = self.slice(row, rect.left, rect.right);
            let from = self.offset(row, rect.left) + leading_space(line);
            let to = self.offset(row, rect.left) + line.len();
            let line = self.region.first() + row;
            (from < to).then(|| self.region.place(line, from)..self.region.place(line, to))
        })
    }
}

impl Canvas<'_> {
    /// The text of a rectangle that has text in one row only.
    pub(crate) fn only_line(&self, rect: Rect) -> Option<&str> {
        let mut lines =
            (rect.top..rect.bottom).map(|row| self.slice(row, rect.left, rect.right)).filter(|line| !line.is_empty());
        let line = lines.next()?.trim_start_matches(is_narrow_space);
        let is_only = !line.starts_with(is_space) && lines.next().is_none();
        is_only.then_some(line)
    }
}

/// A rectangle of a canvas: rows and columns, ends not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rect {
    pub(crate) top: usize,
    pub(crate) left: usize,
    pub(crate) bottom: usize,
    pub(crate) right: usize,
}

/// The mark of a character in its row; all white space is a blank.
fn mark(c: char) -> u8 {
    if is_space(c) { b' ' } else { u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(OTHER) }
}

/// White space of one column. docutils puts a filler after wide white space, which is thus never at the end of a line.
pub(crate) fn is_narrow_space(c: char) -> bool {
    is_space(c) && c != '\u{3000}'
}

/// docutils strips all white space but what a filler follows.
fn trim_end(text: &str) -> &str {
    blanks::trim_end(text).trim_end_matches(is_narrow_space)
}

/// Leading white space in characters; nothing for a blank line. Docutils stops at the filler of wide white space.
fn indent_of(line: &str) -> Option<usize> {
    if line.is_empty() {
        return None;
    }
    let narrow = line.chars().take_while(|&c| is_narrow_space(c)).count();
    Some(narrow + usize::from(line.chars().nth(narrow) == Some('\u{3000}')))
}

fn skip_chars(line: &str, count: usize) -> usize {
    line.char_indices().nth(count).map_or(line.len(), |(offset, _)| offset)
}

/// docutils takes its fillers out of a cell again, and the page's own NUL characters with them.
fn without_nul(line: Cow<'_, str>) -> Cow<'_, str> {
    if line.contains('\0') { Cow::Owned(line.replace('\0', "")) } else { line }
}
