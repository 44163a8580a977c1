//! The procedural macros of [`dli-status`](https://docs.rs/dli-status). Use them through that crate, which documents them
//! and holds what their expansions call.

#![forbid(unsafe_code)]

mod file;

use proc_macro::TokenStream;

/// Takes the path of the runtime crate and `;`, then what the caller of `dli_status::include_status_table!` wrote.
#[proc_macro]
pub fn include_status_table(call: TokenStream) -> TokenStream {
    dli_status_codegen::expand(call.into(), &file::read, dli_status_patterns::compile).into()
}

/// The expansion is the enum as it is, and a comparison in an anonymous constant.
#[proc_macro_attribute]
pub fn assert_status_table(arguments: TokenStream, item: TokenStream) -> TokenStream {
    dli_status_codegen::expand_assertion(arguments.into(), item.into(), &file::read, dli_status_patterns::compile)
        .into()
}
