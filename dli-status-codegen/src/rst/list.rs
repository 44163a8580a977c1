//! Lists: what makes a line the next item of the list that is open.

use super::block::{Block, Step};
use super::parser::{Close, Frame, Kid, Parser};
use super::region::Indent;
use super::starts::{self, Marker};

/// A list whose last item has just been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct List {
    pub(crate) style: Style,
    /// Whether the last item ended with a blank line.
    pub(crate) blank_finish: bool,
}

/// What the items of a list have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Bullet(char),
    Definition,
    Line,
    /// Explicit markup: no list, but read as one.
    Explicit,
}

impl<'p> Parser<'p> {
    /// The next item of the open list, if the frame's line begins one; else the list ends.
    pub(crate) fn next_item(&mut self, frame: &mut Frame<'p>, list: List) -> Option<Frame<'p>> {
        let at = frame.at;
        if frame.region.is_blank(at) && !matches!(list.style, Style::Explicit | Style::Line) {
            frame.at = frame.region.next_text(at);
            frame.list = Some(list);
            return None;
        }
        let line = frame.region.text(at);
        match list.style {
            Style::Bullet(bullet) => {
                if let Some((_, marker)) = starts::bullet(line).filter(|&(found, _)| found == bullet) {
                    return Some(self.bullet_item(frame, bullet, marker));
                }
            }
            Style::Definition => {
                let next = at + 1;
                if self.is_text(line) && !frame.region.is_blank(next) && frame.region.is_indented(next) {
                    return Some(self.definition_item(frame));
                }
            }
            Style::Line => {
                if line == "|" || line.starts_with("| ") {
                    self.line(frame);
                    return None;
                }
            }
            Style::Explicit => {
                if line == ".." || line.starts_with(".. ") {
                    return self.explicit_item(frame);
                }
                if line == "__" || line.starts_with("__ ") {
                    return self.anonymous_item(frame);
                }
            }
        }
        self.end_list(frame, &list);
        None
    }

    fn is_text(&self, line: &str) -> bool {
        !line.starts_with(' ') && starts::bullet(line).is_none() && !starts::is_line(line)
    }

    pub(crate) fn end_list(&mut self, frame: &mut Frame<'p>, list: &List) {
        if list.style != Style::Explicit {
            self.leave();
        }
        self.message_unless(frame, list.blank_finish);
    }

    pub(crate) fn bullet(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        let (bullet, marker) = starts::bullet(frame.region.text(frame.at))?;
        self.kid(frame, Kid::BulletList);
        self.enter(Block::BulletList);
        Some(self.bullet_item(frame, bullet, marker))
    }

    pub(crate) fn line_block(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        self.kid(frame, Kid::Other);
        self.enter(Block::LineBlock);
        self.line(frame);
        None
    }

    /// One line of a line block with the indented lines that continue it.
    fn line(&mut self, frame: &mut Frame<'p>) {
        let at = frame.at;
        let reach = frame.region.reach(at, Indent::FirstKnown, true);
        let lead = Marker::behind(frame.region.text(at), 1).map(|marker| marker.bytes);
        let inner = frame.region.inner(at, reach, lead);
        self.leaf(Block::Line, || Step::Inline(inner.joined(inner.first(), inner.end())));
        frame.at = reach.end;
        frame.list = Some(List { style: Style::Line, blank_finish: reach.blank_finish });
    }

    fn bullet_item(&mut self, frame: &mut Frame<'p>, bullet: char, marker: Marker) -> Frame<'p> {
        self.list_item(frame, Style::Bullet(bullet), marker)
    }

    /// An item whose content begins behind a marker; if there is none on its line, the lines below say how far it is
    /// indented.
    fn list_item(&mut self, frame: &mut Frame<'p>, style: Style, marker: Marker) -> Frame<'p> {
        let at = frame.at;
        let known = if marker.bytes < frame.region.text(at).len() { Indent::Known(marker.chars) } else { Indent::FirstKnown };
        let reach = frame.region.reach(at, known, false);
        let inner = frame.region.inner(at, reach, Some(marker.bytes));
        frame.at = reach.end;
        frame.list = Some(List { style, blank_finish: reach.blank_finish });
        self.enter(Block::ListItem);
        Frame::new(inner, Close::Leave(1))
    }
}
