//! A code of another table in a cell: a number or a text, as that table's `from_code` wants it.

/// One code, and what to say if it is not listed.
pub trait Key {
    /// As the page has it.
    const TEXT: &'static str;
    /// The message of the compile error.
    const UNLISTED: &'static str;
}

/// The code as a `C`. The compiler finds `C` by what takes the code.
pub trait KeyOf<C> {
    /// The code.
    const CODE: C;
}

impl<K: Key> KeyOf<&'static str> for K {
    const CODE: &'static str = K::TEXT;
}

macro_rules! numbers {
    ($($integer:ident)*) => {$(
        impl<K: Key> KeyOf<$integer> for K {
            const CODE: $integer = {
                let number = number(K::TEXT, K::UNLISTED);
                // A number that does not fit is not listed either.
                assert!(number <= $integer::MAX as u128, "{}", K::UNLISTED);
                number as $integer
            };
        }
    )*};
}

numbers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// ASCII digits without leading zeros, as a table's own codes are read.
const fn number(text: &str, unlisted: &str) -> u128 {
    let mut digits = text.as_bytes();
    let mut number: u128 = 0;
    assert!(!digits.is_empty() && (digits.len() == 1 || !matches!(digits, [b'0', ..])), "{}", unlisted);
    while let [digit, rest @ ..] = digits {
        assert!(digit.is_ascii_digit(), "{}", unlisted);
        number = match number.checked_mul(10) {
            Some(tens) => tens.saturating_add((*digit - b'0') as u128),
            None => u128::MAX,
        };
        digits = rest;
    }
    number
}
