//! Explicit markup: what `.. ` and `__ ` begin.

use std::borrow::Cow;

use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::target;
use crate::block::tree::Block;
use crate::directive::parts;
use crate::inline::name_end;
use crate::pattern::Start;
use crate::pattern::marker::Marker;
use crate::source::region::{Indent, Reach};

impl<'p> Parser<'p> {
    /// Constructs of explicit markup, which need no blank line between them.
    pub(super) fn explicit_markup(&mut self, scope: &mut Scope<'p>) {
        let mut blank_finish = true;
        loop {
            blank_finish = match scope.start() {
                Some(Start::Explicit(marker)) => self.explicit_item(scope, marker),
                Some(Start::Anonymous(_)) => self.anonymous_target(scope),
                _ => return scope.warn_unless(blank_finish),
            };
        }
    }

    /// Reads one construct. Returns whether it ends with a blank line.
    fn explicit_item(&mut self, scope: &mut Scope<'p>, marker: Marker) -> bool {
        let line = scope.region.text(scope.line);
        let body = line.get(marker.bytes..).expect("a marker is within its line");
        let begins =
            |mark: char| body.strip_prefix(mark).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(' '));
        if let Some(label) = label(body) {
            self.footnote(scope, marker.bytes, label)
        } else if begins('_') {
            self.target(scope, marker.bytes + 1)
        } else if begins('|') {
            self.substitution(scope, marker.bytes + 1)
        } else if let Some(name) = parts::name(body) {
            let (lead, name) = (marker.bytes + name.length, name.name.to_owned());
            self.directive(scope, &name, lead)
        } else {
            comment(scope, marker.bytes)
        }
    }

    /// `.. [1] footnote` or `.. [label] citation`
    fn footnote(&mut self, scope: &mut Scope<'p>, lead: usize, label: Label) -> bool {
        let reach = scope.region.reach(scope.line, Indent::FirstKnown, false);
        let inner = scope.region.indented_text(scope.line, reach, Some(lead + label.marker));
        let text = scope.region.piece(scope.line, lead + 1..lead + label.end);
        if let Some(context) = self.page_context() {
            context.define_note(&text);
        }
        let label = if text.starts_with(['#', '*']) { Cow::Borrowed("") } else { text };
        scope.line = reach.end;
        let blocks = self.blocks(inner, Parent::Body);
        scope.push(Block::Footnote { label, blocks });
        reach.blank_finish
    }

    /// `.. _name: reference`
    fn target(&mut self, scope: &mut Scope<'p>, lead: usize) -> bool {
        let reach = scope.region.reach(scope.line, Indent::FirstKnown, true);
        let lines = (scope.line..reach.end).map(|line| {
            let text = scope.region.text(line);
            if line == scope.line { text.get(lead..).expect("a marker is within its line") } else { text }
        });
        let Some(target) = target::parse(lines) else { return broken(scope, reach) };
        if let Some(context) = self.page_context() {
            match target.name() {
                Some(name) => context.define_target(&name, target.address().map(Cow::Owned)),
                None => context.define_anonymous_target(),
            }
        }
        scope.push(Block::Target(target.label()));
        scope.line = reach.end;
        reach.blank_finish
    }

    /// `__ reference`
    fn anonymous_target(&mut self, scope: &mut Scope<'p>) -> bool {
        let reach = scope.region.reach(scope.line, Indent::FirstKnown, true);
        if let Some(context) = self.page_context() {
            context.define_anonymous_target();
        }
        scope.push(Block::Target(None));
        scope.line = reach.end;
        reach.blank_finish
    }
}

fn comment(scope: &mut Scope<'_>, lead: usize) -> bool {
    let region = &scope.region;
    let bare = region.text(scope.line).len() <= lead;
    if bare && region.is_blank(scope.line + 1) {
        scope.push(Block::Comment { is_empty: true });
        scope.line += 1;
        return true;
    }
    let reach = region.reach(scope.line, Indent::FirstKnown, false);
    let has_text = !bare || region.next_text(scope.line + 1) < reach.end;
    scope.push(Block::Comment { is_empty: !has_text });
    scope.line = reach.end;
    reach.blank_finish
}

/// What begins as a target or a substitution and is not one is a comment to docutils, from its last line on.
pub(super) fn broken(scope: &mut Scope<'_>, reach: Reach) -> bool {
    let last = reach.end.saturating_sub(1).max(scope.line);
    let reach = scope.region.reach(last, Indent::FirstKnown, false);
    scope.push(Block::Comment { is_empty: false });
    scope.warn();
    scope.line = reach.end;
    reach.blank_finish
}

/// The end of a footnote's label, and of the brackets around it with the blanks after them.
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
    Some(Label { end, marker: Marker::after(body, end + 1)?.bytes })
}
