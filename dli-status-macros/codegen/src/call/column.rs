//! The arguments of `#[column(…)]`.

use super::options::{Known, Value, read_options};
use super::reworded;
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitInt, LitStr, Token};

/// `"Header" | 2 | term, regex = …, fill_down`
pub(crate) struct ColumnArguments {
    /// Never empty.
    pub(crate) choices: Vec<ColumnArgument>,
    pub(crate) regex: Option<LitStr>,
    pub(crate) markup: Option<LitStr>,
    pub(crate) whitespace: Option<LitStr>,
    pub(crate) radix: Option<LitInt>,
    pub(crate) separator: Option<LitStr>,
    pub(crate) fill_down: bool,
    /// The word, if it is given.
    pub(crate) group: Option<Span>,
}

/// What names a column.
pub(crate) enum ColumnArgument {
    /// The text of its header cell.
    Header(LitStr),
    /// Its position, counted from 1.
    Position(LitInt),
    /// A part of the items of a list.
    ListPart(Ident),
}

impl ColumnArguments {
    /// A column without options.
    pub(crate) fn of(column: ColumnArgument) -> Self {
        Self::with_choices(vec![column])
    }

    fn with_choices(choices: Vec<ColumnArgument>) -> Self {
        Self {
            choices,
            regex: None,
            markup: None,
            whitespace: None,
            radix: None,
            separator: None,
            fill_down: false,
            group: None,
        }
    }
}

const OPTIONS: [Known<ColumnArguments>; 7] = [
    Known {
        key: "regex",
        usage: "regex = r\"…\"",
        read: |arguments, value| parse_pattern(value.required()?).map(|pattern| arguments.regex = Some(pattern)),
    },
    Known {
        key: "markup",
        usage: "markup = \"text\"",
        read: |arguments, value| {
            text(value, "expected \"text\", \"markdown\" or \"rst\"").map(|markup| arguments.markup = Some(markup))
        },
    },
    Known {
        key: "whitespace",
        usage: "whitespace = \"fold\"",
        read: |arguments, value| {
            let whitespace = text(value, "expected \"keep\", \"fold\" or \"remove\"")?;
            arguments.whitespace = Some(whitespace);
            Ok(())
        },
    },
    Known {
        key: "fill_down",
        usage: "fill_down",
        read: |arguments, value| value.flag().map(|_| arguments.fill_down = true),
    },
    Known {
        key: "group",
        usage: "group",
        read: |arguments, value| value.flag().map(|word| arguments.group = Some(word)),
    },
    Known {
        key: "radix",
        usage: "radix = 16",
        read: |arguments, value| {
            let radix = value.required()?.parse();
            arguments.radix = Some(radix.map_err(|error| reworded(&error, "expected 2, 8 or 16"))?);
            Ok(())
        },
    },
    Known {
        key: "separator",
        usage: "separator = \",\"",
        read: |arguments, value| {
            let separator = text(value, "expected the character between groups of digits, as in `separator = \",\"`")?;
            arguments.separator = Some(separator);
            Ok(())
        },
    },
];

impl Parse for ColumnArguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let choices = Punctuated::<ColumnArgument, Token![|]>::parse_separated_nonempty(input)?;
        let mut arguments = Self::with_choices(choices.into_iter().collect());
        read_options(input, &OPTIONS, &mut arguments)?;
        Ok(arguments)
    }
}

impl Parse for ColumnArgument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            input.parse().map(Self::Header)
        } else if input.peek(LitInt) {
            input.parse().map(Self::Position)
        } else {
            let text = "expected a header in quotes, as in #[column(\"Message\")], a position counted from 1, or a part of \
                        a list's items";
            input.call(Ident::parse_any).map(Self::ListPart).map_err(|error| reworded(&error, text))
        }
    }
}

/// The pattern after `regex =`.
pub(super) fn parse_pattern(input: ParseStream<'_>) -> syn::Result<LitStr> {
    input.parse().map_err(|error| reworded(&error, "expected a pattern in quotes, as in `regex = r\"^\\d+\"`"))
}

fn text(value: Value<'_, '_>, expected: &str) -> syn::Result<LitStr> {
    value.required()?.parse().map_err(|error| reworded(&error, expected))
}
