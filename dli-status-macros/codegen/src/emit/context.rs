//! What all emitters share.

use super::hygiene::{ident, quote};
use crate::declaration::{EnumSpec, ItemSpec, Key, TableSpec};
use crate::layout::Layout;
use crate::model::{Model, Number};
use proc_macro2::{Literal, TokenStream};
use quote::quote_spanned;

/// Inputs shared by all emitters of an enum.
pub(super) struct Context<'a> {
    pub(super) table: &'a TableSpec,
    pub(super) spec: &'a EnumSpec,
    pub(super) item: &'a ItemSpec,
    pub(super) key: &'a Key,
    pub(super) model: &'a Model,
    pub(super) layout: &'a Layout<'a>,
    /// The runtime crate's items for generated code.
    pub(super) private: TokenStream,
}

impl Context<'_> {
    /// The type of a code that is kept: an integer, or `&'static str`.
    pub(super) fn code_type(&self) -> TokenStream {
        match self.key.integer {
            Some(integer) => primitive(integer.name()),
            None => quote!(&'static ::core::primitive::str),
        }
    }
}

/// The enum or struct, of words and braces of the call: there it is defined for whoever looks for it.
pub(super) fn define(item: &ItemSpec, body: &TokenStream) -> TokenStream {
    let ItemSpec { visibility, keyword, name, braces, .. } = item;
    let body = quote_spanned!(*braces=> { #body });
    quote!(#visibility #keyword #name #body)
}

/// A type of numbers.
pub(super) fn primitive(name: &str) -> TokenStream {
    let name = ident(name);
    quote!(::core::primitive::#name)
}

/// A whole number.
pub(super) fn integer(number: Number) -> TokenStream {
    let magnitude = Literal::u128_unsuffixed(number.magnitude);
    if number.is_negative { quote!(-#magnitude) } else { quote!(#magnitude) }
}

/// A decimal number, which is finite.
pub(super) fn decimal(number: f64) -> TokenStream {
    let magnitude = Literal::f64_unsuffixed(number.abs());
    if number.is_sign_negative() { quote!(-#magnitude) } else { quote!(#magnitude) }
}
