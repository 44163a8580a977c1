//! The names of the variants, and the index of all texts by which a row is known.

use super::columns::message_texts;
use super::context::Context;
use super::hygiene::{ident, quote};
use super::tables::{perfect_hash, texts};
use crate::layout::{CodeLookup, TextTable};
use proc_macro2::TokenStream;

/// `NAME`, the identifiers, and `NAMES`, the index of them, of messages and of codes that are text.
pub(super) fn tables(context: &Context<'_>) -> TokenStream {
    let (private, lookup) = (&context.private, &context.layout.names);
    let name_table = texts(private, &ident("NAME"), &lookup.names);
    let index = perfect_hash(private, &lookup.index);
    let nothing = ident("NOTHING");
    let first_messages = context.layout.first_messages.as_ref();
    let first_messages = first_messages.map(|messages| texts(private, &ident("FIRST_MESSAGE"), messages));
    let message = message_texts(context);
    let code = matches!(context.layout.codes, CodeLookup::Hashed { .. }).then(|| ident("CODE"));
    let no_texts = || texts(private, &nothing, &[""; 0].iter().collect::<TextTable>());
    let none = (message.is_none() || code.is_none()).then(no_texts);
    let (message, code) = (message.unwrap_or_else(|| nothing.clone()), code.unwrap_or_else(|| nothing.clone()));
    quote! {
        #none
        #first_messages
        #name_table
        /// Where to look for a name, a message, and a code that is text.
        const NAMES: #private::Names = #private::Names::new(#index, NAME, #message, #code);
    }
}

pub(super) fn name(context: &Context<'_>) -> TokenStream {
    let visibility = &context.item.visibility;
    quote! {
        /// The name of the variant.
        #[must_use]
        #[inline]
        #visibility const fn name(self) -> &'static ::core::primitive::str {
            NAME.get(row(self))
        }
    }
}
