//! The trait implementations of the enum, one function each.
//!
//! An associated type is never named through `Self`: a variant may have the same name.

use super::columns::{description_texts, message_texts};
use super::context::Context;
use super::hygiene::{ident, quote, type_parameter};
use super::pages;
use crate::layout::CodeLookup;
use proc_macro2::{Ident, Literal, TokenStream};

pub(super) fn emit(context: &Context<'_>) -> TokenStream {
    let impls = [
        debug(context),
        display(context),
        from_str(context),
        try_from_code(context),
        into_code(context),
        into_received(context),
        status_table(context),
    ];
    quote!(#(#impls)*)
}

/// Not derived: the derive's `match` is quadratic in the number of variants.
fn debug(context: &Context<'_>) -> TokenStream {
    let name = &context.item.name;
    quote! {
        /// The name of the variant.
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }
    }
}

fn display(context: &Context<'_>) -> TokenStream {
    let (name, private) = (&context.item.name, &context.private);
    let text = |table: Option<Ident>| table.map_or_else(|| quote!(""), |table| quote!(#table.get(row(*self))));
    let [message, description] = [message_texts(context), description_texts(context)].map(text);
    let code = match context.layout.shown_codes {
        Some(_) => quote!(SHOWN_CODE.get(row(*self))),
        None => quote!(self.code()),
    };
    quote! {
        /// Code and message; with `{:#}` the description too.
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #private::display(f, &#code, #message, #description)
            }
        }
    }
}

fn from_str(context: &Context<'_>) -> TokenStream {
    let (name, private, runtime) = (&context.item.name, &context.private, &context.item.runtime);
    let usual = if let CodeLookup::Hashed { lengths, .. } = &context.layout.codes {
        let [shortest, longest] = [*lengths.start(), *lengths.end()].map(Literal::usize_unsuffixed);
        quote!(#private::parse_text(text, &NAMES, &CODES, #shortest..=#longest))
    } else {
        let ty = context.code_type();
        let is_signed = context.key.integer.is_some_and(|integer| integer.depth() > 0);
        let digits = ident(if is_signed { "signed_digits" } else { "digits" });
        quote!(#private::parse_number(text, &NAMES, |code| {
            let code = #private::#digits::<#ty>(code);
            ::core::option::Option::map(::core::option::Option::and_then(code, #name::from_code), row)
        }))
    };
    let row = match context.layout.aliases {
        Some(_) => quote!(#private::parse_alias(text, &NAMES, &ALIASES, |text| #usual)),
        None => usual,
    };
    quote! {
        impl ::core::str::FromStr for #name {
            type Err = #runtime::ParseStatusError;

            /// The row whose code, name, message or `Display` text this is, in any ASCII case.
            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, #runtime::ParseStatusError> {
                let row = #row?;
                ::core::option::Option::ok_or(variant(row), #private::parse_error())
            }
        }
    }
}

fn try_from_code(context: &Context<'_>) -> TokenStream {
    let (name, private, runtime) = (&context.item.name, &context.private, &context.item.runtime);
    let (lifetime, ty) = match context.key.integer {
        Some(_) => (None, context.code_type()),
        None => (Some(quote!(<'code>)), quote!(&'code ::core::primitive::str)),
    };
    quote! {
        /// The row of a code; the error keeps a code that the page does not list.
        impl #lifetime ::core::convert::TryFrom<#ty> for #name {
            type Error = #runtime::UnknownCodeError<#ty>;

            #[inline]
            fn try_from(code: #ty) -> ::core::result::Result<Self, #runtime::UnknownCodeError<#ty>> {
                match Self::from_code(code) {
                    ::core::option::Option::Some(found) => ::core::result::Result::Ok(found),
                    ::core::option::Option::None => {
                        ::core::result::Result::Err(#private::unknown_code(code))
                    }
                }
            }
        }
    }
}

fn into_code(context: &Context<'_>) -> TokenStream {
    let (name, ty) = (&context.item.name, context.code_type());
    quote! {
        /// The code of a row.
        impl ::core::convert::From<#name> for #ty {
            #[inline]
            fn from(row: #name) -> Self {
                row.code()
            }
        }
    }
}

fn into_received(context: &Context<'_>) -> TokenStream {
    let (name, runtime) = (&context.item.name, &context.item.runtime);
    let code = type_parameter("C", name);
    quote! {
        /// The code of a row, as if it had been received.
        impl ::core::convert::From<#name> for #runtime::Received<#name> {
            #[inline]
            fn from(row: #name) -> Self {
                Self::new(row.code())
            }
        }

        /// Whether it is the row that was received.
        impl<#code> ::core::cmp::PartialEq<#runtime::Received<#name, #code>> for #name {
            #[inline]
            fn eq(&self, received: &#runtime::Received<#name, #code>) -> ::core::primitive::bool {
                received == self
            }
        }
    }
}

fn status_table(context: &Context<'_>) -> TokenStream {
    let (name, private, runtime, ty) =
        (&context.item.name, &context.private, &context.item.runtime, context.code_type());
    let text = |table: Option<Ident>| match table {
        None => quote!(::core::option::Option::None),
        Some(table) => quote!(#table.find(row(self))),
    };
    let [message, description] = [message_texts(context), description_texts(context)].map(text);
    let (location, pages) = (pages::location(context), pages::names(context));
    let first = ident(&context.model.variants.first().expect("an enum has a variant").name);
    quote! {
        impl #private::Sealed for #name {
            const PAGES: &'static ::core::primitive::str = #pages;
            const FIRST: #name = #name::#first;
        }

        impl #runtime::StatusTable for #name {
            type Code = #ty;

            const ALL: &'static [Self] = all::<()>();

            #[inline]
            fn from_code(code: #ty) -> ::core::option::Option<Self> {
                Self::from_code(code)
            }

            #[inline]
            fn code(self) -> #ty {
                self.code()
            }

            #[inline]
            fn name(self) -> &'static ::core::primitive::str {
                self.name()
            }

            #[inline]
            fn message_text(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                #message
            }

            #[inline]
            fn description_text(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                #description
            }

            fn place(self) -> #runtime::Location {
                #location
            }
        }
    }
}
