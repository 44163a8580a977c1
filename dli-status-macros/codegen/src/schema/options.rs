//! The arguments of `#[source(…)]`, `#[column(…)]` and `#[rename(…)]`.

use super::{Markup, Pattern, Rename, Source, TableChoice};
use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseBuffer, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitInt, LitStr, Token};

/// `PATH, table = …, header_rows = …`
pub(super) fn parse_source(input: ParseStream<'_>) -> syn::Result<Source> {
    let path = input
        .parse()
        .map_err(|error| at(&error, "which page? #[source(…)] starts with its path: #[source(\"page.rst\")]"))?;
    let mut source = Source { path, table: None, header_rows: 0 };
    for_each_option(input, |key, input| {
        match key.to_string().as_str() {
            "table" => source.table = Some(parse_table(value(key, input)?)?),
            "header_rows" => source.header_rows = parse_header_rows(value(key, input)?)?,
            _ => return Err(unknown(key, "table = \"label or title\", table = 2, header_rows = 1")),
        }
        Ok(())
    })?;
    Ok(source)
}

fn parse_header_rows(input: ParseStream<'_>) -> syn::Result<usize> {
    let number = input.parse::<LitInt>().and_then(|literal| literal.base10_parse());
    number.map_err(|error| at(&error, "`header_rows` is a number of rows: header_rows = 1"))
}

fn parse_table(input: ParseStream<'_>) -> syn::Result<TableChoice> {
    if input.peek(LitStr) {
        return input.parse().map(TableChoice::Name);
    }
    let literal: LitInt = input.parse().map_err(|error| {
        at(&error, "a table is picked by its label or title, \"…\", or by its position, counted from 1")
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
        let headers = Punctuated::<LitStr, Token![|]>::parse_separated_nonempty(input)
            .map_err(|error| at(&error, "which column? #[column(…)] starts with its header: #[column(\"…\")]"))?;
        let headers = headers.into_iter().collect();
        let mut options = Self { headers, regex: None, markup: Markup::Text, fill_down: false };
        for_each_option(input, |key, input| {
            match key.to_string().as_str() {
                "regex" => options.regex = Some(parse_pattern(value(key, input)?)?),
                "markup" => options.markup = parse_markup(value(key, input)?)?,
                "fill_down" => options.fill_down = flag(key, input)?,
                _ => return Err(unknown(key, "regex = r\"…\", markup = \"text\", fill_down")),
            }
            Ok(())
        })?;
        Ok(options)
    }
}

fn parse_pattern(input: ParseStream<'_>) -> syn::Result<Pattern> {
    let literal: LitStr = input.parse().map_err(|error| at(&error, "a pattern is a string: regex = r\"^\\d+\""))?;
    let regex = regex::Regex::new(&literal.value()).map_err(|error| syn::Error::new(literal.span(), error))?;
    Ok(Pattern { literal, regex })
}

fn parse_markup(input: ParseStream<'_>) -> syn::Result<Markup> {
    let literal: LitStr = input
        .parse()
        .map_err(|error| at(&error, "a rendering is a string; there are \"text\", \"markdown\" and \"rst\""))?;
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
        let shape = |error| at(&error, "a row gets another name by #[rename(\"CODE\" = \"Name\")], both in quotes");
        let code = input.parse().map_err(shape)?;
        input.parse::<Token![=]>().map_err(shape)?;
        let name: LitStr = input.parse().map_err(shape)?;
        if crate::naming::identifier(&name.value()).is_none() {
            let text = format!("`{}` cannot be the name of a variant", name.value());
            return Err(syn::Error::new(name.span(), text));
        }
        if matches!(name.value().as_str(), "ALL" | "from_code") {
            let text = format!("every table has `{}` already; choose another name", name.value());
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
        input.parse::<Token![,]>().map_err(|error| at(&error, "options are separated by commas"))?;
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

fn value<'i, 'p>(key: &Ident, input: &'i ParseBuffer<'p>) -> syn::Result<&'i ParseBuffer<'p>> {
    if !input.peek(Token![=]) {
        return Err(syn::Error::new(key.span(), format!("`{key}` needs a value: {key} = …")));
    }
    input.parse::<Token![=]>()?;
    Ok(input)
}

fn flag(key: &Ident, input: ParseStream<'_>) -> syn::Result<bool> {
    if input.peek(Token![=]) {
        return Err(input.error(format!("`{key}` takes no value: it stands alone")));
    }
    Ok(true)
}

/// In words of ours, at the place where another error is.
pub(super) fn at(error: &syn::Error, text: &str) -> syn::Error {
    syn::Error::new(error.span(), text)
}

fn unknown(key: &Ident, known: &str) -> syn::Error {
    syn::Error::new(key.span(), format!("there is no option `{key}` here; there are: {known}"))
}
