//! The lines of a page, each with its own ending.

/// A line without its ending, and the ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line<'p> {
    /// The byte of the page at which it begins.
    pub(crate) start: usize,
    pub(crate) text: &'p str,
    pub(crate) ending: &'p str,
}

impl Line<'_> {
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Splits a page at `\n`, `\r\n` and `\r`. `None` if it has line breaks that only docutils takes for such.
pub(crate) fn split(page: &str) -> Option<Vec<Line<'_>>> {
    if page.contains(|c| matches!(c, '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')) {
        return None;
    }
    let mut lines = Vec::new();
    let mut rest = page;
    while !rest.is_empty() {
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let (text, after) = rest.split_at_checked(length)?;
        let ending = if after.starts_with("\r\n") { 2 } else { after.len().min(1) };
        let (ending, after) = after.split_at_checked(ending)?;
        lines.push(Line { start: page.len() - rest.len(), text, ending });
        rest = after;
    }
    Some(lines)
}

/// The line, counted from 0, that a byte of the page is in.
pub(crate) fn line_of(lines: &[Line<'_>], offset: usize) -> usize {
    lines.partition_point(|line| line.start <= offset).saturating_sub(1)
}
