//! The enum: its attributes, its variants, and the list of them.

use super::docs::Docs;
use super::{Context, ident};
use crate::PagePath;
use crate::model::Variant;
use crate::value::Value;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn emit(context: &Context<'_>) -> TokenStream {
    let schema = context.schema;
    let (attributes, visibility, name) = (&schema.attributes, &schema.visibility, &schema.name);
    let docs = Docs::new(context);
    let repr = schema.code_integer().map(|integer| {
        let integer = ident(integer.name());
        quote!(#[repr(#integer)])
    });
    let non_exhaustive = (!schema.exhaustive).then(|| quote!(#[non_exhaustive]));
    let variants = context.model.variants.iter().map(|variant| emit_variant(context, &docs, variant));
    let enum_docs = docs.of_enum();
    quote! {
        #(#attributes)*
        #enum_docs
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #repr
        #non_exhaustive
        #visibility enum #name {
            #(#variants,)*
        }
    }
}

fn emit_variant(context: &Context<'_>, docs: &Docs<'_>, variant: &Variant) -> TokenStream {
    let name = ident(&variant.name);
    let docs = docs.of_variant(variant);
    let discriminant = match variant.values.get(context.schema.code) {
        Some(Value::Integer(code)) => {
            let code = Literal::u128_unsuffixed(*code);
            Some(quote!(= #code))
        }
        _ => None,
    };
    quote!(#docs #name #discriminant)
}

/// `VARIANTS`, the rows in order; `all` of them, and `variant`, the one of a row.
///
/// rustc checks each element of a constant array of variants against all discriminants, which is quadratic: seconds at
/// 10,000 rows. `Rows` spares it that. What `all` returns it does check: a constant that depends on a type parameter is
/// left alone until a program asks for it; that the parameter has no size makes it depend.
pub(super) fn rows(context: &Context<'_>) -> TokenStream {
    let (name, private, variants) = (&context.schema.name, &context.private, context.variants());
    let count = Literal::usize_unsuffixed(variants.len());
    quote! {
        /// By row, the variant.
        static VARIANTS: #private::Rows<#name, #count> = #private::Rows::new([#(#name::#variants),*]);

        /// All variants; not evaluated before a program asks for them.
        const fn all<__Unused>() -> &'static [#name] {
            const {
                ::core::assert!(::core::mem::size_of::<__Unused>() == 0);
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
    let visibility = &context.schema.visibility;
    quote! {
        /// All rows, in the order of the page.
        #visibility const ALL: &'static [Self] = all::<()>();
    }
}

/// What other tables say of this one in a compile error.
pub(super) fn pages(context: &Context<'_>) -> TokenStream {
    let visibility = &context.schema.visibility;
    let pages: Vec<&str> = super::distinct(context.paths).into_iter().map(PagePath::written).collect();
    let pages = format!("{} of the package ", pages.join(" and "));
    quote! {
        #[doc(hidden)]
        #visibility const __PAGES: &'static ::core::primitive::str =
            ::core::concat!(#pages, ::core::env!("CARGO_PKG_NAME"));
    }
}
