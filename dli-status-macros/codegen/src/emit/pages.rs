//! The pages that a table was read from: tracked by the compiler, named in errors, and the place of each row.

use super::context::Context;
use super::hygiene::quote;
use super::tables;
use crate::declaration::Source;
use crate::indexed::By;
use crate::page::PagePath;
use proc_macro2::{Literal, TokenStream};

/// Names each page to the compiler, so that an edit of it is an edit of the crate.
pub(super) fn track(sources: &By<Source, Source>) -> TokenStream {
    let files = distinct(sources).into_iter().map(path);
    quote!(#(const _: &[::core::primitive::u8] = ::core::include_bytes!(#files);)*)
}

/// The path as an expression for `include_bytes!`, without an absolute path in it.
fn path(path: &PagePath) -> TokenStream {
    let (variable, rest) = (path.variable(), path.rest());
    quote!(::core::concat!(::core::env!(#variable), #rest))
}

/// Each page once, though several of its tables may be read.
pub(super) fn distinct(sources: &By<Source, Source>) -> Vec<&PagePath> {
    let mut seen: Vec<&PagePath> = Vec::new();
    for source in sources {
        if !seen.contains(&&source.path) {
            seen.push(&source.path);
        }
    }
    seen
}

/// What other tables call the pages of this one in a compile error.
pub(super) fn names(context: &Context<'_>) -> TokenStream {
    let pages: Vec<&str> = distinct(&context.table.sources).into_iter().map(PagePath::written).collect();
    let pages = format!("{} of the package ", pages.join(" and "));
    quote!(::core::concat!(#pages, ::core::env!("CARGO_PKG_NAME")))
}

/// Page and line of `row(self)`.
pub(super) fn location(context: &Context<'_>) -> TokenStream {
    let private = &context.private;
    let lines = tables::numbers(private, &context.layout.lines);
    let pages = context.layout.page_ends.iter().map(|&(end, source)| {
        let (end, path) = (Literal::usize_unsuffixed(end), context.table.sources[source].path.written());
        quote!((#end, #path))
    });
    quote! {
        /// By row, the line of its page.
        static LINES: #private::Numbers = #lines;
        /// The pages, each with the number of rows up to its last.
        static PAGES: &[(::core::primitive::usize, &::core::primitive::str)] = &[#(#pages),*];
        #private::location(row(self), &LINES, PAGES)
    }
}
