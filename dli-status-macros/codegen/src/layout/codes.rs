//! How the row of a code is found: the one place where that is decided.
//!
//! What the choice rests on, with 42 to 10,000 rows of `u16` codes, in nanoseconds per lookup of a shuffled stream with a
//! tenth of unknown codes; `tests/benches/README.md` has the table and how it was measured:
//!
//! * A `match` is a table where codes are close together, and a tree of comparisons where they are not: 15 ns at 42 rows
//!   spread over all numbers and 27 ns at 1,000, since no processor predicts the branches.
//! * Codes that follow one another need no table: 1.1 ns.
//! * A table with one slot for each number between the lowest and the highest is one look: 1.1 ns. It may have so many
//!   slots per row that 1,000 rows take less than 48 bytes each with all their tables, of which 24 are those of 12 slots;
//!   or 1,024 in all, which take one byte each up to 256 rows.
//! * Beyond that, the groups of a comb are two looks and a comparison, 2.0 to 2.4 ns, in less than four slots per row (a
//!   test holds 1,000 rows to that).

use super::numbers::number;
use super::{Comb, Numbers, PerfectHash, TextTable};
use crate::declaration::{Integer, Key};
use crate::index_format::Case;
use crate::model::{Model, Number};
use std::ops::RangeInclusive;

/// How the row of a code is found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CodeLookup {
    /// The row is the distance from the lowest code.
    Consecutive { lowest: u32 },
    /// A number is looked up at its distance from the lowest: one look. Slots of no code have the number of rows.
    Direct { lowest: u32, rows: Numbers },
    /// Numbers far apart: their groups share one table.
    Combed(Comb),
    /// The compiler chooses: numbers too far apart for a table, and types wider than 32 bits.
    Match { codes: Vec<Number> },
    /// A text is looked up in a perfect hash.
    Hashed {
        index: PerfectHash,
        texts: TextTable,
        /// Of the texts, in bytes.
        lengths: RangeInclusive<usize>,
    },
}

/// A table of codes has at most this many slots per row, or [`MAX_SLOTS_OF_SMALL_TABLE`].
const MAX_SLOTS_PER_ROW: usize = 12;
const MAX_SLOTS_OF_SMALL_TABLE: usize = 1024;

impl CodeLookup {
    pub(super) fn new(key: &Key, model: &Model) -> Self {
        let codes = model.variants.iter().map(|variant| &variant.record.values[key.code]);
        let Some(integer) = key.integer else {
            return Self::of_texts(&codes.map(|code| code.to_text()).collect::<Vec<_>>());
        };
        let codes = codes.map(|code| code.as_integer().expect("a number field holds numbers")).collect();
        match integer {
            Integer::U8 | Integer::U16 | Integer::U32 | Integer::I8 | Integer::I16 | Integer::I32 => {
                Self::of_numbers(codes)
            }
            _ => Self::Match { codes },
        }
    }

    fn of_texts(codes: &[String]) -> Self {
        let lengths = || codes.iter().map(String::len);
        let [shortest, longest] = [lengths().min(), lengths().max()].map(|length| length.expect("a table has rows"));
        let keys = codes.iter().enumerate().map(|(row, code)| (code.as_str(), number(row)));
        let index = PerfectHash::new(keys, Case::Exact);
        Self::Hashed { index, texts: codes.iter().collect(), lengths: shortest..=longest }
    }

    fn of_numbers(codes: Vec<Number>) -> Self {
        let narrow: Option<Vec<i128>> = codes.iter().map(|code| code.as_i128()).collect();
        narrow.and_then(|narrow| Self::of_narrow_numbers(&narrow)).unwrap_or(Self::Match { codes })
    }

    /// `None` if they are too far apart. The lowest code is that of 32 bits that a cast gives; distances are the same.
    fn of_narrow_numbers(codes: &[i128]) -> Option<Self> {
        let first = *codes.iter().min()?;
        let distances: Option<Vec<u32>> = codes.iter().map(|code| u32::try_from(code - first).ok()).collect();
        let (lowest, distances) = (truncated(first)?, distances?);
        let highest = *distances.iter().max()?;
        if (0..=highest).eq(distances.iter().copied()) {
            return Some(Self::Consecutive { lowest });
        }
        let max_slots = MAX_SLOTS_OF_SMALL_TABLE.max(codes.len() * MAX_SLOTS_PER_ROW);
        if highest as usize >= max_slots {
            return Comb::new(&distances, lowest, highest, max_slots).map(Self::Combed);
        }
        let mut rows = vec![number(codes.len()); highest as usize + 1];
        for (row, distance) in (0..).zip(&distances) {
            *rows.get_mut(*distance as usize).expect("a distance is at most the highest") = row;
        }
        Some(Self::Direct { lowest, rows: rows.into_iter().collect() })
    }
}

/// A number of 32 bits, signed or not, as `as u32` gives it.
fn truncated(number: i128) -> Option<u32> {
    u32::try_from(number).ok().or_else(|| i32::try_from(number).ok().map(i32::cast_unsigned))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lookup(codes: &[i128]) -> CodeLookup {
        CodeLookup::of_numbers(numbers(codes))
    }

    fn numbers(codes: &[i128]) -> Vec<Number> {
        codes.iter().map(|code| Number { is_negative: *code < 0, magnitude: code.unsigned_abs() }).collect()
    }

    #[test]
    fn consecutive_codes_need_no_table() {
        assert_eq!(lookup(&[5, 6, 7]), CodeLookup::Consecutive { lowest: 5 });
        assert_eq!(lookup(&[7]), CodeLookup::Consecutive { lowest: 7 });
        assert_eq!(lookup(&[-1, 0, 1]), CodeLookup::Consecutive { lowest: u32::MAX });
    }

    #[test]
    fn codes_close_together_have_a_slot_each() {
        let rows = || [1_u32, 3, 3, 0, 2].into_iter().collect();
        assert_eq!(lookup(&[8, 5, 9]), CodeLookup::Direct { lowest: 5, rows: rows() });
        assert_eq!(lookup(&[-6, -9, -5]), CodeLookup::Direct { lowest: -9_i32 as u32, rows: rows() });
    }

    #[test]
    fn codes_far_apart_are_combed() {
        let codes: Vec<i128> = (0..1000).map(|index| index * 7919 % 65_521 - 32_768).collect();
        let CodeLookup::Combed(comb) = lookup(&codes) else { panic!("no comb") };
        for (row, code) in (0..).zip(&codes) {
            let distance = (*code as u32).wrapping_sub(comb.lowest);
            let start = comb.starts.values[(distance >> comb.shift) as usize];
            assert_eq!(comb.rows.values[(start + (distance & ((1 << comb.shift) - 1))) as usize], row);
        }
        assert!(comb.starts.values.len() + comb.rows.values.len() < 4 * codes.len());
    }

    #[test]
    fn codes_without_bounds_are_left_to_the_compiler() {
        for codes in
            [vec![1, i128::MAX], vec![0, i128::from(u32::MAX)], vec![i128::from(i32::MIN), i128::from(i32::MAX)]]
        {
            assert_eq!(lookup(&codes), CodeLookup::Match { codes: numbers(&codes) });
        }
    }

    #[test]
    fn texts_know_their_lengths() {
        let codes = ["E.1".to_owned(), "E.1000".to_owned(), "ß".to_owned()];
        let CodeLookup::Hashed { lengths, texts, .. } = CodeLookup::of_texts(&codes) else { panic!("no hash") };
        assert_eq!((lengths, texts.text.as_str()), (2..=6, "E.1E.1000ß"));
    }
}
