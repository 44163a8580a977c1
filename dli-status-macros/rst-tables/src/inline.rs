//! Inline markup, recognised exactly where docutils recognises it: one pass over the text of a paragraph, handing
//! on a flat sequence of [`Piece`]s, since inline markup does not nest.
//!
//! The time is linear in the text: places that may be markup are found by the few characters all markup has, ends
//! are searched for once for each kind of markup ([`ends`]).

mod chars;
mod ends;
mod escape;
mod names;
mod phrase;
mod piece;
mod role;
mod start;
mod tables;
mod uri;

use self::ends::Ends;
use self::start::{Anchors, Found};

pub(crate) use self::chars::is_space;
pub(crate) use self::names::name_end;
pub(crate) use self::phrase::normal_name;
pub(crate) use self::piece::Piece;
pub(crate) use self::role::Role;
pub(crate) use self::uri::links;

/// What a page says about the roles of interpreted text.
pub(crate) trait Roles {
    /// The role of that name.
    fn named(&self, name: &str) -> Role;
    /// The role of interpreted text that names none.
    fn default_role(&self) -> Role;
}

/// Whether text without a closer look is without markup: it holds no character that all markup has.
pub(crate) fn is_plain(source: &str) -> bool {
    let bytes = source.as_bytes();
    !b"\\*`|_\0".iter().any(|mark| bytes.contains(mark))
}

/// Reads `source`, lines joined by `\n`, and hands each piece to `sink`. Tells whether the text may stand in a
/// substitution definition: docutils refuses one with broken markup, targets, or references that must be numbered.
pub(crate) fn read(source: &str, roles: &impl Roles, mut sink: impl FnMut(Piece<'_>)) -> bool {
    let marked = escape::mark(source);
    let mut reader = Reader { text: &marked, base: 0, ends: Ends::default() };
    let mut anchors = Anchors::default();
    let (mut shown, mut at) = (0, 0);
    let mut definable = true;
    while let Some(anchor) = anchors.next(&marked, at) {
        match reader.construct(anchor) {
            Found::Nothing => at = anchor + 1,
            Found::Quoted { end } => {
                at = end;
                reader.base = end;
            }
            Found::Markup(found) => {
                text_before(&marked, shown, found.start, &mut sink);
                let piece = found.piece(&marked, roles);
                definable &= found.is_definable(&marked) && !matches!(piece, Piece::Problem(_));
                sink(piece);
                (shown, at) = (found.end, found.end);
                reader.base = found.end;
            }
        }
    }
    text_before(&marked, shown, marked.len(), &mut sink);
    definable
}

/// What [`start`] looks at: the text, and what is known of it.
struct Reader<'t> {
    text: &'t str,
    /// Where docutils sees the text begin: behind the last markup, or start-string of none.
    base: usize,
    ends: Ends,
}

fn text_before(marked: &str, shown: usize, start: usize, sink: &mut impl FnMut(Piece<'_>)) {
    match marked.get(shown..start) {
        None | Some("") => {}
        Some(text) => sink(Piece::Text(escape::resolve(text))),
    }
}

#[cfg(test)]
mod tests;
