//! The enum: its attributes, its variants with their docs, and the list of them.

use super::{Context, ident};
use crate::model::Variant;
use crate::rst::escape_markdown;
use crate::value::Value;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn emit(context: &Context<'_>) -> TokenStream {
    let schema = context.schema;
    let (attributes, visibility, name) = (&schema.attributes, &schema.visibility, &schema.name);
    let docs = own_docs(context);
    let repr = schema.code_integer().map(|integer| {
        let integer = ident(integer.name());
        quote!(#[repr(#integer)])
    });
    let non_exhaustive = (!schema.exhaustive).then(|| quote!(#[non_exhaustive]));
    let variants = context.model.variants.iter().map(|variant| emit_variant(context, variant));
    quote! {
        #(#attributes)*
        #docs
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

/// The docs of the enum if its declaration has none.
fn own_docs(context: &Context<'_>) -> Option<TokenStream> {
    if context.schema.attributes.iter().any(|attribute| attribute.path().is_ident("doc")) {
        return None;
    }
    let mut pages: Vec<String> = context.paths.iter().map(|path| format!("`{}`", file_name(path.written()))).collect();
    pages.dedup();
    let text = format!("The {} rows that {} documents.", context.model.variants.len(), pages.join(" and "));
    Some(quote!(#[doc = #text]))
}

fn emit_variant(context: &Context<'_>, variant: &Variant) -> TokenStream {
    let name = ident(&variant.name);
    let docs = variant_docs(context, variant);
    let discriminant = match variant.values.get(context.schema.code) {
        Some(Value::Integer(code)) => {
            let code = Literal::u128_unsuffixed(*code);
            Some(quote!(= #code))
        }
        _ => None,
    };
    quote!(#[doc = #docs] #name #discriminant)
}

/// Code and message, the description's paragraphs, and where the row stands.
fn variant_docs(context: &Context<'_>, variant: &Variant) -> String {
    let fields = context.schema.fields.iter().zip(&variant.values);
    let text_of = |name: &str| {
        let found = fields.clone().find(|(field, _)| field.name == name);
        found.map(|(_, value)| value.to_text()).unwrap_or_default()
    };
    let page = context.paths.get(variant.source).map_or("", |path| file_name(path.written()));
    let (code, message) = (escape_markdown(&text_of("code")), escape_markdown(&text_of("message")));
    let heading = format!("**{code}** {message}").trim_end().to_owned();
    let place = format!("Documented in `{page}:{}`.", variant.line);
    let mut paragraphs = vec![heading, variant.description.clone(), place];
    paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
    paragraphs.join("\n\n")
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// `all`, the rows in order.
///
/// rustc checks each element of a constant array of variants against all discriminants, which is quadratic: seconds at
/// 10,000 rows. A constant that depends on a type parameter is left alone until a program asks for it; that the
/// parameter has no size makes it depend.
pub(super) fn rows(context: &Context<'_>) -> TokenStream {
    let (name, variants) = (&context.schema.name, context.variants());
    quote! {
        /// All variants; not evaluated before a program asks for them.
        const fn all<Unused>() -> &'static [#name] {
            const {
                ::core::assert!(::core::mem::size_of::<Unused>() == 0);
                &[#(#name::#variants),*]
            }
        }
    }
}

pub(super) fn all(context: &Context<'_>) -> TokenStream {
    let visibility = &context.schema.visibility;
    let doc = format!("All {} rows, in the order of the page.", context.model.variants.len());
    quote! {
        #[doc = #doc]
        #visibility const ALL: &'static [Self] = all::<()>();
    }
}
