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
    /// Bytes cut off the first line, which may begin behind a marker.
    lead: usize,
    /// Lines that are read as if they were blank: a directive's options between parts of its content.
    hole: (usize, usize),
}

/// How far an indented block reaches from its first line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reach {
    /// The line behind the block.
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
    /// The first line begins behind a marker, the indent of the others is theirs to say.
    FirstKnown,
    /// The first line begins behind a marker this many columns wide, and so must the others.
    Known(usize),
}

impl<'p> Region<'p> {
    pub(crate) fn new(lines: Arc<Lines<'p>>) -> Self {
        let end = lines.len();
        Self { lines, first: 0, end, cut: 0, lead: 0, hole: (0, 0) }
    }

    /// The file that the lines are in.
    pub(crate) fn origin(&self) -> &Arc<Origin> {
        self.lines.origin()
    }

    pub(crate) fn first(&self) -> usize {
        self.first
    }

    pub(crate) fn end(&self) -> usize {
        self.end
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.first >= self.end
    }

    pub(crate) fn lines(&self) -> &Arc<Lines<'p>> {
        &self.lines
    }

    fn get(&self, at: usize) -> Option<&Line<'p>> {
        let inside = self.first <= at && at < self.end && !self.is_hole(at);
        if inside { self.lines.get(at) } else { None }
    }

    fn is_hole(&self, at: usize) -> bool {
        self.hole.0 <= at && at < self.hole.1
    }

    /// The region with the lines from `from` on and before `to` blank. What stands between them and lines that are
    /// blank already is blank too, since options reach up to a blank line.
    pub(crate) fn without(self, from: usize, to: usize) -> Self {
        let end = if self.hole.0 >= to && self.hole.0 < self.end { self.hole.1 } else { to };
        Self { hole: (from, end), ..self }
    }

    /// The byte of line `at` at which the region begins.
    pub(crate) fn edge(&self, at: usize) -> usize {
        if at == self.first { self.lead } else { self.lines.get(at).map_or(0, |line| line.offset_of(self.cut)) }
    }

    /// Line `at` from the edge on; empty outside of the region.
    pub(crate) fn text(&self, at: usize) -> &str {
        self.get(at).and_then(|line| line.text().get(self.edge(at)..)).unwrap_or_default()
    }

    /// Line `at` from byte `from` behind the edge on, with the life of the page where it can be had.
    pub(crate) fn piece(&self, at: usize, from: usize) -> Cow<'p, str> {
        self.get(at).map_or(Cow::Borrowed(""), |line| line.piece(self.edge(at) + from, line.text().len()))
    }

    /// Some bytes of line `at`, counted from the edge.
    pub(crate) fn piece_within(&self, at: usize, bytes: Range<usize>) -> Cow<'p, str> {
        let edge = self.edge(at);
        self.get(at).map_or(Cow::Borrowed(""), |line| line.piece(edge + bytes.start, edge + bytes.end))
    }

    /// All lines from the edge on.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Cow<'p, str>> {
        (self.first..self.end).map(|at| self.piece(at, 0))
    }

    /// How many bytes its lines have.
    pub(crate) fn length(&self) -> usize {
        (self.first..self.end).map(|at| self.text(at).len()).sum()
    }

    /// The lines from `from` on and before `to`, joined by line breaks.
    pub(crate) fn joined(&self, from: usize, to: usize) -> Cow<'p, str> {
        if to == from + 1 {
            return self.piece(from, 0);
        }
        let mut out = String::new();
        for at in from..to {
            if at > from {
                out.push('\n');
            }
            out.push_str(self.text(at));
        }
        Cow::Owned(out)
    }

    /// Whether each character of line `at` is one byte.
    pub(crate) fn is_ascii(&self, at: usize) -> bool {
        self.get(at).is_none_or(Line::is_ascii)
    }

    pub(crate) fn is_blank(&self, at: usize) -> bool {
        self.get(at).is_none_or(|line| line.is_blank() || self.edge(at) >= line.text().len())
    }

    /// The first line from `at` on that has text, or the end.
    pub(crate) fn next_text(&self, at: usize) -> usize {
        if !self.is_blank(at) {
            return at;
        }
        let at = if at == self.first { at + 1 } else { at };
        let next = self.lines.next_text(at).min(self.end);
        if self.is_hole(next) { self.lines.next_text(self.hole.1).min(self.end) } else { next }
    }

    /// Leading white space of line `at`, in characters.
    pub(crate) fn indent(&self, at: usize) -> usize {
        self.get(at).map_or(0, |line| line.indent_from(self.edge(at)))
    }

    pub(crate) fn is_indented(&self, at: usize) -> bool {
        self.text(at).starts_with(' ')
    }

    /// How far the indented block that begins at line `start` reaches.
    pub(crate) fn reach(&self, start: usize, known: Indent, until_blank: bool) -> Reach {
        let (mut indent, mut blank_finish) = (None, true);
        let mut at = if matches!(known, Indent::Unknown) { start } else { start + 1 };
        while at < self.end {
            if self.is_blank(at) {
                if until_blank {
                    break;
                }
                at = self.next_text(at);
                continue;
            }
            let columns = self.indent(at);
            let short = matches!(known, Indent::Known(wanted) if columns < wanted);
            if !self.is_indented(at) || short {
                blank_finish = at > start && self.is_blank(at - 1);
                break;
            }
            indent = Some(indent.map_or(columns, |least: usize| least.min(columns)));
            at += 1;
        }
        let indent = if let Indent::Known(wanted) = known { wanted } else { indent.unwrap_or(0) };
        Reach { end: at.min(self.end), indent, blank_finish }
    }

    /// The block from `start` to the end of `reach`, cut at its indent; `lead` bytes of its first line are cut off
    /// instead if they are known.
    pub(crate) fn block(&self, start: usize, reach: Reach, lead: Option<usize>) -> Self {
        let cut = self.cut + reach.indent;
        let inner = Self { lines: Arc::clone(&self.lines), first: start, end: reach.end, cut, ..*self };
        let lead = lead.map_or_else(|| inner.uncut_edge(start), |lead| self.edge(start) + lead);
        Self { lead, ..inner }
    }

    /// The same without the blank lines at its beginning.
    pub(crate) fn inner(&self, start: usize, reach: Reach, lead: Option<usize>) -> Self {
        self.block(start, reach, lead).without_blank_start()
    }

    fn uncut_edge(&self, at: usize) -> usize {
        self.lines.get(at).map_or(0, |line| line.offset_of(self.cut))
    }

    /// The region from its first line that has text on.
    pub(crate) fn without_blank_start(self) -> Self {
        let first = self.next_text(self.first);
        self.from(first)
    }

    /// The lines from `first` on and before `end`, cut at a further `indent`, and `lead` bytes off the first.
    pub(crate) fn shifted(&self, first: usize, end: usize, indent: usize, lead: usize) -> Self {
        let lead = self.edge(first) + lead;
        Self { first, end, cut: self.cut + indent, lead, ..self.clone() }
    }

    /// The region from line `at` on.
    pub(crate) fn from(self, at: usize) -> Self {
        if at == self.first { self } else { Self { first: at, lead: self.uncut_edge(at), ..self } }
    }

    /// The region up to its last line that has text, without a blank line at its beginning.
    pub(crate) fn until_text(self) -> Self {
        let first = if self.is_blank(self.first) { self.first + 1 } else { self.first };
        let mut region = self.from(first);
        let mut at = region.next_text(region.first);
        let mut end = at.min(region.first);
        while at < region.end {
            end = at + 1;
            at = region.next_text(at + 1);
        }
        region.end = end;
        region
    }

    /// The region up to line `end`.
    pub(crate) fn until(self, end: usize) -> Self {
        Self { end: end.min(self.end), ..self }
    }

    /// The bytes of the page that the text of line `at` takes.
    pub(crate) fn line_span(&self, at: usize) -> Range<usize> {
        self.span_of_lines(at, at)
    }

    /// The bytes of the page from the edge of line `first` to the end of line `last`.
    pub(crate) fn span_of_lines(&self, first: usize, last: usize) -> Range<usize> {
        self.place(first, 0)..self.place(last, self.text(last).len())
    }

    /// The byte of the page at which byte `offset` behind the edge of line `at` stands.
    pub(crate) fn place(&self, at: usize, offset: usize) -> usize {
        self.lines.place(at, self.edge(at) + offset)
    }
}
