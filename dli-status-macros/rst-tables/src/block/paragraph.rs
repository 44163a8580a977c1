//! Lines of text: paragraphs, definition list items, literal blocks and section titles.

use std::borrow::Cow;

use crate::block::classifier;
use crate::block::frame::{Frame, Kid};
use crate::block::list::{List, Style};
use crate::block::parser::Parser;
use crate::block::tree::Block;
use crate::pattern::is_rule;
use crate::source::region::Indent;
use crate::white_space::is_space;
use crate::width::{is_combining, is_wide};

impl<'p> Parser<'p> {
    /// A line that is nothing but text: what follows it says what it is.
    pub(crate) fn text(&mut self, frame: &mut Frame<'p>) {
        let next = frame.at + 1;
        if frame.region.is_blank(next) {
            return self.paragraph(frame, next);
        }
        if frame.region.is_indented(next) {
            return self.definition(frame);
        }
        if is_rule(frame.region.text(next)) && self.underline(frame) {
            return;
        }
        let end = (next..frame.region.end())
            .find(|&at| frame.region.is_blank(at) || frame.region.is_indented(at))
            .unwrap_or(frame.region.end());
        self.paragraph(frame, end);
    }

    /// The lines up to `end` are a paragraph, and if it ends in `::`, a literal block follows.
    fn paragraph(&mut self, frame: &mut Frame<'p>, end: usize) {
        let from = frame.at;
        frame.at = end;
        let (keep, literal) = literal_mark(frame.region.text(end - 1).trim_end_matches(is_space), end == from + 1);
        if let Some(cut) = keep {
            self.inline(Block::Paragraph, || shortened(frame.region.joined(from, end), cut));
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
        let inner = frame.region.inner(frame.at, reach, None).until_text();
        if inner.is_empty() {
            return self.quoted_literal(frame);
        }
        frame.at = reach.end;
        self.verbatim(Block::Literal, || inner.joined(inner.first(), inner.end()));
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
        self.verbatim(Block::Literal, || region.joined(from, to));
        self.kid(frame, Kid::Other);
        frame.at = to;
        self.message_unless(frame, blank);
    }

    /// The text line and the indented lines below it are an item of a definition list.
    fn definition(&mut self, frame: &mut Frame<'p>) {
        self.kid(frame, Kid::Other);
        self.enter(Block::DefinitionList);
        self.definition_item(frame);
    }

    pub(crate) fn definition_item(&mut self, frame: &mut Frame<'p>) {
        let term = frame.at;
        let reach = frame.region.reach(term + 1, Indent::Unknown, false);
        let inner = frame.region.inner(term + 1, reach, None);
        self.enter(Block::DefinitionItem);
        if self.wants_steps() {
            for (at, part) in classifier::parts(frame.region.text(term)).into_iter().enumerate() {
                let block = if at == 0 { Block::Term } else { Block::Classifier };
                self.inline(block, || frame.region.piece_within(term, part));
            }
        }
        self.enter(Block::Definition);
        self.nest(Frame::inside(inner, 2));
        frame.at = reach.end;
        frame.list = Some(List { style: Style::Definition, blank_finish: reach.blank_finish });
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
            self.section(frame, (style, ' '), frame.at - 2);
        } else {
            self.message_unless(frame, !short);
            self.message(frame);
        }
        true
    }

    /// A section begins with the title on that line, unless the title's style skips a level.
    fn section(&mut self, frame: &mut Frame<'p>, style: (char, char), title: usize) {
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
        let title = frame.region.text(title).trim_matches(is_space);
        if let Some(context) = self.page_context() {
            context.define_section(title);
        }
        self.kid(frame, Kid::Other);
    }

    /// A line of punctuation where a block begins: overline of a title, transition, or just text.
    pub(crate) fn rule(&mut self, frame: &mut Frame<'p>) {
        let line = frame.region.text(frame.at);
        let short = line.len() < 4;
        if frame.titles {
            return self.overline(frame, short);
        }
        if line == "::" {
            return self.text(frame);
        }
        self.message(frame);
        if short {
            return self.text(frame);
        }
        frame.at += 1;
    }

    fn overline(&mut self, frame: &mut Frame<'p>, short: bool) {
        if frame.region.is_blank(frame.at + 1) {
            if short {
                return self.text(frame);
            }
            self.kid(frame, Kid::Other);
            frame.at += 1;
            return;
        }
        match (faulty_lines(frame, short), short) {
            (Some(_), true) => {
                self.message(frame);
                self.text(frame);
            }
            (Some(lines), false) => {
                self.message(frame);
                frame.at += lines;
            }
            (None, _) => {
                let style = frame.region.text(frame.at).chars().next().unwrap_or_default();
                frame.at += 3;
                self.section(frame, (style, style), frame.at - 2);
            }
        }
    }
}

/// How many lines are lost if overline, title and underline do not go together.
fn faulty_lines(frame: &Frame<'_>, short: bool) -> Option<usize> {
    let (region, at) = (&frame.region, frame.at);
    let (over, title, under) = (region.text(at), region.text(at + 1), region.text(at + 2));
    if is_rule(title) || at + 2 >= region.end() {
        return Some(2);
    }
    if !is_rule(under) || over != under {
        return Some(3);
    }
    (short && width(title) > over.len()).then_some(3)
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

/// Takes white space off the end of a text, then so many bytes, and the white space before these unless it is one.
fn shortened(text: Cow<'_, str>, cut: usize) -> Cow<'_, str> {
    let data = text.trim_end_matches(is_space);
    let kept = data.get(..data.len() - cut).expect("what is cut off are colons and the white space before them");
    let keep = if cut == 1 { kept.len() } else { kept.trim_end_matches(is_space).len() };
    match text {
        Cow::Owned(mut text) => {
            text.truncate(keep);
            Cow::Owned(text)
        }
        Cow::Borrowed(text) => Cow::Borrowed(text.get(..keep).unwrap_or_default()),
    }
}

/// The columns that a title takes.
fn width(title: &str) -> usize {
    if title.is_ascii() {
        return title.len();
    }
    title.chars().map(|c| if is_combining(c) { 0 } else { 1 + usize::from(is_wide(c)) }).sum()
}
