//! The part of a file that a directive includes.

use std::ops::Range;

use super::line_break::{first_line, is_line_break};

/// The part of a file that is included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Clip {
    pub(crate) start_line: Option<isize>,
    pub(crate) end_line: Option<isize>,
    pub(crate) start_after: String,
    pub(crate) end_before: String,
}

impl Clip {
    /// The bytes of the text, or the option whose text it does not have.
    pub(crate) fn of(&self, text: &str) -> Result<Range<usize>, &'static str> {
        let lines = self.lines(text);
        let start = match text.get(lines.clone()).and_then(|part| part.find(&self.start_after)) {
            Some(offset) => lines.start + offset + self.start_after.len(),
            None => return Err("start-after"),
        };
        let end = match &self.end_before {
            before if before.is_empty() => lines.end,
            before => match text.get(start..lines.end).and_then(|part| part.find(before)) {
                Some(offset) => start + offset,
                None => return Err("end-before"),
            },
        };
        Ok(start..end)
    }

    /// The bytes of the lines. Numbers below zero count from the end, as in Python.
    fn lines(&self, text: &str) -> Range<usize> {
        if self.start_line.is_none() && self.end_line.is_none() {
            return 0..text.len();
        }
        let starts: Vec<usize> = line_starts(text).collect();
        let start_of = |line: isize| {
            let index = if line < 0 { starts.len().saturating_add_signed(line) } else { line.unsigned_abs() };
            starts.get(index).copied().unwrap_or(text.len())
        };
        let start = self.start_line.map_or(0, start_of);
        let end = self.end_line.map_or(text.len(), start_of).max(start);
        // The last line is without its ending.
        let lines = text.get(start..end).expect("lines begin where characters do");
        let lines = lines.strip_suffix("\r\n").or_else(|| lines.strip_suffix(is_line_break)).unwrap_or(lines);
        start..start + lines.len()
    }
}

/// Where the lines of a text begin.
fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = text.len() - rest.len();
        let (line, ending) = if rest.is_empty() { return None } else { first_line(rest) };
        rest = rest.get(line.len() + ending..).expect("a line is within its text");
        Some(start)
    })
}
