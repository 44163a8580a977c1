//! The texts by which a row is known in any case: codes that are text, names and messages.

use super::numbers::number;
use super::{PerfectHash, TextTable};
use crate::declaration::{Field, Key};
use crate::index_format::{AMBIGUOUS_CODE, CODE, Case, KIND_BITS, MESSAGE, NAME};
use crate::indexed::Id;
use crate::model::{Model, Value, Variant};
use std::collections::HashMap;

/// How a row is found by such a text.
#[derive(Debug)]
pub(crate) struct NameLookup {
    /// The identifiers of the variants.
    pub(crate) names: TextTable,
    /// From a text to `row << KIND_BITS | kind`.
    pub(crate) index: PerfectHash,
    /// The messages after the first of a row, with the row, but for those that may mean another.
    pub(super) other_messages: Vec<(String, u32)>,
}

/// The texts of one kind, each with its row and the number of its kind.
struct Kind<'t> {
    texts: Vec<(&'t str, usize, u32)>,
    /// Whether a text that several rows share may still mean one of them.
    has_exact_lookup: bool,
}

/// A message after the first of its row, which is not in the index.
const OTHER_MESSAGE: u32 = 1 << KIND_BITS;

/// What a text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Meaning {
    row: u32,
    kind: u32,
}

impl NameLookup {
    pub(super) fn new(key: &Key, model: &Model) -> Self {
        let texts_of = |field| -> Vec<String> {
            model.variants.iter().map(|variant| variant.record.values[field].to_text()).collect()
        };
        let codes = if key.integer.is_none() { texts_of(key.code) } else { Vec::new() };
        let messages: Vec<(String, usize, u32)> = key.message.map_or_else(Vec::new, |field| messages(field, model));
        let names: Vec<String> = model.variants.iter().map(|variant| variant.name.clone()).collect();
        let keys = keys(&[
            Kind { texts: of_kind(&codes, CODE), has_exact_lookup: true },
            Kind { texts: of_kind(&names, NAME), has_exact_lookup: false },
            Kind {
                texts: messages.iter().map(|(text, row, kind)| (text.as_str(), *row, *kind)).collect(),
                has_exact_lookup: false,
            },
        ]);
        let (others, keys): (Vec<_>, Vec<_>) = keys.into_iter().partition(|(_, meaning)| meaning.kind == OTHER_MESSAGE);
        let values = keys.iter().map(|(text, Meaning { row, kind })| (text.as_str(), row << KIND_BITS | kind));
        let index = PerfectHash::new(values, Case::Folded);
        let other_messages = others.into_iter().map(|(text, meaning)| (text, meaning.row)).collect();
        Self { names: names.iter().collect(), index, other_messages }
    }
}

/// The texts of a field of messages, the first of a row and the others.
fn messages(field: Id<Field>, model: &Model) -> Vec<(String, usize, u32)> {
    let of_row = |(row, variant): (usize, &Variant)| -> Vec<(String, usize, u32)> {
        let kinds = std::iter::once(MESSAGE).chain(std::iter::repeat(OTHER_MESSAGE));
        match &variant.record.values[field] {
            Value::Text(text) => vec![(text.clone(), row, MESSAGE)],
            Value::List(values) => values.iter().zip(kinds).map(|(value, kind)| (value.to_text(), row, kind)).collect(),
            _ => Vec::new(),
        }
    };
    model.variants.iter().enumerate().flat_map(of_row).collect()
}

/// One text per row.
fn of_kind(texts: &[String], kind: u32) -> Vec<(&str, usize, u32)> {
    texts.iter().enumerate().map(|(row, text)| (text.as_str(), row, kind)).collect()
}

/// Each text, in lower case, with its meaning. A text of one kind means no row by a later kind. A text that two rows share
/// means neither of them, unless an exact lookup can tell.
fn keys(by_precedence: &[Kind<'_>]) -> Vec<(String, Meaning)> {
    let mut keys: Vec<(String, Option<Meaning>)> = Vec::new();
    let mut indices: HashMap<String, usize> = HashMap::new();
    for kind in by_precedence {
        let earlier_kinds = keys.len();
        for &(text, row, number_of_kind) in &kind.texts {
            let (row, folded) = (number(row), text.to_ascii_lowercase());
            match indices.get(&folded) {
                _ if folded.is_empty() => {}
                Some(&index) if index < earlier_kinds => {}
                Some(&index) => {
                    let (_, meaning) = keys.get_mut(index).expect("indices are of keys");
                    // A row may list a message twice.
                    if meaning.is_none_or(|meaning| meaning.row != row) {
                        *meaning = kind.has_exact_lookup.then_some(Meaning { row, kind: AMBIGUOUS_CODE });
                    }
                }
                None => {
                    indices.insert(folded.clone(), keys.len());
                    keys.push((folded, Some(Meaning { row, kind: number_of_kind })));
                }
            }
        }
    }
    keys.into_iter().filter_map(|(text, meaning)| Some((text, meaning?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str], messages: &[&str], codes: &[&str]) -> Vec<(String, u32)> {
        let [names, messages, codes] =
            [names, messages, codes].map(|texts| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        let keys = keys(&[
            Kind { texts: of_kind(&codes, CODE), has_exact_lookup: true },
            Kind { texts: of_kind(&names, NAME), has_exact_lookup: false },
            Kind { texts: of_kind(&messages, MESSAGE), has_exact_lookup: false },
        ]);
        let mut keys: Vec<(String, u32)> =
            keys.into_iter().map(|(text, meaning)| (text, meaning.row << KIND_BITS | meaning.kind)).collect();
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
