//! Reads `#[with(serde, http)]`, bare or in a `cfg_attr`.

use super::{Field, FieldType, Integer, Role, Scalar};
use crate::call::{ConditionalAttributes, ItemKind};
use crate::diagnostic::Diagnostic;
use crate::indexed::By;
use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

/// The features of the runtime crate, each with a macro of the same name in its `__private::with`.
const FEATURES: [&str; 4] = ["http", "schemars", "serde", "utoipa"];

/// A feature that a table asks for.
pub(crate) struct Feature {
    /// Its name, as written.
    pub(crate) name: Ident,
    /// The condition of the `cfg_attr` around it.
    pub(crate) condition: Option<TokenStream>,
}

/// Moves the features out of an attribute: all of `#[with(…)]`, and the part of `#[cfg_attr(…)]` that is `with(…)`. What
/// remains is for the enum.
pub(super) fn split(attribute: Attribute) -> Result<(Vec<Feature>, Option<Attribute>), Diagnostic> {
    if attribute.path().is_ident("with") {
        let names = attribute.parse_args_with(parse_names)?;
        let features = names.into_iter().map(|name| Feature { name, condition: None });
        return Ok((features.collect(), None));
    }
    let Some(ConditionalAttributes { condition, metas }) = ConditionalAttributes::of(&attribute) else {
        return Ok((Vec::new(), Some(attribute)));
    };
    let (withs, others): (Vec<Meta>, Vec<Meta>) = metas.into_iter().partition(|meta| meta.path().is_ident("with"));
    if withs.is_empty() {
        return Ok((Vec::new(), Some(attribute)));
    }
    let mut features = Vec::new();
    for with in withs {
        let names = with.require_list()?.parse_args_with(parse_names)?;
        features.extend(names.into_iter().map(|name| Feature { name, condition: Some(condition.clone()) }));
    }
    let rest = (!others.is_empty()).then(|| syn::parse_quote!(#[cfg_attr(#condition, #(#others),*)]));
    Ok((features, rest))
}

fn parse_names(input: ParseStream<'_>) -> syn::Result<Vec<Ident>> {
    let shape = |error: syn::Error| {
        syn::Error::new(error.span(), "expected the names of features, as in `#[with(serde, http)]`")
    };
    let names = Punctuated::parse_terminated_with(input, Ident::parse_any).map_err(shape)?;
    let names: Vec<Ident> = Punctuated::<Ident, Token![,]>::into_iter(names).collect();
    match names.iter().find(|name| !FEATURES.iter().any(|feature| name == feature)) {
        None => Ok(names),
        Some(unknown) => {
            let known = FEATURES.map(|feature| format!("`{feature}`")).join(", ");
            Err(syn::Error::new(unknown.span(), format!("unknown feature `{unknown}`, expected one of {known}")))
        }
    }
}

/// HTTP's codes are `u16`. That is a matter of the type, so it holds whatever the page lists.
pub(super) fn check(with: &[Feature], kind: ItemKind, fields: &By<Field, Field>) -> Result<(), Diagnostic> {
    let is_u16 = |field: &Field| matches!(field.ty, FieldType::Scalar(Scalar::Integer(Integer::U16)));
    let code = fields.iter().find(|field| field.role == Role::Code);
    match with.iter().find(|feature| feature.name == "http") {
        Some(http) if kind == ItemKind::Struct || !code.is_none_or(is_u16) => {
            Err(Diagnostic::new(http.name.span(), "`http` needs an enum with a field `code` of type `u16`"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::ToTokens;
    use syn::parse_quote;

    fn read(attribute: Attribute) -> (Vec<(String, Option<String>)>, Option<String>) {
        let (features, rest) = split(attribute).expect("it is well-formed");
        let features = features
            .into_iter()
            .map(|feature| (feature.name.to_string(), feature.condition.map(|condition| condition.to_string())));
        (features.collect(), rest.map(|rest| rest.to_token_stream().to_string()))
    }

    #[test]
    fn features_are_taken_out_of_a_condition_and_the_rest_stays() {
        let feature = |name: &str, condition: Option<&str>| (name.to_owned(), condition.map(str::to_owned));
        assert_eq!(
            read(parse_quote!(#[with(serde, http,)])),
            (vec![feature("serde", None), feature("http", None)], None)
        );
        let (features, rest) = read(parse_quote!(#[cfg_attr(all(unix, test), derive(A), with(utoipa), doc = "b")]));
        assert_eq!(features, [feature("utoipa", Some("all (unix , test)"))]);
        assert_eq!(rest.as_deref(), Some("# [cfg_attr (all (unix , test) , derive (A) , doc = \"b\")]"));
        let (features, rest) = read(parse_quote!(#[cfg_attr(test, derive(with))]));
        assert_eq!((features.len(), rest.as_deref()), (0, Some("# [cfg_attr (test , derive (with))]")));
    }
}
