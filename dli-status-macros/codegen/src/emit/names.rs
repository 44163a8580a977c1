//! The names of the rows: the variants' identifiers, and the index of all texts by which a row is known.

use super::columns::Columns;
use super::{Context, ident, layout};
use crate::hash::Case;
use crate::index::Index;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::HashMap;

/// How many bits tell the kind of a text, numbered as the runtime crate's `Names` does.
const KIND_BITS: u32 = 2;
const CODES: u32 = 2;
/// Of codes that differ in case alone.
const SEVERAL: u32 = 3;

/// `NAME`, the identifiers, and `NAMES`, the index of them, of messages and of codes that are text.
pub(super) fn emit(context: &Context<'_>, columns: &Columns<'_>) -> TokenStream {
    let private = &context.private;
    let names: Vec<&str> = context.model.variants.iter().map(|variant| variant.name.as_str()).collect();
    let name_table = layout::texts(private, &ident("NAME"), &names, width(context));

    let message = columns.texts("message");
    let field = context.schema.position("message");
    let messages = field.filter(|_| message.is_some()).map(|at| context.texts(at)).unwrap_or_default();
    let codes = if context.schema.code_is_integer() { Vec::new() } else { context.texts(context.schema.code) };

    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    let keys = keys([&names, &messages, &codes]);
    let keys: Vec<(&str, u32)> = keys.iter().map(|(text, value)| (text.as_str(), *value)).collect();
    let index = layout::index(private, &Index::new(&keys, Case::Folded));
    let none =
        (message.is_none() || codes.is_empty()).then(|| layout::texts::<&str>(private, &ident("NOTHING"), &[], 0));
    let message = message.map_or_else(|| quote!(NOTHING), |table| quote!(#table));
    let code = if codes.is_empty() { quote!(NOTHING) } else { quote!(CODE) };
    quote! {
        #none
        #name_table
        /// Where to look for a name, a message, and a code that is text.
        const NAMES: #private::Names = #private::Names::new(#index, NAME, #message, #code);
    }
}

/// How wide the bounds of all texts are by which a row is known. They are all the same, so that a lookup need not ask
/// which kind of text it has found: half names, half messages, that would be a branch that no processor predicts.
pub(super) fn width(context: &Context<'_>) -> u32 {
    let names: Vec<&str> = context.model.variants.iter().map(|variant| variant.name.as_str()).collect();
    let is_named = |name: &syn::Ident| name == "message" || name == "code";
    let fields = context.schema.fields.iter().enumerate().filter(|(_, field)| is_named(&field.name));
    let widths = fields.map(|(at, _)| layout::width(&layout::bounds(&context.texts(at))));
    widths.fold(layout::width(&layout::bounds(&names)), u32::max)
}

/// Each text with `row << 2 | kind`. A text that means a row by its code means no other by its name, and one that means a
/// row by its name no other by its message. A name or message that means two rows means none; of codes that are one in
/// another case, the exact one is meant.
fn keys(kinds: [&[String]; 3]) -> Vec<(String, u32)> {
    const BY_PRECEDENCE: [(usize, u32); 3] = [(2, CODES), (0, 0), (1, 1)];
    let mut keys: Vec<(String, Option<u32>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, kind) in BY_PRECEDENCE {
        let earlier_kinds = keys.len();
        for (row, text) in (0..).zip(kinds.get(at).copied().unwrap_or_default()) {
            let folded = text.to_ascii_lowercase();
            if folded.is_empty() {
                continue;
            }
            match places.get(&folded) {
                Some(&place) if place < earlier_kinds => {}
                Some(&place) => keys.iter_mut().skip(place).take(1).for_each(|key| {
                    key.1 = (kind == CODES).then_some(row << KIND_BITS | SEVERAL);
                }),
                None => {
                    places.insert(folded.clone(), keys.len());
                    keys.push((folded, Some(row << KIND_BITS | kind)));
                }
            }
        }
    }
    keys.into_iter().filter_map(|(text, value)| Some((text, value?))).collect()
}

pub(super) fn name_of(context: &Context<'_>) -> TokenStream {
    let visibility = &context.schema.visibility;
    quote! {
        /// The name of the variant.
        #[must_use]
        #[inline]
        #visibility const fn name(self) -> &'static ::core::primitive::str {
            NAME.get(row(self))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str], messages: &[&str], codes: &[&str]) -> Vec<(String, u32)> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let mut keys = keys([&owned(names), &owned(messages), &owned(codes)]);
        keys.sort();
        keys
    }

    #[test]
    fn a_message_that_two_rows_share_means_none() {
        let keys = found(&["A", "B"], &["same", "SAME"], &[]);
        assert_eq!(keys, [("a".to_owned(), 0), ("b".to_owned(), 4)]);
    }

    #[test]
    fn of_codes_that_differ_in_case_the_exact_one_is_meant() {
        let keys = found(&["A1", "A2"], &["same", "other"], &["x", "X"]);
        let several = ("x".to_owned(), 7);
        assert_eq!(keys.last(), Some(&several));
        assert_eq!(keys.len(), 5);
    }

    #[test]
    fn codes_come_before_names_and_names_before_messages() {
        let keys = found(&["A", "B"], &["b", "c"], &["c", "d"]);
        assert_eq!(keys, [("a".to_owned(), 0), ("b".to_owned(), 4), ("c".to_owned(), 2), ("d".to_owned(), 6)]);
    }
}
