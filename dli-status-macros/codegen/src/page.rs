//! A page that was read: its name, its text, and the line and column of each byte.

mod path;

pub use self::path::PagePath;

use std::cell::OnceCell;
use std::ops::Range;

/// An RST page, under the name its author knows it by.
///
/// ```
/// use dli_status_codegen::Page;
///
/// let page = Page::new("docs/codes.rst", "Codes\n=====\n");
/// assert_eq!(page.position(6), (2, 1));
/// ```
#[derive(Debug)]
pub struct Page {
    name: String,
    text: String,
    /// The place of its source among those of the call.
    order: usize,
    /// Filled when the first position is asked for: a page without mistakes never pays for it.
    line_starts: OnceCell<Vec<usize>>,
}

impl Page {
    /// A page named as in the macro call, with the text of the file.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), order: 0, line_starts: OnceCell::new() }
    }

    /// The page of the source at this place in the call, by which mistakes are sorted.
    pub(crate) fn of_source(self, order: usize) -> Self {
        Self { order, ..self }
    }

    /// Where a byte is among those of all pages of a call.
    pub(crate) fn order_of(&self, offset: usize) -> (usize, usize) {
        (self.order, offset)
    }

    /// The path as the macro call gives it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text of the page.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte, both counted from 1; columns are characters. An offset past the end is the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let (line, start) = self.line_of(offset);
        let before = self.slice(start..offset);
        (line, before.chars().filter(|&c| c != '\u{feff}').count() + 1)
    }

    /// The text of the line that a byte belongs to, without its line end.
    pub(crate) fn line_at(&self, offset: usize) -> &str {
        self.slice(self.line_range(offset)).trim_end_matches(['\r', '\n'])
    }

    /// The bytes of the line that a byte belongs to.
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

    /// Where a text is in a line, counted from 1; all of the line if it is not in it.
    pub(crate) fn find_in_line(&self, line: usize, text: &str) -> Range<usize> {
        let start = self.line_starts().get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        match self.line_at(start).find(text) {
            Some(offset) if !text.is_empty() => start + offset..start + offset + text.len(),
            _ => self.line_span(start),
        }
    }

    /// A part of the text.
    pub(crate) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).expect("spans start and end between characters of the page")
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| std::iter::once(0).chain(line_ends(&self.text)).collect())
    }

    /// The line of a byte, counted from 1, and where it starts.
    fn line_of(&self, offset: usize) -> (usize, usize) {
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start <= offset);
        (line, *starts.get(line - 1).expect("the first line starts at 0"))
    }
}

/// The offsets after each line end: `\n`, `\r\n` and a `\r` without `\n`.
fn line_ends(text: &str) -> Vec<usize> {
    // The search for one character looks at many bytes at a time.
    if !text.contains('\r') {
        return text.match_indices('\n').map(|(offset, _)| offset + 1).collect();
    }
    let ends = text.match_indices(['\n', '\r']).filter_map(|(offset, found)| {
        let end = offset + found.len();
        let is_pair = found == "\r" && text.as_bytes().get(end) == Some(&b'\n');
        (!is_pair).then_some(end)
    });
    ends.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let page = Page::new("a/b.rst", "äb\r\nc\rd\n");
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
    fn a_byte_order_mark_is_not_a_column() {
        assert_eq!(Page::new("p", "\u{feff}ab").position(3), (1, 1));
    }
}
