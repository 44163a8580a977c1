//! The blocks of a page or a cell as a flat list of steps, so that no nesting an input can hold drives a recursion,
//! neither while reading nor while dropping.

use std::borrow::Cow;

use crate::pattern::enumerator::Enumeration;

/// One step through the blocks, in document order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step<'p> {
    /// A block begins; all up to its [`Step::Leave`] is inside.
    Enter(Block<'p>),
    /// The innermost open block ends.
    Leave,
    /// Inline source text of the open block: lines joined by `\n`, markup and escapes not yet read.
    Inline(Cow<'p, str>),
    /// This many role directives came before what follows; none did before the first such step. What a role means
    /// depends on it.
    Roles(usize),
    /// Text of the open block that is shown as it stands.
    Verbatim(Cow<'p, str>),
}

/// The kinds of blocks, by docutils' names. What shows nowhere (comments, targets, substitution definitions,
/// system messages, transitions, raw) makes no step.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::enum_variant_names, reason = "docutils' names")]
pub(crate) enum Block<'p> {
    /// A paragraph, and any other container of inline text alone (rubric, title, caption).
    Paragraph,
    /// Literal block, verbatim directive, doctest block or math: one [`Step::Verbatim`].
    Literal,
    BulletList {
        bullet: char,
    },
    EnumeratedList {
        form: Enumeration,
        start: u64,
    },
    ListItem,
    DefinitionList,
    DefinitionItem,
    Term,
    Classifier,
    Definition,
    FieldList,
    Field,
    FieldName,
    FieldBody,
    OptionList,
    OptionItem,
    /// One option string with its argument: one [`Step::Verbatim`].
    OptionString,
    Description,
    LineBlock,
    /// One line of a line block.
    Line,
    BlockQuote,
    Attribution,
    /// By its docutils node name: `note`, `warning`, `admonition` …
    Admonition {
        name: &'static str,
    },
    /// An image or the image of a figure; its `:alt:` text.
    Image {
        alt: Cow<'p, str>,
    },
    /// A footnote or a citation.
    Footnote {
        label: Cow<'p, str>,
    },
    /// A table inside a cell: an optional `Title`, then rows.
    Table,
    Title,
    Row,
    Entry,
    /// A container that has no form of its own (figure, legend, compound, container, topic, sidebar …).
    Group,
}
