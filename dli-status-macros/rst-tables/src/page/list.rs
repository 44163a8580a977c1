//! Lists as tables: one row per item.

use std::ops::Range;
use std::sync::Arc;

use crate::block::text::Term;
use crate::block::tree::{Block, Definition, Item};
use crate::block::visit::children;
use crate::context::shared::Place;
use crate::source::origin::Origin;
use crate::table::{Cell, InlineSource, Kind, Row, Rows, Source};

/// The columns of a definition list: term, classifiers, definition.
const DEFINITION_COLUMNS: usize = 3;

/// A list as a table.
pub(super) struct ListRows<'p> {
    pub(super) kind: Kind,
    pub(super) origin: Arc<Origin>,
    pub(super) span: Range<usize>,
    pub(super) rows: Rows<'p>,
}

pub(super) fn of_definitions<'p>(place: &Place<'p>, items: &[Definition<'p>]) -> ListRows<'p> {
    let row = |item: &Definition<'p>| -> Row<'p> {
        let place = Place { roles: item.term.roles, ..place.clone() };
        let (term, classifiers) = terms(&item.term);
        let sources = [term, classifiers, Source::item(item.term.line, item.content.clone())];
        (0..).zip(sources).map(|(column, source)| Cell::single(place.clone(), source, column)).collect()
    };
    let body: Vec<Row<'p>> = items.iter().map(row).collect();
    list(Kind::DefinitionList, DEFINITION_COLUMNS, body)
}

pub(super) fn of_bullets<'p>(place: &Place<'p>, items: &[Item<'p>]) -> ListRows<'p> {
    let row = |item: &Item<'p>| {
        let place = Place { roles: item.roles, ..place.clone() };
        vec![Cell::single(place, Source::item(item.line, item.content.clone()), 0)]
    };
    list(Kind::BulletList, 1, items.iter().map(row).collect())
}

fn list<'p>(kind: Kind, columns: usize, body: Vec<Row<'p>>) -> ListRows<'p> {
    let first = body.first().and_then(|row| row.first()).expect("a list has an item");
    let last = body.last().and_then(|row| row.last()).expect("a list has an item");
    let end = last.source.end().expect("the last cell of a row is an item");
    let span = first.span().start..end;
    let origin = Arc::clone(first.source.origin());
    ListRows { kind, origin, span, rows: Rows { columns, head: Vec::new(), body } }
}

/// The cells of a term and its classifiers.
fn terms<'p>(term: &Term<'p>) -> (Source<'p>, Source<'p>) {
    let inline = |parts| Source::Inline(Box::new(InlineSource { region: term.region.clone(), line: term.line, parts }));
    let mut parts = term.parts();
    let classifiers = parts.split_off(1);
    (inline(parts), inline(classifiers))
}

/// Whether one of the blocks is a bullet list of bullet lists, as in a list table.
pub(super) fn hold_rows(blocks: &[Block<'_>]) -> bool {
    children(blocks).iter().any(|block| match block {
        Block::BulletList { items, .. } => {
            items.iter().all(|row| matches!(children(&row.blocks).as_slice(), [Block::BulletList { .. }]))
        }
        _ => false,
    })
}
