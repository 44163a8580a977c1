//! The blocks of a page or a cell, by docutils' names.
//!
//! They are nested at most [`MAX_DEPTH`](super::parser::MAX_DEPTH) deep, so that code may recurse over them.

use std::borrow::Cow;
use std::ops::Range;

use crate::block::classifier;
use crate::error::TableError;
use crate::pattern::enumerator::Enumeration;
use crate::source::region::Region;
use crate::table::{Kind, Rows};

/// A block.
#[derive(Debug)]
pub(crate) enum Block<'p> {
    /// A paragraph, and any other container of inline text (rubric, title, caption).
    Paragraph(Text<'p>),
    /// A literal block, verbatim directive, doctest block or formula: text that is shown as it is.
    Literal(Cow<'p, str>),
    BulletList {
        bullet: char,
        items: Vec<Item<'p>>,
    },
    EnumeratedList {
        form: Enumeration,
        start: u128,
        items: Vec<Item<'p>>,
    },
    DefinitionList(Vec<Definition<'p>>),
    FieldList(Vec<Field<'p>>),
    OptionList(Vec<OptionItem<'p>>),
    LineBlock(Vec<Text<'p>>),
    BlockQuote {
        blocks: Vec<Block<'p>>,
        attribution: Option<Text<'p>>,
    },
    /// By its docutils node name: `note`, `warning`, `admonition` …
    Admonition {
        name: &'static str,
        blocks: Vec<Block<'p>>,
    },
    /// An image or the image of a figure, by its `:alt:` text.
    Image {
        alt: String,
    },
    /// A footnote or a citation; the label is empty if docutils chooses it.
    Footnote {
        label: Cow<'p, str>,
        blocks: Vec<Block<'p>>,
    },
    Table(Box<TableBlock<'p>>),
    /// A container that has no form of its own (figure, compound, container, topic, sidebar …).
    Group(Vec<Block<'p>>),
    /// The content of a directive, which takes the place of the directive.
    InPlace(Vec<Block<'p>>),
    /// The title of a section, which all blocks up to the next one belong to.
    SectionTitle,
    Transition,
    SubstitutionDefinition,
    Comment {
        is_empty: bool,
    },
    /// A target, with its name if that is a name of the place where the target is.
    Target(Option<String>),
    /// What docutils fills in later.
    Pending,
    /// A warning or an error of docutils.
    Message,
    /// A table of the page that docutils rejects. The [`Block::Message`] is apart.
    Rejected(Box<TableError>),
    /// Blocks that docutils drops after it has read them.
    Dropped(Vec<Block<'p>>),
    /// Blocks that docutils shows elsewhere: a header or a footer.
    Elsewhere(Vec<Block<'p>>),
}

/// Inline source text: lines joined by `\n`, markup and escapes not yet read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text<'p> {
    pub(crate) source: Cow<'p, str>,
    /// How many role directives come before it: what a role means depends on it.
    pub(crate) roles: usize,
}

/// An item of a bullet list or an enumerated list.
#[derive(Debug)]
pub(crate) struct Item<'p> {
    /// The line of its marker.
    pub(crate) line: usize,
    pub(crate) content: Region<'p>,
    pub(crate) blocks: Vec<Block<'p>>,
}

/// An item of a definition list.
#[derive(Debug)]
pub(crate) struct Definition<'p> {
    pub(crate) term: Term<'p>,
    pub(crate) blocks: Vec<Block<'p>>,
}

/// The line of a definition list that holds a term and its classifiers.
#[derive(Debug)]
pub(crate) struct Term<'p> {
    pub(crate) region: Region<'p>,
    pub(crate) line: usize,
    pub(crate) roles: usize,
}

#[derive(Debug)]
pub(crate) struct Field<'p> {
    pub(crate) name: Text<'p>,
    pub(crate) blocks: Vec<Block<'p>>,
}

/// An item of an option list.
#[derive(Debug)]
pub(crate) struct OptionItem<'p> {
    /// The options, each with its argument.
    pub(crate) options: Vec<String>,
    pub(crate) blocks: Vec<Block<'p>>,
}

/// A table.
#[derive(Debug)]
pub(crate) struct TableBlock<'p> {
    pub(crate) kind: Kind,
    pub(crate) span: Range<usize>,
    /// The titles that directives give it, outermost first.
    pub(crate) titles: Vec<Text<'p>>,
    pub(crate) rows: Rows<'p>,
    /// The blocks of each cell of each row, if the table is in a cell. Those of the page are read when they are asked
    /// for.
    pub(crate) cells: Vec<Vec<Vec<Block<'p>>>>,
}

impl<'p> Block<'p> {
    /// Whether it shows anything, if only blocks within it do.
    pub(crate) fn is_shown(&self) -> bool {
        !matches!(
            self,
            Self::SectionTitle
                | Self::Transition
                | Self::SubstitutionDefinition
                | Self::Comment { .. }
                | Self::Target(_)
                | Self::Pending
                | Self::Message
                | Self::Rejected(_)
                | Self::Dropped(_)
                | Self::Elsewhere(_)
        )
    }

    /// The blocks of each part that it has: items of a list, or the content of a container.
    pub(crate) fn into_parts(self) -> Vec<Vec<Self>> {
        match self {
            Self::BulletList { items, .. } | Self::EnumeratedList { items, .. } => {
                items.into_iter().map(|item| item.blocks).collect()
            }
            Self::DefinitionList(items) => items.into_iter().map(|item| item.blocks).collect(),
            Self::FieldList(fields) => fields.into_iter().map(|field| field.blocks).collect(),
            Self::OptionList(items) => items.into_iter().map(|item| item.blocks).collect(),
            Self::BlockQuote { blocks, .. }
            | Self::Admonition { blocks, .. }
            | Self::Footnote { blocks, .. }
            | Self::Group(blocks)
            | Self::InPlace(blocks)
            | Self::Dropped(blocks)
            | Self::Elsewhere(blocks) => vec![blocks],
            _ => Vec::new(),
        }
    }
}

impl<'p> Term<'p> {
    /// The term and its classifiers.
    pub(crate) fn parts(&self) -> Vec<Text<'p>> {
        let parts = classifier::parts(self.region.text(self.line)).into_iter();
        parts.map(|part| Text { source: self.region.piece_within(self.line, part), roles: self.roles }).collect()
    }
}

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
            Block::InPlace(blocks) => push_children(children, blocks),
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
        Block::InPlace(blocks) => first_table(blocks),
        _ => None,
    })
}
