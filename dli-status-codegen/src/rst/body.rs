//! What a line begins: the choice between all blocks, in docutils' order, and those without a home of their own.

use super::block::{Block, Step};
use super::parser::{Close, Frame, Kid, Parser};
use super::region::{Indent, Region};
use super::starts;
use super::starts::is_line;
use super::{grid, simple};

impl<'p> Parser<'p> {
    /// Reads the block that begins at the frame's line; gives the region to be read next if the block holds others.
    pub(crate) fn body(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        let at = frame.at;
        if frame.region.is_blank(at) {
            frame.at = frame.region.next_text(at);
            return None;
        }
        let line = frame.region.text(at);
        match line.as_bytes().first().copied().unwrap_or_default() {
            b' ' => self.quote(frame),
            b'-' | b'*' | b'+' | 0xe2 if starts::bullet(line).is_some() => self.bullet(frame),
            b'+' if grid::is_border(line) => {
                self.grid(frame);
                None
            }
            b'=' if simple::is_top(line) => {
                self.simple(frame);
                None
            }
            b'.' if line == ".." || line.starts_with(".. ") => self.explicit(frame),
            b'_' if line == "__" || line.starts_with("__ ") => self.anonymous(frame),
            b'>' if line == ">>>" || line.starts_with(">>> ") => self.doctest(frame),
            b'|' if line == "|" || line.starts_with("| ") => self.line_block(frame),
            first if first.is_ascii_punctuation() && is_line(line) => self.punctuation_line(frame),
            _ => self.text(frame),
        }
    }

    fn doctest(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        let from = frame.at;
        let to = (from..frame.region.end()).find(|&at| frame.region.is_blank(at)).unwrap_or(frame.region.end());
        self.leaf(Block::Literal, || Step::Verbatim(frame.region.joined(from, to)));
        self.kid(frame, Kid::Other);
        frame.at = to;
        None
    }

    /// A block quote: indented lines that continue nothing.
    pub(crate) fn quote(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        let reach = frame.region.reach(frame.at, Indent::Unknown, false);
        let inner = frame.region.inner(frame.at, reach, None);
        frame.at = reach.end;
        let quote = self.begin_quote(frame, inner);
        self.message_unless(frame, reach.blank_finish);
        Some(quote)
    }

    fn begin_quote(&mut self, frame: &mut Frame<'p>, region: Region<'p>) -> Frame<'p> {
        self.kid(frame, Kid::Other);
        self.enter(Block::BlockQuote);
        Frame::new(region, Close::Quote { attribution: None, rest: None })
    }

    pub(crate) fn end_quote(&mut self, _attribution: Option<Region<'p>>, _rest: Option<Region<'p>>) {
        self.leave();
    }
}
