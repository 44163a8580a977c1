//! References to footnotes and citations, which are marks and not words.

use std::borrow::Cow;
use std::ops::Range;

use crate::inline::Piece;
use crate::white_space::is_space;

/// Hands on the pieces of a text without its notes, nor the white space before them. At the beginning of the text it
/// is the white space after the note that goes.
pub(super) struct WithoutNotes<S> {
    sink: S,
    /// White space that shows unless a note follows, and where it comes from.
    held: Option<(Range<usize>, String)>,
    before: Before,
}

/// What came before the place reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    /// A note and nothing else.
    Note,
    Words,
}

impl<S: FnMut(Range<usize>, &Piece<'_>)> WithoutNotes<S> {
    pub(super) fn new(sink: S) -> Self {
        Self { sink, held: None, before: Before::Nothing }
    }

    pub(super) fn push(&mut self, range: Range<usize>, piece: &Piece<'_>) {
        match piece {
            Piece::Note(_) => {
                self.held = None;
                self.before = if self.before == Before::Nothing { Before::Note } else { Before::Words };
            }
            Piece::Text(text) => self.text(range, text),
            _ => self.show(range, piece),
        }
    }

    /// Nothing follows.
    pub(super) fn finish(mut self) {
        self.release();
    }

    fn text(&mut self, range: Range<usize>, text: &str) {
        let text = if self.before == Before::Note { text.trim_start_matches(is_space) } else { text };
        let words = text.trim_end_matches(is_space);
        if !words.is_empty() {
            self.show(range.clone(), &Piece::Text(Cow::Borrowed(words)));
        }
        if let Some(space) = text.get(words.len()..).filter(|space| !space.is_empty()) {
            self.held.get_or_insert((range, String::new())).1.push_str(space);
        }
    }

    fn show(&mut self, range: Range<usize>, piece: &Piece<'_>) {
        self.release();
        self.before = Before::Words;
        (self.sink)(range, piece);
    }

    fn release(&mut self) {
        if let Some((range, space)) = self.held.take() {
            (self.sink)(range, &Piece::Text(Cow::Owned(space)));
        }
    }
}
