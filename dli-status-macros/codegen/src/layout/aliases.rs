//! The texts by which a row is known besides its code, name and first message.

use super::numbers::number;
use super::{Numbers, PerfectHash, TextTable};
use crate::declaration::Key;
use crate::index_format::Case;
use crate::model::Model;
use std::collections::{HashMap, HashSet};

/// How a row is found by such a text.
#[derive(Debug)]
pub(crate) struct AliasLookup {
    /// Those that are as good as a code first.
    pub(crate) texts: TextTable,
    pub(crate) rows: Numbers,
    /// How many of them are as good as a code.
    pub(crate) codes: usize,
    /// From a text to its position.
    pub(crate) exact: PerfectHash,
    /// From a text in any case to its position, unless it may be that of two rows.
    pub(crate) folded: PerfectHash,
}

impl AliasLookup {
    /// `None` if there are no such texts.
    pub(super) fn new(key: &Key, model: &Model, other_messages: &[(String, u32)]) -> Option<Self> {
        let mut known: HashSet<&str> = HashSet::new();
        let codes: Vec<String> = match key.integer {
            Some(_) => Vec::new(),
            None => model.variants.iter().map(|variant| variant.record.values[key.code].to_text()).collect(),
        };
        known.extend(codes.iter().map(String::as_str));
        let declared = (0..)
            .zip(&model.variants)
            .flat_map(|(row, variant)| variant.aliases.texts.iter().map(move |text| (text.as_str(), row)));
        let mut entries: Vec<(&str, u32)> = declared.filter(|(text, _)| known.insert(text)).collect();
        let code_count = entries.len();
        let messages = other_messages.iter().map(|(text, row)| (text.as_str(), *row));
        entries.extend(messages.filter(|(text, _)| known.insert(text)));
        (!entries.is_empty()).then(|| Self::of_entries(&entries, code_count))
    }

    fn of_entries(entries: &[(&str, u32)], codes: usize) -> Self {
        let positions = || (0..).zip(entries).map(|(position, (text, _))| (*text, number(position)));
        let exact = PerfectHash::new(positions(), Case::Exact);
        let folded = folded(entries);
        let folded = PerfectHash::new(folded.iter().map(|(text, position)| (text.as_str(), *position)), Case::Folded);
        let (texts, rows) = entries.iter().copied().unzip::<_, _, Vec<_>, Vec<_>>();
        Self { texts: texts.iter().collect(), rows: rows.into_iter().collect(), codes, exact, folded }
    }
}

/// Each text in lower case with its position, but for those of several rows.
fn folded(entries: &[(&str, u32)]) -> Vec<(String, u32)> {
    let mut positions: Vec<(String, Option<u32>)> = Vec::new();
    let mut indices: HashMap<String, usize> = HashMap::new();
    for (position, (text, row)) in entries.iter().enumerate() {
        let text = text.to_ascii_lowercase();
        match indices.get(&text).and_then(|&index| positions.get_mut(index)) {
            Some((_, known)) => {
                let is_other = |&known: &u32| entries.get(known as usize).is_none_or(|(_, other)| other != row);
                if known.as_ref().is_none_or(is_other) {
                    *known = None;
                }
            }
            None => {
                indices.insert(text.clone(), positions.len());
                positions.push((text, Some(number(position))));
            }
        }
    }
    positions.into_iter().filter_map(|(text, position)| Some((text, position?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_two_rows_have_in_some_case_has_no_position() {
        let entries = [("m", 0), ("M", 1), ("Min", 0), ("min", 0), ("H", 2)];
        assert_eq!(folded(&entries), [("min".to_owned(), 2), ("h".to_owned(), 4)]);
        let lookup = AliasLookup::of_entries(&entries, 5);
        assert_eq!(lookup.rows.values, [0, 1, 0, 0, 2]);
        assert_eq!(lookup.texts.text, "mMMinminH");
    }
}
