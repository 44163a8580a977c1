//! Ways through the blocks: as docutils counts them, and from text to text.

use crate::block::text::Text;
use crate::block::tree::{Block, TableBlock};

/// The blocks as docutils sees them: without those that it drops or moves, and with the content of directives in their
/// place.
pub(crate) fn children<'b, 'p>(blocks: &'b [Block<'p>]) -> Vec<&'b Block<'p>> {
    let mut children = Vec::new();
    push_children(&mut children, blocks);
    children
}

fn push_children<'b, 'p>(children: &mut Vec<&'b Block<'p>>, blocks: &'b [Block<'p>]) {
    for block in blocks {
        match block {
            Block::InPlace { blocks, .. } => push_children(children, blocks),
            Block::Rejected(_) | Block::Dropped(_) | Block::Elsewhere(_) => {}
            _ => children.push(block),
        }
    }
}

/// The table, if the blocks are one table and nothing else.
pub(crate) fn only_table<'b, 'p>(blocks: &'b mut [Block<'p>]) -> Option<&'b mut TableBlock<'p>> {
    if !matches!(children(blocks).as_slice(), [Block::Table(_)]) {
        return None;
    }
    first_table(blocks)
}

fn first_table<'b, 'p>(blocks: &'b mut [Block<'p>]) -> Option<&'b mut TableBlock<'p>> {
    blocks.iter_mut().find_map(|block| match block {
        Block::Table(table) => Some(&mut **table),
        Block::InPlace { blocks, .. } => first_table(blocks),
        _ => None,
    })
}

/// What [`visit_texts`] visits.
pub(crate) enum Visit<'b, 'p> {
    Text(&'b Text<'p>),
    LostTitle(&'b Text<'p>),
}

/// Visits all inline texts within the blocks that are shown, and titles that are lost, in their order.
pub(crate) fn visit_texts<'p>(blocks: &[Block<'p>], visit: &mut dyn FnMut(Visit<'_, 'p>)) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => visit(Visit::Text(text)),
            Block::LineBlock(texts) => texts.iter().for_each(|text| visit(Visit::Text(text))),
            Block::LostTitle(title) => visit(Visit::LostTitle(title)),
            Block::BulletList { items, .. } | Block::EnumeratedList { items, .. } => {
                items.iter().for_each(|item| visit_texts(&item.blocks, visit));
            }
            Block::DefinitionList(items) => {
                for item in items {
                    item.term.texts().iter().for_each(|text| visit(Visit::Text(text)));
                    visit_texts(&item.blocks, visit);
                }
            }
            Block::FieldList(fields) => {
                for field in fields {
                    visit(Visit::Text(&field.name));
                    visit_texts(&field.blocks, visit);
                }
            }
            Block::OptionList(items) => items.iter().for_each(|item| visit_texts(&item.blocks, visit)),
            Block::BlockQuote { blocks, attribution } => {
                visit_texts(blocks, visit);
                attribution.iter().for_each(|text| visit(Visit::Text(text)));
            }
            Block::Admonition { blocks, .. }
            | Block::Footnote { blocks, .. }
            | Block::Group(blocks)
            | Block::InPlace { blocks, .. } => visit_texts(blocks, visit),
            Block::Table(table) => {
                table.titles.iter().for_each(|title| visit(Visit::Text(title)));
                table.cells.iter().flatten().for_each(|cell| visit_texts(cell, visit));
            }
            _ => {}
        }
    }
}
