//! The variants of an enum that is written by hand: as its definition has them, or as `#[variants(…)]` lists them.

use proc_macro2::{Ident, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Token, token};

/// What stands in the braces of an enum, or the parentheses of `#[variants(…)]`.
pub struct Variants {
    /// In order.
    pub list: Vec<Variant>,
}

/// One variant.
pub struct Variant {
    /// Its `#[cfg(…)]`.
    pub cfgs: Vec<Attribute>,
    /// Its identifier.
    pub name: Ident,
    /// Whether it is more than a name.
    pub holds_values: bool,
    /// In front of its discriminant, if that is written.
    pub equals: Option<Token![=]>,
}

impl Variants {
    /// Whether a variant is more than a name.
    #[must_use]
    pub fn hold_values(&self) -> bool {
        self.list.iter().any(|variant| variant.holds_values)
    }

    /// Whether a discriminant is written.
    #[must_use]
    pub fn are_numbered(&self) -> bool {
        self.list.iter().any(|variant| variant.equals.is_some())
    }
}

impl Parse for Variants {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let list = input.parse_terminated(Variant::parse, Token![,])?;
        Ok(Self { list: list.into_iter().collect() })
    }
}

impl Parse for Variant {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut cfgs = input.call(Attribute::parse_outer)?;
        cfgs.retain(|attribute| attribute.path().is_ident("cfg"));
        let name = input.call(Ident::parse_any)?;
        let holds_values = input.peek(token::Paren) || input.peek(token::Brace);
        if holds_values {
            input.parse::<TokenTree>()?;
        }
        let equals: Option<Token![=]> = input.parse()?;
        if equals.is_some() {
            while !input.is_empty() && !input.peek(Token![,]) {
                input.parse::<TokenTree>()?;
            }
        }
        Ok(Self { cfgs, name, holds_values, equals })
    }
}
