//! A cell that holds a code of another table, as the number or text that the other table's `from_code` takes.

use crate::text::Text;

/// A code of another table, and the message if it is not listed.
pub trait Key {
    /// The code, as the page writes it.
    const TEXT: &'static str;
    /// The message of the compile error, without the pages of the other table.
    const UNLISTED: &'static str;
    /// The pages of the other table.
    const PAGES: &'static str;
}

/// The pages of a type that the macro has not made: none. An inherent constant of the same name takes precedence, and the
/// macro's enums have one.
pub trait Pages {
    /// Their paths.
    const __PAGES: &'static str = "";
}

impl<T> Pages for T {}

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
    fail::<K>("\nhelp: its codes are numbers; if the cell holds more, pick the number out with `regex = …`")
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
                Some(number) if number <= $integer::MAX as u128 => Some(number as $integer),
                _ => None,
            };
        }
    )*};
}

numbers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// ASCII digits without leading zeros, as a table's own codes are read.
const fn number(text: &str) -> Option<u128> {
    let mut digits = text.as_bytes();
    if digits.is_empty() || matches!(digits, [b'0', _, ..]) {
        return None;
    }
    let mut number: u128 = 0;
    while let [digit, rest @ ..] = digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = match number.checked_mul(10) {
            Some(tens) => tens.saturating_add((*digit - b'0') as u128),
            None => u128::MAX,
        };
        digits = rest;
    }
    Some(number)
}
