//! What the text of a cell refers to and the page does not have.

use std::borrow::Cow;
use std::ops::Range;

use crate::block::tree::{Text, visit_texts};
use crate::context::Reading;
use crate::inline::Piece;
use crate::table::Cell;

/// A word of a cell that does not show what its author meant. See [`Cell::unresolved`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    kind: UnresolvedKind,
    source: String,
    span: Range<usize>,
}

/// Why a word is unresolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnresolvedKind {
    /// `|name|` without a definition of that name, or one that docutils refuses. It shows as it is written.
    Substitution,
    /// A reference to a name that nothing defines: `name_`. It shows as it is written, or without its marks in backquotes.
    Reference,
    /// A section title in a cell, where there cannot be one. It is lost, and its underline too.
    Title,
}

impl Unresolved {
    /// Why.
    pub fn kind(&self) -> UnresolvedKind {
        self.kind
    }

    /// The word as it is written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The bytes of the page that hold it; the cell's, if the word is written in another way there.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl Cell<'_> {
    /// The words of the cell that refer to something that the page does not have, and titles that are lost.
    ///
    /// ```
    /// use rst_tables::UnresolvedKind;
    ///
    /// let page = "+---------------+\n| the |TS| page |\n+---------------+\n";
    /// let tables = rst_tables::tables(page);
    /// let words = tables[0].as_ref().unwrap().body()[0][0].unresolved();
    /// assert_eq!(words[0].kind(), UnresolvedKind::Substitution);
    /// assert_eq!((words[0].source(), &page[words[0].span()]), ("|TS|", "|TS|"));
    /// ```
    pub fn unresolved(&self) -> Vec<Unresolved> {
        let mut locator = Locator { cell: self, lines: self.lines(), line: 0, offset: 0 };
        let length = locator.lines.iter().map(|line| line.len()).sum();
        let mut reading = Reading::new(length);
        let mut found = Vec::new();
        visit_texts(&self.blocks(), &mut |text| match text {
            Ok(text) => self.read(text, &mut reading, &mut |kind, source| found.push(locator.find(kind, source))),
            Err(title) => found.push(locator.find(UnresolvedKind::Title, title)),
        });
        found
    }

    fn read(&self, text: &Text<'_>, reading: &mut Reading, found: &mut dyn FnMut(UnresolvedKind, &str)) {
        reading.revision = text.roles;
        self.place.shared.context().read(&text.source, reading, |range, piece| {
            let kind = match piece {
                Piece::Substitution(_) => UnresolvedKind::Substitution,
                Piece::Reference { .. } => UnresolvedKind::Reference,
                _ => return,
            };
            found(kind, text.source.get(range).expect("pieces come with bytes of their source"));
        });
    }
}

/// Finds words in the lines of a cell, one after the other.
struct Locator<'c, 'p> {
    cell: &'c Cell<'p>,
    lines: Vec<Cow<'p, str>>,
    /// Where the last word ends.
    line: usize,
    offset: usize,
}

impl Locator<'_, '_> {
    fn find(&mut self, kind: UnresolvedKind, source: &str) -> Unresolved {
        let span = self.next(source).unwrap_or_else(|| self.cell.span());
        Unresolved { kind, source: source.to_owned(), span }
    }

    /// The bytes of the page that hold the next word of that source; of one that is broken over lines, its first line.
    fn next(&mut self, source: &str) -> Option<Range<usize>> {
        let word = source.split('\n').next()?;
        let (line, offset) = self.lines.iter().enumerate().skip(self.line).find_map(|(line, text)| {
            let start = if line == self.line { self.offset } else { 0 };
            text.get(start..)?.find(word).map(|offset| (line, start + offset))
        })?;
        (self.line, self.offset) = (line, offset + word.len());
        let position = |offset| self.cell.source.position(line, offset);
        Some(position(offset)?..position(offset + word.len())?)
    }
}
