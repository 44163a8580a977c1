//! End-strings: where markup that has begun ends.
//!
//! Whether a place can end markup of some kind does not depend on where that markup began. So the last answer is
//! kept for each kind, and all searches for it together read the text once, however many start-strings lack an end.

use super::chars::may_follow_end;
use super::escape::ESCAPE;
use super::names::{after, before, name_end};
use crate::white_space::is_space;

/// Markup that runs from a start-string to an end-string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Emphasis,
    Strong,
    Literal,
    /// Interpreted text and phrase references.
    Interpreted,
    /// Inline targets.
    Target,
    Substitution,
}

/// An end-string in the marked text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    /// Where the content ends.
    pub(super) start: usize,
    /// Where the markup ends, with all that belongs to it.
    pub(super) end: usize,
    /// The bytes of the role's name that follows interpreted text.
    pub(super) role: Option<(usize, usize)>,
    /// How many underscores make it a reference.
    pub(super) underscores: usize,
}

/// What is known of the next end-string of each kind.
#[derive(Debug, Default)]
pub(super) struct Ends {
    known: [Option<Known>; 6],
}

/// The first end-string from `from` on.
#[derive(Debug, Clone, Copy)]
struct Known {
    from: usize,
    end: Option<End>,
}

impl Ends {
    /// The end of the markup whose content begins at `from`. An end-string right there ends nothing, and docutils
    /// then looks no further.
    pub(super) fn find(&mut self, kind: Kind, text: &str, from: usize) -> Option<End> {
        let known = self.known.get_mut(kind as usize)?;
        let end = match *known {
            Some(Known { from: asked, end }) if asked <= from && end.is_none_or(|end| end.start >= from) => end,
            _ => {
                let end = search(kind, text, from);
                *known = Some(Known { from, end });
                end
            }
        };
        end.filter(|end| end.start > from)
    }
}

fn search(kind: Kind, text: &str, from: usize) -> Option<End> {
    let mark = match kind {
        Kind::Emphasis => "*",
        Kind::Strong => "**",
        Kind::Literal => "``",
        Kind::Interpreted | Kind::Target => "`",
        Kind::Substitution => "|",
    };
    let first = mark.chars().next()?;
    let mut from = from;
    loop {
        let start = from + text.get(from..)?.find(first)?;
        from = start + 1;
        let is_end = text.get(start..)?.starts_with(mark) && may_precede(kind, text, start);
        if let Some(end) = is_end.then(|| suffix(kind, text, start, start + mark.len())).flatten() {
            return Some(end);
        }
    }
}

/// Whether the character before an end-string lets markup end: white space does not, nor does an escape, except in
/// literals.
fn may_precede(kind: Kind, text: &str, start: usize) -> bool {
    let Some(last) = before(text, start) else { return true };
    match kind {
        Kind::Literal => !is_space(last),
        // An escaped blank may end interpreted text.
        Kind::Interpreted if is_space(last) || last == ESCAPE => before(text, start - last.len_utf8()) == Some(ESCAPE),
        _ => !is_space(last) && last != ESCAPE,
    }
}

/// The end-string from `start` whose fixed part ends at `end`, with the role and underscores that may follow it.
fn suffix(kind: Kind, text: &str, start: usize, end: usize) -> Option<End> {
    let plain = End { start, end, role: None, underscores: 0 };
    match kind {
        Kind::Substitution => with_underscores(text, plain).or_else(|| closed(text, plain)),
        Kind::Interpreted => {
            with_role(text, plain).or_else(|| with_underscores(text, plain)).or_else(|| closed(text, plain))
        }
        _ => closed(text, plain),
    }
}

fn with_role(text: &str, plain: End) -> Option<End> {
    let name = plain.end + 1;
    let stop = text.get(plain.end..)?.starts_with(':').then(|| name_end(text, name))??;
    let end = text.get(stop..)?.starts_with(':').then_some(stop + 1)?;
    let named = End { end, role: Some((name, stop)), ..plain };
    with_underscores(text, named).or_else(|| closed(text, named))
}

fn with_underscores(text: &str, end: End) -> Option<End> {
    let rest = text.get(end.end..)?;
    let underscores = if rest.starts_with("__") { 2 } else { usize::from(rest.starts_with('_')) };
    let end = End { end: end.end + underscores, underscores, ..end };
    (underscores > 0).then(|| closed(text, end)).flatten()
}

/// The end-string if what follows it lets markup end there.
fn closed(text: &str, end: End) -> Option<End> {
    after(text, end.end).is_none_or(may_follow_end).then_some(end)
}
