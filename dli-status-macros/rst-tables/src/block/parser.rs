//! The block parser: a stack of regions that are being read, each line by line. Nesting lives on the stack, so no
//! input can drive a recursion.

use std::borrow::Cow;
use std::sync::Arc;

use crate::block::frame::{Close, Frame, Kid, Node};
use crate::block::tree::{Block, Step};
use crate::context::Context;
use crate::context::shared::{Page, Place};
use crate::error::TableError;
use crate::source::region::Region;
use crate::table::found::{Found, FoundTable};

/// Reads the blocks of a page or a cell.
pub(crate) struct Parser<'p> {
    pub(crate) page: Arc<Page<'p>>,
    frames: Vec<Frame<'p>>,
    /// Regions to be read before the one that is being read goes on, in order.
    nested: Vec<Frame<'p>>,
    pub(crate) output: Output<'p>,
    /// The styles of the section titles so far, outermost first.
    pub(crate) title_styles: Vec<(char, char)>,
    pub(crate) section_level: usize,
    /// How many role directives came before the place reached.
    pub(crate) roles: usize,
    /// How many grid and simple tables were rejected so far.
    pub(crate) rejected_blocks: usize,
    /// Whether cells may define something, so that they must be read with the page.
    pub(crate) cells_define: bool,
}

/// What is wanted of the blocks.
pub(crate) enum Output<'p> {
    /// All of them, as steps.
    Steps(Vec<Step<'p>>),
    /// Only the tables, and what the page defines. Tables inside of what is `hidden` do not count.
    Tables {
        found: Vec<Found<'p>>,
        /// Where in `found` there are tables.
        tables: Vec<usize>,
        hidden: usize,
        context: Box<Context<'p>>,
    },
}

impl<'p> Parser<'p> {
    pub(crate) fn new(page: Arc<Page<'p>>, region: Region<'p>, output: Output<'p>) -> Self {
        let is_page = matches!(output, Output::Tables { .. });
        let cells_define = is_page && region.lines().page_holds(&[".. |", "role::"]);
        let node = if is_page { Node::Section } else { Node::Body };
        let mut frame = Frame::new(region, node, Close::Leave(0));
        frame.titles = is_page;
        Self {
            page,
            frames: vec![frame],
            nested: Vec::new(),
            output,
            title_styles: Vec::new(),
            section_level: 0,
            roles: 0,
            cells_define,
            rejected_blocks: 0,
        }
    }

    /// The parser of a cell before which this many role directives stand.
    pub(crate) fn after_roles(mut self, roles: usize) -> Self {
        self.roles = roles;
        if roles > 0 {
            self.step(Step::Roles(roles));
        }
        self
    }

    pub(crate) fn run(mut self) -> Output<'p> {
        while let Some(mut frame) = self.frames.pop() {
            self.open(&mut frame);
            if frame.at < frame.region.end() {
                match frame.list.take() {
                    Some(list) => self.next_item(&mut frame, list),
                    None => self.body(&mut frame),
                }
            } else if let Some(list) = frame.list.take() {
                self.end_list(&mut frame, &list);
            } else {
                self.close(frame);
                self.frames.extend(self.nested.drain(..).rev());
                continue;
            }
            self.frames.push(frame);
            self.frames.extend(self.nested.drain(..).rev());
        }
        self.output
    }

    /// The place reached.
    pub(crate) fn place(&self) -> Place<'p> {
        Place { page: Arc::clone(&self.page), roles: self.roles }
    }

    /// Reads a region before the one that is being read goes on.
    pub(crate) fn nest(&mut self, frame: Frame<'p>) {
        self.nested.push(frame);
    }

    /// The region around the one that has just been closed.
    pub(crate) fn outer(&mut self) -> Option<&mut Frame<'p>> {
        self.frames.last_mut()
    }

    fn open(&mut self, frame: &mut Frame<'p>) {
        for block in std::mem::take(&mut frame.opens) {
            self.enter(block);
        }
    }

    fn close(&mut self, frame: Frame<'p>) {
        let kids = frame.kids;
        match frame.close {
            Close::Leave(blocks) => (0..blocks).for_each(|_| self.leave()),
            Close::Merge => {
                if let Some(outer) = self.outer() {
                    outer.kids.merge(kids);
                }
            }
            Close::Quote(quote) => self.end_quote(*quote),
            Close::Figure { mark } => self.end_figure(mark, &kids),
            Close::Table(directive) => self.end_table_directive(*directive, &kids),
            Close::ListTable(table) => self.end_list_table(*table, &kids),
            Close::ListRow(row) => self.end_list_row(row, &kids),
            Close::Hide(change) => self.hide(change),
            Close::Dropped { mark } => self.rewind(mark),
        }
    }

    pub(crate) fn kid(&mut self, frame: &mut Frame<'p>, kid: Kid) {
        frame.kids.add(kid);
    }

    pub(crate) fn message(&mut self, frame: &mut Frame<'p>) {
        frame.kids.add(Kid::Message);
    }

    pub(crate) fn message_unless(&mut self, frame: &mut Frame<'p>, fine: bool) {
        if !fine {
            self.message(frame);
        }
    }

    /// Whether the text of blocks is wanted.
    pub(crate) fn wants_steps(&self) -> bool {
        matches!(self.output, Output::Steps(_))
    }

    /// What the page defines, unless it is a cell that is being read: its definitions are known already.
    pub(crate) fn context(&mut self) -> Option<&mut Context<'p>> {
        match &mut self.output {
            Output::Tables { context, .. } => Some(context),
            Output::Steps(_) => None,
        }
    }

    /// What the page defines, outside of its tables.
    pub(crate) fn page_context(&mut self) -> Option<&mut Context<'p>> {
        match &mut self.output {
            Output::Tables { context, hidden: 0, .. } => Some(context),
            _ => None,
        }
    }

    /// Counts what is around that hides tables.
    pub(crate) fn hide(&mut self, change: isize) {
        if let Output::Tables { hidden, .. } = &mut self.output {
            *hidden = hidden.saturating_add_signed(change);
        }
    }

    /// The tables found so far, unless they do not count here.
    pub(crate) fn found(&mut self) -> Option<&mut Vec<Found<'p>>> {
        match &mut self.output {
            Output::Tables { found, hidden: 0, .. } => Some(found),
            _ => None,
        }
    }

    /// A table of the page has been read.
    pub(crate) fn push_table(&mut self, table: FoundTable<'p>) {
        if let Output::Tables { found, tables, hidden: 0, .. } = &mut self.output {
            tables.push(found.len());
            found.push(Found::Table(table));
        }
    }

    /// A table of the page is rejected.
    pub(crate) fn reject(&mut self, error: TableError) {
        if let Some(found) = self.found() {
            found.push(Found::Rejected(error));
        }
    }

    /// The place reached in the output.
    pub(crate) fn mark(&self) -> usize {
        match &self.output {
            Output::Tables { found, .. } => found.len(),
            Output::Steps(steps) => steps.len(),
        }
    }

    /// Takes back what was written since a mark, as docutils drops it. That a table is rejected remains true.
    pub(crate) fn rewind(&mut self, mark: usize) {
        match &mut self.output {
            Output::Steps(steps) => steps.truncate(mark),
            Output::Tables { found, tables, .. } => {
                while let Some(at) = tables.pop_if(|at| *at >= mark) {
                    if let Some(dropped) = found.get_mut(at) {
                        *dropped = Found::Nothing;
                    }
                }
            }
        }
    }

    pub(crate) fn step(&mut self, step: Step<'p>) {
        if let Output::Steps(steps) = &mut self.output {
            steps.push(step);
        }
    }

    pub(crate) fn enter(&mut self, block: Block<'p>) {
        self.step(Step::Enter(block));
    }

    pub(crate) fn leave(&mut self) {
        self.step(Step::Leave);
    }

    /// A block that holds nothing but text; its lines are put together only if they are wanted.
    pub(crate) fn leaf(&mut self, block: Block<'p>, text: impl FnOnce() -> Step<'p>) {
        if self.wants_steps() {
            self.enter(block);
            self.step(text());
            self.leave();
        }
    }

    /// A block of inline text.
    pub(crate) fn inline(&mut self, block: Block<'p>, text: impl FnOnce() -> Cow<'p, str>) {
        self.leaf(block, || Step::Inline(text()));
    }

    /// A block of text as it stands.
    pub(crate) fn verbatim(&mut self, block: Block<'p>, text: impl FnOnce() -> Cow<'p, str>) {
        self.leaf(block, || Step::Verbatim(text()));
    }
}
