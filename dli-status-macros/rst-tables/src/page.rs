//! From the blocks of a page to its tables: what stands before a table names it, what is dropped does not count.

use crate::block::tree::{Block, TableBlock};
use crate::context::Context;
use crate::error::TableError;
use crate::render::plain::plain_text;
use crate::table::Table;

/// The tables among the blocks of a page, and those that are rejected.
pub(crate) fn tables<'p>(blocks: Vec<Block<'p>>, context: &Context<'p>) -> Vec<Result<Table<'p>, TableError>> {
    let mut finder = Finder { context, tables: Vec::new(), label: None };
    finder.blocks(blocks);
    finder.tables
}

struct Finder<'c, 'p> {
    context: &'c Context<'p>,
    tables: Vec<Result<Table<'p>, TableError>>,
    /// The name of the target directly before the place reached.
    label: Option<String>,
}

impl<'p> Finder<'_, 'p> {
    fn blocks(&mut self, blocks: Vec<Block<'p>>) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: Block<'p>) {
        match block {
            Block::Table(table) => self.table(*table),
            Block::Rejected(error) => self.tables.push(Err(*error)),
            Block::Target(name) => self.label = name,
            Block::Message => {}
            Block::InPlace(blocks) => self.blocks(blocks),
            Block::Dropped(blocks) => self.errors(blocks),
            Block::Elsewhere(blocks) => {
                let label = self.label.take();
                self.blocks(blocks);
                self.label = label;
            }
            block => {
                self.label = None;
                for blocks in block.into_parts() {
                    self.blocks(blocks);
                    self.label = None;
                }
            }
        }
    }

    fn table(&mut self, table: TableBlock<'p>) {
        let TableBlock { kind, span, titles, rows, .. } = table;
        let title = titles.first().map(|title| plain_text(title, self.context));
        self.tables.push(Ok(Table { kind, span, label: self.label.take(), title, rows }));
    }

    /// That a table is rejected remains true if docutils drops what is around it.
    fn errors(&mut self, blocks: Vec<Block<'p>>) {
        let kept = self.tables.len();
        let label = self.label.take();
        self.blocks(blocks);
        self.label = label;
        let found = self.tables.split_off(kept);
        self.tables.extend(found.into_iter().filter(Result::is_err));
    }
}
