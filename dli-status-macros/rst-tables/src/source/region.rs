//! A block of lines seen from its left edge: what docutils hands to a nested parse. No line is copied; a region is a
//! range of lines and the number of columns that are cut off them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::source::lines::{Line, Lines};
use crate::source::origin::Origin;

/// Some lines and where they are cut on the left.
#[derive(Debug, Clone)]
pub(crate) struct Region<'p> {
    lines: Arc<Lines<'p>>,
    first: usize,
    end: usize,
    /// Columns cut off every line but the first.
    cut: usize,
    /// Bytes cut off the first line, which may begin after a marker.
    lead: usize,
    /// Lines that are read as if they were blank: the options between two parts of a directive's content.
    skipped: Option<(usize, usize)>,
}

/// How far an indented block reaches from its first line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reach {
    /// The line after the block.
    pub(crate) end: usize,
    /// The common indent of its lines, in characters.
    pub(crate) indent: usize,
    /// Whether it ends with a blank line or with the region.
    pub(crate) blank_finish: bool,
}

/// What is known of an indented block before it is measured.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Indent {
    /// Nothing: all lines are indented.
    Unknown,
    /// The first line begins after a marker; the other lines give the indent.
    FirstKnown,
    /// The first line begins after a marker of this many columns, and so must the others.
    Known(usize),
}

impl<'p> Region<'p> {
    pub(crate) fn new(lines: Arc<Lines<'p>>) -> Self {
        let end = lines.len();
        Self { lines, first: 0, end, cut: 0, lead: 0, skipped: None }
    }

    /// The file that the lines are in.
    pub(crate) fn origin(&self) -> &Arc<Origin> {
        self.lines.origin()
    }

    pub(crate) fn lines(&self) -> &Arc<Lines<'p>> {
        &self.lines
    }

    pub(crate) fn first(&self) -> usize {
        self.first
    }

    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// The indices of its lines.
    pub(crate) fn range(&self) -> Range<usize> {
        self.first..self.end
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.first >= self.end
    }

    fn get(&self, line: usize) -> Option<&Line<'p>> {
        let inside = self.first <= line && line < self.end && !self.is_skipped(line);
        if inside { self.lines.get(line) } else { None }
    }

    fn is_skipped(&self, line: usize) -> bool {
        self.skipped.is_some_and(|(start, end)| start <= line && line < end)
    }
}

/// What a line holds.
impl<'p> Region<'p> {
    /// The byte of a line at which the region begins.
    pub(crate) fn edge(&self, line: usize) -> usize {
        if line == self.first { self.lead } else { self.uncut_edge(line) }
    }

    fn uncut_edge(&self, line: usize) -> usize {
        self.lines.get(line).map_or(0, |line| line.offset_of(self.cut))
    }

    /// A line from the edge on; empty outside of the region.
    pub(crate) fn text(&self, line: usize) -> &str {
        self.get(line).and_then(|found| found.text().get(self.edge(line)..)).unwrap_or_default()
    }

    /// A line from a byte after the edge on, borrowed from the file where it can be.
    pub(crate) fn piece_from(&self, line: usize, start: usize) -> Cow<'p, str> {
        self.get(line).map_or(Cow::Borrowed(""), |found| found.piece(self.edge(line) + start, found.text().len()))
    }

    /// Some bytes of a line, counted from the edge.
    pub(crate) fn piece(&self, line: usize, bytes: Range<usize>) -> Cow<'p, str> {
        let edge = self.edge(line);
        self.get(line).map_or(Cow::Borrowed(""), |found| found.piece(edge + bytes.start, edge + bytes.end))
    }

    /// All lines from the edge on.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Cow<'p, str>> {
        self.range().map(|line| self.piece_from(line, 0))
    }

    /// All lines, joined by line breaks.
    pub(crate) fn source(&self) -> Cow<'p, str> {
        self.joined(self.range())
    }

    /// Some lines, joined by line breaks.
    pub(crate) fn joined(&self, lines: Range<usize>) -> Cow<'p, str> {
        if lines.len() == 1 {
            return self.piece_from(lines.start, 0);
        }
        let mut out = String::new();
        for line in lines.clone() {
            if line > lines.start {
                out.push('\n');
            }
            out.push_str(self.text(line));
        }
        Cow::Owned(out)
    }

    /// How many bytes its lines have.
    pub(crate) fn length(&self) -> usize {
        self.range().map(|line| self.text(line).len()).sum()
    }

    /// Whether each character of a line is one byte.
    pub(crate) fn is_ascii(&self, line: usize) -> bool {
        self.get(line).is_none_or(Line::is_ascii)
    }

    pub(crate) fn is_blank(&self, line: usize) -> bool {
        self.get(line).is_none_or(|found| found.is_blank() || self.edge(line) >= found.text().len())
    }

    /// Leading white space of a line, in characters.
    pub(crate) fn indent(&self, line: usize) -> usize {
        self.get(line).map_or(0, |found| found.indent_from(self.edge(line)))
    }

    pub(crate) fn is_indented(&self, line: usize) -> bool {
        self.text(line).starts_with(' ')
    }

    /// The first line from this one on that has text, or the end.
    pub(crate) fn next_text(&self, line: usize) -> usize {
        if !self.is_blank(line) {
            return line;
        }
        let line = if line == self.first { line + 1 } else { line };
        let next = self.lines.next_text(line).min(self.end);
        match self.skipped {
            Some((_, end)) if self.is_skipped(next) => self.lines.next_text(end).min(self.end),
            _ => next,
        }
    }
}

/// Places in the file.
impl Region<'_> {
    /// The byte of the file at a distance in bytes from the edge of a line.
    pub(crate) fn place(&self, line: usize, offset: usize) -> usize {
        self.lines.place(line, self.edge(line) + offset)
    }

    /// The bytes of the file that the text of a line takes.
    pub(crate) fn line_span(&self, line: usize) -> Range<usize> {
        self.span_of_lines(line, line)
    }

    /// The bytes of the file from the edge of line `first` to the end of line `last`.
    pub(crate) fn span_of_lines(&self, first: usize, last: usize) -> Range<usize> {
        self.place(first, 0)..self.place(last, self.text(last).len())
    }
}

/// Regions within the region.
impl<'p> Region<'p> {
    /// How far the indented block that begins at line `start` reaches.
    pub(crate) fn reach(&self, start: usize, known: Indent, until_blank: bool) -> Reach {
        let (mut indent, mut blank_finish) = (None, true);
        let mut line = if matches!(known, Indent::Unknown) { start } else { start + 1 };
        while line < self.end {
            if self.is_blank(line) {
                if until_blank {
                    break;
                }
                line = self.next_text(line);
                continue;
            }
            let columns = self.indent(line);
            let short = matches!(known, Indent::Known(wanted) if columns < wanted);
            if !self.is_indented(line) || short {
                blank_finish = line > start && self.is_blank(line - 1);
                break;
            }
            indent = Some(indent.map_or(columns, |least: usize| least.min(columns)));
            line += 1;
        }
        let indent = if let Indent::Known(wanted) = known { wanted } else { indent.unwrap_or(0) };
        Reach { end: line.min(self.end), indent, blank_finish }
    }

    /// The indented block from `start` to the end of `reach`, cut at its indent; `lead` bytes of its first line are cut off
    /// instead if they are known.
    pub(crate) fn indented(&self, start: usize, reach: Reach, lead: Option<usize>) -> Self {
        let cut = self.cut + reach.indent;
        let inner = Self { lines: Arc::clone(&self.lines), first: start, end: reach.end, cut, ..*self };
        let lead = lead.map_or_else(|| inner.uncut_edge(start), |lead| self.edge(start) + lead);
        Self { lead, ..inner }
    }

    /// The same without the blank lines at its beginning.
    pub(crate) fn indented_text(&self, start: usize, reach: Reach, lead: Option<usize>) -> Self {
        self.indented(start, reach, lead).trimmed_start()
    }

    /// Some lines cut at a further `indent`, with `lead` bytes cut off the first.
    pub(crate) fn cut(&self, lines: Range<usize>, indent: usize, lead: usize) -> Self {
        let lead = self.edge(lines.start) + lead;
        Self { first: lines.start, end: lines.end, cut: self.cut + indent, lead, ..self.clone() }
    }

    /// The region from a line on.
    pub(crate) fn skip_to(self, line: usize) -> Self {
        if line == self.first { self } else { Self { first: line, lead: self.uncut_edge(line), ..self } }
    }

    /// The region before a line.
    pub(crate) fn take_until(self, line: usize) -> Self {
        Self { end: line.min(self.end), ..self }
    }

    /// The region with some of its lines blank. If blank lines and lines that are skipped already follow, these are skipped
    /// too: options reach up to a blank line.
    pub(crate) fn skipping(self, lines: Range<usize>) -> Self {
        let end = match self.skipped {
            Some((start, end)) if start >= lines.end && start < self.end => end,
            _ => lines.end,
        };
        Self { skipped: Some((lines.start, end)), ..self }
    }

    /// The region from its first line that has text on.
    pub(crate) fn trimmed_start(self) -> Self {
        let first = self.next_text(self.first);
        self.skip_to(first)
    }

    /// The region up to its last line that has text, without a blank line at its beginning.
    pub(crate) fn trimmed(self) -> Self {
        let first = if self.is_blank(self.first) { self.first + 1 } else { self.first };
        let mut region = self.skip_to(first);
        let mut line = region.next_text(region.first);
        let mut end = line.min(region.first);
        while line < region.end {
            end = line + 1;
            line = region.next_text(line + 1);
        }
        region.end = end;
        region
    }
}
