//! A region that is being read, with the blocks read so far.

use crate::block::tree::Block;
use crate::pattern::{Start, classify};
use crate::source::region::Region;

/// A region that is being read.
pub(crate) struct Scope<'p> {
    pub(crate) region: Region<'p>,
    /// The line to be read next.
    pub(crate) line: usize,
    pub(crate) blocks: Vec<Block<'p>>,
    pub(crate) parent: Parent,
}

/// What a region is part of, as far as directives care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parent {
    /// The page or a section of it; only here may section titles be.
    Section,
    Sidebar,
    /// The content of a directive that is looked at before it goes anywhere.
    Loose,
    Body,
}

impl<'p> Scope<'p> {
    pub(crate) fn new(region: Region<'p>, parent: Parent) -> Self {
        Self { line: region.first(), region, blocks: Vec::new(), parent }
    }

    pub(crate) fn push(&mut self, block: Block<'p>) {
        self.blocks.push(block);
    }

    /// docutils says that something is wrong here.
    pub(crate) fn warn(&mut self) {
        self.push(Block::Message);
    }

    pub(crate) fn warn_unless(&mut self, fine: bool) {
        if !fine {
            self.warn();
        }
    }

    pub(crate) fn has_titles(&self) -> bool {
        self.parent == Parent::Section
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.line >= self.region.end()
    }

    /// What the line to be read next begins; nothing if it is blank or indented.
    pub(crate) fn start(&self) -> Option<Start> {
        let line = self.region.text(self.line);
        let begins = !self.region.is_blank(self.line) && !line.starts_with(' ');
        begins.then(|| classify(line))
    }

    /// Goes to the next line that has text.
    pub(crate) fn skip_blank_lines(&mut self) {
        self.line = self.region.next_text(self.line);
    }
}
