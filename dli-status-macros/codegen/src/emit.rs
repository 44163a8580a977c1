//! The laid out table as tokens: one function per generated item, and no decision about the table.
//!
//! All but the enum is in an anonymous constant, so that the tables add no name to the caller's module.

mod aliases;
mod assertion;
mod broken;
mod class;
mod codes;
mod columns;
mod condition;
mod context;
mod enumeration;
mod features;
mod foreign;
mod hygiene;
mod names;
mod pages;
mod rows;
mod structure;
mod tables;
mod traits;

pub(crate) use self::assertion::assertion;
pub(crate) use self::broken::broken;
pub(crate) use self::condition::conditional;
pub(crate) use self::structure::structure;

use self::context::Context;
use self::hygiene::{hide_constants, quote};
use crate::declaration::{EnumSpec, TableSpec};
use crate::docs::Docs;
use crate::layout::Layout;
use crate::model::Model;
use proc_macro2::TokenStream;

/// The whole expansion of an enum.
pub(crate) fn enumeration(
    table: &TableSpec,
    spec: &EnumSpec,
    model: &Model,
    docs: &Docs,
    layout: &Layout<'_>,
) -> TokenStream {
    let EnumSpec { item, key, .. } = spec;
    let runtime = &item.runtime;
    let context = Context { table, spec, item, key, model, layout, private: quote!(#runtime::__private) };
    let enumeration = enumeration::emit(&context, docs);
    let pages = pages::track(&table.sources);
    let (columns, accessors) = columns::emit(&context);
    let tables =
        [rows::tables(&context), codes::tables(&context), columns, names::tables(&context), aliases::tables(&context)];
    let inherent = inherent_impls(&context, accessors);
    let traits = traits::emit(&context);
    let features = features::emit(&context);
    let hidden = hide_constants();
    let cfgs = item.attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    quote! {
        #enumeration
        #(#cfgs)*
        const _: () = {
            #hidden
            #pages
            #(#tables)*
            #inherent
            #traits
            #features
        };
    }
}

/// The methods, those that belong together in one block: rustdoc shows its docs above them.
fn inherent_impls(context: &Context<'_>, accessors: TokenStream) -> TokenStream {
    let rows = [rows::all(context), codes::from_code(context), codes::code(context), names::name(context)];
    let blocks = [
        inherent_impl(context, "# Rows and codes", rows.into_iter().collect()),
        inherent_impl(context, "# Columns of the page", accessors),
        inherent_impl(context, "# Class of the code", class::emit(context)),
    ];
    blocks.into_iter().flatten().collect()
}

fn inherent_impl(context: &Context<'_>, doc: &str, items: TokenStream) -> Option<TokenStream> {
    let name = &context.item.name;
    let block = quote! {
        #[doc = #doc]
        // A crate that keeps its table to itself need not use all of it.
        #[allow(dead_code)]
        impl #name {
            #items
        }
    };
    (!items.is_empty()).then_some(block)
}
