//! `.. list-table::`, whose rows are the items of a bullet list and whose cells those of the lists inside.

use std::sync::Arc;

use super::dimensions::Dimensions;
use super::options::has_broken_markup;
use super::parts::Directive;
use super::table::{no_content, not_only, reject};
use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::tree::{Block, Item, TableBlock};
use crate::block::visit::children;
use crate::context::shared::Place;
use crate::error::{Content, DirectiveError, SpannedError};
use crate::table::{Cell, Kind, Rows, Source};

/// The items that are the cells of each row.
type ItemRows<'b, 'p> = Vec<&'b [Item<'p>]>;

impl<'p> Parser<'p> {
    pub(super) fn list_table(&mut self, scope: &mut Scope<'p>, directive: Directive<'p>) {
        if directive.content.is_empty() {
            return reject(scope, no_content(&directive, Content::BulletList), Kind::ListTable, &directive);
        }
        let (title, place) = (self.title(&directive), self.place());
        let dimensions = Dimensions::of(&directive);
        let blocks = self.within_table(|parser| parser.blocks(directive.content.clone(), Parent::Loose));
        let checked = item_rows(&blocks, &directive).and_then(|rows| check(rows, &dimensions));
        let rows = match checked {
            Ok(rows) => rows,
            Err(error) => return reject(scope, error, Kind::ListTable, &directive),
        };
        let columns = rows.first().map_or(0, |row| row.len());
        let mut head: Vec<_> = rows.into_iter().map(|row| cells(&place, row)).collect();
        let body = head.split_off(dimensions.header_rows().min(head.len()));
        let cells = if self.reads_cells() { into_cells(blocks) } else { Vec::new() };
        let fine = title.as_ref().is_none_or(|title| !has_broken_markup(&title.source));
        scope.push(Block::Table(Box::new(TableBlock {
            kind: Kind::ListTable,
            origin: Arc::clone(scope.region.origin()),
            names: directive.name().collect(),
            span: directive.span,
            titles: title.into_iter().collect(),
            rows: Rows { columns, head, body },
            cells,
        })));
        scope.warn_unless(fine);
    }
}

/// The rows of a bullet list whose items are bullet lists.
fn item_rows<'b, 'p>(blocks: &'b [Block<'p>], directive: &Directive<'p>) -> Result<ItemRows<'b, 'p>, SpannedError> {
    let items = only_list(blocks).ok_or_else(|| not_only(directive, Content::BulletList))?;
    let mut rows: ItemRows<'b, 'p> = Vec::with_capacity(items.len());
    for (row, item) in (1..).zip(items) {
        let error = |error| SpannedError::new(error, directive.content.line_span(item.line));
        let cells = only_list(&item.blocks).ok_or_else(|| error(DirectiveError::NotCells { row }))?;
        let (expected, found) = (rows.first().map_or(cells.len(), |first| first.len()), cells.len());
        if found != expected {
            return Err(error(DirectiveError::UnevenRow { row, expected, found }));
        }
        rows.push(cells);
    }
    Ok(rows)
}

/// The items of a bullet list, if the blocks are one and nothing else.
fn only_list<'b, 'p>(blocks: &'b [Block<'p>]) -> Option<&'b [Item<'p>]> {
    match children(blocks).as_slice() {
        [Block::BulletList { items, .. }] => Some(items),
        _ => None,
    }
}

fn check<'b, 'p>(rows: ItemRows<'b, 'p>, dimensions: &Dimensions) -> Result<ItemRows<'b, 'p>, SpannedError> {
    dimensions.check_widths(rows.first().map_or(0, |row| row.len()))?;
    dimensions.check_headers(&rows.iter().map(|row| row.len()).collect::<Vec<_>>())?;
    Ok(rows)
}

fn cells<'p>(place: &Place<'p>, items: &[Item<'p>]) -> Vec<Cell<'p>> {
    let cell = |(column, item): (usize, &Item<'p>)| {
        let source = Source::item(item.line, item.content.clone());
        Cell::single(place.clone(), source, column)
    };
    items.iter().enumerate().map(cell).collect()
}

/// The blocks of the cells.
fn into_cells(blocks: Vec<Block<'_>>) -> Vec<Vec<Vec<Block<'_>>>> {
    into_list(blocks)
        .into_iter()
        .map(|row| into_list(row.blocks).into_iter().map(|cell| cell.blocks).collect())
        .collect()
}

fn into_list(blocks: Vec<Block<'_>>) -> Vec<Item<'_>> {
    let list = blocks.into_iter().find_map(|block| match block {
        Block::BulletList { items, .. } => Some(items),
        Block::InPlace { blocks, .. } => Some(into_list(blocks)),
        _ => None,
    });
    list.expect("the content has been found to be a list")
}
