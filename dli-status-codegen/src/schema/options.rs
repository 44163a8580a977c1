//! The arguments of `#[source(…)]`, `#[column(…)]` and `#[rename(…)]`.

use super::{Markup, Pattern, Rename, Source, TableChoice};
use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitInt, LitStr, Token};

/// `PATH, table = …, header_rows = …`
pub(super) fn parse_source(input: ParseStream<'_>) -> syn::Result<Source> {
    let path = input.parse()?;
    let mut source = Source { path, table: None, header_rows: 0 };
    for_each_option(input, |key, input| {
        match key.to_string().as_str() {
            "table" => source.table = Some(parse_table(value(input)?)?),
            "header_rows" => source.header_rows = value(input)?.parse::<LitInt>()?.base10_parse()?,
            _ => return Err(unknown(key, "table = \"label or title\", table = 2, header_rows = 1")),
        }
        Ok(())
    })?;
    Ok(source)
}

fn parse_table(input: ParseStream<'_>) -> syn::Result<TableChoice> {
    if input.peek(LitStr) {
        return input.parse().map(TableChoice::Name);
    }
    let literal: LitInt = input.parse().map_err(|error| {
        syn::Error::new(
            error.span(),
            "a table is picked by its label or title, \"…\", or by its position, counted from 1",
        )
    })?;
    match literal.base10_parse()? {
        0 => Err(syn::Error::new(literal.span(), "tables are counted from 1")),
        position => Ok(TableChoice::Position(position, literal.span())),
    }
}

/// What `#[column(…)]` holds.
pub(super) struct ColumnOptions {
    pub(super) headers: Vec<LitStr>,
    pub(super) regex: Option<Pattern>,
    pub(super) markup: Markup,
    pub(super) fill_down: bool,
}

impl Parse for ColumnOptions {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let headers = Punctuated::<LitStr, Token![|]>::parse_separated_nonempty(input)?.into_iter().collect();
        let mut options = Self { headers, regex: None, markup: Markup::Text, fill_down: false };
        for_each_option(input, |key, input| {
            match key.to_string().as_str() {
                "regex" => options.regex = Some(parse_pattern(value(input)?)?),
                "markup" => options.markup = parse_markup(value(input)?)?,
                "fill_down" => options.fill_down = true,
                _ => return Err(unknown(key, "regex = r\"…\", markup = \"text\", fill_down")),
            }
            Ok(())
        })?;
        Ok(options)
    }
}

fn parse_pattern(input: ParseStream<'_>) -> syn::Result<Pattern> {
    let literal: LitStr = input.parse()?;
    let regex = regex::Regex::new(&literal.value()).map_err(|error| syn::Error::new(literal.span(), error))?;
    Ok(Pattern { literal, regex })
}

fn parse_markup(input: ParseStream<'_>) -> syn::Result<Markup> {
    let literal: LitStr = input.parse()?;
    match literal.value().as_str() {
        "text" => Ok(Markup::Text),
        "markdown" => Ok(Markup::Markdown),
        "rst" => Ok(Markup::Rst),
        other => {
            let text = format!("`{other}` is no rendering; there are \"text\", \"markdown\" and \"rst\"");
            Err(syn::Error::new(literal.span(), text))
        }
    }
}

/// `"404" = "Missing", …`
pub(super) fn parse_rename(input: ParseStream<'_>) -> syn::Result<Vec<Rename>> {
    let renames = Punctuated::<Rename, Token![,]>::parse_terminated(input)?;
    Ok(renames.into_iter().collect())
}

impl Parse for Rename {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let code = input.parse()?;
        input.parse::<Token![=]>()?;
        let name: LitStr = input.parse()?;
        if crate::naming::identifier(&name.value()).is_none() {
            let text = format!("`{}` cannot be the name of a variant", name.value());
            return Err(syn::Error::new(name.span(), text));
        }
        Ok(Self { code, name })
    }
}

/// The `, key …` that follow the first argument; each key once.
fn for_each_option(
    input: ParseStream<'_>,
    mut read: impl FnMut(&Ident, ParseStream<'_>) -> syn::Result<()>,
) -> syn::Result<()> {
    let mut seen: Vec<Ident> = Vec::new();
    while !input.is_empty() {
        input.parse::<Token![,]>()?;
        if input.is_empty() {
            break;
        }
        let key = input.call(Ident::parse_any)?;
        if seen.contains(&key) {
            return Err(syn::Error::new(key.span(), format!("`{key}` is given twice")));
        }
        read(&key, input)?;
        seen.push(key);
    }
    Ok(())
}

fn value<'i, 'p>(input: &'i syn::parse::ParseBuffer<'p>) -> syn::Result<&'i syn::parse::ParseBuffer<'p>> {
    input.parse::<Token![=]>()?;
    Ok(input)
}

fn unknown(key: &Ident, known: &str) -> syn::Error {
    syn::Error::new(key.span(), format!("there is no option `{key}` here; there are: {known}"))
}
