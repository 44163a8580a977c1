//! A line of a drawing: what it looks like, and what is in its columns.

use std::borrow::Cow;
use std::ops::Range;

use crate::width::{is_combining, is_wide};

/// A line without its indent.
pub(super) struct DrawnRow<'l> {
    pub(super) indent: usize,
    pub(super) text: &'l str,
    pub(super) marks: Cow<'l, [u8]>,
}

impl<'l> DrawnRow<'l> {
    /// A line from byte `from` on.
    pub(super) fn new(line: &'l str, from: usize) -> Self {
        let rest = line.get(from..).unwrap_or_default();
        let text = rest.trim_start_matches(' ');
        let indent = line.get(..line.len() - text.len()).unwrap_or_default();
        Self { indent: marks(indent).len(), text, marks: marks(text) }
    }

    pub(super) fn has_edges(&self) -> bool {
        self.text.starts_with(['+', '|']) && self.text.ends_with(['+', '|'])
    }

    pub(super) fn is_border(&self) -> bool {
        is_border(self.text)
    }

    /// `=` in a rule between head and body, `-` in other borders.
    pub(super) fn fill(&self) -> u8 {
        let count = |fill: u8| self.marks.iter().filter(|&&mark| mark == fill).count();
        if count(b'=') > count(b'-') { b'=' } else { b'-' }
    }
}

/// Whether a line without its indent looks like one of a grid table.
pub(super) fn is_drawn(text: &str) -> bool {
    text.starts_with(['+', '|']) || text.ends_with(['+', '|']) || text.contains("-+-")
}

/// Whether it looks so where it begins.
pub(super) fn begins_drawn(text: &str) -> bool {
    text.starts_with(['+', '|', '-', '='])
}

/// Whether most of the line is `-` or `=`.
pub(super) fn is_border(text: &str) -> bool {
    let is_fill = |b: Option<&u8>| matches!(b, Some(b'-' | b'='));
    let bytes = text.as_bytes();
    let inner = [bytes.first(), bytes.get(1), bytes.get(bytes.len().wrapping_sub(2))];
    // Most lines are told by these.
    inner.into_iter().any(is_fill) && bytes.iter().filter(|&b| is_fill(Some(b))).count() * 2 > bytes.len()
}

/// Whether a table can begin or end with the line.
pub(super) fn can_begin(text: &str) -> bool {
    is_border(text) && text.matches('-').count() >= text.matches('=').count()
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
