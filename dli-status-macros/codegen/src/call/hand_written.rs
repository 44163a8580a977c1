//! An enum that is written by hand, as `#[assert_status_table]` finds it below itself.
//!
//! Only what a comparison needs is read. Expressions are skipped token by token, which spares syn's full grammar.

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, GenericParam, Generics, Token, Visibility, braced, token};

/// An enum definition.
pub(crate) struct HandWrittenEnum {
    /// Its `#[cfg(…)]` attributes.
    pub(crate) cfgs: Vec<Attribute>,
    /// Its name.
    pub(crate) name: Ident,
    /// Its variants, in order.
    pub(crate) variants: Vec<HandWrittenVariant>,
}

/// One variant.
pub(crate) struct HandWrittenVariant {
    /// Its `#[cfg(…)]` attributes.
    pub(crate) cfgs: Vec<Attribute>,
    /// Its name.
    pub(crate) name: Ident,
    /// Whether it has fields.
    pub(crate) has_fields: bool,
    /// Whether its discriminant is written.
    pub(crate) is_numbered: bool,
}

impl HandWrittenEnum {
    /// Whether the discriminants are the codes: at least one is written, and no variant has fields.
    pub(crate) fn is_numbered(&self) -> bool {
        self.variants.iter().any(|variant| variant.is_numbered)
            && !self.variants.iter().any(|variant| variant.has_fields)
    }
}

impl Parse for HandWrittenEnum {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let cfgs = cfgs(input)?;
        input.parse::<Visibility>()?;
        input.parse::<Token![enum]>().map_err(|error| {
            syn::Error::new(error.span(), "expected an enum: `#[assert_status_table(…)]` compares its variants")
        })?;
        let name: Ident = input.parse()?;
        let generics: Generics = input.parse()?;
        if let Some(span) = generics.params.iter().find_map(instantiated) {
            return Err(syn::Error::new(span, "an enum with type or const parameters cannot be compared with a page"));
        }
        while !input.is_empty() && !input.peek(token::Brace) {
            input.parse::<TokenTree>()?;
        }
        let content;
        braced!(content in input);
        let variants = Punctuated::<HandWrittenVariant, Token![,]>::parse_terminated(&content)?;
        Ok(Self { cfgs, name, variants: variants.into_iter().collect() })
    }
}

/// The place of a parameter that an expression would have to choose.
fn instantiated(parameter: &GenericParam) -> Option<Span> {
    match parameter {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(parameter) => Some(parameter.ident.span()),
        GenericParam::Const(parameter) => Some(parameter.ident.span()),
    }
}

impl Parse for HandWrittenVariant {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let cfgs = cfgs(input)?;
        let name = input.call(Ident::parse_any)?;
        let has_fields = input.peek(token::Paren) || input.peek(token::Brace);
        if has_fields {
            input.parse::<TokenTree>()?;
        }
        let is_numbered = input.parse::<Option<Token![=]>>()?.is_some();
        while is_numbered && !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<TokenTree>()?;
        }
        Ok(Self { cfgs, name, has_fields, is_numbered })
    }
}

/// Reads attributes and keeps those that decide whether the item is there.
fn cfgs(input: ParseStream<'_>) -> syn::Result<Vec<Attribute>> {
    let mut attributes = input.call(Attribute::parse_outer)?;
    attributes.retain(|attribute| attribute.path().is_ident("cfg"));
    Ok(attributes)
}
