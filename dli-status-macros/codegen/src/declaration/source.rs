//! Where to read: a page, a part of it, and which of the tables or lists there.

use crate::call::{SourceArguments, TableArgument};
use crate::diagnostic::Diagnostic;
use crate::page::PagePath;
use proc_macro2::Span;
use syn::{LitInt, LitStr};

/// `#[source(PATH, under = …, table = …, header_rows = …)]`
pub(crate) struct Source {
    pub(crate) path: PagePath,
    /// The path in the macro call, to which the mistakes of its page are attached.
    pub(crate) span: Span,
    /// Where the definitions of its variants are shown to be: at the `#` of `#[source(…)]`, which nothing else is at.
    pub(crate) variants: Span,
    /// The heading below which to read.
    pub(crate) under: Option<LitStr>,
    /// What is read as tables.
    pub(crate) form: Form,
    /// Which table of those; all that fit if `None`.
    pub(crate) table: Option<TableChoice>,
    pub(crate) header_rows: Option<HeaderRows>,
}

/// What is read as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Table,
    DefinitionList,
    BulletList,
}

/// How `table = …` chooses.
pub(crate) enum TableChoice {
    /// By label or title.
    Name(LitStr),
    /// By position, counted from 1.
    Position { number: usize, span: Span },
}

/// `header_rows = …`
#[derive(Clone, Copy)]
pub(crate) struct HeaderRows {
    /// How many leading rows are the header of a table without one; if 0, all rows are data.
    pub(crate) count: usize,
    pub(crate) span: Span,
}

impl Source {
    pub(super) fn new(arguments: SourceArguments, variants: Span) -> Result<Self, Diagnostic> {
        let SourceArguments { path, under, table, header_rows, definition_list, bullet_list } = arguments;
        let form = Form::new(definition_list, bullet_list)?;
        let header_rows = header_rows.map(HeaderRows::new).transpose()?;
        if let (Some(HeaderRows { span, .. }), Form::DefinitionList | Form::BulletList) = (header_rows, form) {
            let text = "a list has no header: remove `header_rows`";
            return Err(Diagnostic::new(span, text));
        }
        Ok(Self {
            span: path.span(),
            variants,
            path: PagePath::new(&path)?,
            under,
            form,
            table: table.map(TableChoice::new).transpose()?,
            header_rows,
        })
    }
}

impl Form {
    fn new(definition_list: Option<Span>, bullet_list: Option<Span>) -> Result<Self, Diagnostic> {
        match (definition_list, bullet_list) {
            (None, None) => Ok(Self::Table),
            (Some(_), None) => Ok(Self::DefinitionList),
            (None, Some(_)) => Ok(Self::BulletList),
            (Some(_), Some(span)) => {
                let error = Diagnostic::new(span, "a source is either `definition_list` or `bullet_list`");
                Err(error.help("to read both kinds of lists, write two #[source(…)]"))
            }
        }
    }

    /// What one is called in messages.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::DefinitionList => "definition list",
            Self::BulletList => "bullet list",
        }
    }

    /// The option of `#[source(…)]` that reads it.
    pub(crate) fn option(self) -> Option<&'static str> {
        match self {
            Self::Table => None,
            Self::DefinitionList => Some("definition_list"),
            Self::BulletList => Some("bullet_list"),
        }
    }
}

impl TableChoice {
    fn new(argument: TableArgument) -> Result<Self, Diagnostic> {
        match argument {
            TableArgument::Name(name) => Ok(Self::Name(name)),
            TableArgument::Position(literal) => match literal.base10_parse()? {
                0 => Err(Diagnostic::new(literal.span(), "tables are counted from 1, found 0")),
                number => Ok(Self::Position { number, span: literal.span() }),
            },
        }
    }
}

impl HeaderRows {
    fn new(literal: LitInt) -> Result<Self, Diagnostic> {
        Ok(Self { count: literal.base10_parse()?, span: literal.span() })
    }
}
