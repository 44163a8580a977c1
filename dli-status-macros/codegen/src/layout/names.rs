//! The texts by which a row is known in any case: codes that are text, names and messages.

use super::numbers::number;
use super::{PerfectHash, TextTable};
use crate::declaration::TableSpec;
use crate::index_format::{AMBIGUOUS_CODE, CODE, Case, KIND_BITS, MESSAGE, NAME};
use crate::model::Model;
use std::collections::HashMap;

/// How a row is found by such a text.
#[derive(Debug)]
pub(crate) struct NameLookup {
    /// The identifiers of the variants.
    pub(crate) names: TextTable,
    /// From a text to `row << KIND_BITS | kind`.
    pub(crate) index: PerfectHash,
}

/// The texts of one kind, one per row, or none at all.
struct Kind<'t> {
    number: u32,
    texts: &'t [String],
    /// Whether a text that several rows share may still mean one of them.
    has_exact_lookup: bool,
}

impl NameLookup {
    pub(super) fn new(table: &TableSpec, model: &Model) -> Self {
        let texts_of =
            |field| -> Vec<String> { model.variants.iter().map(|variant| variant.values[field].to_text()).collect() };
        let codes = if table.code_integer().is_none() { texts_of(table.code) } else { Vec::new() };
        let messages = table.message_text().map_or_else(Vec::new, texts_of);
        let names: Vec<String> = model.variants.iter().map(|variant| variant.name.clone()).collect();
        let keys = keys(&[
            Kind { number: CODE, texts: &codes, has_exact_lookup: true },
            Kind { number: NAME, texts: &names, has_exact_lookup: false },
            Kind { number: MESSAGE, texts: &messages, has_exact_lookup: false },
        ]);
        let index = PerfectHash::new(keys.iter().map(|(text, value)| (text.as_str(), *value)), Case::Folded);
        Self { names: names.iter().collect(), index }
    }
}

/// Each text, in lower case, with its value. A text of one kind means no row by a later kind. A text that two rows share
/// means neither of them, unless an exact lookup can tell.
fn keys(by_precedence: &[Kind<'_>]) -> Vec<(String, u32)> {
    let mut keys: Vec<(String, Option<u32>)> = Vec::new();
    let mut indices: HashMap<String, usize> = HashMap::new();
    for kind in by_precedence {
        let earlier_kinds = keys.len();
        for (row, text) in kind.texts.iter().enumerate() {
            let (row, folded) = (number(row) << KIND_BITS, text.to_ascii_lowercase());
            match indices.get(&folded) {
                _ if folded.is_empty() => {}
                Some(&index) if index < earlier_kinds => {}
                Some(&index) => {
                    let (_, value) = keys.get_mut(index).expect("indices are of keys");
                    *value = kind.has_exact_lookup.then_some(row | AMBIGUOUS_CODE);
                }
                None => {
                    indices.insert(folded.clone(), keys.len());
                    keys.push((folded, Some(row | kind.number)));
                }
            }
        }
    }
    keys.into_iter().filter_map(|(text, value)| Some((text, value?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str], messages: &[&str], codes: &[&str]) -> Vec<(String, u32)> {
        let [names, messages, codes] =
            [names, messages, codes].map(|texts| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        let mut keys = keys(&[
            Kind { number: CODE, texts: &codes, has_exact_lookup: true },
            Kind { number: NAME, texts: &names, has_exact_lookup: false },
            Kind { number: MESSAGE, texts: &messages, has_exact_lookup: false },
        ]);
        keys.sort();
        keys
    }

    #[test]
    fn a_message_that_two_rows_share_means_neither() {
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
