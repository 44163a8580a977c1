//! The lines of a page or of a cell as docutils sees them: split as Python splits lines, tabs expanded, trailing
//! white space gone; and the way back from a character of a line to its place on the page.

use std::borrow::Cow;

use crate::source::blanks;
use crate::white_space::{is_space, leading_space};

const TAB: usize = 8;

/// One line. A line that needs no tab expanded is a slice of the page.
#[derive(Debug, Clone)]
pub(crate) struct Line<'p> {
    text: Cow<'p, str>,
    /// Whether each character is one byte.
    ascii: bool,
    /// Where the text begins: the length of the leading white space in bytes.
    indent: usize,
    /// Where the characters of the leading white space begin, if not all of it is blanks.
    odd: Option<Box<[usize]>>,
    /// Where the line begins on the page.
    start: usize,
    /// The next line that has text, from this one on.
    next: usize,
}

impl<'p> Line<'p> {
    fn new(text: Cow<'p, str>, start: usize) -> Self {
        let blanks = blanks::leading(&text);
        let rest = text.get(blanks..).unwrap_or_default();
        let more = leading_space(rest);
        let indent = blanks + more;
        let white = text.get(..indent).unwrap_or_default();
        let odd = (more > 0).then(|| white.char_indices().map(|(at, _)| at).collect());
        Self { ascii: text.is_ascii(), indent, odd, text, start, next: 0 }
    }

    /// A line of printable ASCII characters.
    fn plain(text: &'p str, start: usize) -> Self {
        let text = blanks::trim_end(text);
        Self { ascii: true, indent: blanks::leading(text), odd: None, text: Cow::Borrowed(text), start, next: 0 }
    }

    pub(crate) fn is_ascii(&self) -> bool {
        self.ascii
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.indent == self.text.len()
    }

    /// How many characters of white space stand between byte `from` and the text.
    pub(crate) fn indent_from(&self, from: usize) -> usize {
        match &self.odd {
            Some(white) => white.len() - white.partition_point(|&at| at < from),
            None => self.indent.saturating_sub(from),
        }
    }

    /// The byte before which `columns` characters stand, in leading white space.
    pub(crate) fn offset_of(&self, columns: usize) -> usize {
        match &self.odd {
            Some(white) => white.get(columns).copied().unwrap_or(self.indent),
            None => columns.min(self.text.len()),
        }
    }

    /// The text from byte `from` on, borrowed from the page where the line is.
    pub(crate) fn piece(&self, from: usize, to: usize) -> Cow<'p, str> {
        match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(from..to).unwrap_or_default()),
            Cow::Owned(text) => Cow::Owned(text.get(from..to).unwrap_or_default().to_owned()),
        }
    }
}

/// The lines of a page, or of one cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lines<'p> {
    /// What the lines were split from; empty for lines that were put together from cells.
    page: &'p str,
    lines: Vec<Line<'p>>,
}

impl<'p> Lines<'p> {
    /// Splits a page. A byte order mark is dropped.
    pub(crate) fn of_page(page: &'p str) -> Self {
        let mut lines = Vec::with_capacity(page.len() / 64);
        let mut start = if page.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        while let Some(rest) = page.get(start..).filter(|rest| !rest.is_empty()) {
            let line = rest.find('\n').and_then(|at| rest.get(..at)).unwrap_or(rest);
            if blanks::is_printable(line) {
                lines.push(Line::plain(line, start));
                start += line.len() + 1;
                continue;
            }
            let (line, ending) = split_break(line, rest);
            lines.push(Line::new(clean(line), start));
            start += line.len() + ending;
        }
        Self::linked(page, lines)
    }

    /// The lines of a text that is not on the page as it is, so that they have no places.
    pub(crate) fn of_texts(texts: impl IntoIterator<Item = Cow<'p, str>>) -> Self {
        Self::linked("", texts.into_iter().map(|text| Line::new(text, 0)).collect())
    }

    /// Lines that are cut out of these, each with the byte of the page at which it begins.
    pub(crate) fn cut(&self, lines: impl IntoIterator<Item = (Cow<'p, str>, usize)>) -> Self {
        Self::linked(self.page, lines.into_iter().map(|(text, start)| Line::new(text, start)).collect())
    }

    /// The lines of a text that is no page.
    pub(crate) fn split(text: &str) -> impl Iterator<Item = &str> {
        let mut rest = text;
        std::iter::from_fn(move || {
            let (line, ending) = if rest.is_empty() { return None } else { first_line(rest) };
            rest = rest.get(line.len() + ending..).unwrap_or_default();
            Some(line)
        })
    }

    fn linked(page: &'p str, mut lines: Vec<Line<'p>>) -> Self {
        let mut next = lines.len();
        for (at, line) in lines.iter_mut().enumerate().rev() {
            if !line.is_blank() {
                next = at;
            }
            line.next = next;
        }
        Self { page, lines }
    }

    /// Whether the page that was split holds one of these texts.
    pub(crate) fn page_holds(&self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.page.contains(text))
    }

    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Line<'p>> {
        self.lines.get(at)
    }

    /// The first line from `at` on that has text.
    pub(crate) fn next_text(&self, at: usize) -> usize {
        self.lines.get(at).map_or(self.lines.len(), |line| line.next)
    }

    /// Some bytes of the page.
    pub(crate) fn source(&self, bytes: std::ops::Range<usize>) -> &'p str {
        self.page.get(bytes).unwrap_or_default()
    }

    /// The byte of the page at which byte `offset` of line `at` stands.
    pub(crate) fn place(&self, at: usize, offset: usize) -> usize {
        let Some(line) = self.lines.get(at) else { return self.page.len() };
        match line.text {
            Cow::Borrowed(_) => line.start + offset,
            Cow::Owned(_) => line.start + unexpanded(self.page.get(line.start..).unwrap_or_default(), offset),
        }
    }
}

/// Splits off the first line: the line and the length of its ending.
fn first_line(rest: &str) -> (&str, usize) {
    let line = rest.find('\n').and_then(|at| rest.get(..at)).unwrap_or(rest);
    split_break(line, rest)
}

/// The first line again, if up to its line feed there may be other line breaks.
fn split_break<'r>(line: &'r str, rest: &'r str) -> (&'r str, usize) {
    if let Some(at) = line.find(is_line_break) {
        let line = line.get(..at).unwrap_or_default();
        let ending = rest.get(at..).unwrap_or_default();
        let length = if ending.starts_with("\r\n") { 2 } else { ending.chars().next().map_or(0, char::len_utf8) };
        return (line, length);
    }
    (line, usize::from(line.len() < rest.len()))
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A line with its tabs expanded and its trailing white space taken off.
fn clean(line: &str) -> Cow<'_, str> {
    if line.bytes().any(|b| matches!(b, b'\t' | b'\x0b' | b'\x0c')) {
        let mut out = String::with_capacity(line.len() + TAB);
        let mut column = 0;
        for c in line.chars() {
            column += expand(c, column, |c| out.push(c));
        }
        out.truncate(out.trim_end_matches(is_space).len());
        return Cow::Owned(out);
    }
    Cow::Borrowed(line.trim_end_matches(is_space))
}

/// Writes a character as docutils reads it; gives how many columns it takes.
fn expand(c: char, column: usize, mut write: impl FnMut(char)) -> usize {
    let width = if c == '\t' { TAB - column % TAB } else { 1 };
    match c {
        '\t' => (0..width).for_each(|_| write(' ')),
        '\x0b' | '\x0c' => write(' '),
        _ => write(c),
    }
    width
}

/// The byte of a source line that byte `offset` of its expanded form comes from.
fn unexpanded(source: &str, offset: usize) -> usize {
    let (mut written, mut column) = (0, 0);
    for (at, c) in source.char_indices() {
        if written >= offset {
            return at;
        }
        column += expand(c, column, |c| written += c.len_utf8());
        if written > offset {
            return at;
        }
    }
    source.len()
}
