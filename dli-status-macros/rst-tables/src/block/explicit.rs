//! Explicit markup: what `.. ` and `__ ` begin.

use std::borrow::Cow;

use crate::block::frame::{Frame, Kid};
use crate::block::list::{List, Style};
use crate::block::parser::Parser;
use crate::block::target;
use crate::block::tree::Block;
use crate::directive;
use crate::inline::name_end;
use crate::pattern::marker::Marker;
use crate::source::region::{Indent, Reach};

impl<'p> Parser<'p> {
    /// One construct of explicit markup; the constructs that follow it need no blank line between them.
    pub(crate) fn explicit_item(&mut self, frame: &mut Frame<'p>, marker: Marker) {
        let line = frame.region.text(frame.at);
        let body = line.get(marker.bytes..).unwrap_or_default();
        let begins =
            |mark: char| body.strip_prefix(mark).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(' '));
        if let Some(label) = label(body) {
            self.footnote(frame, marker.bytes, label);
        } else if begins('_') {
            self.target(frame, marker.bytes + 1);
        } else if begins('|') {
            self.substitution(frame, marker.bytes + 1);
        } else if let Some(name) = directive::name(body) {
            let (lead, name) = (marker.bytes + name.length, name.name.to_owned());
            self.directive(frame, &name, lead);
        } else {
            self.comment(frame, marker.bytes);
        }
    }

    fn comment(&mut self, frame: &mut Frame<'p>, lead: usize) {
        let (at, region) = (frame.at, &frame.region);
        let empty = region.text(at).len() <= lead;
        if empty && region.is_blank(at + 1) {
            self.kid(frame, Kid::EmptyComment);
            frame.at += 1;
            frame.list = Some(List { style: Style::Explicit, blank_finish: true });
            return;
        }
        let reach = region.reach(at, Indent::FirstKnown, false);
        let has_text = !empty || region.next_text(at + 1) < reach.end;
        self.kid(frame, if has_text { Kid::Other } else { Kid::EmptyComment });
        self.go_on(frame, reach);
    }

    /// What begins as a target or a substitution and is none is a comment to docutils, from its last line on.
    pub(crate) fn broken(&mut self, frame: &mut Frame<'p>, reach: Reach) {
        let last = reach.end.saturating_sub(1).max(frame.at);
        let reach = frame.region.reach(last, Indent::FirstKnown, false);
        self.kid(frame, Kid::Other);
        self.message(frame);
        self.go_on(frame, reach);
    }

    /// Goes on behind an explicit construct.
    pub(crate) fn go_on(&mut self, frame: &mut Frame<'p>, reach: Reach) {
        frame.at = reach.end;
        frame.list = Some(List { style: Style::Explicit, blank_finish: reach.blank_finish });
    }

    /// `.. [1] footnote` or `.. [label] citation`
    fn footnote(&mut self, frame: &mut Frame<'p>, lead: usize, label: Label) {
        let at = frame.at;
        let reach = frame.region.reach(at, Indent::FirstKnown, false);
        let inner = frame.region.inner(at, reach, Some(lead + label.marker));
        self.kid(frame, Kid::Other);
        let text = frame.region.piece_within(at, lead + 1..lead + label.end);
        if let Some(context) = self.page_context() {
            context.define_note(&text);
        }
        if self.wants_steps() {
            let label = if text.starts_with(['#', '*']) { Cow::Borrowed("") } else { text };
            self.enter(Block::Footnote { label });
        }
        self.nest(Frame::inside(inner, 1));
        self.go_on(frame, reach);
    }

    /// `.. _name: reference`
    fn target(&mut self, frame: &mut Frame<'p>, lead: usize) {
        let reach = frame.region.reach(frame.at, Indent::FirstKnown, true);
        let lines = (frame.at..reach.end).map(|at| {
            let line = frame.region.text(at);
            if at == frame.at { line.get(lead..).unwrap_or_default() } else { line }
        });
        let Some(target) = target::parse(lines) else { return self.broken(frame, reach) };
        if let Some(context) = self.page_context() {
            match target.name() {
                Some(name) => context.define_target(&name, target.address().map(Cow::Owned)),
                None => context.define_anonymous_target(),
            }
        }
        self.kid(frame, Kid::Target(target.label().map(Into::into)));
        self.go_on(frame, reach);
    }

    /// `__ reference`
    pub(crate) fn anonymous_item(&mut self, frame: &mut Frame<'p>, _marker: Marker) {
        let reach = frame.region.reach(frame.at, Indent::FirstKnown, true);
        if let Some(context) = self.page_context() {
            context.define_anonymous_target();
        }
        self.kid(frame, Kid::Target(None));
        self.go_on(frame, reach);
    }
}

/// Where the label of a footnote ends, and the mark that it stands in with the blanks behind it.
struct Label {
    end: usize,
    marker: usize,
}

/// `[1]`, `[#]`, `[#name]`, `[*]` or `[name]`
fn label(body: &str) -> Option<Label> {
    let rest = body.strip_prefix('[')?;
    let end = match rest.strip_prefix('#') {
        Some(rest) => 2 + name_end(rest, 0).unwrap_or(0),
        None if rest.starts_with('*') => 2,
        None => 1 + name_end(rest, 0)?,
    };
    body.get(end..)?.strip_prefix(']')?;
    Some(Label { end, marker: Marker::behind(body, end + 1)?.bytes })
}
