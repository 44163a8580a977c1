//! The lines of a page or of a cell as docutils sees them: split as Python splits lines, with tabs expanded and trailing
//! white space removed; and the way back from a character of a line to its place in the file.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::source::blanks;
use crate::source::line_break::{first_line, split_break};
use crate::source::origin::Origin;
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
        let rest = text.get(blanks..).expect("blanks are within their text");
        let more = leading_space(rest);
        let indent = blanks + more;
        let white = text.get(..indent).expect("white space is within its text");
        let odd = (more > 0).then(|| white.char_indices().map(|(offset, _)| offset).collect());
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

    /// Characters of white space between byte `start` and the text.
    pub(crate) fn indent_from(&self, from: usize) -> usize {
        match &self.odd {
            Some(white) => white.len() - white.partition_point(|&offset| offset < from),
            None => self.indent.saturating_sub(from),
        }
    }

    /// The byte after `columns` characters of leading white space.
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

/// The lines of a file, or of one cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lines<'p> {
    /// What the lines were split from; empty for lines that were put together from cells.
    text: &'p str,
    lines: Vec<Line<'p>>,
    origin: Arc<Origin>,
    /// Whether a cell of these lines may define something.
    may_define: bool,
}

impl<'p> Lines<'p> {
    /// Splits a page. A byte order mark is dropped.
    pub(crate) fn of_page(page: &'p str) -> Self {
        Self::of_file(page, 0..page.len(), Arc::default())
    }

    /// Splits part of a file.
    pub(crate) fn of_file(text: &'p str, part: Range<usize>, origin: Arc<Origin>) -> Self {
        let mut lines = Vec::with_capacity(part.len() / 64);
        let mut start = after_mark(text, part.start);
        while let Some(rest) = text.get(start..part.end).filter(|rest| !rest.is_empty()) {
            let line = rest.find('\n').and_then(|end| rest.get(..end)).unwrap_or(rest);
            if blanks::is_printable(line) {
                lines.push(Line::plain(line, start));
                start += line.len() + 1;
                continue;
            }
            let (line, ending) = split_break(line, rest);
            lines.push(Line::new(clean(line), start));
            start += line.len() + ending;
        }
        Self::linked(text, lines, origin, may_define(text))
    }

    /// Splits a file of values: tabs and white space stay as they are.
    pub(crate) fn of_values(text: &'p str, origin: Arc<Origin>) -> Self {
        let mut lines = Vec::new();
        let mut start = after_mark(text, 0);
        while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
            let (line, ending) = first_line(rest);
            lines.push(Line::new(Cow::Borrowed(line), start));
            start += line.len() + ending;
        }
        Self::linked(text, lines, origin, may_define(text))
    }

    /// The lines of a text that is not in a file as it is, so that they have no places.
    pub(crate) fn of_texts(origin: Arc<Origin>, texts: impl IntoIterator<Item = Cow<'p, str>>) -> Self {
        let lines = texts.into_iter().map(|text| Line::new(text, 0)).collect();
        Self::linked("", lines, origin, true)
    }

    /// Lines that are cut out of these, each with the byte of the file at which it begins.
    pub(crate) fn cut(&self, lines: impl IntoIterator<Item = (Cow<'p, str>, usize)>) -> Self {
        let lines = lines.into_iter().map(|(text, start)| Line::new(text, start)).collect();
        Self::linked(self.text, lines, Arc::clone(&self.origin), self.may_define)
    }

    /// The lines of a text that is not a file.
    pub(crate) fn split(text: &str) -> impl Iterator<Item = &str> {
        let mut rest = text;
        std::iter::from_fn(move || {
            let (line, ending) = if rest.is_empty() { return None } else { first_line(rest) };
            rest = rest.get(line.len() + ending..).expect("a line is within its text");
            Some(line)
        })
    }

    fn linked(text: &'p str, mut lines: Vec<Line<'p>>, origin: Arc<Origin>, may_define: bool) -> Self {
        let mut next = lines.len();
        for (index, line) in lines.iter_mut().enumerate().rev() {
            if !line.is_blank() {
                next = index;
            }
            line.next = next;
        }
        Self { text, lines, origin, may_define }
    }

    pub(crate) fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    /// Whether a cell of these lines may define something.
    pub(crate) fn may_define(&self) -> bool {
        self.may_define
    }

    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(crate) fn get(&self, line: usize) -> Option<&Line<'p>> {
        self.lines.get(line)
    }

    /// The first line from `at` on that has text.
    pub(crate) fn next_text(&self, line: usize) -> usize {
        self.lines.get(line).map_or(self.lines.len(), |line| line.next)
    }

    /// Some bytes of the page.
    pub(crate) fn source(&self, bytes: Range<usize>) -> &'p str {
        self.text.get(bytes).unwrap_or_default()
    }

    /// The byte of the file that byte `offset` of a line comes from.
    pub(crate) fn place(&self, line: usize, offset: usize) -> usize {
        let Some(line) = self.lines.get(line) else { return self.text.len() };
        match line.text {
            Cow::Borrowed(_) => line.start + offset,
            Cow::Owned(_) => {
                line.start + unexpanded(self.text.get(line.start..).expect("a line begins in its text"), offset)
            }
        }
    }
}

/// Where the text begins, after a byte order mark.
fn after_mark(text: &str, start: usize) -> usize {
    if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start }
}

/// The directives that define something: substitutions, roles, and what another file has.
const DEFINING: [&str; 6] = ["replace", "image", "unicode", "date", "role", "include"];

/// Whether a text may hold a definition, or bring one along. Colons are found quickly without optimisation too.
pub(crate) fn may_define(text: &str) -> bool {
    text.match_indices(':').any(|(colon, _)| {
        let (before, after) = text.split_at_checked(colon).expect("a colon is a character");
        after.starts_with("::") && ends_with_defining(before)
    })
}

/// Whether a text ends with the name of a directive that defines something.
fn ends_with_defining(text: &str) -> bool {
    let text = text.strip_suffix(' ').unwrap_or(text);
    DEFINING.iter().any(|name| {
        let start = text.len().checked_sub(name.len());
        start.and_then(|start| text.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(name))
    })
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

/// A text with its tabs expanded and line feeds for all other ends of lines.
pub(crate) fn expand_tabs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' => {
                out.push('\n');
                column = 0;
            }
            '\t' => column += expand(c, column, |c| out.push(c)),
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    out
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
    for (index, c) in source.char_indices() {
        if written >= offset {
            return index;
        }
        column += expand(c, column, |c| written += c.len_utf8());
        if written > offset {
            return index;
        }
    }
    source.len()
}
