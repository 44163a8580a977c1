//! The choice between all blocks where one can begin.

use crate::block::frame::{Frame, Kid};
use crate::block::parser::Parser;
use crate::block::tree::Block;
use crate::pattern::{Start, classify};

impl<'p> Parser<'p> {
    /// Reads the block that begins at the frame's line.
    pub(crate) fn body(&mut self, frame: &mut Frame<'p>) {
        let at = frame.at;
        if frame.region.is_blank(at) {
            frame.at = frame.region.next_text(at);
            return;
        }
        let line = frame.region.text(at);
        if line.starts_with(' ') {
            return self.block_quote(frame);
        }
        match classify(line) {
            Start::Bullet(bullet, marker) => self.bullet_list(frame, bullet, marker),
            Start::Enumerator(enumerator, marker) => self.enumerated_list(frame, enumerator, marker),
            Start::Field(marker) => self.field_list(frame, marker),
            Start::Option(marker) => self.option_list(frame, marker),
            Start::Doctest => self.doctest(frame),
            Start::Line(marker) => self.line_block(frame, marker),
            Start::Grid => self.grid(frame),
            Start::Simple => self.simple(frame),
            Start::Explicit(marker) => self.explicit_item(frame, marker),
            Start::Anonymous(marker) => self.anonymous_item(frame, marker),
            Start::Rule => self.rule(frame),
            Start::Text => self.text(frame),
        }
    }

    fn doctest(&mut self, frame: &mut Frame<'p>) {
        let from = frame.at;
        let to = (from..frame.region.end()).find(|&at| frame.region.is_blank(at)).unwrap_or(frame.region.end());
        self.verbatim(Block::Literal, || frame.region.joined(from, to));
        self.kid(frame, Kid::Other);
        frame.at = to;
    }
}
