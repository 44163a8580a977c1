//! From the blocks of a page to its tables and lists: what is before and around them names them, and what docutils drops
//! does not count.

use std::sync::Arc;

use super::list::{self, ListRows};
use super::unknown::UnknownDirective;
use crate::block::tree::{Block, DirectiveBlock, SectionTitle, TableBlock};
use crate::context::shared::{Place, Shared};
use crate::error::TableError;
use crate::heading::{Heading, HeadingKind};
use crate::render::plain::plain_text;
use crate::table::Table;

/// What is found on a page.
#[derive(Debug, Default)]
pub(super) struct Found<'p> {
    pub(super) tables: Vec<Result<Table<'p>, TableError>>,
    pub(super) definition_lists: Vec<Table<'p>>,
    pub(super) bullet_lists: Vec<Table<'p>>,
    pub(super) headings: Vec<Arc<Heading>>,
    pub(super) unknown: Vec<UnknownDirective>,
}

pub(super) struct Finder<'c, 'p> {
    shared: &'c Arc<Shared<'p>>,
    found: Found<'p>,
    /// The names of the targets directly before the place reached.
    labels: Vec<String>,
    /// The innermost heading.
    heading: Option<Arc<Heading>>,
    /// How many lists of each kind are open.
    definition_lists: usize,
    bullet_lists: usize,
}

impl<'c, 'p> Finder<'c, 'p> {
    pub(super) fn new(shared: &'c Arc<Shared<'p>>) -> Self {
        let found = Found::default();
        Self { shared, found, labels: Vec::new(), heading: None, definition_lists: 0, bullet_lists: 0 }
    }

    pub(super) fn find(mut self, blocks: Vec<Block<'p>>) -> Found<'p> {
        self.blocks(blocks);
        self.found
    }

    fn blocks(&mut self, blocks: Vec<Block<'p>>) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: Block<'p>) {
        match block {
            Block::Table(table) => self.table(*table),
            Block::Rejected(mut error) => {
                error.or_labels(&self.labels);
                self.found.tables.push(Err(*error));
            }
            Block::Target(Some(name)) => self.labels.push(name),
            Block::Message | Block::LostTitle(_) => {}
            Block::SectionTitle(title) => self.section(*title),
            Block::InPlace { directive: Some(directive), blocks } => self.directive(*directive, blocks),
            Block::InPlace { directive: None, blocks } => self.blocks(blocks),
            Block::Dropped(blocks) => self.errors(blocks),
            Block::Elsewhere(blocks) => {
                let labels = std::mem::take(&mut self.labels);
                self.blocks(blocks);
                self.labels = labels;
            }
            Block::DefinitionList(items) => {
                if self.definition_lists == 0 {
                    let list = list::of_definitions(&self.place(), &items);
                    let list = self.list(list);
                    self.found.definition_lists.push(list);
                }
                self.definition_lists += 1;
                self.parts(Block::DefinitionList(items));
                self.definition_lists -= 1;
            }
            Block::BulletList { bullet, items } => {
                if self.bullet_lists == 0 {
                    let list = list::of_bullets(&self.place(), &items);
                    let list = self.list(list);
                    self.found.bullet_lists.push(list);
                }
                self.bullet_lists += 1;
                self.parts(Block::BulletList { bullet, items });
                self.bullet_lists -= 1;
            }
            block => self.parts(block),
        }
    }

    /// What is within a block; targets before the block name none of it.
    fn parts(&mut self, block: Block<'p>) {
        self.labels.clear();
        for blocks in block.into_parts() {
            self.blocks(blocks);
            self.labels.clear();
        }
    }

    fn place(&self) -> Place<'p> {
        Place { shared: Arc::clone(self.shared), roles: 0 }
    }

    fn table(&mut self, table: TableBlock<'p>) {
        let TableBlock { kind, origin, span, titles, names, rows, .. } = table;
        let title = titles.first().map(|title| plain_text(title, self.shared.context()));
        let (targets, heading) = (std::mem::take(&mut self.labels), self.heading.clone());
        self.found.tables.push(Ok(Table { kind, origin, span, targets, names, title, heading, rows }));
    }

    fn list(&self, list: ListRows<'p>) -> Table<'p> {
        let ListRows { kind, origin, span, rows } = list;
        let (targets, heading) = (self.labels.clone(), self.heading.clone());
        Table { kind, origin, span, targets, names: Vec::new(), title: None, heading, rows }
    }

    fn section(&mut self, section: SectionTitle<'p>) {
        let SectionTitle { level, title, origin, span } = section;
        let mut parent = self.heading.take();
        while let Some(heading) = parent.take_if(|heading| heading.level() >= level) {
            parent.clone_from(&heading.parent);
        }
        let title = plain_text(&title, self.shared.context());
        let (kind, labels) = (HeadingKind::Section { level }, std::mem::take(&mut self.labels));
        self.enter(Heading { kind, title, labels, origin, span, parent });
    }

    fn directive(&mut self, directive: DirectiveBlock<'p>, blocks: Vec<Block<'p>>) {
        let DirectiveBlock { name, title, origin, span, first_line, is_known } = directive;
        if !is_known && (name.to_lowercase().contains("table") || list::hold_rows(&blocks)) {
            self.found.unknown.push(UnknownDirective { name: name.clone(), origin: Arc::clone(&origin), span });
        }
        let outer = self.heading.clone();
        if let Some(title) = title {
            let title = plain_text(&title, self.shared.context());
            let (labels, parent) = (self.labels.clone(), outer.clone());
            self.enter(Heading {
                kind: HeadingKind::Directive { name },
                title,
                labels,
                origin,
                span: first_line,
                parent,
            });
        }
        self.blocks(blocks);
        self.heading = outer;
    }

    fn enter(&mut self, heading: Heading) {
        let heading = Arc::new(heading);
        self.found.headings.push(Arc::clone(&heading));
        self.heading = Some(heading);
    }

    /// That a table is rejected remains true if docutils drops what is around it.
    fn errors(&mut self, blocks: Vec<Block<'p>>) {
        let (found, labels) = (std::mem::take(&mut self.found), std::mem::take(&mut self.labels));
        self.blocks(blocks);
        let dropped = std::mem::replace(&mut self.found, found);
        for mut error in dropped.tables.into_iter().filter_map(Result::err) {
            error.or_labels(&labels);
            self.found.tables.push(Err(error));
        }
        self.labels = labels;
    }
}
