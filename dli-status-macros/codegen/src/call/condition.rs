//! `#[cfg(…)]` in a call: in front of the enum it holds for all that is emitted, in front of a field for all that shows the
//! field. Only the compiler knows whether it is met, so the call is written once for each case.

use super::{Call, CallField};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token, parse_quote};

/// A call that depends on a condition.
pub(crate) struct ConditionalCall {
    /// As in `#[cfg(…)]`.
    pub(crate) condition: TokenStream,
    /// The call if it is met.
    pub(crate) met: Call,
    /// The call if it is not.
    pub(crate) unmet: Option<Call>,
}

/// The arguments of `cfg_attr`.
pub(crate) struct ConditionalAttributes {
    pub(crate) condition: TokenStream,
    pub(crate) metas: Vec<Meta>,
}

impl ConditionalCall {
    /// Takes the first condition out of a call, if there is one.
    pub(crate) fn of(call: &Call) -> Option<Self> {
        let mut met = call.clone();
        if let Some(condition) = take_condition(&mut met.attributes) {
            return Some(Self { condition, met, unmet: None });
        }
        let conditions = met.fields.iter_mut().map(|field| take_condition(&mut field.attributes));
        let (index, condition) = conditions.enumerate().find_map(|(index, condition)| Some((index, condition?)))?;
        let mut unmet = met.clone();
        unmet.fields.remove(index);
        Some(Self { condition, met, unmet: Some(unmet) })
    }
}

fn take_condition(attributes: &mut Vec<Attribute>) -> Option<TokenStream> {
    let (index, (condition, rest)) =
        attributes.iter().enumerate().find_map(|(index, attribute)| Some((index, condition(attribute)?)))?;
    attributes.splice(index..=index, rest);
    Some(condition)
}

/// The condition of an attribute, and what else it says.
fn condition(attribute: &Attribute) -> Option<(TokenStream, Option<Attribute>)> {
    if attribute.path().is_ident("cfg") {
        return Some((attribute.parse_args().ok()?, None));
    }
    let ConditionalAttributes { condition, mut metas } = ConditionalAttributes::of(attribute)?;
    let index = metas.iter().position(|meta| meta.path().is_ident("cfg"))?;
    let inner: TokenStream = metas.remove(index).require_list().ok()?.parse_args().ok()?;
    let rest = (!metas.is_empty()).then(|| parse_quote!(#[cfg_attr(#condition, #(#metas),*)]));
    Some((quote!(any(not(#condition), #inner)), rest))
}

impl ConditionalAttributes {
    /// `None` if it is another attribute, or one that the compiler refuses.
    pub(crate) fn of(attribute: &Attribute) -> Option<Self> {
        if attribute.path().is_ident("cfg_attr") { attribute.parse_args().ok() } else { None }
    }
}

impl Parse for ConditionalAttributes {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let condition: Meta = input.parse()?;
        input.parse::<Token![,]>()?;
        let metas = Punctuated::<Meta, Token![,]>::parse_terminated(input)?;
        Ok(Self { condition: quote!(#condition), metas: metas.into_iter().collect() })
    }
}

/// What the caller of `include_status_table!` wrote.
impl ToTokens for Call {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attributes, visibility, keyword, name, braces, fields, .. } = self;
        tokens.extend(quote!(#(#attributes)* #visibility #keyword #name));
        tokens.extend(quote_spanned!(*braces=> { #(#fields,)* }));
    }
}

impl ToTokens for CallField {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attributes, visibility, name, ty } = self;
        tokens.extend(quote!(#(#attributes)* #visibility #name: #ty));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The condition of a call, and the call in both cases.
    fn split(call: TokenStream) -> Option<[String; 3]> {
        let call = syn::parse2(quote!(dli_status; #call)).expect("it is a call");
        let ConditionalCall { condition, met, unmet } = ConditionalCall::of(&call)?;
        Some([condition, met.to_token_stream(), unmet.to_token_stream()].map(|tokens| tokens.to_string()))
    }

    #[test]
    fn a_condition_of_the_enum_is_one_of_the_call() {
        let call = quote!(enum A { #[column("B")] b: u8, });
        let expected = [
            "any (not (test) , unix)".to_owned(),
            quote!(#[cfg_attr(test, doc = "b")] #call).to_string(),
            String::new(),
        ];
        assert_eq!(split(quote!(#[cfg_attr(test, doc = "b", cfg(unix))] #call)), Some(expected));
        assert_eq!(
            split(quote!(#[cfg(all(unix, test))] #call)).map(|[condition, ..]| condition).as_deref(),
            Some("all (unix , test)")
        );
        assert_eq!(split(quote!(#[cfg_attr(test, doc = "b")] #call)), None);
    }

    #[test]
    fn a_field_whose_condition_is_not_met_is_not_there() {
        let call = quote!(enum A { a: u8, #[cfg(unix)] #[column("B")] b: u8, #[cfg(test)] c: u8 });
        let met = quote!(enum A { a: u8, #[column("B")] b: u8, #[cfg(test)] c: u8, });
        let unmet = quote!(enum A { a: u8, #[cfg(test)] c: u8, });
        assert_eq!(split(call), Some(["unix".to_owned(), met.to_string(), unmet.to_string()]));
    }
}
