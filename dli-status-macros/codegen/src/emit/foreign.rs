//! Codes of other tables, looked up there while the crate is compiled.

use super::hygiene::{ident, quote};
use crate::declaration::{Field, TableSpec, source_text};
use crate::layout::ForeignKey;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

/// Each key as a constant of its own, so that each code that is not listed there is an error; and their names.
pub(super) fn constants(
    private: &TokenStream,
    table: &TableSpec,
    field: &Field,
    name: &Ident,
    ty: &TokenStream,
    keys: &[ForeignKey],
) -> (TokenStream, Vec<Ident>) {
    let names: Vec<Ident> = (0..keys.len()).map(|number| ident(&format!("{name}_{number}"))).collect();
    let found = keys.iter().map(|key| lookup(private, &unlisted(table, field, ty, key), field, ty, &key.code));
    (quote!(#(const #names: #ty = #found;)*), names)
}

/// The variant of another table's code. Whether that code is a number or a text only the type of its `from_code` says;
/// the runtime crate's `Key` is both.
fn lookup(private: &TokenStream, text: &str, field: &Field, ty: &TokenStream, code: &str) -> TokenStream {
    let span = field.ty_span.resolved_at(Span::mixed_site());
    let from_code = Ident::new("from_code", span);
    let unlisted = quote_spanned!(span=> unlisted::<__Found>());
    let not_a_number = quote_spanned!(span=> no_number::<__Found>());
    quote! {{
        use #private::{no_number, unlisted};
        struct __Found;
        impl #private::Key for __Found {
            const TEXT: &'static ::core::primitive::str = #code;
            const UNLISTED: &'static ::core::primitive::str = #text;
            const PAGES: &'static ::core::primitive::str = {
                #[allow(unused_imports)]
                use #private::Pages as _;
                #private::PagesOf::<#ty>::PAGES
            };
        }
        match <__Found as #private::KeyOf<_>>::CODE {
            ::core::option::Option::Some(code) => match <#ty>::#from_code(code) {
                ::core::option::Option::Some(found) => found,
                ::core::option::Option::None => #unlisted,
            },
            ::core::option::Option::None => #not_a_number,
        }
    }}
}

/// The message for a code that the other table lacks.
fn unlisted(table: &TableSpec, field: &Field, ty: &TokenStream, key: &ForeignKey) -> String {
    let page = table.sources[key.source].path.written();
    let (line, name, code, ty) = (key.line, &field.name, &key.code, source_text(ty.clone()));
    format!("{page}:{line}: the `{name}` of this row is `{code}`, which is not a code of `{ty}`")
}
