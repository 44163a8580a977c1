//! The procedural macros of [`dli-status`](https://docs.rs/dli-status). Use them through that crate, which documents them
//! and holds what their expansions call.

#![forbid(unsafe_code)]

mod file;

use proc_macro::TokenStream;

/// `dli_status::include_status_table!`; the call starts with the runtime crate's path and `;`.
#[proc_macro]
pub fn include_status_table(call: TokenStream) -> TokenStream {
    dli_status_codegen::expand(call.into(), &file::read).into()
}

/// `#[dli_status::assert_status_table(…)]`.
#[proc_macro_attribute]
pub fn assert_status_table(arguments: TokenStream, item: TokenStream) -> TokenStream {
    dli_status_codegen::expand_assertion(arguments.into(), item.into(), &file::read).into()
}
