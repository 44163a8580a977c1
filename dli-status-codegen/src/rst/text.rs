//! Lines of text: paragraphs, definition list items, literal blocks and section titles.

use std::borrow::Cow;

use super::block::{Block, Step};
use super::lines::is_space;
use super::list::{List, Style};
use super::parser::{Close, Frame, Kid, Parser};
use super::region::{Indent, Region};
use super::standin::{is_combining, is_wide};
use super::starts::is_line;

impl<'p> Parser<'p> {
    /// A line that is nothing but text: what follows it says what it is.
    pub(crate) fn text(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        let next = frame.at + 1;
        if frame.region.is_blank(next) {
            self.paragraph(frame, next);
            return None;
        }
        if frame.region.is_indented(next) {
            return self.definition(frame);
        }
        if is_line(frame.region.text(next)) && self.underline(frame) {
            return None;
        }
        let end = (next..frame.region.end())
            .find(|&at| frame.region.is_blank(at) || frame.region.is_indented(at))
            .unwrap_or(frame.region.end());
        self.paragraph(frame, end);
        None
    }

    /// The lines up to `end` are a paragraph, and if it ends in `::`, a literal block follows.
    fn paragraph(&mut self, frame: &mut Frame<'p>, end: usize) {
        let from = frame.at;
        frame.at = end;
        let (keep, literal) = literal_mark(frame.region.text(end - 1), end == from + 1);
        if let Some(cut) = keep {
            self.leaf(Block::Paragraph, || Step::Inline(shortened(frame.region.joined(from, end), cut)));
            self.kid(frame, Kid::Paragraph);
        }
        let unexpected = end < frame.region.end() && !frame.region.is_blank(end);
        self.message_unless(frame, !unexpected);
        if literal {
            self.literal(frame);
        }
    }

    fn literal(&mut self, frame: &mut Frame<'p>) {
        let reach = frame.region.reach(frame.at, Indent::Unknown, false);
        let inner = frame.region.inner(frame.at, reach, None);
        if inner.is_empty() {
            self.quoted_literal(frame);
            return;
        }
        frame.at = reach.end;
        let last = last_text(&inner);
        self.leaf(Block::Literal, || Step::Verbatim(inner.joined(inner.first(), last + 1)));
        self.kid(frame, Kid::Other);
        self.message_unless(frame, reach.blank_finish);
    }

    /// A literal block whose lines all begin with the same punctuation character instead of an indent.
    fn quoted_literal(&mut self, frame: &mut Frame<'p>) {
        let region = &frame.region;
        let from = region.next_text(frame.at);
        let quote = region.text(from).chars().next().filter(char::is_ascii_punctuation);
        let Some(quote) = quote else {
            frame.at = from;
            self.message(frame);
            return;
        };
        let to = (from..region.end()).find(|&at| !region.text(at).starts_with(quote)).unwrap_or(region.end());
        let blank = region.is_blank(to);
        self.leaf(Block::Literal, || Step::Verbatim(region.joined(from, to)));
        self.kid(frame, Kid::Other);
        frame.at = to;
        self.message_unless(frame, blank);
    }

    /// The text line and the indented lines below it are an item of a definition list.
    fn definition(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        self.kid(frame, Kid::Other);
        self.enter(Block::DefinitionList);
        Some(self.definition_item(frame))
    }

    pub(crate) fn definition_item(&mut self, frame: &mut Frame<'p>) -> Frame<'p> {
        let term = frame.at;
        let reach = frame.region.reach(term + 1, Indent::Unknown, false);
        let inner = frame.region.inner(term + 1, reach, None);
        self.enter(Block::DefinitionItem);
        self.leaf(Block::Term, || Step::Inline(frame.region.piece(term, 0)));
        self.enter(Block::Definition);
        frame.at = reach.end;
        frame.list = Some(List { style: Style::Definition, blank_finish: reach.blank_finish });
        Frame::new(inner, Close::Leave(2))
    }

    /// A line of punctuation below the text. False if it is too short to underline it and so is text itself.
    fn underline(&mut self, frame: &mut Frame<'p>) -> bool {
        let title = frame.region.text(frame.at);
        let underline = frame.region.text(frame.at + 1);
        let short = width(title) > underline.chars().count();
        if short && underline.len() < 4 {
            self.message_unless(frame, !frame.titles);
            return false;
        }
        let style = underline.chars().next().unwrap_or_default();
        frame.at += 2;
        if frame.titles {
            self.section(frame, (style, ' '));
        } else {
            self.message_unless(frame, !short);
            self.message(frame);
        }
        true
    }

    /// A section begins, unless its title's style skips a level.
    fn section(&mut self, frame: &mut Frame<'p>, style: (char, char)) {
        let known = self.title_styles.iter().position(|&known| known == style);
        let level = known.unwrap_or(self.title_styles.len()) + 1;
        if level > self.section_level + 1 {
            self.message(frame);
            return;
        }
        if known.is_none() {
            self.title_styles.push(style);
        }
        self.section_level = level;
        self.kid(frame, Kid::Other);
    }

    /// A line of punctuation where a block begins: overline of a title, transition, or just text.
    pub(crate) fn punctuation_line(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        let line = frame.region.text(frame.at);
        let short = line.chars().count() < 4;
        if !frame.titles {
            if line == "::" {
                return self.text(frame);
            }
            self.message(frame);
            if short {
                return self.text(frame);
            }
            frame.at += 1;
            return None;
        }
        self.overline(frame, short)
    }

    fn overline(&mut self, frame: &mut Frame<'p>, short: bool) -> Option<Frame<'p>> {
        let region = &frame.region;
        let (over, title, under) = (region.text(frame.at), region.text(frame.at + 1), region.text(frame.at + 2));
        if region.is_blank(frame.at + 1) {
            if short {
                return self.text(frame);
            }
            frame.at += 1;
            self.kid(frame, Kid::Other);
            return None;
        }
        let fault = if is_line(title) || frame.at + 2 >= region.end() {
            Some(2)
        } else if !is_line(under) || over != under {
            Some(3)
        } else if width(title) > over.chars().count() && short {
            Some(0)
        } else {
            None
        };
        match fault {
            Some(_) if short => {
                self.message(frame);
                self.text(frame)
            }
            Some(lines) => {
                self.message(frame);
                frame.at += lines;
                None
            }
            None => {
                let style = over.chars().next().unwrap_or_default();
                frame.at += 3;
                self.section(frame, (style, style));
                None
            }
        }
    }
}

/// The last line of a region that has text.
pub(crate) fn last_text(region: &Region<'_>) -> usize {
    let mut last = region.first();
    let mut at = last;
    while at < region.end() {
        last = at;
        at = region.next_text(at + 1);
    }
    last
}

/// How many bytes to take off the end of a paragraph whose last line this is, if anything remains; and whether it
/// announces a literal block.
fn literal_mark(line: &str, only: bool) -> (Option<usize>, bool) {
    let Some(before) = line.strip_suffix("::") else { return (Some(0), false) };
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    if backslashes % 2 == 1 {
        return (Some(0), false);
    }
    if before.is_empty() && only {
        return (None, true);
    }
    let alone = before.is_empty() || before.ends_with(' ');
    (Some(if alone { 3 } else { 1 }), true)
}

fn shortened(mut text: Cow<'_, str>, cut: usize) -> Cow<'_, str> {
    if cut == 0 {
        return text;
    }
    let keep = text.len().saturating_sub(cut);
    match &mut text {
        Cow::Owned(text) => text.truncate(keep),
        Cow::Borrowed(text) => *text = text.get(..keep).unwrap_or_default(),
    }
    if cut == 3 {
        let keep = text.trim_end_matches(is_space).len();
        return match text {
            Cow::Owned(mut text) => {
                text.truncate(keep);
                Cow::Owned(text)
            }
            Cow::Borrowed(text) => Cow::Borrowed(text.get(..keep).unwrap_or_default()),
        };
    }
    text
}

/// The columns that a title takes.
fn width(title: &str) -> usize {
    if title.is_ascii() {
        return title.len();
    }
    title.chars().map(|c| if is_combining(c) { 0 } else { 1 + usize::from(is_wide(c)) }).sum()
}
