//! Start-strings and whole constructs: what begins at a character that may be markup.

use std::ops::Range;

use super::chars::{is_quoted_by, is_word, may_follow_end};
use super::ends::{End, Ends, Kind};
use super::markup::Markup;
use super::names::{after, before, label_start, may_start, reference_start, role_start};
use crate::white_space::is_space;

/// Finds the next of the characters without which there is no markup.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    known: [Option<usize>; 4],
}

impl Anchors {
    /// The first anchor from byte `from` on. Each character is searched for on its own, by the standard library's
    /// fast search, and each search reads the text only once.
    pub(super) fn next(&mut self, text: &str, from: usize) -> Option<usize> {
        let mut first = usize::MAX;
        for (known, mark) in self.known.iter_mut().zip(['*', '`', '_', '|']) {
            let anchor = match *known {
                Some(anchor) if anchor >= from => anchor,
                _ => text.get(from..)?.find(mark).map_or(usize::MAX, |offset| from + offset),
            };
            *known = Some(anchor);
            first = first.min(anchor);
        }
        (first < text.len()).then_some(first)
    }
}

/// What an anchor belongs to.
#[derive(Debug)]
pub(super) enum Construct {
    Text,
    /// A start-string that is text, since it is quoted. It ends here, and docutils reads on as if the text began anew.
    Quoted {
        end: usize,
    },
    /// Markup, and the bytes it takes.
    Markup(Range<usize>, Markup),
}

/// Reads marked text, one construct after the other.
pub(super) struct Reader<'t> {
    text: &'t str,
    /// Where docutils sees the text begin: after the last markup, or after a start-string that is text.
    pub(super) base: usize,
    ends: Ends,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, base: 0, ends: Ends::default() }
    }

    /// What the anchor belongs to.
    pub(super) fn construct(&mut self, anchor: usize) -> Construct {
        match after(self.text, anchor) {
            Some('*') => self.star(anchor),
            Some('`') => self.backquote(anchor),
            Some('_') => self.underscore(anchor),
            _ => self.bar(anchor),
        }
    }

    fn star(&mut self, star: usize) -> Construct {
        if self.begins(star, "*]_") && self.is_closed(star + 3) {
            // `[*]_` begins before its star, so it wins.
            if let Some(label) = label_start(self.text, self.base, star + 1) {
                return Construct::Markup(label - 1..star + 3, Markup::AutoNote);
            }
        }
        if self.begins(star, "**") { self.start(Kind::Strong, star, 2) } else { self.start(Kind::Emphasis, star, 1) }
    }

    fn bar(&mut self, bar: usize) -> Construct {
        if self.begins(bar, "||") { Construct::Text } else { self.start(Kind::Substitution, bar, 1) }
    }

    fn underscore(&mut self, underscore: usize) -> Construct {
        let last = before(self.text, underscore).filter(|_| underscore > self.base);
        let found = match last {
            Some(']') if self.is_closed(underscore + 1) => self.note(underscore),
            Some(last) if is_word(last) => self.reference(underscore),
            _ => None,
        };
        match found {
            Some((range, markup)) => Construct::Markup(range, markup),
            None if self.begins(underscore, "_`") => self.start(Kind::Target, underscore, 2),
            None => Construct::Text,
        }
    }

    /// `name_` or `name__`, by its first underscore.
    fn reference(&self, underscore: usize) -> Option<(Range<usize>, Markup)> {
        let anonymous = self.begins(underscore, "__") && self.is_closed(underscore + 2);
        if !anonymous && !self.is_closed(underscore + 1) {
            return None;
        }
        let start = reference_start(self.text, self.base, underscore)?;
        let end = underscore + 1 + usize::from(anonymous);
        Some((start..end, Markup::Reference { name: start..underscore, anonymous }))
    }

    /// `[label]_`, by its underscore.
    fn note(&self, underscore: usize) -> Option<(Range<usize>, Markup)> {
        let label = label_start(self.text, self.base, underscore - 1)?;
        let markup = match after(self.text, label) {
            Some('#' | '*') => Markup::AutoNote,
            _ => Markup::Note(label..underscore - 1),
        };
        Some((label - 1..underscore + 1, markup))
    }

    fn backquote(&mut self, quote: usize) -> Construct {
        if self.begins(quote, "``") {
            return self.start(Kind::Literal, quote, 2);
        }
        if after(self.text, quote + 1).is_some_and(is_space) {
            return Construct::Text;
        }
        let colon = quote.checked_sub(1).filter(|&colon| colon >= self.base && after(self.text, colon) == Some(':'));
        match colon.and_then(|colon| Some(role_start(self.text, self.base, colon)?..colon)) {
            Some(role) => self.interpreted(role.start - 1, quote, Some(role)),
            None if !may_start(self.text, self.base, quote) => Construct::Text,
            None if self.is_quoted(quote, quote + 1) => Construct::Quoted { end: quote + 1 },
            None => self.interpreted(quote, quote, None),
        }
    }

    /// Interpreted text or a phrase reference by its first backquote, with the role before it, if any. All of it
    /// begins at `start`.
    fn interpreted(&mut self, start: usize, quote: usize, role: Option<Range<usize>>) -> Construct {
        let Some(end) = self.ends.find(Kind::Interpreted, self.text, quote + 1) else {
            return Construct::Markup(quote..quote + 1, Markup::Problem);
        };
        let text = quote + 1..end.start;
        let markup = match (role, end) {
            (Some(_), End { role: Some(_), .. }) => Markup::Problem,
            (None, End { role: None, underscores: 1.., .. }) => {
                Markup::Phrase { text, anonymous: end.underscores == 2 }
            }
            (_, End { underscores: 1.., .. }) => Markup::Problem,
            (role, _) => Markup::Interpreted { text, role: role.or(end.role.map(|(from, to)| from..to)) },
        };
        Construct::Markup(start..end.end, markup)
    }

    /// Markup that has an end-string, by its start-string of `length` bytes.
    fn start(&mut self, kind: Kind, start: usize, length: usize) -> Construct {
        let from = start + length;
        if !may_start(self.text, self.base, start) || after(self.text, from).is_some_and(is_space) {
            return Construct::Text;
        }
        if self.is_quoted(start, from) {
            return Construct::Quoted { end: from };
        }
        let Some(end) = self.ends.find(kind, self.text, from) else {
            return Construct::Markup(start..from, Markup::Problem);
        };
        let content = from..end.start;
        let markup = match kind {
            Kind::Emphasis => Markup::Emphasis(content),
            Kind::Strong => Markup::Strong(content),
            Kind::Literal => Markup::Literal(content),
            Kind::Target => Markup::Target(content),
            Kind::Interpreted => Markup::Interpreted { text: content, role: None },
            Kind::Substitution => Markup::Substitution { name: content, anonymous: end.underscores == 2 },
        };
        Construct::Markup(start..end.end, markup)
    }

    /// Whether the start-string is text: it is between quotes or brackets, or at the end of the text.
    fn is_quoted(&self, start: usize, end: usize) -> bool {
        let Some(left) = before(self.text, start).filter(|_| start > self.base) else { return false };
        after(self.text, end).is_none_or(|right| is_quoted_by(left, right))
    }

    fn begins(&self, index: usize, mark: &str) -> bool {
        self.text.get(index..).is_some_and(|rest| rest.starts_with(mark))
    }

    fn is_closed(&self, end: usize) -> bool {
        after(self.text, end).is_none_or(may_follow_end)
    }
}
