//! The grammar of `#[assert_status_table(…)]`: its arguments.

use super::{ColumnArguments, SourceArguments};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitStr, Path, Token, parenthesized, token};

/// `"page.rst", table = …, column("Header"), crate = path`
pub(crate) struct AssertionArguments {
    pub(crate) source: SourceArguments,
    pub(crate) column: Option<ColumnArguments>,
    /// The path of the runtime crate.
    pub(crate) runtime: Option<Path>,
}

impl Parse for AssertionArguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let Arguments { source, column, runtime } = Arguments::parse(input)?;
        Ok(Self { source: SourceArguments::parse.parse2(source)?, column, runtime })
    }
}

/// The arguments of the attribute.
#[derive(Default)]
struct Arguments {
    /// Those of `#[source(…)]`.
    source: TokenStream,
    column: Option<ColumnArguments>,
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
