//! The procedural macro of [`dli-status`](https://docs.rs/dli-status). Use it through that crate: there it is
//! documented, and there is what its expansion calls.

#![forbid(unsafe_code)]

mod file;
mod sources;

use proc_macro::TokenStream;

/// `include_status_table!` behind `$crate;`.
#[proc_macro]
pub fn include_status_table(call: TokenStream) -> TokenStream {
    dli_status_codegen::expand(call.into(), &file::read).into()
}

/// `assert_status_table!` behind `$crate;`.
#[proc_macro]
pub fn assert_status_table(call: TokenStream) -> TokenStream {
    dli_status_codegen::expand_assertion(call.into(), &file::read, &|at| Box::new(sources::of(at.unwrap()))).into()
}
