//! The grammar of the macros: what is written in a call, before anything is judged.

mod assertion;
mod column;
mod condition;
mod defined;
mod hand_written;
mod options;
mod rename;
mod source;

pub(crate) use self::assertion::AssertionArguments;
pub(crate) use self::column::ColumnArguments;
pub(crate) use self::condition::{ConditionalAttributes, ConditionalCall};
pub(crate) use self::defined::Defined;
pub(crate) use self::hand_written::HandWrittenEnum;
pub(crate) use self::rename::RenameArguments;
pub(crate) use self::source::{SourceArguments, TableArgument};

use self::defined::standard_name;
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Path, Token, Type, Visibility, braced, parse_quote, token};

/// A call of `include_status_table!`.
#[derive(Clone)]
pub(crate) struct Call {
    /// The path of the runtime crate in the calling crate.
    pub(crate) runtime: Path,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) fields: Vec<CallField>,
}

/// A field, or what the short forms have in place of one.
#[derive(Clone)]
pub(crate) struct CallField {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
}

/// `$crate;` from the runtime crate's `macro_rules!`, then its caller's tokens.
impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = input.call(Path::parse_mod_style)?;
        input.parse::<Token![;]>()?;
        if input.is_empty() {
            let text = "expected the page's path, as in include_status_table!(\"docs/status_codes.rst\")";
            return Err(syn::Error::new(Span::call_site(), text));
        }
        if input.peek(LitStr) { short_form(runtime, input) } else { full_form(runtime, input) }
    }
}

/// `"page.rst"`
fn short_form(runtime: Path, input: ParseStream<'_>) -> syn::Result<Call> {
    let path: LitStr = input.parse()?;
    input.parse::<Option<Token![,]>>()?;
    expect_end(input)?;
    Ok(Call {
        runtime,
        attributes: vec![parse_quote!(#[source(#path)])],
        visibility: parse_quote!(pub),
        name: standard_name(path.span()),
        fields: standard_fields(path.span()),
    })
}

fn full_form(runtime: Path, input: ParseStream<'_>) -> syn::Result<Call> {
    let attributes = input.call(Attribute::parse_outer)?;
    let visibility = input.parse()?;
    input.parse::<Token![enum]>()?;
    let name: Ident = input.parse()?;
    let fields = fields(input, name.span())?;
    Ok(Call { runtime, attributes, visibility, name, fields })
}

/// What follows the name of the enum: the columns in braces, or `;` for the three of a status table.
fn fields(input: ParseStream<'_>, name: Span) -> syn::Result<Vec<CallField>> {
    let is_short = input.parse::<Option<Token![;]>>()?.is_some();
    let fields = if is_short { standard_fields(name) } else { fields_in_braces(input)? };
    expect_end(input)?;
    Ok(fields)
}

fn fields_in_braces(input: ParseStream<'_>) -> syn::Result<Vec<CallField>> {
    if !input.peek(token::Brace) {
        return Err(input.error("expected `{ columns }` or `;` after the enum name"));
    }
    let content;
    braced!(content in input);
    let fields = content.parse_terminated(CallField::parse, Token![,])?;
    Ok(fields.into_iter().collect())
}

fn expect_end(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    Err(input.error("unexpected token: a call is either the path of a page, or attributes and one `enum`"))
}

/// The three columns of a status table; mistakes in them are shown at `span`, the token that stands for them.
fn standard_fields(span: Span) -> Vec<CallField> {
    let field = |name: &str, ty: Type, header: &str| {
        let header = LitStr::new(header, span);
        let attributes = vec![parse_quote!(#[column(#header)])];
        CallField { attributes, name: Ident::new(name, Span::call_site()), ty }
    };
    vec![
        field("code", parse_quote!(u16), "Status Code"),
        field("message", parse_quote!(&'static str), "Message"),
        field("description", parse_quote!(&'static str), "Description"),
    ]
}

impl Parse for CallField {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        if input.peek(Token![pub]) {
            return Err(input.error("unexpected `pub`: an accessor has the visibility of the enum"));
        }
        let name = input.call(Ident::parse_any).map_err(|error| reworded(&error, "expected a field, `name: type`"))?;
        input
            .parse::<Token![:]>()
            .map_err(|error| reworded(&error, "expected `: type` after the field name; variants come from the page"))?;
        Ok(Self { attributes, name, ty: input.parse()? })
    }
}

impl Call {
    /// The declaration's beginning as it is written, such as `pub enum StatusCode`.
    pub(crate) fn heading(&self) -> String {
        format!("{} enum {}", self.visibility.to_token_stream(), self.name).trim_start().to_owned()
    }
}

/// Replaces an error's message, keeping its span.
fn reworded(error: &syn::Error, text: &str) -> syn::Error {
    syn::Error::new(error.span(), text)
}
