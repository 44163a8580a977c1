//! What each directive takes, and what becomes of it.

use crate::error::Expected;
use crate::table::Kind;

/// What a directive takes.
#[derive(Debug)]
pub(super) struct Spec {
    /// How many arguments it must have, and how many more it may.
    pub(super) required: usize,
    pub(super) optional: usize,
    /// Whether the last argument may hold white space.
    pub(super) spaces: bool,
    pub(super) takes: Takes,
    pub(super) content: Content,
    pub(super) run: Run,
}

/// Whether a directive has content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// docutils complains if there is none.
    Required,
    /// There may be none, or its lack is the directive's own error.
    Optional,
    Forbidden,
}

/// The options that a directive takes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Takes {
    Nothing,
    /// Any, since docutils does not know the directive.
    Anything,
    /// Those of docutils. They are not checked, since tables are hardly ever in such a directive.
    Unchecked,
    /// These, each with what its value must be.
    These(&'static [(&'static str, Option<Expected>)]),
}

/// What becomes of a directive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Run {
    Table,
    ListTable,
    CsvTable,
    Admonition(&'static str),
    Topic,
    Sidebar,
    LineBlock,
    ParsedLiteral,
    Math,
    Rubric,
    Quote,
    Compound,
    Container,
    Image,
    Figure,
    Contents,
    Include,
    /// docutils fills it in later.
    Pending,
    /// Header and footer.
    Elsewhere,
    Class,
    Role,
    DefaultRole,
    /// A literal block.
    Verbatim,
    /// The content takes the directive's place.
    InPlace,
    /// Nothing remains.
    Nothing,
    /// An error, or a message for other reasons.
    Message,
}

impl Spec {
    /// Whether neither docutils nor Sphinx has the directive.
    pub(super) fn is_unknown(&self) -> bool {
        self.run == Run::InPlace && self.optional == 0
    }
}

impl Run {
    /// Whether blocks within the directive are part of the page.
    pub(super) fn holds_blocks(self) -> bool {
        matches!(
            self,
            Self::Admonition(_)
                | Self::Topic
                | Self::Sidebar
                | Self::Compound
                | Self::Container
                | Self::Figure
                | Self::Class
                | Self::InPlace
        )
    }

    /// The kind of table that a directive holds, if it is for tables.
    pub(super) fn kind(self) -> Option<Kind> {
        match self {
            Self::Table => Some(Kind::Table),
            Self::ListTable => Some(Kind::ListTable),
            Self::CsvTable => Some(Kind::CsvTable),
            _ => None,
        }
    }
}

/// The value of an option may be anything, or nothing.
const ANYTHING: Option<Expected> = None;
const CLASS: (&str, Option<Expected>) = ("class", Some(Expected::ClassNames));
const NAME: (&str, Option<Expected>) = ("name", ANYTHING);
const ALIGN: (&str, Option<Expected>) = ("align", Some(Expected::OneOf(&["left", "center", "right"])));
const WIDTH: (&str, Option<Expected>) = ("width", Some(Expected::Length));
const WIDTHS: (&str, Option<Expected>) = ("widths", Some(Expected::Widths(&["auto"])));
const HEADER_ROWS: (&str, Option<Expected>) = ("header-rows", Some(Expected::Count));
const STUB_COLUMNS: (&str, Option<Expected>) = ("stub-columns", Some(Expected::Count));

const CLASS_AND_NAME: Takes = Takes::These(&[CLASS, NAME]);

const TABLE: Takes = Takes::These(&[CLASS, NAME, ALIGN, WIDTH, ("widths", Some(Expected::Widths(&["auto", "grid"])))]);

const LIST_TABLE: Takes = Takes::These(&[HEADER_ROWS, STUB_COLUMNS, WIDTH, WIDTHS, CLASS, NAME, ALIGN]);

const CSV_TABLE: Takes = Takes::These(&[
    HEADER_ROWS,
    STUB_COLUMNS,
    ("header", ANYTHING),
    WIDTH,
    WIDTHS,
    ("file", Some(Expected::Text)),
    ("url", Some(Expected::Text)),
    ("encoding", ANYTHING),
    CLASS,
    NAME,
    ALIGN,
    ("delim", Some(Expected::Character(&["tab", "space"]))),
    ("keepspace", Some(Expected::NoValue)),
    ("quote", Some(Expected::Character(&[]))),
    ("escape", Some(Expected::Character(&[]))),
]);

const INCLUDE: Takes = Takes::These(&[
    ("literal", Some(Expected::NoValue)),
    ("code", ANYTHING),
    ("encoding", ANYTHING),
    ("parser", ANYTHING),
    ("tab-width", ANYTHING),
    ("start-line", ANYTHING),
    ("end-line", ANYTHING),
    ("start-after", Some(Expected::Text)),
    ("end-before", Some(Expected::Text)),
    ("number-lines", ANYTHING),
    CLASS,
    NAME,
]);

/// A directive without arguments.
const fn plain(takes: Takes, content: Content, run: Run) -> Spec {
    Spec { required: 0, optional: 0, spaces: false, takes, content, run }
}

/// A directive whose one argument may hold white space.
const fn with_argument(required: bool, takes: Takes, content: Content, run: Run) -> Spec {
    Spec { required: required as usize, optional: !required as usize, spaces: true, takes, content, run }
}

/// What the directive of this name, in lower case, takes.
pub(super) fn spec(name: &str) -> Spec {
    use Content::{Forbidden, Optional, Required};
    match name {
        "table" => with_argument(false, TABLE, Optional, Run::Table),
        "list-table" => with_argument(false, LIST_TABLE, Optional, Run::ListTable),
        "csv-table" => with_argument(false, CSV_TABLE, Optional, Run::CsvTable),
        "attention" => plain(CLASS_AND_NAME, Required, Run::Admonition("attention")),
        "caution" => plain(CLASS_AND_NAME, Required, Run::Admonition("caution")),
        "danger" => plain(CLASS_AND_NAME, Required, Run::Admonition("danger")),
        "error" => plain(CLASS_AND_NAME, Required, Run::Admonition("error")),
        "hint" => plain(CLASS_AND_NAME, Required, Run::Admonition("hint")),
        "important" => plain(CLASS_AND_NAME, Required, Run::Admonition("important")),
        "note" => plain(CLASS_AND_NAME, Required, Run::Admonition("note")),
        "tip" => plain(CLASS_AND_NAME, Required, Run::Admonition("tip")),
        "warning" => plain(CLASS_AND_NAME, Required, Run::Admonition("warning")),
        "admonition" => with_argument(true, CLASS_AND_NAME, Required, Run::Admonition("admonition")),
        "topic" => with_argument(true, CLASS_AND_NAME, Optional, Run::Topic),
        "sidebar" => with_argument(false, Takes::Unchecked, Optional, Run::Sidebar),
        "line-block" => plain(CLASS_AND_NAME, Required, Run::LineBlock),
        "parsed-literal" => plain(CLASS_AND_NAME, Required, Run::ParsedLiteral),
        "math" => plain(CLASS_AND_NAME, Required, Run::Math),
        "rubric" => with_argument(true, CLASS_AND_NAME, Forbidden, Run::Rubric),
        "epigraph" | "highlights" | "pull-quote" => plain(Takes::Nothing, Required, Run::Quote),
        "compound" => plain(CLASS_AND_NAME, Required, Run::Compound),
        "container" => with_argument(false, Takes::These(&[NAME]), Required, Run::Container),
        "image" => with_argument(true, Takes::Unchecked, Forbidden, Run::Image),
        "figure" => with_argument(true, Takes::Unchecked, Optional, Run::Figure),
        "contents" => with_argument(false, Takes::Unchecked, Forbidden, Run::Contents),
        "sectnum" | "section-numbering" => plain(Takes::Unchecked, Forbidden, Run::Pending),
        "target-notes" => plain(Takes::These(&[CLASS]), Forbidden, Run::Pending),
        "header" | "footer" => plain(Takes::Nothing, Required, Run::Elsewhere),
        "meta" => plain(Takes::Nothing, Required, Run::Nothing),
        "class" | "rst-class" => with_argument(true, Takes::Nothing, Optional, Run::Class),
        "role" => plain(Takes::Nothing, Optional, Run::Role),
        "default-role" => Spec { spaces: false, ..with_argument(false, Takes::Nothing, Forbidden, Run::DefaultRole) },
        "title" => with_argument(true, Takes::Nothing, Forbidden, Run::Nothing),
        "include" => with_argument(true, INCLUDE, Forbidden, Run::Include),
        // Turned off, out of place, or for tests: docutils says so, and that is all.
        "raw" | "replace" | "unicode" | "date" | "restructuredtext-test-directive" => {
            plain(Takes::Nothing, Optional, Run::Message)
        }
        _ => unknown(name),
    }
}

/// What is Sphinx's, or nobody's.
fn unknown(name: &str) -> Spec {
    use Content::Optional;
    match name {
        "code" | "code-block" | "sourcecode" | "literalinclude" | "graphviz" | "productionlist" | "testcode"
        | "testoutput" | "testsetup" | "doctest" | "uml" | "mermaid" => {
            with_argument(false, Takes::Anything, Optional, Run::Verbatim)
        }
        "toctree" | "highlight" | "tabularcolumns" | "index" | "currentmodule" | "sectionauthor" | "codeauthor"
        | "default-domain" => with_argument(false, Takes::Anything, Optional, Run::Nothing),
        "only" | "ifconfig" | "versionadded" | "versionchanged" | "deprecated" => {
            with_argument(false, Takes::Anything, Optional, Run::InPlace)
        }
        _ => plain(Takes::Anything, Optional, Run::InPlace),
    }
}
