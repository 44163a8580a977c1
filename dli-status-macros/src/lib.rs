//! The procedural macro of [`dli-status`](https://docs.rs/dli-status). Use it through that crate: there it is
//! documented, and there is what its expansion calls.

#![forbid(unsafe_code)]

mod file;

use proc_macro::TokenStream;

/// `include_status_table!` behind `$crate;`.
#[proc_macro]
pub fn include_status_table(call: TokenStream) -> TokenStream {
    dli_status_codegen::expand(call.into(), &file::read).into()
}
