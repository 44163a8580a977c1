//! The arguments of `#[column(…)]`.

use super::options::{Known, read_options};
use super::reworded;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token};

/// `"Header" | "Or this", regex = …, markup = …, fill_down`
pub(crate) struct ColumnArguments {
    /// Never empty.
    pub(crate) headers: Vec<LitStr>,
    pub(crate) regex: Option<LitStr>,
    pub(crate) markup: Option<LitStr>,
    pub(crate) fill_down: bool,
}

const OPTIONS: [Known<ColumnArguments>; 3] = [
    Known {
        key: "regex",
        usage: "regex = r\"…\"",
        read: |arguments, value| parse_pattern(value.required()?).map(|pattern| arguments.regex = Some(pattern)),
    },
    Known {
        key: "markup",
        usage: "markup = \"text\"",
        read: |arguments, value| parse_markup(value.required()?).map(|markup| arguments.markup = Some(markup)),
    },
    Known {
        key: "fill_down",
        usage: "fill_down",
        read: |arguments, value| value.flag().map(|flag| arguments.fill_down = flag),
    },
];

impl Parse for ColumnArguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let text = "expected a header in quotes, as in #[column(\"Message\")]";
        let headers = Punctuated::<LitStr, Token![|]>::parse_separated_nonempty(input);
        let headers = headers.map_err(|error| reworded(&error, text))?.into_iter().collect();
        let mut arguments = Self { headers, regex: None, markup: None, fill_down: false };
        read_options(input, &OPTIONS, &mut arguments)?;
        Ok(arguments)
    }
}

fn parse_pattern(input: ParseStream<'_>) -> syn::Result<LitStr> {
    input.parse().map_err(|error| reworded(&error, "expected a pattern in quotes, as in `regex = r\"^\\d+\"`"))
}

fn parse_markup(input: ParseStream<'_>) -> syn::Result<LitStr> {
    input.parse().map_err(|error| reworded(&error, "expected \"text\", \"markdown\" or \"rst\""))
}
