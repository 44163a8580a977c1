//! What each directive takes, and what becomes of it.

use super::check::Check;

/// What a directive takes.
#[derive(Debug)]
pub(super) struct Spec {
    /// How many arguments it must have, and how many more it may.
    pub(super) required: usize,
    pub(super) optional: usize,
    /// Whether the last argument may hold white space.
    pub(super) spaces: bool,
    pub(super) takes: Takes,
    pub(super) content: bool,
    pub(super) run: Run,
}

/// The options that a directive takes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Takes {
    Nothing,
    /// Any: docutils does not know the directive.
    Anything,
    These(&'static [(&'static str, Check)]),
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
    /// docutils fills it in later.
    Pending,
    /// Header and footer.
    Apart,
    Class,
    Role,
    DefaultRole,
    /// A literal block.
    Verbatim,
    /// The content takes the directive's place.
    InPlace,
    /// Nothing remains.
    Nothing,
    /// Nothing remains if there is content; else it is an error.
    NeedsContent,
    /// An error, or a message for other reasons.
    Message,
}

const CLASS_AND_NAME: Takes = Takes::These(&[("class", Check::Class), ("name", Check::Anything)]);

const TABLE: Takes = Takes::These(&[
    ("class", Check::Class),
    ("name", Check::Anything),
    ("align", Check::OneOf(&["left", "center", "right"])),
    ("width", Check::Length { percent: true }),
    ("widths", Check::Widths(&["auto", "grid"])),
]);

const LIST_TABLE: Takes = Takes::These(&[
    ("header-rows", Check::Count),
    ("stub-columns", Check::Count),
    ("width", Check::Length { percent: true }),
    ("widths", Check::Widths(&["auto"])),
    ("class", Check::Class),
    ("name", Check::Anything),
    ("align", Check::OneOf(&["left", "center", "right"])),
]);

const CSV_TABLE: Takes = Takes::These(&[
    ("header-rows", Check::Count),
    ("stub-columns", Check::Count),
    ("header", Check::Anything),
    ("width", Check::Length { percent: true }),
    ("widths", Check::Widths(&["auto"])),
    ("file", Check::Something),
    ("url", Check::Something),
    ("encoding", Check::Encoding),
    ("class", Check::Class),
    ("name", Check::Anything),
    ("align", Check::OneOf(&["left", "center", "right"])),
    ("delim", Check::Character { named: true }),
    ("keepspace", Check::Flag),
    ("quote", Check::Character { named: false }),
    ("escape", Check::Character { named: false }),
]);

const IMAGE: Takes = Takes::These(&[
    ("alt", Check::Anything),
    ("height", Check::Length { percent: false }),
    ("width", Check::Length { percent: true }),
    ("scale", Check::Percentage),
    ("align", Check::OneOf(&["left", "center", "right"])),
    ("target", Check::Something),
    ("loading", Check::OneOf(&["embed", "link", "lazy"])),
    ("class", Check::Class),
    ("name", Check::Anything),
]);

const FIGURE: Takes = Takes::These(&[
    ("alt", Check::Anything),
    ("height", Check::Length { percent: false }),
    ("width", Check::Length { percent: true }),
    ("scale", Check::Percentage),
    ("align", Check::OneOf(&["left", "center", "right"])),
    ("target", Check::Something),
    ("loading", Check::OneOf(&["embed", "link", "lazy"])),
    ("class", Check::Class),
    ("name", Check::Anything),
    ("figwidth", Check::FigureWidth),
    ("figclass", Check::Class),
    ("figname", Check::Anything),
]);

const SIDEBAR: Takes =
    Takes::These(&[("class", Check::Class), ("name", Check::Anything), ("subtitle", Check::Something)]);

const CONTENTS: Takes = Takes::These(&[
    ("depth", Check::Count),
    ("local", Check::Flag),
    ("backlinks", Check::OneOf(&["top", "entry", "none"])),
    ("class", Check::Class),
]);

const SECTION_NUMBERS: Takes = Takes::These(&[
    ("depth", Check::Integer),
    ("start", Check::Integer),
    ("prefix", Check::Something),
    ("suffix", Check::Something),
]);

/// A directive without arguments.
const fn plain(takes: Takes, run: Run) -> Spec {
    Spec { required: 0, optional: 0, spaces: false, takes, content: true, run }
}

/// A directive whose one argument may hold white space.
const fn with_argument(required: bool, takes: Takes, content: bool, run: Run) -> Spec {
    Spec { required: required as usize, optional: !required as usize, spaces: true, takes, content, run }
}

/// What the directive of this name, in lower case, takes.
pub(super) fn spec(name: &str) -> Spec {
    match name {
        "table" => with_argument(false, TABLE, true, Run::Table),
        "list-table" => with_argument(false, LIST_TABLE, true, Run::ListTable),
        "csv-table" => with_argument(false, CSV_TABLE, true, Run::CsvTable),
        "attention" => plain(CLASS_AND_NAME, Run::Admonition("attention")),
        "caution" => plain(CLASS_AND_NAME, Run::Admonition("caution")),
        "danger" => plain(CLASS_AND_NAME, Run::Admonition("danger")),
        "error" => plain(CLASS_AND_NAME, Run::Admonition("error")),
        "hint" => plain(CLASS_AND_NAME, Run::Admonition("hint")),
        "important" => plain(CLASS_AND_NAME, Run::Admonition("important")),
        "note" => plain(CLASS_AND_NAME, Run::Admonition("note")),
        "tip" => plain(CLASS_AND_NAME, Run::Admonition("tip")),
        "warning" => plain(CLASS_AND_NAME, Run::Admonition("warning")),
        "admonition" => with_argument(true, CLASS_AND_NAME, true, Run::Admonition("admonition")),
        "topic" => with_argument(true, CLASS_AND_NAME, true, Run::Topic),
        "sidebar" => with_argument(false, SIDEBAR, true, Run::Sidebar),
        "line-block" => plain(CLASS_AND_NAME, Run::LineBlock),
        "parsed-literal" => plain(CLASS_AND_NAME, Run::ParsedLiteral),
        "math" => plain(CLASS_AND_NAME, Run::Math),
        "rubric" => with_argument(true, CLASS_AND_NAME, false, Run::Rubric),
        "epigraph" | "highlights" | "pull-quote" => plain(Takes::Nothing, Run::Quote),
        "compound" => plain(CLASS_AND_NAME, Run::Compound),
        "container" => with_argument(false, Takes::These(&[("name", Check::Anything)]), true, Run::Container),
        "image" => with_argument(true, IMAGE, false, Run::Image),
        "figure" => with_argument(true, FIGURE, true, Run::Figure),
        "contents" => with_argument(false, CONTENTS, false, Run::Contents),
        "sectnum" | "section-numbering" => Spec { content: false, ..plain(SECTION_NUMBERS, Run::Pending) },
        "target-notes" => Spec { content: false, ..plain(Takes::These(&[("class", Check::Class)]), Run::Pending) },
        "header" | "footer" => plain(Takes::Nothing, Run::Apart),
        "meta" => plain(Takes::Nothing, Run::NeedsContent),
        "class" | "rst-class" => with_argument(true, Takes::Nothing, true, Run::Class),
        "role" => plain(Takes::Nothing, Run::Role),
        "default-role" => Spec { spaces: false, ..with_argument(false, Takes::Nothing, false, Run::DefaultRole) },
        "title" => with_argument(true, Takes::Nothing, false, Run::Nothing),
        // Turned off, out of place, or for tests: docutils says so, and that is all.
        "raw" | "include" | "replace" | "unicode" | "date" | "restructuredtext-test-directive" => {
            plain(Takes::Nothing, Run::Message)
        }
        _ => unknown(name),
    }
}

/// What is Sphinx's, or nobody's.
fn unknown(name: &str) -> Spec {
    match name {
        "code" | "code-block" | "sourcecode" | "literalinclude" | "graphviz" | "productionlist" | "testcode"
        | "testoutput" | "testsetup" | "doctest" | "uml" | "mermaid" => {
            with_argument(false, Takes::Anything, true, Run::Verbatim)
        }
        "toctree" | "highlight" | "tabularcolumns" | "index" | "currentmodule" | "sectionauthor" | "codeauthor"
        | "default-domain" => with_argument(false, Takes::Anything, true, Run::Nothing),
        "only" | "ifconfig" | "versionadded" | "versionchanged" | "deprecated" => {
            with_argument(false, Takes::Anything, true, Run::InPlace)
        }
        _ => plain(Takes::Anything, Run::InPlace),
    }
}
