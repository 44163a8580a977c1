//! From code to row to variant and back, as [`Strategy`] has decided.

use super::strategy::{Comb, Strategy};
use super::{Context, ident, layout};
use crate::index::Index;
use crate::schema::Integer;
use crate::value::Value;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// The codes and how they are found, ready to emit.
pub(super) struct Codes<'a> {
    context: &'a Context<'a>,
    strategy: Strategy,
}

impl<'a> Codes<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self { context, strategy: strategy(context) }
    }

    /// From a code that is a number `row_of`, from a text `CODES`; and `row`, from a variant.
    pub(super) fn tables(&self) -> TokenStream {
        match &self.strategy {
            Strategy::Consecutive { lowest } => consecutive(self.context, *lowest),
            Strategy::Direct { lowest, rows } => direct(self.context, *lowest, rows),
            Strategy::Combed(comb) => combed(self.context, comb),
            Strategy::Match => by_match(self.context),
            Strategy::Hashed => hashed(self.context),
        }
    }

    /// `from_code`.
    pub(super) fn lookup(&self) -> TokenStream {
        let visibility = &self.context.schema.visibility;
        let asked = match self.context.schema.code_integer() {
            Some(integer) => primitive(integer),
            None => quote!(&::core::primitive::str),
        };
        let body = match &self.strategy {
            Strategy::Consecutive { .. } | Strategy::Direct { .. } | Strategy::Match => quote!(variant(row_of(code))),
            Strategy::Combed(_) => quote! {
                match variant(row_of(code)) {
                    // The row of a code that is not listed may be that of another.
                    ::core::option::Option::Some(found) if found as #asked == code => {
                        ::core::option::Option::Some(found)
                    }
                    _ => ::core::option::Option::None,
                }
            },
            Strategy::Hashed => quote! {
                match CODES.row(code) {
                    ::core::option::Option::Some(row) => variant(row),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            },
        };
        quote! {
            /// The row of a code, if the page lists it.
            #[must_use]
            #[inline]
            #visibility const fn from_code(code: #asked) -> ::core::option::Option<Self> {
                #body
            }
        }
    }
}

fn strategy(context: &Context<'_>) -> Strategy {
    match context.schema.code_integer() {
        None => Strategy::Hashed,
        Some(Integer::U8 | Integer::U16 | Integer::U32 | Integer::I8 | Integer::I16 | Integer::I32) => {
            Strategy::of_numbers(&numbers(context))
        }
        Some(_) => Strategy::Match,
    }
}

fn numbers(context: &Context<'_>) -> Vec<u128> {
    let codes = context.values(context.schema.code).into_iter();
    codes.filter_map(|code| if let Value::Integer(code) = code { Some(*code) } else { None }).collect()
}

fn consecutive(context: &Context<'_>, lowest: u32) -> TokenStream {
    let (private, lowest) = (&context.private, Literal::u32_unsuffixed(lowest));
    by_table(context, &quote!(), &quote!(#private::Codes::Consecutive { lowest: #lowest }))
}

fn direct(context: &Context<'_>, lowest: u32, rows: &[u32]) -> TokenStream {
    let (private, lowest) = (&context.private, Literal::u32_unsuffixed(lowest));
    let (table, rows) = layout::named_numbers(private, &ident("CODE_ROWS"), rows, layout::width(rows));
    let table = quote! {
        /// By the distance of a code from the lowest, its row; or a number behind the last row.
        #table
    };
    by_table(context, &table, &quote!(#private::Codes::Direct { lowest: #lowest, rows: #rows }))
}

fn combed(context: &Context<'_>, comb: &Comb) -> TokenStream {
    let private = &context.private;
    let (lowest, shift) = (Literal::u32_unsuffixed(comb.lowest), Literal::u32_unsuffixed(comb.shift));
    let named =
        |name: &str, numbers: &[u32]| layout::named_numbers(private, &ident(name), numbers, layout::width(numbers));
    let (start_table, starts) = named("CODE_STARTS", &comb.starts);
    let (row_table, rows) = named("CODE_ROWS", &comb.rows);
    let codes = quote!(#private::Codes::Combed { lowest: #lowest, shift: #shift, starts: #starts, rows: #rows });
    let tables = quote! {
        /// By the upper bits of the distance of a code from the lowest, where its group starts.
        #start_table
        /// By the start of a group and the lower bits, the row.
        #row_table
    };
    by_table(context, &tables, &codes)
}

fn by_table(context: &Context<'_>, tables: &TokenStream, codes: &TokenStream) -> TokenStream {
    let (name, private) = (&context.schema.name, &context.private);
    let integer = code_type(context);
    quote! {
        #tables
        const CODES: #private::Codes = #codes;

        /// The row at which a code is if it is listed.
        #[inline]
        const fn row_of(code: #integer) -> ::core::primitive::usize {
            CODES.row(code as ::core::primitive::u32)
        }

        /// The row of a variant.
        #[inline]
        const fn row(variant: #name) -> ::core::primitive::usize {
            row_of(variant as #integer)
        }
    }
}

fn by_match(context: &Context<'_>) -> TokenStream {
    let name = &context.schema.name;
    let integer = code_type(context);
    let codes = numbers(context).into_iter().map(Literal::u128_unsuffixed);
    let rows = (0..).map(Literal::usize_unsuffixed);
    quote! {
        /// The row of a code, or a number behind the last row.
        #[inline]
        const fn row_of(code: #integer) -> ::core::primitive::usize {
            match code {
                #(#codes => #rows,)*
                _ => ::core::primitive::usize::MAX,
            }
        }

        /// The row of a variant.
        #[inline]
        const fn row(variant: #name) -> ::core::primitive::usize {
            row_of(variant as #integer)
        }
    }
}

fn hashed(context: &Context<'_>) -> TokenStream {
    let (name, private) = (&context.schema.name, &context.private);
    let codes = context.texts(context.schema.code);
    let keys: Vec<(&str, u32)> = codes.iter().map(String::as_str).zip(0..).collect();
    let index = layout::index(private, &Index::new(&keys, crate::hash::Case::Exact));
    let texts = layout::texts(private, &ident("CODE"), &codes, super::names::width(context));
    quote! {
        #texts
        static CODES: #private::TextCodes = #private::TextCodes::new(#index, CODE);

        /// The row of a variant.
        #[inline]
        const fn row(variant: #name) -> ::core::primitive::usize {
            variant as ::core::primitive::usize
        }
    }
}

/// The type of a code that is kept: an integer, or `&'static str`.
pub(super) fn code_type(context: &Context<'_>) -> TokenStream {
    match context.schema.code_integer() {
        Some(integer) => primitive(integer),
        None => quote!(&'static ::core::primitive::str),
    }
}

fn primitive(integer: Integer) -> TokenStream {
    let integer: Ident = ident(integer.name());
    quote!(::core::primitive::#integer)
}

pub(super) fn code(context: &Context<'_>) -> TokenStream {
    let Some(field) = context.schema.fields.get(context.schema.code) else { return TokenStream::new() };
    let (attributes, visibility, ty) = (&field.attributes, &context.schema.visibility, code_type(context));
    let docs = super::columns::accessor_docs(field, "The code.");
    let body = if context.schema.code_is_integer() { quote!(self as #ty) } else { quote!(CODE.get(row(self))) };
    quote! {
        #(#attributes)*
        #docs
        #[must_use]
        #[inline]
        #visibility const fn code(self) -> #ty {
            #body
        }
    }
}

/// `class()` and its tests, for codes of HTTP's type.
pub(super) fn class(context: &Context<'_>) -> TokenStream {
    if context.schema.code_integer() != Some(Integer::U16) {
        return TokenStream::new();
    }
    let (runtime, visibility) = (&context.schema.runtime, &context.schema.visibility);
    let tests = [
        ("is_informational", "Informational", 100),
        ("is_success", "Success", 200),
        ("is_redirection", "Redirection", 300),
        ("is_client_error", "ClientError", 400),
        ("is_server_error", "ServerError", 500),
    ];
    let tests = tests.into_iter().map(|(test, class, from)| {
        let (test, class) = (ident(test), ident(class));
        let doc = format!("Whether the code is in {from} to {}.", from + 99);
        quote! {
            #[doc = #doc]
            #[must_use]
            #[inline]
            #visibility const fn #test(self) -> ::core::primitive::bool {
                ::core::matches!(self.class(), ::core::option::Option::Some(#runtime::Class::#class))
            }
        }
    });
    quote! {
        /// The class of the code: its first digit. `None` outside of 100 to 599.
        #[must_use]
        #[inline]
        #visibility const fn class(self) -> ::core::option::Option<#runtime::Class> {
            #runtime::Class::from_code(self as ::core::primitive::u16)
        }
        #(#tests)*
    }
}
