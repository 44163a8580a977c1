//! How tables are laid out: numbers in the narrowest type, texts as one text with the end of each.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// `Numbers` of the runtime crate.
pub(super) fn numbers(private: &TokenStream, numbers: &[u32]) -> TokenStream {
    let literals = numbers.iter().map(|&number| Literal::u32_unsuffixed(number));
    let list = quote!(&[#(#literals),*]);
    match numbers.iter().max() {
        Some(65_536..) => quote!(#private::Numbers::U32(#list)),
        Some(256..) => quote!(#private::Numbers::U16(#list)),
        _ => quote!(#private::Numbers::U8(#list)),
    }
}

/// `Texts` of the runtime crate.
pub(super) fn texts<T: AsRef<str>>(private: &TokenStream, texts: &[T]) -> TokenStream {
    let mut end = 0;
    let ends: Vec<u32> = texts
        .iter()
        .map(|text| {
            end += text.as_ref().len();
            u32::try_from(end).unwrap_or(u32::MAX)
        })
        .collect();
    let text: String = texts.iter().map(AsRef::as_ref).collect();
    let ends = numbers(private, &ends);
    quote!(#private::Texts::new(#text, #ends))
}

/// `Index` of the runtime crate.
pub(super) fn index(private: &TokenStream, index: &crate::index::Index) -> TokenStream {
    let seed = Literal::u64_unsuffixed(index.seed);
    let displacements = numbers(private, &index.displacements);
    let slots = numbers(private, &index.slots);
    quote!(#private::Index::new(#seed, #displacements, #slots))
}
