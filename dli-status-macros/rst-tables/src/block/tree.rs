//! The blocks of a page or a cell, by docutils' names.
//!
//! They are nested at most [`MAX_DEPTH`](super::parser::MAX_DEPTH) deep, so that code may recurse over them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::block::text::{Term, Text};
use crate::error::TableError;
use crate::pattern::enumerator::Enumeration;
use crate::source::origin::Origin;
use crate::source::region::Region;
use crate::table::{Kind, Rows};

/// A block.
#[derive(Debug)]
#[expect(clippy::enum_variant_names, reason = "docutils' names")]
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
    /// The content of a directive, which docutils puts in the directive's place. The directive is known on pages only.
    InPlace {
        directive: Option<Box<DirectiveBlock<'p>>>,
        blocks: Vec<Block<'p>>,
    },
    /// The title of a section, which all blocks up to the next one belong to.
    SectionTitle(Box<SectionTitle<'p>>),
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
    /// The same about the title of a section where there cannot be one. Title and underline are lost.
    LostTitle(Text<'p>),
    /// A table of the page that docutils rejects. The [`Block::Message`] is apart.
    Rejected(Box<TableError>),
    /// Blocks that docutils drops after it has read them.
    Dropped(Vec<Block<'p>>),
    /// Blocks that docutils shows elsewhere: a header or a footer.
    Elsewhere(Vec<Block<'p>>),
}

/// An item of a bullet list or an enumerated list.
#[derive(Debug)]
pub(crate) struct Item<'p> {
    /// The line of its marker.
    pub(crate) line: usize,
    /// How many role directives come before it.
    pub(crate) roles: usize,
    pub(crate) content: Region<'p>,
    pub(crate) blocks: Vec<Block<'p>>,
}

/// A directive that holds blocks.
#[derive(Debug)]
pub(crate) struct DirectiveBlock<'p> {
    /// As it is written.
    pub(crate) name: String,
    pub(crate) title: Option<Text<'p>>,
    /// The file that it is in, the bytes that it takes there, and its first line.
    pub(crate) origin: Arc<Origin>,
    pub(crate) span: Range<usize>,
    pub(crate) first_line: Range<usize>,
    /// Whether docutils or Sphinx has it.
    pub(crate) is_known: bool,
}

/// The title of a section.
#[derive(Debug)]
pub(crate) struct SectionTitle<'p> {
    /// How deep the section is nested; 1 for those of the page.
    pub(crate) level: usize,
    pub(crate) title: Text<'p>,
    /// The file that it is in, and the bytes there that hold its text.
    pub(crate) origin: Arc<Origin>,
    pub(crate) span: Range<usize>,
}

/// An item of a definition list.
#[derive(Debug)]
pub(crate) struct Definition<'p> {
    pub(crate) term: Term<'p>,
    pub(crate) content: Region<'p>,
    pub(crate) blocks: Vec<Block<'p>>,
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
    /// The file that the table is in.
    pub(crate) origin: Arc<Origin>,
    pub(crate) span: Range<usize>,
    /// The titles that directives give it, outermost first, and the names (`:name:`).
    pub(crate) titles: Vec<Text<'p>>,
    pub(crate) names: Vec<String>,
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
            Self::SectionTitle(_)
                | Self::Transition
                | Self::SubstitutionDefinition
                | Self::Comment { .. }
                | Self::Target(_)
                | Self::Pending
                | Self::Message
                | Self::LostTitle(_)
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
            | Self::InPlace { blocks, .. }
            | Self::Dropped(blocks)
            | Self::Elsewhere(blocks) => vec![blocks],
            _ => Vec::new(),
        }
    }
}
