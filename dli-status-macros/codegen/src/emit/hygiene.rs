//! No name of the caller's module changes what the expansion means, and no name of the expansion is seen there.
//!
//! Names that the expansion binds have the hygiene of the macro. That keeps parameters and variables apart from the tokens
//! of the caller, but not from the caller's constants: `code` in a pattern would still be a `const code` next to the call.
//! So each of these names is also a function of the block around the generated items. Functions may be shadowed by a
//! variable, and the function hides the constant.

use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt;

/// Like `quote::quote!`, with the hygiene of the macro.
macro_rules! quote {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned! { ::proc_macro2::Span::mixed_site()=> $($tokens)* }
    };
}

pub(super) use quote;

/// An identifier of generated code.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// A type parameter, which has another name than the enum.
pub(super) fn type_parameter(name: &str, enumeration: &Ident) -> Ident {
    if enumeration.unraw() == name { ident(&format!("{name}0")) } else { ident(name) }
}

/// The parameters and variables of the expansion, macros of the runtime crate included, that are not functions of it anyway.
const VARIABLES: [&str; 9] =
    ["code", "deserializer", "f", "found", "generator", "received", "serializer", "status", "text"];

/// One function each, which nothing calls.
pub(super) fn hide_constants() -> TokenStream {
    let names = VARIABLES.map(ident);
    quote!(#(#[allow(dead_code)] const fn #names() {})*)
}
