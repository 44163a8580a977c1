//! The call that hands the enum to the features of the runtime crate. Which there are is not known here.

use super::{Context, ident};
use crate::schema::Integer;
use crate::value::Value;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Meta, Path, Token};

pub(super) fn emit(context: &Context<'_>) -> TokenStream {
    let (name, private) = (&context.schema.name, &context.private);
    let code = ident(context.schema.code_integer().map_or("str", Integer::name));
    let three_digits = ident(if has_three_digits(context) { "true" } else { "false" });
    let without = &context.schema.without;
    let derived = context.schema.attributes.iter().flat_map(|attribute| derived(&attribute.meta));
    let taken = without.iter().cloned().chain(derived);
    quote! {
        #(#private::feature! { #without })*
        #private::features! { name: #name, code: #code, three_digits: #three_digits, taken: [#(#taken)*] }
    }
}

/// Whether every code is one that HTTP can send.
fn has_three_digits(context: &Context<'_>) -> bool {
    let codes = context.values(context.schema.code);
    codes.into_iter().all(|code| matches!(code, Value::Integer(100..=999)))
}

/// The names of the traits that an attribute derives, whether by itself or on a condition.
fn derived(meta: &Meta) -> Vec<Ident> {
    let Meta::List(list) = meta else { return Vec::new() };
    if list.path.is_ident("derive") {
        let paths = list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated).unwrap_or_default();
        return paths.into_iter().filter_map(|path| Some(path.segments.last()?.ident.clone())).collect();
    }
    if list.path.is_ident("cfg_attr") {
        // The condition reads as an attribute, too, and derives nothing.
        let metas = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).unwrap_or_default();
        return metas.iter().flat_map(derived).collect();
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::{Attribute, parse_quote};

    fn names(attribute: &Attribute) -> Vec<String> {
        derived(&attribute.meta).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn derived_traits_are_known_by_their_last_name() {
        assert_eq!(names(&parse_quote!(#[derive(serde::Serialize, JsonSchema)])), ["Serialize", "JsonSchema"]);
        assert_eq!(names(&parse_quote!(#[cfg_attr(all(test, unix), derive(A), cfg_attr(b, derive(B)))])), ["A", "B"]);
        assert_eq!(names(&parse_quote!(#[cfg_attr(feature = "a", derive(::a::A,), doc = "d")])), ["A"]);
        assert_eq!(names(&parse_quote!(#[doc = "derive(Serialize)"])), [""; 0]);
    }
}
