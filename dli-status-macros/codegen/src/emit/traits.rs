//! The trait implementations of the enum, one function each.
//!
//! An associated type is never named through `Self`: a variant may have the same name.

use super::codes::code_type;
use super::columns::Columns;
use super::{Context, layout};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn emit(context: &Context<'_>, columns: &Columns<'_>) -> TokenStream {
    let impls = [
        debug(context),
        display(context, columns),
        from_str(context),
        try_from_code(context),
        into_code(context),
        into_received(context),
        status_table(context, columns),
    ];
    quote!(#(#impls)*)
}

/// Not derived: the derive's `match` is quadratic in the number of variants.
fn debug(context: &Context<'_>) -> TokenStream {
    let name = &context.schema.name;
    quote! {
        /// The name of the variant.
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }
    }
}

fn display(context: &Context<'_>, columns: &Columns<'_>) -> TokenStream {
    let (name, private) = (&context.schema.name, &context.private);
    let text = |field: &str| columns.texts(field).map_or_else(|| quote!(""), |table| quote!(#table.get(row(*self))));
    let (message, description) = (text("message"), text("description"));
    quote! {
        /// Code and message; with `{:#}` the description too.
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #private::display(f, &self.code(), #message, #description)
            }
        }
    }
}

fn from_str(context: &Context<'_>) -> TokenStream {
    let (name, private, runtime) = (&context.schema.name, &context.private, &context.schema.runtime);
    let row = if context.schema.code_is_integer() {
        let ty = code_type(context);
        quote!(#private::parse_number(text, &NAMES, |code| {
            let code = #private::digits::<#ty>(code);
            ::core::option::Option::map(::core::option::Option::and_then(code, #name::from_code), row)
        }))
    } else {
        let codes = context.texts(context.schema.code);
        let lengths = || codes.iter().map(String::len);
        let [shortest, longest] = [lengths().min(), lengths().max()].map(Option::unwrap_or_default);
        let [shortest, longest] = [shortest, longest].map(Literal::usize_unsuffixed);
        quote!(#private::parse_text(text, &NAMES, &CODES, #shortest..=#longest))
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
    let (name, private, runtime) = (&context.schema.name, &context.private, &context.schema.runtime);
    let (lifetime, ty) = match context.schema.code_integer() {
        Some(_) => (None, code_type(context)),
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
    let (name, ty) = (&context.schema.name, code_type(context));
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
    let (name, runtime) = (&context.schema.name, &context.schema.runtime);
    quote! {
        /// The code of a row, as if it had been received.
        impl ::core::convert::From<#name> for #runtime::Received<#name> {
            #[inline]
            fn from(row: #name) -> Self {
                Self::new(row.code())
            }
        }

        /// Whether it is the row that was received.
        impl<C> ::core::cmp::PartialEq<#runtime::Received<#name, C>> for #name {
            #[inline]
            fn eq(&self, received: &#runtime::Received<#name, C>) -> ::core::primitive::bool {
                received == self
            }
        }
    }
}

fn status_table(context: &Context<'_>, columns: &Columns<'_>) -> TokenStream {
    let (name, private, runtime, ty) =
        (&context.schema.name, &context.private, &context.schema.runtime, code_type(context));
    let text = |field: &str| match columns.texts(field) {
        None => quote!(::core::option::Option::None),
        Some(table) => quote!(#table.find(row(self))),
    };
    let (message, description) = (text("message"), text("description"));
    let place = place(context);
    quote! {
        impl #private::Sealed for #name {}

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
                #place
            }
        }
    }
}

/// Page and line of a row. The rows of a page stand together, so its last row tells the page.
fn place(context: &Context<'_>) -> TokenStream {
    let private = &context.private;
    let lines: Vec<u32> =
        context.model.variants.iter().map(|row| u32::try_from(row.line).unwrap_or(u32::MAX)).collect();
    let lines = layout::numbers(private, &lines);
    let pages = context.paths.iter().enumerate().filter_map(|(source, path)| {
        let end = context.model.variants.iter().rposition(|row| row.source == source)? + 1;
        let (end, path) = (Literal::usize_unsuffixed(end), path.written());
        Some(quote!((#end, #path)))
    });
    quote! {
        /// By row, the line of its page.
        static LINES: #private::Numbers = #lines;
        /// The pages, each with the row behind its last.
        static PAGES: &[(::core::primitive::usize, &::core::primitive::str)] = &[#(#pages),*];
        #private::location(row(self), &LINES, PAGES)
    }
}
