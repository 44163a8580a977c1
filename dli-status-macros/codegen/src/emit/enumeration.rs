//! The enum: its attributes, docs and variants.

use super::context::{Context, define, integer};
use super::hygiene::{ident, quote};
use crate::docs::{Docs, VariantDocs};
use crate::model::{Value, Variant};
use proc_macro2::{Ident, Span, TokenStream};

pub(super) fn emit(context: &Context<'_>, docs: &Docs) -> TokenStream {
    let attributes = &context.item.attributes;
    let summary = &docs.summary;
    let repr = context.key.integer.map(|integer| {
        let integer = ident(integer.name());
        quote!(#[repr(#integer)])
    });
    let non_exhaustive = (!context.spec.exhaustive).then(|| quote!(#[non_exhaustive]));
    let variants = context.model.variants.iter().zip(&docs.variants);
    let variants = variants.map(|(variant, docs)| emit_variant(context, variant, docs));
    let definition = define(context.item, &quote!(#(#variants,)*));
    quote! {
        #(#attributes)*
        #[doc = #summary]
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
        #definition
    }
}

fn emit_variant(context: &Context<'_>, variant: &Variant, docs: &VariantDocs) -> TokenStream {
    let source = &context.table.sources[variant.record.source];
    let name = Ident::new(&variant.name, source.variants.resolved_at(Span::mixed_site()));
    let VariantDocs { text, aliases } = docs;
    let aliases = (!aliases.is_empty()).then(|| quote!(#[doc(alias(#(#aliases),*))]));
    let discriminant = match &variant.record.values[context.key.code] {
        Value::Integer(code) => {
            let code = integer(code.value);
            Some(quote!(= #code))
        }
        _ => None,
    };
    quote!(#[doc = #text] #aliases #name #discriminant)
}
