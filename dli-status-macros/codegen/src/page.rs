//! A page that was read: its name, its text, and where in it a byte stands.

use std::cell::OnceCell;
use std::ops::Range;

/// An RST page, under the name its author knows it by.
///
/// ```
/// use dli_status_codegen::page::Page;
///
/// let page = Page::new("docs/codes.rst", "Codes\n=====\n");
/// assert_eq!(page.position(6), (2, 1));
/// assert_eq!(page.line_at(6), "=====");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    name: String,
    text: String,
    /// Filled when the first place is asked for: a page without mistakes never pays for it.
    line_starts: OnceCell<Vec<usize>>,
}

impl Page {
    /// A page named as in the macro call, with the text of the file.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), line_starts: OnceCell::new() }
    }

    /// The path as the macro call gives it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the file alone.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }

    /// The text of the page.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte, both counted from one; columns are characters. An offset behind the end is
    /// the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let (line, start) = self.line_of(offset);
        let before = self.slice(start..offset);
        (line, before.chars().filter(|&c| c != '\u{feff}').count() + 1)
    }

    /// The text of the line a byte stands in, without its line end.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> &str {
        self.slice(self.line_range(offset)).trim_end_matches(['\r', '\n'])
    }

    /// The bytes of the line a byte stands in.
    pub(crate) fn line_range(&self, offset: usize) -> Range<usize> {
        let (line, start) = self.line_of(offset);
        start..self.line_starts().get(line).copied().unwrap_or(self.text.len())
    }

    /// The bytes of the line that an offset is on, without the white space around its text.
    pub(crate) fn line_span(&self, offset: usize) -> Range<usize> {
        let start = self.line_range(offset).start;
        let text = self.line_at(start);
        let indent = text.len() - text.trim_start().len();
        start + indent..start + indent + text.trim().len()
    }

    /// A part of the text; what is no character boundary or lies outside is moved inside.
    pub(crate) fn slice(&self, range: Range<usize>) -> &str {
        let (start, end) = (self.floor(range.start), self.floor(range.end));
        self.text.get(start..end).unwrap_or_default()
    }

    fn floor(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        (0..=offset).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0)
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| std::iter::once(0).chain(line_ends(&self.text)).collect())
    }

    fn line_of(&self, offset: usize) -> (usize, usize) {
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start <= offset).max(1);
        (line, starts.get(line - 1).copied().unwrap_or(0))
    }
}

/// The offsets behind each line end: `\n`, `\r\n` and a lone `\r`.
fn line_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for (at, found) in text.match_indices(['\n', '\r']) {
        let end = at + found.len();
        if found == "\n" || text.as_bytes().get(end).is_none_or(|&next| next != b'\n') {
            ends.push(end);
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let page = Page::new("a/b.rst", "äb\r\nc\rd\n");
        assert_eq!(page.file_name(), "b.rst");
        assert_eq!(page.position(0), (1, 1));
        assert_eq!(page.position(2), (1, 2));
        assert_eq!(page.position(5), (2, 1));
        assert_eq!(page.position(7), (3, 1));
        assert_eq!(page.position(999), (4, 1));
        assert_eq!(page.line_at(0), "äb");
        assert_eq!(page.line_at(1), "äb");
        assert_eq!(page.line_at(7), "d");
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(Page::new("p", "\u{feff}ab").position(3), (1, 1));
    }
}
