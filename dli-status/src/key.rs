//! A code of another table in a cell: a number or a text, as that table's `from_code` wants it.

use crate::text::Text;

/// One code, and what to say if it is not listed.
pub trait Key {
    /// As the page has it.
    const TEXT: &'static str;
    /// The message of the compile error, but for the pages of the other table.
    const UNLISTED: &'static str;
    /// The pages of the other table.
    const PAGES: &'static str;
}

/// The pages of a type that the macro has not made: none. Those that it has made have a constant of their own of this
/// name, which goes first.
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

/// The compile error for a cell that holds no number, though the codes of the other table are numbers.
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
    // Whatever is longer than that, the first part comes from the caller's own page.
    let said = text.as_str();
    panic!("{}", if said.is_empty() { K::UNLISTED } else { said })
}

/// The code as a `C`. The compiler finds `C` by what takes the code.
pub trait KeyOf<C> {
    /// The code; `None` if it should be a number that fits, and is none.
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
