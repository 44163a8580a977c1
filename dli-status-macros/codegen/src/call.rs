//! The grammar of the macros: what is written in a call, before anything is judged.

mod assertion;
mod column;
mod condition;
mod defined;
mod hand_written;
mod options;
mod rename;
mod skip;
mod source;

pub(crate) use self::assertion::AssertionArguments;
pub(crate) use self::column::{ColumnArgument, ColumnArguments};
pub(crate) use self::condition::{ConditionalAttributes, ConditionalCall};
pub(crate) use self::defined::Defined;
pub(crate) use self::hand_written::HandWrittenEnum;
pub(crate) use self::rename::RenameArguments;
pub(crate) use self::skip::SkipArguments;
pub(crate) use self::source::{SourceArguments, TableArgument};

use self::defined::standard_name;
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Path, Token, Type, Visibility, braced, parse_quote, parse_quote_spanned, token};

/// A call of `include_status_table!`.
#[derive(Clone)]
pub(crate) struct Call {
    /// The path of the runtime crate in the calling crate.
    pub(crate) runtime: Path,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) kind: ItemKind,
    /// The word `enum` or `struct`, or the token in its place.
    pub(crate) keyword: Ident,
    pub(crate) name: Ident,
    /// The braces, or the token in their place.
    pub(crate) braces: Span,
    pub(crate) fields: Vec<CallField>,
}

/// What a call makes of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemKind {
    /// A variant per code.
    Enum,
    /// A value per row.
    Struct,
}

/// A field, or what the short forms have in place of one.
#[derive(Clone)]
pub(crate) struct CallField {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
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

/// No macro is expanded in the arguments of another.
const NOT_A_LITERAL: &str = "expected a string literal\n  = help: a path is relative to the root of the package, the folder of its \
                             Cargo.toml; `\"$OUT_DIR/page.rst\"` starts with an environment variable";

/// `"page.rst"`
fn short_form(runtime: Path, input: ParseStream<'_>) -> syn::Result<Call> {
    let path: LitStr = input.parse()?;
    input.parse::<Option<Token![,]>>()?;
    expect_end(input)?;
    let span = path.span();
    Ok(Call {
        runtime,
        attributes: vec![parse_quote_spanned!(span=> #[source(#path)])],
        visibility: parse_quote_spanned!(span=> pub),
        kind: ItemKind::Enum,
        keyword: Ident::new("enum", span),
        name: standard_name(span),
        braces: span,
        fields: standard_fields(span),
    })
}

fn full_form(runtime: Path, input: ParseStream<'_>) -> syn::Result<Call> {
    let attributes = input.call(Attribute::parse_outer)?;
    let visibility = input.parse()?;
    if input.peek(syn::Ident) && input.peek2(Token![!]) {
        return Err(input.error(NOT_A_LITERAL));
    }
    let keyword = input.span();
    let kind = ItemKind::parse(input)?;
    let keyword = Ident::new(kind.keyword(), keyword);
    let name: Ident = input.parse()?;
    let braces = input.span();
    let fields = fields(input, kind, name.span())?;
    Ok(Call { runtime, attributes, visibility, kind, keyword, name, braces, fields })
}

impl Parse for ItemKind {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let kind = input.lookahead1();
        if kind.peek(Token![enum]) {
            input.parse::<Token![enum]>().map(|_| Self::Enum)
        } else if kind.peek(Token![struct]) {
            input.parse::<Token![struct]>().map(|_| Self::Struct)
        } else {
            Err(kind.error())
        }
    }
}

/// What follows the name: the columns in braces, or `;` for the three of a status table.
fn fields(input: ParseStream<'_>, kind: ItemKind, name: Span) -> syn::Result<Vec<CallField>> {
    let is_short = kind == ItemKind::Enum && input.parse::<Option<Token![;]>>()?.is_some();
    let fields = if is_short { standard_fields(name) } else { fields_in_braces(input, kind)? };
    expect_end(input)?;
    Ok(fields)
}

fn fields_in_braces(input: ParseStream<'_>, kind: ItemKind) -> syn::Result<Vec<CallField>> {
    if !input.peek(token::Brace) {
        return Err(input.error(match kind {
            ItemKind::Enum => "expected `{ columns }` or `;` after the enum name",
            ItemKind::Struct => "expected `{ columns }` after the struct name",
        }));
    }
    let content;
    braced!(content in input);
    let fields = content.parse_terminated(CallField::parse, Token![,])?.into_iter();
    let fields: Vec<CallField> = fields.collect();
    let visible = fields.iter().find(|field| !matches!(field.visibility, Visibility::Inherited));
    match visible {
        Some(field) if kind == ItemKind::Enum => {
            let text = "unexpected visibility: an accessor has the visibility of the enum";
            Err(syn::Error::new_spanned(&field.visibility, text))
        }
        _ => Ok(fields),
    }
}

fn expect_end(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    Err(input.error("unexpected token: a call is either the path of a page, or attributes and one `enum` or `struct`"))
}

/// The three columns of a status table; mistakes in them are shown at `span`, the token in their place.
fn standard_fields(span: Span) -> Vec<CallField> {
    let field = |name: &str, ty: Type, header: &str| {
        let header = LitStr::new(header, span);
        let attributes = vec![parse_quote!(#[column(#header)])];
        CallField { attributes, visibility: Visibility::Inherited, name: Ident::new(name, Span::call_site()), ty }
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
        let visibility = input.parse()?;
        let name = input.call(Ident::parse_any).map_err(|error| reworded(&error, "expected a field, `name: type`"))?;
        input
            .parse::<Token![:]>()
            .map_err(|error| reworded(&error, "expected `: type` after the field name; variants come from the page"))?;
        Ok(Self { attributes, visibility, name, ty: input.parse()? })
    }
}

impl Call {
    /// The declaration's beginning as it is written, such as `pub enum StatusCode`.
    pub(crate) fn heading(&self) -> String {
        format!("{} {} {}", self.visibility.to_token_stream(), self.kind.keyword(), self.name).trim_start().to_owned()
    }
}

impl ItemKind {
    /// As Rust spells it.
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            Self::Enum => "enum",
            Self::Struct => "struct",
        }
    }
}

/// Replaces an error's message, keeping its span.
fn reworded(error: &syn::Error, text: &str) -> syn::Error {
    syn::Error::new(error.span(), text)
}
