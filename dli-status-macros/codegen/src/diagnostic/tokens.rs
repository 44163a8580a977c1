//! Diagnostics as tokens, which is how a macro speaks on stable Rust.

use super::Diagnostic;
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// Errors beyond this many are only counted.
const MAX_ERRORS: usize = 20;

/// The expansion of a call with mistakes: one `compile_error!` each and nothing else, since rustc is then silent about
/// the missing type.
pub(crate) fn compile_errors(errors: &[Diagnostic]) -> TokenStream {
    let (shown, rest) = errors.split_at_checked(MAX_ERRORS).unwrap_or((errors, &[]));
    let mut tokens: TokenStream = shown.iter().map(|error| compile_error(error.span, &error.render())).collect();
    if let Some(next) = rest.first() {
        tokens.extend(compile_error(next.span, &format!("… and {} more errors like these", rest.len())));
    }
    tokens
}

fn compile_error(span: Span, text: &str) -> TokenStream {
    quote_spanned! {span=> ::core::compile_error! { #text } }
}

/// Macros have no warnings on stable Rust; the use of a deprecated item is one, with a note that we choose.
pub(crate) fn compile_warnings(warnings: &[Diagnostic]) -> TokenStream {
    let warnings = warnings.iter().map(|warning| {
        let text = warning.render();
        quote_spanned! {warning.span=>
            const _: () = {
                #[deprecated(note = #text)]
                const fn this_page() {}
                this_page()
            };
        }
    });
    warnings.collect()
}
