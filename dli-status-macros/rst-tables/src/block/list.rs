//! Lists: what makes a line the next item of the list that is open.

use crate::block::frame::{Close, Frame, Kid};
use crate::block::parser::Parser;
use crate::block::tree::Block;
use crate::directive::list_table::ListRow;
use crate::pattern::enumerator::{Enumeration, Enumerator, Sequence};
use crate::pattern::marker::Marker;
use crate::pattern::{Start, classify};
use crate::source::region::{Indent, Region};

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
    Enumerated(Numbering),
    Definition,
    Field,
    Option,
    Line,
    /// Explicit markup: no list, but read as one.
    Explicit,
}

/// How an enumerated list counts, and how far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numbering {
    /// The form of its first item.
    form: Enumeration,
    /// Whether the last item was `#`: then all that follow must be.
    auto: bool,
    last: u64,
}

impl<'p> Parser<'p> {
    /// The next item of the open list, if the frame's line begins one; else the list ends.
    pub(crate) fn next_item(&mut self, frame: &mut Frame<'p>, list: List) {
        let at = frame.at;
        if frame.region.is_blank(at) {
            if matches!(list.style, Style::Explicit | Style::Line) {
                return self.end_list(frame, &list);
            }
            frame.at = frame.region.next_text(at);
            frame.list = Some(list);
            return;
        }
        let line = frame.region.text(at);
        let start = if line.starts_with(' ') { None } else { Some(classify(line)) };
        let is_item = match (list.style, start) {
            (Style::Bullet(bullet), Some(Start::Bullet(found, marker))) if found == bullet => {
                self.bullet_item(frame, bullet, marker);
                true
            }
            (Style::Enumerated(numbering), Some(Start::Enumerator(enumerator, marker))) => {
                self.next_enumerated_item(frame, numbering, enumerator, marker)
            }
            (Style::Definition, Some(Start::Text)) if frame.region.is_indented(at + 1) => {
                self.definition_item(frame);
                true
            }
            (Style::Field, Some(Start::Field(marker))) => {
                self.field_item(frame, marker);
                true
            }
            (Style::Option, Some(Start::Option(marker))) => self.option_item(frame, marker),
            (Style::Line, Some(Start::Line(marker))) => {
                self.line(frame, marker);
                true
            }
            (Style::Explicit, Some(Start::Explicit(marker))) => {
                self.explicit_item(frame, marker);
                true
            }
            (Style::Explicit, Some(Start::Anonymous(marker))) => {
                self.anonymous_item(frame, marker);
                true
            }
            _ => false,
        };
        if !is_item {
            self.end_list(frame, &list);
        }
    }

    pub(crate) fn end_list(&mut self, frame: &mut Frame<'p>, list: &List) {
        if list.style != Style::Explicit && !is_tabular(frame, list.style) {
            self.leave();
        }
        self.message_unless(frame, list.blank_finish);
    }

    pub(crate) fn bullet_list(&mut self, frame: &mut Frame<'p>, bullet: char, marker: Marker) {
        self.kid(frame, Kid::BulletList);
        if !is_tabular(frame, Style::Bullet(bullet)) {
            self.enter(Block::BulletList { bullet });
        }
        self.bullet_item(frame, bullet, marker);
    }

    fn bullet_item(&mut self, frame: &mut Frame<'p>, bullet: char, marker: Marker) {
        let line = frame.at;
        let inner = self.item_region(frame, Style::Bullet(bullet), marker);
        match &mut frame.close {
            Close::ListTable(_) => {
                self.enter(Block::Row);
                let row = ListRow { span: frame.region.line_span(line), cells: Vec::new(), is_list: false };
                self.nest(Frame { close: Close::ListRow(row), ..Frame::inside(inner, 0) });
            }
            Close::ListRow(row) => {
                row.cells.push((line, inner.clone()));
                self.enter(Block::Entry);
                self.nest(Frame::inside(inner, 1));
            }
            _ => self.list_item(inner),
        }
    }

    fn list_item(&mut self, inner: Region<'p>) {
        self.enter(Block::ListItem);
        self.nest(Frame::inside(inner, 1));
    }

    /// An item's content begins behind its marker; if there is none on that line, the lines below say how far it is
    /// indented.
    fn item_region(&mut self, frame: &mut Frame<'p>, style: Style, marker: Marker) -> Region<'p> {
        let at = frame.at;
        let has_text = marker.bytes < frame.region.text(at).len();
        let known = if has_text { Indent::Known(marker.chars) } else { Indent::FirstKnown };
        let reach = frame.region.reach(at, known, false);
        frame.at = reach.end;
        frame.list = Some(List { style, blank_finish: reach.blank_finish });
        frame.region.inner(at, reach, Some(marker.bytes))
    }

    pub(crate) fn enumerated_list(&mut self, frame: &mut Frame<'p>, enumerator: Enumerator, marker: Marker) {
        let (sequence, ordinal) = enumerator.value(frame.region.text(frame.at), None);
        let Some(ordinal) = ordinal.filter(|&ordinal| is_enumerated(frame, enumerator, sequence, ordinal)) else {
            return self.text(frame);
        };
        self.kid(frame, Kid::Other);
        self.message_unless(frame, ordinal == 1);
        let auto = sequence == Sequence::Auto;
        let sequence = if auto { Sequence::Arabic } else { sequence };
        let form = Enumeration { format: enumerator.format, sequence };
        self.enter(Block::EnumeratedList { form, start: ordinal });
        let numbering = Numbering { form, auto, last: ordinal };
        let inner = self.item_region(frame, Style::Enumerated(numbering), marker);
        self.list_item(inner);
    }

    fn next_enumerated_item(
        &mut self,
        frame: &mut Frame<'p>,
        numbering: Numbering,
        enumerator: Enumerator,
        marker: Marker,
    ) -> bool {
        let (sequence, ordinal) = enumerator.value(frame.region.text(frame.at), Some(numbering.form.sequence));
        let auto = sequence == Sequence::Auto;
        let counts = auto
            || (sequence == numbering.form.sequence && !numbering.auto && ordinal == numbering.last.checked_add(1));
        let Some(last) = ordinal.filter(|_| counts && enumerator.format == numbering.form.format) else { return false };
        if !is_enumerated(frame, enumerator, sequence, last) {
            return false;
        }
        let numbering = Numbering { auto: auto || numbering.auto, last, ..numbering };
        let inner = self.item_region(frame, Style::Enumerated(numbering), marker);
        self.list_item(inner);
        true
    }

    pub(crate) fn field_list(&mut self, frame: &mut Frame<'p>, marker: Marker) {
        self.kid(frame, Kid::Other);
        self.enter(Block::FieldList);
        self.field_item(frame, marker);
    }

    fn field_item(&mut self, frame: &mut Frame<'p>, marker: Marker) {
        let at = frame.at;
        let reach = frame.region.reach(at, Indent::FirstKnown, false);
        self.enter(Block::Field);
        self.inline(Block::FieldName, || frame.region.piece_within(at, field_name(frame.region.text(at), marker)));
        self.enter(Block::FieldBody);
        self.nest(Frame::inside(frame.region.inner(at, reach, Some(marker.bytes)), 2));
        frame.at = reach.end;
        frame.list = Some(List { style: Style::Field, blank_finish: reach.blank_finish });
    }

    pub(crate) fn line_block(&mut self, frame: &mut Frame<'p>, marker: Marker) {
        self.kid(frame, Kid::Other);
        self.enter(Block::LineBlock);
        self.line(frame, marker);
    }

    /// One line of a line block with the indented lines that continue it.
    fn line(&mut self, frame: &mut Frame<'p>, marker: Marker) {
        let at = frame.at;
        let reach = frame.region.reach(at, Indent::FirstKnown, true);
        let inner = frame.region.inner(at, reach, Some(marker.bytes));
        self.inline(Block::Line, || inner.joined(inner.first(), inner.end()));
        frame.at = reach.end;
        frame.list = Some(List { style: Style::Line, blank_finish: reach.blank_finish });
    }
}

/// Where the name of a field stands in its line.
pub(crate) fn field_name(line: &str, marker: Marker) -> std::ops::Range<usize> {
    1..line.get(..marker.bytes).and_then(|marker| marker.rfind(':')).unwrap_or(1)
}

/// Whether a bullet list is the rows or the cells of a list table.
fn is_tabular(frame: &Frame<'_>, style: Style) -> bool {
    matches!(style, Style::Bullet(_)) && matches!(frame.close, Close::ListTable(_) | Close::ListRow(_))
}

/// Whether the line below an enumerator lets it begin an item: it must be blank, indented or the next item.
fn is_enumerated(frame: &Frame<'_>, enumerator: Enumerator, sequence: Sequence, ordinal: u64) -> bool {
    let next = frame.region.text(frame.at + 1);
    next.is_empty() || next.starts_with(crate::white_space::is_space) || enumerator.goes_on(next, sequence, ordinal)
}
