//! The expansion of `assert_status_table!`: the codes of the page beside those of the enum, for the runtime crate to
//! compare while compiling.

use super::{distinct, ident, track_pages};
use crate::PagePath;
use crate::model::Listed;
use crate::schema::{Assertion, Variants};
use crate::value::Value;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;

/// The whole expansion. The code of a variant is its discriminant, or else what its method `code` returns.
pub(crate) fn emit(
    assertion: &Assertion,
    paths: &[PagePath],
    listed: &[Listed],
    variants: &Variants,
    by_discriminant: bool,
) -> TokenStream {
    let runtime = &assertion.schema.runtime;
    let private = quote!(#runtime::__private);
    let at = assertion.path.span().resolved_at(Span::call_site());
    let pages = track_pages(paths);
    let all_are_named = all_are_named(assertion, variants);
    let table = table(&private, paths, listed);
    let enumeration = enumeration(assertion, &private, variants, by_discriminant);
    let title = title(&assertion.path_text(), paths);
    let compare =
        quote_spanned! {at=> const _: () = ::core::assert!(DIFFERENCES.is_empty(), "{}", DIFFERENCES.as_str()); };
    quote! {
        // A variant may be there for old answers, and a page may be long.
        #[allow(deprecated, long_running_const_eval)]
        const _: () = {
            #pages
            #all_are_named
            const TABLE: #private::Side = #table;
            const ENUM: #private::Side = #enumeration;
            const COMPARED: #private::Comparison<{ TABLE.count() }, { ENUM.count() }> =
                #private::Comparison::new(#title, &TABLE, &ENUM);
            const DIFFERENCES: #private::Text<{ COMPARED.differences::<0>().len() }> = COMPARED.differences();
            #compare
        };
    }
}

/// A `match` that the compiler refuses if a variant is left out. A function hides what else may be named as its argument.
fn all_are_named(assertion: &Assertion, variants: &Variants) -> TokenStream {
    let path = &assertion.path;
    let variant = Ident::new("variant", path.span().resolved_at(Span::call_site()));
    let matched = quote_spanned!(path.span().resolved_at(Span::call_site())=> *#variant);
    let arms = variants.list.iter().map(|variant| {
        let (cfgs, name) = (&variant.cfgs, &variant.name);
        quote!(#(#cfgs)* #path::#name { .. } => {})
    });
    quote! {
        #[allow(dead_code)]
        const fn variant(#variant: &#path) {
            match #matched { #(#arms)* }
        }
    }
}

/// The page's side, in the order of its codes.
fn table(private: &TokenStream, paths: &[PagePath], listed: &[Listed]) -> TokenStream {
    let mut rows: Vec<(Key, String)> = listed.iter().map(|row| (Key::new(&row.code), shown(row, paths))).collect();
    rows.sort();
    let (keys, shown): (Vec<Key>, Vec<String>) = rows.into_iter().unzip();
    let kind = ident(if keys.iter().all(Key::is_number) { "Numbers" } else { "Texts" });
    let heading = format!("only on the {}", noun(paths));
    quote!(#private::Side::new(#heading, #private::Keys::#kind(&[#(#keys),*]), &[#(#shown),*]))
}

/// What is shown behind a code.
fn shown(row: &Listed, paths: &[PagePath]) -> String {
    let page = paths.get(row.source).map_or("", PagePath::written);
    format!("{} ({page}:{})", row.message, row.line).trim_start().to_owned()
}

/// A code, in the order in which the runtime crate looks for it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// As `as i128` makes it of any integer.
    Number(i128),
    Text(String),
}

impl Key {
    fn new(code: &Value) -> Self {
        match code {
            Value::Integer(number) => Self::Number(number.cast_signed()),
            other => Self::Text(other.to_text()),
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}

impl ToTokens for Key {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Number(number) => Literal::i128_unsuffixed(*number).to_tokens(tokens),
            Self::Text(text) => text.to_tokens(tokens),
        }
    }
}

/// The enum's side. A variant that holds values, such as one for all other codes, has none of its own.
fn enumeration(
    assertion: &Assertion,
    private: &TokenStream,
    variants: &Variants,
    by_discriminant: bool,
) -> TokenStream {
    let path = &assertion.path;
    let is_integer = assertion.schema.code_is_integer();
    let method = Ident::new("code", path.span().resolved_at(Span::call_site()));
    let variants = || variants.list.iter().filter(|variant| !variant.holds_values);
    let codes = variants().map(|variant| {
        let (cfgs, name) = (&variant.cfgs, &variant.name);
        let code = if by_discriminant { quote!(#path::#name) } else { quote!(#path::#name.#method()) };
        let code = if is_integer { quote!((#code as ::core::primitive::i128)) } else { code };
        quote!(#(#cfgs)* #code)
    });
    let names = variants().map(|variant| {
        let (cfgs, name) = (&variant.cfgs, variant.name.to_string());
        quote!(#(#cfgs)* #name)
    });
    let kind = ident(if is_integer { "Numbers" } else { "Texts" });
    let heading = format!("only in `{}`", assertion.path_text());
    quote!(#private::Side::new(#heading, #private::Keys::#kind(&[#(#codes),*]), &[#(#names),*]))
}

fn title(path: &str, paths: &[PagePath]) -> String {
    let names: Vec<String> = distinct(paths).into_iter().map(|path| format!("`{}`", path.written())).collect();
    format!("`{path}` and the {} {} do not list the same codes", noun(paths), names.join(", "))
}

fn noun(paths: &[PagePath]) -> &'static str {
    if distinct(paths).len() == 1 { "page" } else { "pages" }
}
