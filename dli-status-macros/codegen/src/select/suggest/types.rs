//! Types guessed from texts.

use crate::declaration::{Digits, Float, Integer};
use crate::model::{is_decimal, is_integer};

const PLAIN: Digits = Digits { radix: 10, separator: None };

/// By preference.
const INTEGERS: [Integer; 6] = [Integer::U16, Integer::U32, Integer::U64, Integer::I16, Integer::I32, Integer::I64];

/// The type that reads all of the texts, and the options of the column that it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) ty: &'static str,
    pub(super) options: &'static str,
    pub(super) is_integer: bool,
}

const TEXT: Guess = Guess { ty: "&'static str", options: "", is_integer: false };

pub(super) fn guess(texts: &[&str]) -> Guess {
    if texts.is_empty() {
        return TEXT;
    }
    let grouped = Digits { separator: Some(','), ..PLAIN };
    for (digits, options) in [(PLAIN, ""), (grouped, ", separator = \",\"")] {
        let reads_all = |integer: &Integer| texts.iter().all(|text| is_integer(text, *integer, digits));
        if let Some(integer) = INTEGERS.into_iter().find(reads_all) {
            return Guess { ty: integer.name(), options, is_integer: true };
        }
    }
    if texts.iter().all(|text| is_decimal(text, Float::F64, PLAIN)) {
        return Guess { ty: Float::F64.name(), options: "", is_integer: false };
    }
    TEXT
}

/// Whether it is a number of some type.
pub(super) fn is_number(text: &str) -> bool {
    guess(&[text]) != TEXT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_type_reads_all_of_the_texts() {
        for (texts, ty) in [
            (&["200", "404"][..], "u16"),
            (&["200", "70000"], "u32"),
            (&["0x80070005", "0x1"], "u32"),
            (&["-1", "7"], "i16"),
            (&["-32768", "\u{2212}40000"], "i32"),
            (&["1,048,576", "12"], "u32"),
            (&["0.5", "3"], "f64"),
            (&["0999", "1"], "f64"),
            (&["1.2.3"], "&'static str"),
            (&["", "7"], "&'static str"),
            (&[], "&'static str"),
        ] {
            assert_eq!(guess(texts).ty, ty, "{texts:?}");
        }
    }
}
