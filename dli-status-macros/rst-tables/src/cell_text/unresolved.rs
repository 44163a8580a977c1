//! What the words of a cell refer to in vain, and what of them docutils drops.

use std::fmt;
use std::ops::Range;

use crate::block::text::Text;
use crate::block::visit::{Visit, visit_texts};
use crate::context::Reading;
use crate::inline::{Piece, substitution_name};
use crate::table::{Cell, Source};

/// Words of a cell that do not mean what their author meant: docutils reports an error for each on the published page.
///
/// ```
/// use rst_tables::UnresolvedKind;
///
/// let page = "\
/// == =========================
/// a  See |product| or E_ERROR_
/// == =========================
/// ";
/// let tables = rst_tables::tables(page);
/// let unresolved = tables[0].as_ref().unwrap().body()[0][1].unresolved();
/// assert_eq!(unresolved[0].kind(), &UnresolvedKind::Substitution("product".to_owned()));
/// assert_eq!(&page[unresolved[0].span()], "|product|");
/// assert_eq!(unresolved[1].to_string(), "no target is named `e_error`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    kind: UnresolvedKind,
    span: Range<usize>,
}

/// Why words are [`Unresolved`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnresolvedKind {
    /// `|name|` without a substitution definition, or one whose text is not on the page (`date::`), by its name. It shows
    /// as it is written.
    Substitution(String),
    /// `name_` or `` `a phrase`_ `` without a target, by its name in lower case. A name shows with its underscore, a
    /// phrase without.
    Reference(String),
    /// `name__` or `` `a phrase`__ `` on a page without anonymous targets.
    AnonymousReference,
    /// A line that is read as a section title, since the line below is one of punctuation, or a line of punctuation
    /// itself. A cell cannot hold a title, and so the lines are lost.
    Title,
}

impl Unresolved {
    /// Why the words are unresolved.
    pub fn kind(&self) -> &UnresolvedKind {
        &self.kind
    }

    /// The bytes of the cell's file that hold the words; the cell's, if they are written otherwise (in CSV) or elsewhere.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            UnresolvedKind::Substitution(name) => write!(f, "nothing replaces `|{name}|`"),
            UnresolvedKind::Reference(name) => write!(f, "no target is named `{name}`"),
            UnresolvedKind::AnonymousReference => f.write_str("there is no anonymous target"),
            UnresolvedKind::Title => f.write_str("a section title in a cell is lost"),
        }
    }
}

impl Cell<'_> {
    /// The words of the cell that refer to nothing on the page, or that are lost.
    pub fn unresolved(&self) -> Vec<Unresolved> {
        if self.words().is_some() {
            return Vec::new();
        }
        let context = self.place.shared.context();
        let mut reading = Reading::new(self.raw().len());
        let mut found = Vec::new();
        visit_texts(&self.blocks(), &mut |visit| match visit {
            Visit::Text(text) => {
                reading.revision = text.roles;
                context.read(&text.source, &mut reading, |bytes, piece| {
                    found.extend(missing(piece).map(|kind| self.unresolved_in(text, &bytes, kind)));
                });
            }
            Visit::LostTitle(title) => {
                found.push(self.unresolved_in(title, &(0..title.source.len()), UnresolvedKind::Title));
            }
        });
        found
    }

    /// What some bytes of a text are. The lines of a value of CSV are not on the page as they are.
    fn unresolved_in(&self, text: &Text<'_>, bytes: &Range<usize>, kind: UnresolvedKind) -> Unresolved {
        let span = match &self.source {
            Source::Value(_) => None,
            source => text.span(bytes, source.origin()),
        };
        Unresolved { kind, span: span.unwrap_or_else(|| self.span()) }
    }
}

/// What a piece refers to that has not been resolved.
fn missing(piece: &Piece<'_>) -> Option<UnresolvedKind> {
    match piece {
        Piece::Substitution(shown) => Some(UnresolvedKind::Substitution(substitution_name(shown).to_owned())),
        Piece::Reference { name: Some(name), .. } => Some(UnresolvedKind::Reference(name.clone())),
        Piece::Reference { name: None, .. } => Some(UnresolvedKind::AnonymousReference),
        _ => None,
    }
}
