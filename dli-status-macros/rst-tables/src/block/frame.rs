//! A region that is being read, and what has been read in it so far.

use std::borrow::Cow;
use std::sync::Arc;

use crate::block::list::List;
use crate::block::quote::Quote;
use crate::block::tree::Block;
use crate::directive::list_table::{ListRow, ListTable};
use crate::directive::table::TableDirective;
use crate::source::region::Region;

/// A region that is being read.
pub(crate) struct Frame<'p> {
    pub(crate) region: Region<'p>,
    /// The line to be read next.
    pub(crate) at: usize,
    /// The list of which the last block was an item.
    pub(crate) list: Option<List>,
    pub(crate) kids: Kids,
    pub(crate) node: Node,
    /// The blocks that begin where reading does.
    pub(crate) opens: Vec<Block<'p>>,
    pub(crate) close: Close<'p>,
    /// Whether section titles may stand here.
    pub(crate) titles: bool,
    /// Titles that directives around it give to the table in this region.
    pub(crate) table_titles: Vec<Arc<Cow<'p, str>>>,
}

/// What a region is part of, as far as directives care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Node {
    /// The page or a section of it.
    Section,
    Sidebar,
    /// The content of a directive that is looked at before it goes anywhere.
    Loose,
    Body,
}

/// What is done when a region has been read.
pub(crate) enum Close<'p> {
    /// The blocks around it end: so many.
    Leave(usize),
    /// The blocks belong to the region around it.
    Merge,
    Quote(Box<Quote<'p>>),
    Figure {
        mark: usize,
    },
    Table(Box<TableDirective<'p>>),
    ListTable(Box<ListTable<'p>>),
    ListRow(ListRow<'p>),
    /// From here on tables are hidden by so much more.
    Hide(isize),
    /// What was read goes elsewhere.
    Dropped {
        mark: usize,
    },
}

/// A block, as far as what stands around it cares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kid {
    Table {
        columns: usize,
    },
    BulletList,
    Paragraph,
    EmptyComment,
    /// A target; its name if it names the place where it stands.
    Target(Option<Arc<str>>),
    /// What docutils fills in later.
    Pending,
    /// An error or a warning of docutils'.
    Message,
    Other,
}

/// What has been read in a region so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kids {
    pub(crate) count: usize,
    pub(crate) first: Option<Kid>,
    /// The first that is neither a target nor to be filled in later, and how many stand up to it.
    pub(crate) first_shown: Option<(Kid, usize)>,
    /// The name of the target directly before the place reached.
    pub(crate) label: Option<Arc<str>>,
}

impl Kids {
    pub(crate) fn add(&mut self, kid: Kid) {
        self.count += 1;
        match &kid {
            Kid::Message => {}
            Kid::Target(label) => self.label.clone_from(label),
            _ => self.label = None,
        }
        if self.first_shown.is_none() && !matches!(kid, Kid::Target(_) | Kid::Pending) {
            self.first_shown = Some((kid.clone(), self.count));
        }
        self.first.get_or_insert(kid);
    }

    pub(crate) fn merge(&mut self, inner: Self) {
        self.first_shown = self.first_shown.take().or(inner.first_shown.map(|(kid, at)| (kid, self.count + at)));
        self.count += inner.count;
        self.label = inner.label;
        self.first = self.first.take().or(inner.first);
    }

    /// The columns of the table, if there is one and nothing else.
    pub(crate) fn only_table(&self) -> Option<usize> {
        match self.first {
            Some(Kid::Table { columns }) if self.count == 1 => Some(columns),
            _ => None,
        }
    }

    /// Whether there is one block and no message.
    pub(crate) fn is_only(&self, kid: &Kid) -> bool {
        self.count == 1 && self.first.as_ref() == Some(kid)
    }
}

impl<'p> Frame<'p> {
    pub(crate) fn new(region: Region<'p>, node: Node, close: Close<'p>) -> Self {
        Self {
            at: region.first(),
            region,
            list: None,
            kids: Kids::default(),
            node,
            opens: Vec::new(),
            close,
            titles: false,
            table_titles: Vec::new(),
        }
    }

    /// Nothing to be read, only something to be done.
    pub(crate) fn nothing(close: Close<'p>) -> Self {
        Self::new(Region::empty(), Node::Body, close)
    }

    /// A region that is all of some blocks which have begun: so many.
    pub(crate) fn inside(region: Region<'p>, blocks: usize) -> Self {
        Self::new(region, Node::Body, Close::Leave(blocks))
    }
}
