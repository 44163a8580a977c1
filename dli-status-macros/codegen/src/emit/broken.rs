//! What a call with mistakes expands to: its errors, and nothing that the rest of the crate could trip over.
//!
//! rustc reports nothing about a name that is imported from a module in which a macro has failed, and nothing that follows
//! from it, wherever the type is used. Editors see the rows that are right in its place.

use super::hygiene::{ident, quote};
use crate::call::Defined;
use proc_macro2::TokenStream;
use syn::ext::IdentExt;

/// `errors` are invocations of `compile_error!`; `readable` is the type with the rows that are right, or nothing.
pub(crate) fn broken(defined: &Defined, errors: &TokenStream, readable: &TokenStream) -> TokenStream {
    let Defined { visibility, name } = defined;
    let module = ident(&format!("__broken_{}", name.unraw()));
    quote! {
        #[doc(hidden)]
        #[allow(unexpected_cfgs)]
        mod #module {
            #errors
            #readable
        }
        #[allow(unused_imports)]
        #visibility use #module::#name;
    }
}
