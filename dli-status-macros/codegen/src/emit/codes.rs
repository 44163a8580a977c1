//! From code to row to variant and back, as [`CodeLookup`] says.

use super::columns::accessor_docs;
use super::context::{Context, integer, primitive};
use super::hygiene::{ident, quote};
use super::tables::{named_numbers, perfect_hash, texts};
use crate::layout::{CodeLookup, Comb, Numbers};
use crate::model::Number;
use proc_macro2::{Literal, TokenStream};

/// From a code that is a number `row_of`, from a text `CODES`; and `row`, from a variant.
pub(super) fn tables(context: &Context<'_>) -> TokenStream {
    match &context.layout.codes {
        CodeLookup::Consecutive { lowest } => consecutive(context, *lowest),
        CodeLookup::Direct { lowest, rows } => direct(context, *lowest, rows),
        CodeLookup::Combed(comb) => combed(context, comb),
        CodeLookup::Match { codes } => by_match(context, codes),
        CodeLookup::Hashed { index, texts: codes, .. } => {
            let texts = texts(&context.private, &ident("CODE"), codes);
            let index = perfect_hash(&context.private, index);
            hashed(context, &texts, &index)
        }
    }
}

fn consecutive(context: &Context<'_>, lowest: u32) -> TokenStream {
    let (private, lowest) = (&context.private, Literal::u32_unsuffixed(lowest));
    by_table(context, &quote!(), &quote!(#private::Codes::Consecutive { lowest: #lowest }))
}

fn direct(context: &Context<'_>, lowest: u32, rows: &Numbers) -> TokenStream {
    let (private, lowest) = (&context.private, Literal::u32_unsuffixed(lowest));
    let (table, rows) = named_numbers(private, &ident("CODE_ROWS"), rows);
    let table = quote! {
        /// By the distance of a code from the lowest, its row; or the number of rows.
        #table
    };
    by_table(context, &table, &quote!(#private::Codes::Direct { lowest: #lowest, rows: #rows }))
}

fn combed(context: &Context<'_>, comb: &Comb) -> TokenStream {
    let private = &context.private;
    let (lowest, shift) = (Literal::u32_unsuffixed(comb.lowest), Literal::u32_unsuffixed(comb.shift));
    let (start_table, starts) = named_numbers(private, &ident("CODE_STARTS"), &comb.starts);
    let (row_table, rows) = named_numbers(private, &ident("CODE_ROWS"), &comb.rows);
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
    let (name, private) = (&context.item.name, &context.private);
    let integer = context.code_type();
    quote! {
        #tables
        const CODES: #private::Codes = #codes;

        /// The row that a code has if it is listed.
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

fn by_match(context: &Context<'_>, codes: &[Number]) -> TokenStream {
    let name = &context.item.name;
    let ty = context.code_type();
    let codes = codes.iter().copied().map(integer);
    let rows = (0..).map(Literal::usize_unsuffixed);
    quote! {
        /// The row of a code, or a number that is not a row.
        #[inline]
        const fn row_of(code: #ty) -> ::core::primitive::usize {
            match code {
                #(#codes => #rows,)*
                _ => ::core::primitive::usize::MAX,
            }
        }

        /// The row of a variant.
        #[inline]
        const fn row(variant: #name) -> ::core::primitive::usize {
            row_of(variant as #ty)
        }
    }
}

fn hashed(context: &Context<'_>, texts: &TokenStream, index: &TokenStream) -> TokenStream {
    let (name, private) = (&context.item.name, &context.private);
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

pub(super) fn from_code(context: &Context<'_>) -> TokenStream {
    let visibility = &context.item.visibility;
    let asked = match context.key.integer {
        Some(integer) => primitive(integer.name()),
        None => quote!(&::core::primitive::str),
    };
    let alias = match context.layout.aliases {
        Some(_) => quote! {
            match ALIASES.code(code) {
                ::core::option::Option::Some(row) => variant(row),
                ::core::option::Option::None => ::core::option::Option::None,
            }
        },
        None => quote!(::core::option::Option::None),
    };
    let body = match &context.layout.codes {
        CodeLookup::Consecutive { .. } | CodeLookup::Direct { .. } | CodeLookup::Match { .. } => {
            quote!(variant(row_of(code)))
        }
        CodeLookup::Combed(_) => quote! {
            match variant(row_of(code)) {
                // The row of a code that is not listed may be that of another.
                ::core::option::Option::Some(found) if found as #asked == code => {
                    ::core::option::Option::Some(found)
                }
                _ => ::core::option::Option::None,
            }
        },
        CodeLookup::Hashed { .. } => quote! {
            match CODES.row(code) {
                ::core::option::Option::Some(row) => variant(row),
                ::core::option::Option::None => #alias,
            }
        },
    };
    let body = with_numbers(context, body);
    quote! {
        /// The row of a code, if the page lists it.
        #[must_use]
        #[inline]
        #visibility const fn from_code(code: #asked) -> ::core::option::Option<Self> {
            #body
        }
    }
}

/// Looks for a code among the numbers that are as good as a code, if it is none.
fn with_numbers(context: &Context<'_>, body: TokenStream) -> TokenStream {
    let aliases = &context.layout.code_aliases;
    if aliases.is_empty() {
        return body;
    }
    let numbers = aliases.iter().map(|(number, _)| integer(*number));
    let rows = aliases.iter().map(|(_, row)| Literal::usize_unsuffixed(*row));
    quote! {
        match #body {
            ::core::option::Option::None => match code {
                #(#numbers => variant(#rows),)*
                _ => ::core::option::Option::None,
            },
            found => found,
        }
    }
}

pub(super) fn code(context: &Context<'_>) -> TokenStream {
    let field = &context.table.fields[context.key.code];
    let (attributes, visibility, ty) = (&field.attributes, &context.item.visibility, context.code_type());
    let docs = accessor_docs(field, "The code.");
    let body = match context.key.integer {
        Some(_) => quote!(self as #ty),
        None => quote!(CODE.get(row(self))),
    };
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
