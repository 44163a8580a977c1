//! `class()` and its tests, for codes of HTTP's type.

use super::context::Context;
use super::hygiene::{ident, quote};
use crate::declaration::Integer;
use proc_macro2::TokenStream;

/// The tests of a class, and the lowest code of each.
const TESTS: [(&str, &str, u16); 5] = [
    ("is_informational", "Informational", 100),
    ("is_success", "Success", 200),
    ("is_redirection", "Redirection", 300),
    ("is_client_error", "ClientError", 400),
    ("is_server_error", "ServerError", 500),
];

pub(super) fn emit(context: &Context<'_>) -> TokenStream {
    if context.key.integer != Some(Integer::U16) {
        return TokenStream::new();
    }
    let (runtime, visibility) = (&context.item.runtime, &context.item.visibility);
    let tests = TESTS.map(|(test, class, lowest)| {
        let (test, class) = (ident(test), ident(class));
        let doc = format!("Whether the code is in {lowest} to {}.", lowest + 99);
        quote! {
            #[doc = #doc]
            #[must_use]
            #[inline]
            #visibility const fn #test(self) -> ::core::primitive::bool {
                ::core::matches!(self.class(), ::core::option::Option::Some(#runtime::Class::#class))
            }
        }
    });
    quote! {
        /// The class of the code: its first digit. `None` outside of 100 to 599.
        #[must_use]
        #[inline]
        #visibility const fn class(self) -> ::core::option::Option<#runtime::Class> {
            #runtime::Class::from_code(self as ::core::primitive::u16)
        }
        #(#tests)*
    }
}
