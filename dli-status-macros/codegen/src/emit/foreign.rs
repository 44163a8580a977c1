//! Codes of other tables, looked up there while the crate is compiled.

use super::hygiene::{ident, quote};
use crate::declaration::{Field, source_text};
use crate::diagnostic::Diagnostic;
use crate::layout::ForeignKey;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

/// Each key as a constant of its own, so that each code that is not listed there is an error; and their names.
pub(super) fn constants(
    private: &TokenStream,
    field: &Field,
    name: &Ident,
    ty: &TokenStream,
    keys: &[ForeignKey],
) -> (TokenStream, Vec<Ident>) {
    let names: Vec<Ident> = (0..keys.len()).map(|number| ident(&format!("{name}_{number}"))).collect();
    let found = keys.iter().map(|key| lookup(private, field, ty, key));
    (quote!(#(const #names: #ty = #found;)*), names)
}

/// The variant of another table's code. Whether that code is a number or a text only the type of its `from_code` says;
/// the runtime crate's `Key` is both.
///
/// A code that is not listed is an error of a constant that nothing uses; what is used in its place is any row of the other
/// table, so that nothing else fails.
fn lookup(private: &TokenStream, field: &Field, ty: &TokenStream, key: &ForeignKey) -> TokenStream {
    let span = field.ty_span.resolved_at(Span::mixed_site());
    let from_code = Ident::new("from_code", span);
    let unlisted = quote_spanned!(span=> unlisted::<__Found>());
    let not_a_number = quote_spanned!(span=> no_number::<__Found>());
    let (code, Unlisted { message, place }) = (&key.code, Unlisted::new(field, ty, key));
    quote! {{
        #[allow(unused_imports)]
        use #private::{NoTable as _, TableOf, no_number, unlisted};
        struct __Found;
        impl #private::Key for __Found {
            const TEXT: &'static ::core::primitive::str = #code;
            const UNLISTED: &'static ::core::primitive::str = #message;
            const PLACE: &'static ::core::primitive::str = #place;
            const PAGES: &'static ::core::primitive::str = TableOf::<#ty>::PAGES;
        }
        const FOUND: ::core::option::Option<::core::option::Option<#ty>> = match <__Found as #private::KeyOf<_>>::CODE {
            ::core::option::Option::Some(code) => ::core::option::Option::Some(<#ty>::#from_code(code)),
            ::core::option::Option::None => ::core::option::Option::None,
        };
        const fn fail() -> ! {
            match FOUND {
                ::core::option::Option::Some(_) => #unlisted,
                ::core::option::Option::None => #not_a_number,
            }
        }
        const FIRST: ::core::option::Option<#ty> = TableOf::<#ty>::FIRST;
        const _: () = match (FOUND, FIRST) {
            (::core::option::Option::Some(::core::option::Option::Some(_)), _) | (_, ::core::option::Option::None) => {}
            _ => fail(),
        };
        match (FOUND, FIRST) {
            (::core::option::Option::Some(::core::option::Option::Some(found)), _)
            | (_, ::core::option::Option::Some(found)) => found,
            _ => fail(),
        }
    }}
}

/// The error about a code that the other table lacks.
struct Unlisted {
    message: String,
    /// What follows the names of the other table's pages.
    place: String,
}

impl Unlisted {
    fn new(field: &Field, ty: &TokenStream, key: &ForeignKey) -> Self {
        let (name, code, ty) = (&field.name, &key.code, source_text(ty.clone()));
        let message = format!("the `{name}` of this row, `{code}`, is not a code of `{ty}`");
        let error =
            Diagnostic::new(field.ty_span, &message).label(&key.page, key.page.find_in_line(key.line, code), "");
        let place = error.render().split_off(message.len());
        Self { message, place }
    }
}
