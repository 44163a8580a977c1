//! Reads `#[assert_status_table(…)]`: its arguments, and the enum below it.

use super::parse::{Written, WrittenField};
use super::{HandWrittenEnum, Schema};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Path, Token, Type, Visibility, parenthesized, parse_quote, token};

/// An enum, and the table whose codes it should have.
pub(crate) struct Assertion {
    /// What is read: a field `code`, and a field `message` to show next to it.
    pub(crate) schema: Schema,
    /// The enum.
    pub(crate) enumeration: HandWrittenEnum,
}

impl Assertion {
    /// Reads the arguments of the attribute and the item below it.
    pub(crate) fn new(arguments: TokenStream, item: TokenStream) -> syn::Result<Self> {
        let enumeration: HandWrittenEnum = syn::parse2(item)?;
        let Arguments { source, column, runtime } = syn::parse2(arguments)?;
        let column = column.unwrap_or_else(|| quote!("Status Code"));
        let code: Type = if enumeration.is_numbered() { parse_quote!(i128) } else { parse_quote!(&'static str) };
        let written = Written {
            attributes: vec![parse_quote!(#[source(#source)])],
            visibility: Visibility::Inherited,
            name: enumeration.name.clone(),
            heading: None,
            fields: vec![
                WrittenField::new("code", code, &column),
                WrittenField::new("message", parse_quote!(Option<&'static str>), &quote!("Message")),
            ],
        };
        let runtime = runtime.map_or_else(|| quote!(::dli_status), Path::into_token_stream);
        Ok(Self { schema: written.check(runtime)?, enumeration })
    }
}

/// The arguments of the attribute.
#[derive(Default)]
struct Arguments {
    /// Those of `#[source(…)]`.
    source: TokenStream,
    /// Those of `column(…)`.
    column: Option<TokenStream>,
    /// The path in `crate = path`.
    runtime: Option<Path>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut arguments = Self::default();
        while !input.is_empty() {
            if input.peek(Token![crate]) && input.peek2(Token![=]) {
                arguments.read_crate(input)?;
            } else if input.peek(syn::Ident) && input.peek2(token::Paren) {
                arguments.read_column(input)?;
            } else {
                arguments.read_source(input)?;
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        if arguments.source.is_empty() { Err(no_path(Span::call_site())) } else { Ok(arguments) }
    }
}

impl Arguments {
    fn read_crate(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let key: Token![crate] = input.parse()?;
        input.parse::<Token![=]>()?;
        match self.runtime.replace(input.call(Path::parse_mod_style)?) {
            None => Ok(()),
            Some(_) => Err(syn::Error::new(key.span, "`crate` is given twice")),
        }
    }

    fn read_column(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let key: Ident = input.parse()?;
        if key != "column" {
            return Err(syn::Error::new(key.span(), format!("expected `column(…)`, found `{key}(…)`")));
        }
        let content;
        parenthesized!(content in input);
        match self.column.replace(content.parse()?) {
            None => Ok(()),
            Some(_) => {
                let text = "`column` is given twice; alternatives are written `column(\"A\" | \"B\")`";
                Err(syn::Error::new(key.span(), text))
            }
        }
    }

    /// Reads up to the next comma: the path of the page, or one of its options.
    fn read_source(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if !self.source.is_empty() {
            self.source.extend(quote!(,));
        } else if !input.peek(LitStr) {
            return Err(no_path(input.span()));
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            self.source.extend([input.parse::<TokenTree>()?]);
        }
        Ok(())
    }
}

fn no_path(span: Span) -> syn::Error {
    syn::Error::new(span, "expected the path of a page: `#[assert_status_table(\"docs/status_codes.rst\")]`")
}
