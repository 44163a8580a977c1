//! The arguments of `#[source(…)]`.

use super::options::{Known, read_options};
use super::reworded;
use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{LitInt, LitStr};

/// `PATH, under = …, table = …, header_rows = …`
pub(crate) struct SourceArguments {
    pub(crate) path: LitStr,
    pub(crate) under: Option<LitStr>,
    pub(crate) table: Option<TableArgument>,
    pub(crate) header_rows: Option<LitInt>,
    /// The word, if it is given.
    pub(crate) definition_list: Option<Span>,
    /// The word, if it is given.
    pub(crate) bullet_list: Option<Span>,
}

/// The value of `table = …`.
pub(crate) enum TableArgument {
    Name(LitStr),
    Position(LitInt),
}

const OPTIONS: [Known<SourceArguments>; 5] = [
    Known {
        key: "under",
        usage: "under = \"heading\"",
        read: |arguments, value| parse_heading(value.required()?).map(|under| arguments.under = Some(under)),
    },
    Known {
        key: "table",
        usage: "table = \"label or title\"",
        read: |arguments, value| value.required()?.parse().map(|table| arguments.table = Some(table)),
    },
    Known {
        key: "header_rows",
        usage: "header_rows = 1",
        read: |arguments, value| parse_header_rows(value.required()?).map(|rows| arguments.header_rows = Some(rows)),
    },
    Known {
        key: "definition_list",
        usage: "definition_list",
        read: |arguments, value| value.flag().map(|word| arguments.definition_list = Some(word)),
    },
    Known {
        key: "bullet_list",
        usage: "bullet_list",
        read: |arguments, value| value.flag().map(|word| arguments.bullet_list = Some(word)),
    },
];

impl Parse for SourceArguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let text = "expected the page's path, as in #[source(\"page.rst\")]";
        let path = input.parse().map_err(|error| reworded(&error, text))?;
        let mut arguments =
            Self { path, under: None, table: None, header_rows: None, definition_list: None, bullet_list: None };
        read_options(input, &OPTIONS, &mut arguments)?;
        Ok(arguments)
    }
}

fn parse_heading(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let text = "expected the title or the label of a section in quotes, or a word of a directive's argument";
    input.parse().map_err(|error| reworded(&error, text))
}

fn parse_header_rows(input: ParseStream<'_>) -> syn::Result<LitInt> {
    input.parse().map_err(|error| reworded(&error, "expected a number of rows, as in `header_rows = 1`"))
}

impl Parse for TableArgument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Name);
        }
        let text = "expected the table's label or title in quotes, or its position counted from 1";
        input.parse().map(Self::Position).map_err(|error| reworded(&error, text))
    }
}
