//! What all emitters share.

use super::hygiene::{ident, quote};
use crate::declaration::{EnumSpec, Integer, TableSpec};
use crate::layout::Layout;
use crate::model::Model;
use proc_macro2::TokenStream;

/// Inputs shared by all emitters.
pub(super) struct Context<'a> {
    pub(super) table: &'a TableSpec,
    pub(super) spec: &'a EnumSpec,
    pub(super) model: &'a Model,
    pub(super) layout: &'a Layout<'a>,
    /// The runtime crate's items for generated code.
    pub(super) private: TokenStream,
}

impl Context<'_> {
    /// The type of a code that is kept: an integer, or `&'static str`.
    pub(super) fn code_type(&self) -> TokenStream {
        match self.table.code_integer() {
            Some(integer) => primitive(integer),
            None => quote!(&'static ::core::primitive::str),
        }
    }
}

pub(super) fn primitive(integer: Integer) -> TokenStream {
    let integer = ident(integer.name());
    quote!(::core::primitive::#integer)
}
