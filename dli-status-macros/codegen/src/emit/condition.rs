//! A call that depends on a condition expands to a call per case, of which the compiler expands the one that holds.

use super::hygiene::quote;
use crate::call::{Call, ConditionalCall};
use proc_macro2::TokenStream;

pub(crate) fn conditional(ConditionalCall { condition, met, unmet }: &ConditionalCall) -> TokenStream {
    let (met, unmet) = (invoke(met), unmet.as_ref().map(invoke));
    let unmet = unmet.map(|call| quote!(#[cfg(not(#condition))] #call));
    quote!(#[cfg(#condition)] #met #unmet)
}

fn invoke(call: &Call) -> TokenStream {
    let runtime = &call.runtime;
    quote!(#runtime::__private::include_status_table! { #runtime; #call })
}
