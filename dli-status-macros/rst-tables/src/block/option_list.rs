//! Option lists: `-o FILE, --output=FILE  description`.

use std::borrow::Cow;

use crate::block::frame::{Frame, Kid};
use crate::block::list::{List, Style};
use crate::block::parser::Parser;
use crate::block::tree::Block;
use crate::pattern::marker::Marker;
use crate::pattern::option::options;
use crate::source::region::Indent;

impl<'p> Parser<'p> {
    pub(crate) fn option_list(&mut self, frame: &mut Frame<'p>, marker: Marker) {
        let mark = self.mark();
        self.enter(Block::OptionList);
        if self.option_item(frame, marker) {
            self.kid(frame, Kid::Other);
        } else {
            self.rewind(mark);
            self.text(frame);
        }
    }

    /// An item of an option list; without a description it is none.
    pub(crate) fn option_item(&mut self, frame: &mut Frame<'p>, marker: Marker) -> bool {
        let at = frame.at;
        let reach = frame.region.reach(at, Indent::FirstKnown, false);
        let inner = frame.region.inner(at, reach, Some(marker.bytes));
        if inner.is_empty() {
            return false;
        }
        self.enter(Block::OptionItem);
        if self.wants_steps() {
            for option in options(frame.region.text(at).get(..marker.bytes).unwrap_or_default()) {
                self.verbatim(Block::OptionString, || Cow::Owned(option));
            }
        }
        self.enter(Block::Description);
        frame.at = reach.end;
        frame.list = Some(List { style: Style::Option, blank_finish: reach.blank_finish });
        self.nest(Frame::inside(inner, 2));
        true
    }
}
