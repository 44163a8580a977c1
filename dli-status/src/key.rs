//! A cell that holds a code of another table, as the number or text that the other table's `from_code` takes.

use crate::table::Sealed;
use crate::text::Text;
use core::marker::PhantomData;

/// A code of another table, and the message if it is not listed.
pub trait Key {
    /// The code, as the page writes it.
    const TEXT: &'static str;
    /// The message of the compile error, without the pages of the other table.
    const UNLISTED: &'static str;
    /// The place of the cell, drawn.
    const PLACE: &'static str;
    /// The pages of the other table.
    const PAGES: &'static str;
}

/// Asks for the table of a type, whether or not the macro has made it.
#[derive(Debug)]
pub struct TableOf<T>(PhantomData<T>);

/// An enum of the macro. An inherent constant takes precedence over one of a trait.
impl<T: Sealed> TableOf<T> {
    /// The paths of its pages.
    pub const PAGES: &'static str = T::PAGES;
    /// Its first row.
    pub const FIRST: Option<T> = Some(T::FIRST);
}

/// Any other type, which has no table.
pub trait NoTable {
    /// The type.
    type Row;
    /// No pages.
    const PAGES: &'static str = "";
    /// No row.
    const FIRST: Option<Self::Row> = None;
}

impl<T> NoTable for TableOf<T> {
    type Row = T;
}

/// The compile error for a code that is not listed.
///
/// # Panics
///
/// Always, while the table is compiled.
#[track_caller]
pub const fn unlisted<K: Key>() -> ! {
    fail::<K>("")
}

/// The compile error for a cell that is not a number, although the codes of the other table are.
///
/// # Panics
///
/// Always, while the table is compiled.
#[track_caller]
pub const fn no_number<K: Key>() -> ! {
    fail::<K>("\n  = help: its codes are numbers; if the cell holds more, pick the number out with `regex = …`")
}

#[track_caller]
#[expect(clippy::panic, reason = "the compile error")]
const fn fail<K: Key>(help: &str) -> ! {
    let mut text = Text::<4096>::new();
    text.push(K::UNLISTED);
    if !K::PAGES.is_empty() {
        text.push(" in ");
        text.push(K::PAGES);
    }
    text.push(K::PLACE);
    text.push(help);
    // The buffer may be too short for the names of many pages.
    let message = text.as_str();
    panic!("{}", if message.is_empty() { K::UNLISTED } else { message })
}

/// The code as a `C`, which the compiler infers from where the code is used.
pub trait KeyOf<C> {
    /// The code; `None` if `C` is a number type and the code is not a number of that type.
    const CODE: Option<C>;
}

impl<K: Key> KeyOf<&'static str> for K {
    const CODE: Option<&'static str> = Some(K::TEXT);
}

macro_rules! numbers {
    ($($integer:ident)*) => {$(
        impl<K: Key> KeyOf<$integer> for K {
            const CODE: Option<$integer> = match number(K::TEXT) {
                Some((false, number)) if number <= $integer::MAX as u128 => Some(number as $integer),
                Some((true, number)) if number <= $integer::MIN.abs_diff(0) as u128 => {
                    Some((number as $integer).wrapping_neg())
                }
                _ => None,
            };
        }
    )*};
}

numbers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// Whether a number is negative, and how far it is from 0. It is read as a table's own codes are: digits without leading
/// zeros, perhaps after a minus sign; or digits of another base after `0x`, `0o` or `0b`.
const fn number(text: &str) -> Option<(bool, u128)> {
    let (is_negative, unsigned) = match text.as_bytes() {
        // The second is U+2212, the sign of mathematics.
        [b'-', unsigned @ ..] | [0xE2, 0x88, 0x92, unsigned @ ..] => (true, unsigned),
        unsigned => (false, unsigned),
    };
    let magnitude = match unsigned {
        [b'0', b'x' | b'X', digits @ ..] => magnitude(digits, 16),
        [b'0', b'o' | b'O', digits @ ..] => magnitude(digits, 8),
        [b'0', b'b' | b'B', digits @ ..] => magnitude(digits, 2),
        [b'0', _, ..] => None,
        digits => magnitude(digits, 10),
    };
    match magnitude {
        Some(magnitude) => Some((is_negative, magnitude)),
        None => None,
    }
}

/// The number with these digits; the largest there is if it is larger.
const fn magnitude(mut digits: &[u8], radix: u32) -> Option<u128> {
    if digits.is_empty() {
        return None;
    }
    let mut number: u128 = 0;
    while let [digit, rest @ ..] = digits {
        let Some(digit) = (*digit as char).to_digit(radix) else { return None };
        number = match number.checked_mul(radix as u128) {
            Some(shifted) => shifted.saturating_add(digit as u128),
            None => u128::MAX,
        };
        digits = rest;
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_like_codes() {
        for (text, expected) in [
            ("404", Some((false, 404))),
            ("0", Some((false, 0))),
            ("-32700", Some((true, 32_700))),
            ("\u{2212}1", Some((true, 1))),
            ("0x80070005", Some((false, 0x8007_0005))),
            ("0o17", Some((false, 15))),
            ("-0b101", Some((true, 5))),
            ("", None),
            ("-", None),
            ("0x", None),
            ("012", None),
            ("1a", None),
            ("1,000", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
        let huge = "9999999999999999999999999999999999999999999";
        assert_eq!(number(huge), Some((false, u128::MAX)));
    }
}
