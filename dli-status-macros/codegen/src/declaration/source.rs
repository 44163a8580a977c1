//! Where to read: a page, and which of its tables.

use crate::call::{SourceArguments, TableArgument};
use crate::diagnostic::Diagnostic;
use crate::page::PagePath;
use proc_macro2::Span;
use syn::{LitInt, LitStr};

/// `#[source(PATH, table = …, header_rows = …)]`
pub(crate) struct Source {
    pub(crate) path: PagePath,
    /// The path in the macro call, to which the mistakes of its page are attached.
    pub(crate) span: Span,
    /// Which table of the page; all that fit if `None`.
    pub(crate) table: Option<TableChoice>,
    /// Number of leading body rows to treat as the header if a table has none.
    pub(crate) header_rows: usize,
}

/// How `table = …` chooses.
pub(crate) enum TableChoice {
    /// By label or title.
    Name(LitStr),
    /// By position on the page, counted from 1.
    Position { number: usize, span: Span },
}

impl Source {
    pub(super) fn new(arguments: SourceArguments) -> Result<Self, Diagnostic> {
        let SourceArguments { path, table, header_rows } = arguments;
        Ok(Self {
            span: path.span(),
            path: PagePath::new(&path)?,
            table: table.map(TableChoice::new).transpose()?,
            header_rows: header_rows.as_ref().map_or(Ok(0), LitInt::base10_parse)?,
        })
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
