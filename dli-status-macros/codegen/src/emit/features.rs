//! `#[with(…)]`: each feature is a macro of the runtime crate, which implements the feature's traits for the enum; one that
//! is turned off says so.

use super::context::Context;
use super::hygiene::ident;
use crate::declaration::{Feature, Integer};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote_spanned;

pub(super) fn emit(context: &Context<'_>) -> TokenStream {
    context.spec.with.iter().map(|feature| invoke(context, feature)).collect()
}

/// The call has the span of the word in `#[with(…)]`, which is where the compiler shows what goes wrong in it.
fn invoke(context: &Context<'_>, Feature { name: feature, condition }: &Feature) -> TokenStream {
    let span = feature.span().resolved_at(Span::mixed_site());
    let private = located_at(&context.private, span);
    let name = &context.spec.name;
    let code = ident(context.table.code_integer().map_or("str", Integer::name));
    let condition = condition.as_ref().map(|condition| quote_spanned!(span=> #[cfg(#condition)]));
    quote_spanned!(span=> #condition #private::with::#feature! { #feature #name #code })
}

/// The same path at another place.
fn located_at(path: &TokenStream, span: Span) -> TokenStream {
    let moved = path.clone().into_iter().map(|mut token: TokenTree| {
        token.set_span(span.resolved_at(token.span()));
        token
    });
    moved.collect()
}
