//! How tables are laid out: numbers in the narrowest type, texts as one text with the end of each.

use super::ident;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// The narrowest type that holds some numbers: 8, 16 or 32 bits.
pub(super) fn width(numbers: &[u32]) -> u32 {
    match numbers.iter().max() {
        Some(65_536..) => 32,
        Some(256..) => 16,
        _ => 8,
    }
}

/// `Numbers` of the runtime crate.
pub(super) fn numbers(private: &TokenStream, numbers: &[u32]) -> TokenStream {
    let literals = numbers.iter().map(|&number| Literal::u32_unsuffixed(number));
    let kind = ident(&format!("U{}", width(numbers)));
    quote!(#private::Numbers::#kind(&[#(#literals),*]))
}

/// Numbers as a `static` of this name, and `Numbers` of the runtime crate that refer to it.
///
/// Constants that refer to a `static` make an inlined lookup know how the table is laid out, in whatever crate it is
/// inlined, and there is one table all the same.
pub(super) fn named_numbers(
    private: &TokenStream,
    name: &Ident,
    numbers: &[u32],
    width: u32,
) -> (TokenStream, TokenStream) {
    let literals = numbers.iter().map(|&number| Literal::u32_unsuffixed(number));
    let (kind, ty, count) = (ident(&format!("U{width}")), ident(&format!("u{width}")), numbers.len());
    let count = Literal::usize_unsuffixed(count);
    let table = quote!(static #name: [::core::primitive::#ty; #count] = [#(#literals),*];);
    (table, quote!(#private::Numbers::#kind(&#name)))
}

/// Where the first text starts, and where each ends.
pub(super) fn bounds<T: AsRef<str>>(texts: &[T]) -> Vec<u32> {
    let ends = texts.iter().scan(0, |end, text| {
        *end += text.as_ref().len();
        Some(u32::try_from(*end).unwrap_or(u32::MAX))
    });
    std::iter::once(0).chain(ends).collect()
}

/// A constant of this name: `Texts` of the runtime crate, and the statics behind it. The bounds take `width` bits at
/// least.
pub(super) fn texts<T: AsRef<str>>(private: &TokenStream, name: &Ident, texts: &[T], least: u32) -> TokenStream {
    let (text_name, bounds_name) = (ident(&format!("{name}_TEXT")), ident(&format!("{name}_BOUNDS")));
    let text: String = texts.iter().map(AsRef::as_ref).collect();
    let bounds = bounds(texts);
    let (table, bounds) = named_numbers(private, &bounds_name, &bounds, width(&bounds).max(least));
    quote! {
        /// One text a row, one behind the other.
        static #text_name: &::core::primitive::str = #text;
        /// Where the first text starts, and where each ends.
        #table
        const #name: #private::Texts = #private::Texts::new(&#text_name, #bounds);
    }
}

/// `Index` of the runtime crate.
pub(super) fn index(private: &TokenStream, index: &crate::index::Index) -> TokenStream {
    let seed = Literal::u64_unsuffixed(index.seed);
    let displacements = numbers(private, &index.displacements);
    let slots = numbers(private, &index.slots);
    quote!(#private::Index::new(#seed, #displacements, #slots))
}
