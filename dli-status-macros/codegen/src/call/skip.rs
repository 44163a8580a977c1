//! The arguments of `#[skip(…)]`.

use super::ColumnArgument;
use super::column::parse_pattern;
use super::options::{Known, read_options};
use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token};

/// `"Header" | 2, regex = r"…"`, or `"Header", empty`
pub(crate) struct SkipArguments {
    /// Never empty.
    pub(crate) choices: Vec<ColumnArgument>,
    pub(crate) regex: Option<LitStr>,
    /// The word, if it is given.
    pub(crate) empty: Option<Span>,
}

const OPTIONS: [Known<SkipArguments>; 2] = [
    Known {
        key: "regex",
        usage: "regex = r\"…\"",
        read: |arguments, value| parse_pattern(value.required()?).map(|pattern| arguments.regex = Some(pattern)),
    },
    Known {
        key: "empty",
        usage: "empty",
        read: |arguments, value| value.flag().map(|word| arguments.empty = Some(word)),
    },
];

impl Parse for SkipArguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let choices = Punctuated::<ColumnArgument, Token![|]>::parse_separated_nonempty(input)?;
        let mut arguments = Self { choices: choices.into_iter().collect(), regex: None, empty: None };
        read_options(input, &OPTIONS, &mut arguments)?;
        Ok(arguments)
    }
}
