//! The block parser: a stack of regions that are being read, each line by line. Nesting lives on the stack, so no
//! input can drive a recursion.

use std::borrow::Cow;
use std::sync::Arc;

use super::block::{Block, Step};
use super::found::Found;
use super::list::List;
use super::page::Page;
use super::region::Region;
use super::table_directive::TableDirective;

/// Reads the blocks of a page or a cell.
pub(crate) struct Parser<'p> {
    pub(crate) page: Arc<Page<'p>>,
    pub(crate) frames: Vec<Frame<'p>>,
    pub(crate) output: Output<'p>,
    /// The styles of the section titles so far, outermost first.
    pub(crate) title_styles: Vec<(char, char)>,
    pub(crate) section_level: usize,
}

/// What is wanted of the blocks.
pub(crate) enum Output<'p> {
    /// All of them, as steps.
    Steps(Vec<Step<'p>>),
    /// Only the tables. Tables inside of what is `hidden` do not count.
    Tables { found: Vec<Found<'p>>, hidden: usize },
}

/// A region that is being read.
pub(crate) struct Frame<'p> {
    pub(crate) region: Region<'p>,
    /// The line to be read next.
    pub(crate) at: usize,
    /// The list of which the last block was an item.
    pub(crate) list: Option<List>,
    pub(crate) kids: Kids,
    pub(crate) close: Close<'p>,
    /// Whether section titles may stand here.
    pub(crate) titles: bool,
    /// Titles that directives around it give to the table in this region.
    pub(crate) table_titles: Vec<Cow<'p, str>>,
}

/// What is done when a region has been read.
pub(crate) enum Close<'p> {
    /// The blocks around it end: so many.
    Leave(usize),
    /// The blocks belong to the region around it.
    Merge,
    /// A block quote ends, with its attribution; the lines behind that are the next quote.
    Quote { attribution: Option<Region<'p>>, rest: Option<Region<'p>> },
    /// The content of `.. table::`.
    Table(Box<TableDirective<'p>>),
}

/// A block, as far as what stands around it cares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kid {
    Table,
    BulletList,
    Paragraph,
    EmptyComment,
    /// A target; its name if it names the place where it stands.
    Target(Option<String>),
    /// An error or a warning of docutils'.
    Message,
    Other,
}

/// What has been read in a region so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kids {
    pub(crate) count: usize,
    pub(crate) first: Option<Kid>,
    /// The name of the target directly before the place reached.
    pub(crate) label: Option<String>,
}

impl Kids {
    fn add(&mut self, kid: Kid) {
        self.count += 1;
        match &kid {
            Kid::Message => {}
            Kid::Target(label) => self.label.clone_from(label),
            _ => self.label = None,
        }
        self.first.get_or_insert(kid);
    }

    fn merge(&mut self, inner: Self) {
        self.count += inner.count;
        self.label = inner.label;
        self.first = self.first.take().or(inner.first);
    }
}

impl<'p> Frame<'p> {
    pub(crate) fn new(region: Region<'p>, close: Close<'p>) -> Self {
        Self {
            at: region.first(),
            region,
            list: None,
            kids: Kids::default(),
            close,
            titles: false,
            table_titles: Vec::new(),
        }
    }
}

impl<'p> Parser<'p> {
    pub(crate) fn new(page: Arc<Page<'p>>, region: Region<'p>, output: Output<'p>) -> Self {
        let mut frame = Frame::new(region, Close::Leave(0));
        frame.titles = matches!(output, Output::Tables { .. });
        Self { page, frames: vec![frame], output, title_styles: Vec::new(), section_level: 0 }
    }

    pub(crate) fn run(mut self) -> Output<'p> {
        while let Some(mut frame) = self.frames.pop() {
            let done = frame.at >= frame.region.end();
            let nested = match (done, frame.list.take()) {
                (true, None) => {
                    self.close(frame);
                    continue;
                }
                (true, Some(list)) => {
                    self.end_list(&mut frame, &list);
                    None
                }
                (false, Some(list)) => self.next_item(&mut frame, list),
                (false, None) => self.body(&mut frame),
            };
            self.frames.push(frame);
            self.frames.extend(nested);
        }
        self.output
    }

    fn close(&mut self, frame: Frame<'p>) {
        match frame.close {
            Close::Leave(blocks) => (0..blocks).for_each(|_| self.leave()),
            Close::Merge => {
                if let Some(outer) = self.frames.last_mut() {
                    outer.kids.merge(frame.kids);
                }
            }
            Close::Quote { attribution, rest } => self.end_quote(attribution, rest),
            Close::Table(directive) => self.end_table_directive(*directive, &frame.kids),
        }
    }

    pub(crate) fn kid(&self, frame: &mut Frame<'p>, kid: Kid) {
        frame.kids.add(kid);
    }

    pub(crate) fn message(&self, frame: &mut Frame<'p>) {
        frame.kids.add(Kid::Message);
    }

    pub(crate) fn message_unless(&self, frame: &mut Frame<'p>, fine: bool) {
        if !fine {
            self.message(frame);
        }
    }

    /// Whether the text of blocks is wanted.
    pub(crate) fn wants_steps(&self) -> bool {
        matches!(self.output, Output::Steps(_))
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
}
