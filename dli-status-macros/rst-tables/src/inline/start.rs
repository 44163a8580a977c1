//! Start-strings and whole constructs: what begins at a place of the text, if anything does.

use std::ops::Range;

use super::chars::{is_quoted_by, is_space, is_word, may_follow_end};
use super::ends::{End, Kind};
use super::names::{after, before, label_start, may_start, reference_start, role_start};
use super::{Piece, Reader, Roles, escape, phrase};

/// Finds the next of the characters without which there is no markup.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    known: [Option<usize>; 4],
}

impl Anchors {
    /// The first anchor at or behind `from`. Each kind is looked for on its own, by the standard library's fast
    /// search for one character, and read past only once.
    pub(super) fn next(&mut self, text: &str, from: usize) -> Option<usize> {
        let mut first = usize::MAX;
        for (known, mark) in self.known.iter_mut().zip(['*', '`', '_', '|']) {
            let at = match *known {
                Some(at) if at >= from => at,
                _ => text.get(from..)?.find(mark).map_or(usize::MAX, |at| from + at),
            };
            *known = Some(at);
            first = first.min(at);
        }
        (first < text.len()).then_some(first)
    }
}

/// What stands at a place of the text.
#[derive(Debug)]
pub(super) enum Found {
    Nothing,
    /// A start-string that is text, since it is quoted; it ends here, and the text goes on as if it began anew.
    Quoted {
        end: usize,
    },
    Markup(Markup),
}

/// Markup from `start` to `end`, all its escapes marked.
#[derive(Debug)]
pub(super) struct Markup {
    pub(super) start: usize,
    pub(super) end: usize,
    construct: Construct,
}

/// The kinds of markup, with the place of what they hold.
#[derive(Debug)]
pub(super) enum Construct {
    /// A start-string without an end, or markup that contradicts itself.
    Problem,
    Emphasis(Range<usize>),
    Strong(Range<usize>),
    Literal(Range<usize>),
    Target(Range<usize>),
    Substitution {
        name: Range<usize>,
        anonymous: bool,
    },
    Interpreted {
        text: Range<usize>,
        role: Option<Range<usize>>,
    },
    Phrase {
        text: Range<usize>,
        anonymous: bool,
    },
    Reference {
        name: Range<usize>,
        anonymous: bool,
    },
    /// A footnote or citation by its label.
    Note(Range<usize>),
    /// A footnote that gets its number or symbol later, and shows nothing until then.
    AutoNote,
}

impl Reader<'_> {
    /// What the anchor at `at` belongs to.
    pub(super) fn construct(&mut self, at: usize) -> Found {
        match after(self.text, at) {
            Some('*') => self.star(at),
            Some('`') => self.backquote(at),
            Some('_') => self.underscore(at),
            _ => self.bar(at),
        }
    }

    fn star(&mut self, at: usize) -> Found {
        if self.begins(at, "*]_") && self.is_closed(at + 3) {
            // `[*]_` begins before its star, so it wins.
            if let Some(label) = label_start(self.text, self.base, at + 1) {
                return markup(label - 1, at + 3, Construct::AutoNote);
            }
        }
        if self.begins(at, "**") { self.start(Kind::Strong, at, 2) } else { self.start(Kind::Emphasis, at, 1) }
    }

    fn bar(&mut self, at: usize) -> Found {
        if self.begins(at, "||") { Found::Nothing } else { self.start(Kind::Substitution, at, 1) }
    }

    fn underscore(&mut self, at: usize) -> Found {
        let last = before(self.text, at).filter(|_| at > self.base);
        let found = match last {
            Some(']') if self.is_closed(at + 1) => self.note(at),
            Some(last) if is_word(last) => self.reference(at),
            _ => None,
        };
        match found {
            Some(found) => Found::Markup(found),
            None if self.begins(at, "_`") => self.start(Kind::Target, at, 2),
            None => Found::Nothing,
        }
    }

    /// `name_` or `name__`, its first underscore at `at`.
    fn reference(&self, at: usize) -> Option<Markup> {
        let anonymous = self.begins(at, "__") && self.is_closed(at + 2);
        if !anonymous && !self.is_closed(at + 1) {
            return None;
        }
        let start = reference_start(self.text, self.base, at)?;
        let end = at + 1 + usize::from(anonymous);
        Some(Markup { start, end, construct: Construct::Reference { name: start..at, anonymous } })
    }

    /// `[label]_`, its underscore at `at`.
    fn note(&self, at: usize) -> Option<Markup> {
        let label = label_start(self.text, self.base, at - 1)?;
        let construct = match after(self.text, label) {
            Some('#' | '*') => Construct::AutoNote,
            _ => Construct::Note(label..at - 1),
        };
        Some(Markup { start: label - 1, end: at + 1, construct })
    }

    fn backquote(&mut self, at: usize) -> Found {
        if self.begins(at, "``") {
            return self.start(Kind::Literal, at, 2);
        }
        if after(self.text, at + 1).is_some_and(is_space) {
            return Found::Nothing;
        }
        let colon = at.checked_sub(1).filter(|&colon| colon >= self.base && after(self.text, colon) == Some(':'));
        match colon.and_then(|colon| Some(role_start(self.text, self.base, colon)?..colon)) {
            Some(role) => self.interpreted(role.start - 1, at, Some(role)),
            None if !may_start(self.text, self.base, at) => Found::Nothing,
            None if self.is_quoted(at, at + 1) => Found::Quoted { end: at + 1 },
            None => self.interpreted(at, at, None),
        }
    }

    /// Interpreted text or a phrase reference with its backquote at `at`, its role, if any, at `start`.
    fn interpreted(&mut self, start: usize, at: usize, role: Option<Range<usize>>) -> Found {
        let Some(end) = self.ends.find(Kind::Interpreted, self.text, at + 1) else {
            return markup(at, at + 1, Construct::Problem);
        };
        let text = at + 1..end.start;
        let construct = match (role, end) {
            (Some(_), End { role: Some(_), .. }) => Construct::Problem,
            (None, End { role: None, underscores: 1.., .. }) => {
                Construct::Phrase { text, anonymous: end.underscores == 2 }
            }
            (_, End { underscores: 1.., .. }) => Construct::Problem,
            (role, _) => Construct::Interpreted { text, role: role.or(end.role.map(|(from, to)| from..to)) },
        };
        markup(start, end.end, construct)
    }

    /// Markup of a kind that ends with an end-string.
    fn start(&mut self, kind: Kind, at: usize, length: usize) -> Found {
        let from = at + length;
        if !may_start(self.text, self.base, at) || after(self.text, from).is_some_and(is_space) {
            return Found::Nothing;
        }
        if self.is_quoted(at, from) {
            return Found::Quoted { end: from };
        }
        let Some(end) = self.ends.find(kind, self.text, from) else {
            return markup(at, from, Construct::Problem);
        };
        let content = from..end.start;
        let construct = match kind {
            Kind::Emphasis => Construct::Emphasis(content),
            Kind::Strong => Construct::Strong(content),
            Kind::Literal => Construct::Literal(content),
            Kind::Target => Construct::Target(content),
            Kind::Interpreted => Construct::Interpreted { text: content, role: None },
            Kind::Substitution => Construct::Substitution { name: content, anonymous: end.underscores == 2 },
        };
        markup(at, end.end, construct)
    }

    /// A start-string between quotes or brackets, or at the end of the text, is text.
    fn is_quoted(&self, at: usize, end: usize) -> bool {
        let Some(left) = before(self.text, at).filter(|_| at > self.base) else { return false };
        after(self.text, end).is_none_or(|right| is_quoted_by(left, right))
    }

    fn begins(&self, at: usize, mark: &str) -> bool {
        self.text.get(at..).is_some_and(|rest| rest.starts_with(mark))
    }

    fn is_closed(&self, end: usize) -> bool {
        after(self.text, end).is_none_or(may_follow_end)
    }
}

fn markup(start: usize, end: usize, construct: Construct) -> Found {
    Found::Markup(Markup { start, end, construct })
}

impl Markup {
    /// Whether a substitution definition may hold it.
    pub(super) fn is_definable(&self, text: &str) -> bool {
        match &self.construct {
            Construct::Problem | Construct::Target(_) | Construct::Note(_) | Construct::AutoNote => false,
            Construct::Substitution { anonymous, .. } | Construct::Reference { anonymous, .. } => !anonymous,
            // A phrase that is not anonymous names the target it brings along.
            Construct::Phrase { text: range, anonymous } => {
                *anonymous == text.get(range.clone()).is_some_and(phrase::has_target)
            }
            _ => true,
        }
    }

    /// What it shows.
    pub(super) fn piece<'t>(&self, text: &'t str, roles: &impl Roles) -> Piece<'t> {
        let content = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
        match &self.construct {
            Construct::Problem => Piece::problem(content(&(self.start..self.end))),
            Construct::Emphasis(range) => Piece::Emphasis(escape::resolve(content(range))),
            Construct::Strong(range) => Piece::Strong(escape::resolve(content(range))),
            Construct::Literal(range) => Piece::Literal(escape::restore(content(range))),
            Construct::Target(range) => Piece::Text(escape::resolve(content(range))),
            Construct::Substitution { name, .. } => Piece::Substitution(escape::resolve(content(name))),
            Construct::Interpreted { text: range, role } => {
                let role = role.as_ref().map_or_else(|| roles.default_role(), |role| roles.named(content(role)));
                role.show(content(range), content(&(self.start..self.end)))
            }
            Construct::Phrase { text: range, anonymous } => phrase::piece(content(range), *anonymous),
            Construct::Reference { name, anonymous } => phrase::reference(content(name), *anonymous),
            Construct::Note(label) => Piece::Text(content(label).into()),
            Construct::AutoNote => Piece::Text("".into()),
        }
    }
}
