//! Explicit markup: what `.. ` and `__ ` begin.

use super::list::{List, Style};
use super::parser::{Frame, Kid, Parser};
use super::region::{Indent, Reach};
use super::starts::Marker;
use super::{directive, target};

impl<'p> Parser<'p> {
    pub(crate) fn explicit(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        self.explicit_item(frame)
    }

    pub(crate) fn anonymous(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        self.anonymous_item(frame)
    }

    /// One construct of explicit markup; the constructs that follow it need no blank line between them.
    pub(crate) fn explicit_item(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        let line = frame.region.text(frame.at);
        let Some(marker) = Marker::behind(line, 2) else { return self.text(frame) };
        let body = line.get(marker.bytes..).unwrap_or_default();
        if marker.bytes > 2 {
            if body.starts_with('_') && !body.starts_with("_ ") && body != "_" {
                self.target(frame, marker.bytes + 1);
                return None;
            }
            if let Some(name) = directive::name(body) {
                let (name, lead) = (name.name.to_owned(), marker.bytes + name.length);
                return self.directive(frame, &name, lead);
            }
        }
        self.comment(frame, marker.bytes, frame.at);
        None
    }

    fn comment(&mut self, frame: &mut Frame<'p>, lead: usize, from: usize) {
        let region = &frame.region;
        if region.is_blank(from + 1) && region.text(frame.at).len() <= lead {
            frame.at += 1;
            self.kid(frame, Kid::EmptyComment);
            frame.list = Some(List { style: Style::Explicit, blank_finish: true });
            return;
        }
        let empty = region.text(from).len() <= lead;
        let reach = region.reach(from, Indent::FirstKnown, false);
        let has_text = !empty || region.next_text(from + 1) < reach.end;
        self.go_on(frame, reach);
        self.kid(frame, if has_text { Kid::Other } else { Kid::EmptyComment });
    }

    /// Goes on behind an explicit construct.
    pub(crate) fn go_on(&self, frame: &mut Frame<'p>, reach: Reach) {
        frame.at = reach.end;
        frame.list = Some(List { style: Style::Explicit, blank_finish: reach.blank_finish });
    }

    /// `.. _name: reference`
    fn target(&mut self, frame: &mut Frame<'p>, lead: usize) {
        let reach = frame.region.reach(frame.at, Indent::FirstKnown, true);
        let lines = (frame.at..reach.end).map(|at| {
            let line = frame.region.text(at);
            if at == frame.at { line.get(lead..).unwrap_or_default() } else { line }
        });
        if let Some(target) = target::parse(lines) {
            self.go_on(frame, reach);
            self.kid(frame, Kid::Target(target.label()));
        } else {
            // docutils reads a comment then, but from the last line of the target on.
            let last = reach.end - 1;
            let reach = frame.region.reach(last, Indent::FirstKnown, false);
            self.go_on(frame, reach);
            self.kid(frame, Kid::Other);
            self.message(frame);
        }
    }

    /// `__ reference`
    pub(crate) fn anonymous_item(&mut self, frame: &mut Frame<'p>) -> Option<Frame<'p>> {
        let reach = frame.region.reach(frame.at, Indent::FirstKnown, true);
        self.go_on(frame, reach);
        self.kid(frame, Kid::Target(None));
        None
    }
}
