//! Lists: what makes a line the next item of the list that is being read.

use std::ops::Range;

use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::text::{Term, Text};
use crate::block::tree::{Block, Definition, Field, Item, OptionItem};
use crate::pattern::Start;
use crate::pattern::enumerator::{Enumeration, Enumerator, Sequence};
use crate::pattern::marker::Marker;
use crate::pattern::option::options;
use crate::source::region::{Indent, Reach};
use crate::white_space::is_space;

/// An item that has been read, and whether it ends with a blank line.
type Read<T> = (T, bool);

/// How an enumerated list counts, and how far it has come.
struct Numbering {
    /// The form of its first item.
    form: Enumeration,
    /// Whether the last item was `#`: then all that follow must be.
    auto: bool,
    last: u128,
}

impl<'p> Parser<'p> {
    /// Reads the items of a list that follow its first one. `next` reads one if that is what the line begins. Returns
    /// all items, and whether the last one ends with a blank line.
    fn items<T>(
        &mut self,
        scope: &mut Scope<'p>,
        (first, mut blank_finish): Read<T>,
        mut next: impl FnMut(&mut Self, &mut Scope<'p>, Start) -> Option<Read<T>>,
    ) -> Read<Vec<T>> {
        let mut items = vec![first];
        loop {
            scope.skip_blank_lines();
            let item = scope.start().and_then(|start| next(self, scope, start));
            let Some((item, finish)) = item else { return (items, blank_finish) };
            items.push(item);
            blank_finish = finish;
        }
    }

    pub(super) fn bullet_list(&mut self, scope: &mut Scope<'p>, bullet: char, marker: Marker) {
        let first = self.item(scope, marker);
        let (items, blank_finish) = self.items(scope, first, |parser, scope, start| match start {
            Start::Bullet(next, marker) if next == bullet => Some(parser.item(scope, marker)),
            _ => None,
        });
        scope.push(Block::BulletList { bullet, items });
        scope.warn_unless(blank_finish);
    }

    /// An item of a bullet list or an enumerated list. Its content begins after its marker; if there is none on that
    /// line, the lines below say how far it is indented.
    fn item(&mut self, scope: &mut Scope<'p>, marker: Marker) -> Read<Item<'p>> {
        let line = scope.line;
        let has_text = marker.bytes < scope.region.text(line).len();
        let known = if has_text { Indent::Known(marker.chars) } else { Indent::FirstKnown };
        let reach = scope.region.reach(line, known, false);
        let content = scope.region.indented_text(line, reach, Some(marker.bytes));
        scope.line = reach.end;
        let roles = self.roles;
        let blocks = self.blocks(content.clone(), Parent::Body);
        (Item { line, roles, content, blocks }, reach.blank_finish)
    }

    pub(super) fn enumerated_list(&mut self, scope: &mut Scope<'p>, enumerator: Enumerator, marker: Marker) {
        let (sequence, ordinal) = enumerator.value(scope.region.text(scope.line), None);
        let Some(start) = ordinal.filter(|&ordinal| is_item(scope, enumerator, sequence, ordinal)) else {
            return self.text_block(scope);
        };
        let auto = sequence == Sequence::Auto;
        let sequence = if auto { Sequence::Arabic } else { sequence };
        let form = Enumeration { format: enumerator.format, sequence };
        let mut numbering = Numbering { form, auto, last: start };
        let first = self.item(scope, marker);
        let (items, blank_finish) = self.items(scope, first, |parser, scope, start| match start {
            Start::Enumerator(enumerator, marker) => {
                numbering = numbering.next(scope, enumerator)?;
                Some(parser.item(scope, marker))
            }
            _ => None,
        });
        scope.push(Block::EnumeratedList { form, start, items });
        scope.warn_unless(start == 1);
        scope.warn_unless(blank_finish);
    }

    /// The text line and the indented lines below it are an item of a definition list.
    pub(super) fn definition_list(&mut self, scope: &mut Scope<'p>) {
        let first = self.definition(scope);
        let (items, blank_finish) = self.items(scope, first, |parser, scope, start| {
            let is_item = start == Start::Text && scope.region.is_indented(scope.line + 1);
            is_item.then(|| parser.definition(scope))
        });
        scope.push(Block::DefinitionList(items));
        scope.warn_unless(blank_finish);
    }

    fn definition(&mut self, scope: &mut Scope<'p>) -> Read<Definition<'p>> {
        let term = Term { region: scope.region.clone(), line: scope.line, roles: self.roles };
        let reach = scope.region.reach(term.line + 1, Indent::Unknown, false);
        let content = scope.region.indented_text(term.line + 1, reach, None);
        scope.line = reach.end;
        let blocks = self.blocks(content.clone(), Parent::Body);
        (Definition { term, content, blocks }, reach.blank_finish)
    }

    pub(super) fn field_list(&mut self, scope: &mut Scope<'p>, marker: Marker) {
        let first = self.field(scope, marker);
        let (items, blank_finish) = self.items(scope, first, |parser, scope, start| match start {
            Start::Field(marker) => Some(parser.field(scope, marker)),
            _ => None,
        });
        scope.push(Block::FieldList(items));
        scope.warn_unless(blank_finish);
    }

    fn field(&mut self, scope: &mut Scope<'p>, marker: Marker) -> Read<Field<'p>> {
        let name = field_name(scope.region.text(scope.line), marker);
        let source = scope.region.piece(scope.line, name.clone());
        let name = self.text_at(&scope.region, scope.line, name.start, source);
        let (blocks, reach) = self.hanging(scope, marker);
        (Field { name, blocks }, reach.blank_finish)
    }

    pub(super) fn option_list(&mut self, scope: &mut Scope<'p>, marker: Marker) {
        let Some(first) = self.option_item(scope, marker) else { return self.text_block(scope) };
        let (items, blank_finish) = self.items(scope, first, |parser, scope, start| match start {
            Start::Option(marker) => parser.option_item(scope, marker),
            _ => None,
        });
        scope.push(Block::OptionList(items));
        scope.warn_unless(blank_finish);
    }

    /// An item of an option list; without a description it is not one.
    fn option_item(&mut self, scope: &mut Scope<'p>, marker: Marker) -> Option<Read<OptionItem<'p>>> {
        let line = scope.region.text(scope.line);
        let reach = scope.region.reach(scope.line, Indent::FirstKnown, false);
        if line.len() <= marker.bytes && scope.region.next_text(scope.line + 1) >= reach.end {
            return None;
        }
        let options = options(line.get(..marker.bytes).expect("a marker is within its line"));
        let (blocks, reach) = self.hanging(scope, marker);
        Some((OptionItem { options, blocks }, reach.blank_finish))
    }

    /// The blocks that begin after a marker, however far the lines below it are indented.
    fn hanging(&mut self, scope: &mut Scope<'p>, marker: Marker) -> (Vec<Block<'p>>, Reach) {
        let reach = scope.region.reach(scope.line, Indent::FirstKnown, false);
        let content = scope.region.indented_text(scope.line, reach, Some(marker.bytes));
        scope.line = reach.end;
        (self.blocks(content, Parent::Body), reach)
    }

    pub(super) fn line_block(&mut self, scope: &mut Scope<'p>, marker: Marker) {
        let (line, mut blank_finish) = self.line(scope, marker);
        let mut lines = vec![line];
        while let Some(Start::Line(marker)) = scope.start() {
            let (line, finish) = self.line(scope, marker);
            lines.push(line);
            blank_finish = finish;
        }
        scope.push(Block::LineBlock(lines));
        scope.warn_unless(blank_finish);
    }

    /// One line of a line block with the indented lines that continue it.
    fn line(&mut self, scope: &mut Scope<'p>, marker: Marker) -> Read<Text<'p>> {
        let reach = scope.region.reach(scope.line, Indent::FirstKnown, true);
        let inner = scope.region.indented_text(scope.line, reach, Some(marker.bytes));
        scope.line = reach.end;
        let source = inner.source();
        (self.text_at(&inner, inner.first(), 0, source), reach.blank_finish)
    }
}

impl Numbering {
    /// The numbering with one more item, if the line may begin that.
    fn next(&self, scope: &Scope<'_>, enumerator: Enumerator) -> Option<Self> {
        let (sequence, ordinal) = enumerator.value(scope.region.text(scope.line), Some(self.form.sequence));
        let auto = sequence == Sequence::Auto;
        let counts = auto || (sequence == self.form.sequence && !self.auto && ordinal == self.last.checked_add(1));
        let last = ordinal.filter(|_| counts && enumerator.format == self.form.format)?;
        let is_item = is_item(scope, enumerator, sequence, last);
        is_item.then_some(Self { form: self.form, auto: auto || self.auto, last })
    }
}

/// The bytes of a field's name in its line.
pub(crate) fn field_name(line: &str, marker: Marker) -> Range<usize> {
    1..line.get(..marker.bytes).and_then(|marker| marker.rfind(':')).unwrap_or(1)
}

/// Whether the line below an enumerator lets it begin an item: it must be blank, indented or the next item.
fn is_item(scope: &Scope<'_>, enumerator: Enumerator, sequence: Sequence, ordinal: u128) -> bool {
    let next = scope.region.text(scope.line + 1);
    next.is_empty() || next.starts_with(is_space) || enumerator.goes_on(next, sequence, ordinal)
}
