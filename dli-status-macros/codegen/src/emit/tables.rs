//! The types of the runtime crate that hold tables: numbers, texts, perfect hashes.

use super::hygiene::{ident, quote};
use crate::layout::{Numbers, PerfectHash, TextTable, Width};
use proc_macro2::{Ident, Literal, TokenStream};

/// `Numbers` of the runtime crate.
pub(super) fn numbers(private: &TokenStream, numbers: &Numbers) -> TokenStream {
    let literals = literals(numbers);
    let (kind, _) = names(numbers.width);
    quote!(#private::Numbers::#kind(&[#(#literals),*]))
}

/// Numbers as a `static` of this name, and `Numbers` of the runtime crate that refer to it.
///
/// Constants that refer to a `static` make an inlined lookup know how the table is laid out, in whatever crate it is
/// inlined, and there is still only one table.
pub(super) fn named_numbers(private: &TokenStream, name: &Ident, numbers: &Numbers) -> (TokenStream, TokenStream) {
    let literals = literals(numbers);
    let (kind, ty) = names(numbers.width);
    let count = Literal::usize_unsuffixed(numbers.values.len());
    let table = quote!(static #name: [::core::primitive::#ty; #count] = [#(#literals),*];);
    (table, quote!(#private::Numbers::#kind(&#name)))
}

fn literals(numbers: &Numbers) -> impl Iterator<Item = Literal> {
    numbers.values.iter().map(|&number| Literal::u32_unsuffixed(number))
}

/// The variant of `Numbers`, and the type of a number.
fn names(width: Width) -> (Ident, Ident) {
    let (kind, ty) = match width {
        Width::U8 => ("U8", "u8"),
        Width::U16 => ("U16", "u16"),
        Width::U32 => ("U32", "u32"),
    };
    (ident(kind), ident(ty))
}

/// A constant of this name: `Texts` of the runtime crate, and the statics it refers to.
pub(super) fn texts(private: &TokenStream, name: &Ident, texts: &TextTable) -> TokenStream {
    let (text_name, bounds_name) = (ident(&format!("{name}_TEXT")), ident(&format!("{name}_BOUNDS")));
    let text = &texts.text;
    let (table, bounds) = named_numbers(private, &bounds_name, &texts.bounds);
    quote! {
        /// One text per row, one after the other.
        static #text_name: &::core::primitive::str = #text;
        /// Where the first text starts, and where each ends.
        #table
        const #name: #private::Texts = #private::Texts::new(&#text_name, #bounds);
    }
}

/// `Index` of the runtime crate.
pub(super) fn perfect_hash(private: &TokenStream, hash: &PerfectHash) -> TokenStream {
    let seed = Literal::u64_unsuffixed(hash.seed);
    let displacements = numbers(private, &hash.displacements);
    let slots = numbers(private, &hash.slots);
    quote!(#private::Index::new(#seed, #displacements, #slots))
}
