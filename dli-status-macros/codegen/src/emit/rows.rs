//! From a row to its variant, and the list of all variants.

use super::context::Context;
use super::hygiene::{ident, quote, type_parameter};
use proc_macro2::{Literal, TokenStream};

/// `VARIANTS`, the rows in order; `all` of them, and `variant`, the one of a row.
///
/// rustc checks each element of a constant array of variants against all discriminants, which is quadratic: seconds at
/// 10,000 rows. `Rows` spares it that. What `all` returns it does check: a constant that depends on a type parameter is
/// left alone until a program asks for it; that the parameter has no size makes it depend.
pub(super) fn tables(context: &Context<'_>) -> TokenStream {
    let (name, private) = (&context.item.name, &context.private);
    let count = Literal::usize_unsuffixed(context.model.variants.len());
    let variants = context.model.variants.iter().map(|variant| ident(&variant.name));
    let unused = type_parameter("Unused", name);
    quote! {
        /// By row, the variant.
        static VARIANTS: #private::Rows<#name, #count> = #private::Rows::new([#(#name::#variants),*]);

        /// All variants; not evaluated before a program asks for them.
        const fn all<#unused>() -> &'static [#name] {
            const {
                ::core::assert!(::core::mem::size_of::<#unused>() == 0);
                VARIANTS.all()
            }
        }

        /// The variant of a row.
        #[inline]
        const fn variant(row: ::core::primitive::usize) -> ::core::option::Option<#name> {
            VARIANTS.get(row)
        }
    }
}

pub(super) fn all(context: &Context<'_>) -> TokenStream {
    let visibility = &context.item.visibility;
    quote! {
        /// All rows, in the order of the page.
        #visibility const ALL: &'static [Self] = all::<()>();
    }
}
