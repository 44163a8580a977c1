//! The texts by which rows are known besides code, name and message; and what is shown for codes of another base.

use super::context::Context;
use super::hygiene::{ident, quote};
use super::tables::{numbers, perfect_hash, texts};
use crate::layout::AliasLookup;
use proc_macro2::{Literal, TokenStream};

/// `ALIASES` and `SHOWN_CODE`, if there are any.
pub(super) fn tables(context: &Context<'_>) -> TokenStream {
    let private = &context.private;
    let aliases = context.layout.aliases.as_ref().map(|aliases| lookup(private, aliases));
    let shown = context.layout.shown_codes.as_ref().map(|codes| texts(private, &ident("SHOWN_CODE"), codes));
    quote!(#aliases #shown)
}

fn lookup(private: &TokenStream, aliases: &AliasLookup) -> TokenStream {
    let (exact, folded) = (perfect_hash(private, &aliases.exact), perfect_hash(private, &aliases.folded));
    let texts = texts(private, &ident("ALIAS"), &aliases.texts);
    let rows = numbers(private, &aliases.rows);
    let codes = Literal::usize_unsuffixed(aliases.codes);
    quote! {
        #texts
        /// Where to look for an alias, and its row.
        static ALIASES: #private::Aliases = #private::Aliases::new(#exact, #folded, ALIAS, #rows, #codes);
    }
}
