//! `#[with(…)]`: each feature is a macro of the runtime crate, which implements the feature's traits for the enum; one that
//! is turned off says so.

use super::context::Context;
use super::hygiene::{ident, quote};
use crate::declaration::{Feature, Integer};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;

pub(super) fn emit(context: &Context<'_>) -> TokenStream {
    let code = ident(context.key.integer.map_or("str", Integer::name));
    let item = context.item;
    item.with.iter().map(|feature| invoke(&context.private, &item.name, feature, &quote!(#code))).collect()
}

/// The call has the span of the word in `#[with(…)]`, which is where the compiler shows what goes wrong in it. The macro
/// is given the type of an enum's codes, or the fields of a struct.
pub(super) fn invoke(
    private: &TokenStream,
    name: &Ident,
    Feature { name: feature, condition }: &Feature,
    contents: &TokenStream,
) -> TokenStream {
    let span = feature.span().resolved_at(Span::mixed_site());
    let private = located_at(private, span);
    let condition = condition.as_ref().map(|condition| quote_spanned!(span=> #[cfg(#condition)]));
    quote_spanned!(span=> #condition #private::with::#feature! { #feature #name #contents })
}

/// The same path at another place.
fn located_at(path: &TokenStream, span: Span) -> TokenStream {
    let moved = path.clone().into_iter().map(|mut token: TokenTree| {
        token.set_span(span.resolved_at(token.span()));
        token
    });
    moved.collect()
}
