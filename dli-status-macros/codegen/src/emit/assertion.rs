//! The comparison of `#[assert_status_table(…)]`: the codes of the page next to those of the enum, for the runtime crate
//! to compare while compiling.

use super::hygiene::{ident, quote};
use super::pages;
use crate::call::HandWrittenEnum;
use crate::declaration::{Source, TableSpec};
use crate::indexed::By;
use crate::model::{Listed, Value};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote_spanned;
use syn::Path;

/// The whole comparison. Nothing in it is visible from outside.
pub(crate) fn assertion(
    runtime: &Path,
    table: &TableSpec,
    listed: &[Listed],
    enumeration: &HandWrittenEnum,
) -> TokenStream {
    let sources = &table.sources;
    let private = quote!(#runtime::__private);
    let cfgs = &enumeration.cfgs;
    let span = enumeration.name.span().resolved_at(Span::mixed_site());
    let pages = pages::track(sources);
    let table = Table { private: &private, sources, listed }.emit();
    let title = title(&enumeration.name, sources);
    let enumeration = emit_enum(&private, enumeration);
    let compare =
        quote_spanned! {span=> const _: () = ::core::assert!(DIFFERENCES.is_empty(), "{}", DIFFERENCES.as_str()); };
    quote! {
        #(#cfgs)*
        // A variant may be deprecated, and a page may be long.
        #[allow(deprecated, long_running_const_eval)]
        const _: () = {
            #pages
            const ENUM: #private::Side = #enumeration;
            const TABLE: #private::Side = #table;
            const COMPARED: #private::Comparison<{ TABLE.count() }, { ENUM.count() }> =
                #private::Comparison::new(#title, &TABLE, &ENUM);
            const DIFFERENCES: #private::Text<{ COMPARED.differences::<0>().len() }> = COMPARED.differences();
            #compare
        };
    }
}

/// The codes of the page.
struct Table<'a> {
    private: &'a TokenStream,
    sources: &'a By<Source, Source>,
    listed: &'a [Listed],
}

impl Table<'_> {
    /// Which type the method `code` of an enum returns, only the compiler knows. Texts that are numbers serve both.
    fn emit(&self) -> TokenStream {
        let numbers: Option<Vec<i128>> = self.listed.iter().map(|row| number(&row.code)).collect();
        let is_text = self.listed.iter().any(|row| matches!(row.code, Value::Text(_)));
        match numbers.map(|numbers| self.numbers(&numbers)) {
            Some(numbers) if !is_text => numbers,
            Some(numbers) => {
                let texts = self.texts();
                quote!(if ENUM.has_numbers() { #numbers } else { #texts })
            }
            None => self.texts(),
        }
    }

    fn numbers(&self, numbers: &[i128]) -> TokenStream {
        let mut rows: Vec<(i128, &Listed)> = numbers.iter().copied().zip(self.listed).collect();
        rows.sort_by_key(|(number, _)| *number);
        let codes = rows.iter().map(|(number, _)| Literal::i128_unsuffixed(*number));
        self.side(&quote!(Numbers(&[#(#codes),*])), rows.iter().map(|(_, row)| *row))
    }

    fn texts(&self) -> TokenStream {
        let mut rows: Vec<(String, &Listed)> = self.listed.iter().map(|row| (row.code.to_text(), row)).collect();
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        let codes = rows.iter().map(|(text, _)| text);
        self.side(&quote!(Texts(&[#(#codes),*])), rows.iter().map(|(_, row)| *row))
    }

    fn side<'r>(&self, codes: &TokenStream, rows: impl Iterator<Item = &'r Listed>) -> TokenStream {
        let private = self.private;
        let heading = format!("only on the {}", noun(self.sources));
        let shown = rows.map(|row| shown(row, self.sources));
        quote!(#private::Side::new(#heading, #private::Keys::#codes, &[#(#shown),*]))
    }
}

/// A code as the comparison sees a number: as `as i128` makes it of any integer.
fn number(code: &Value) -> Option<i128> {
    match code {
        Value::Integer(number) => number.value.as_i128(),
        Value::Text(text) => text.parse().ok().filter(|number: &i128| number.to_string() == *text),
        _ => None,
    }
}

/// What is shown after a code.
fn shown(row: &Listed, sources: &By<Source, Source>) -> String {
    let page = sources[row.source].path.written();
    format!("{} ({page}:{})", row.message, row.line).trim_start().to_owned()
}

/// The codes of the enum. A variant with fields, such as one for all other codes, has none of its own.
fn emit_enum(private: &TokenStream, enumeration: &HandWrittenEnum) -> TokenStream {
    let path = &enumeration.name;
    let method = Ident::new("code", path.span().resolved_at(Span::mixed_site()));
    let variants = || enumeration.variants.iter().filter(|variant| !variant.has_fields);
    let codes = variants().map(|variant| {
        let (cfgs, name) = (&variant.cfgs, &variant.name);
        let code = if enumeration.is_numbered() {
            quote!((#path::#name as ::core::primitive::i128))
        } else {
            quote!(#private::CodeOf(#path::#name.#method()).any())
        };
        quote!(#(#cfgs)* #code)
    });
    let names = variants().map(|variant| {
        let (cfgs, name) = (&variant.cfgs, variant.name.to_string());
        quote!(#(#cfgs)* #name)
    });
    let kind = ident(if enumeration.is_numbered() { "Numbers" } else { "Mixed" });
    let heading = format!("only in `{path}`");
    quote!(#private::Side::new(#heading, #private::Keys::#kind(&[#(#codes),*]), &[#(#names),*]))
}

fn title(name: &Ident, sources: &By<Source, Source>) -> String {
    let names: Vec<String> = pages::distinct(sources).into_iter().map(|path| format!("`{}`", path.written())).collect();
    format!("`{name}` and the {} {} do not list the same codes", noun(sources), names.join(", "))
}

fn noun(sources: &By<Source, Source>) -> &'static str {
    if pages::distinct(sources).len() == 1 { "page" } else { "pages" }
}
