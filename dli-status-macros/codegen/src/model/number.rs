//! Numbers as pages write them.

use super::value_error::ValueError;
use crate::declaration::{Digits, Float, Integer};
use std::fmt;
use std::hash::{Hash, Hasher};

/// A whole number of any integer type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Number {
    /// Never of 0.
    pub(crate) is_negative: bool,
    /// How far it is from 0.
    pub(crate) magnitude: u128,
}

/// A decimal number; never infinite.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decimal(pub(crate) f64);

/// A value and how the page writes it. Equal values may be written differently.
#[derive(Debug, Clone)]
pub(crate) struct Written<N> {
    pub(crate) value: N,
    /// `None` if it is written as Rust would.
    pub(crate) text: Option<Box<str>>,
}

impl Number {
    /// The number, if it has at most 127 bits.
    pub(crate) fn as_i128(self) -> Option<i128> {
        if self.is_negative { 0_i128.checked_sub_unsigned(self.magnitude) } else { self.magnitude.try_into().ok() }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.is_negative { "-" } else { "" }, self.magnitude)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<N: PartialEq> PartialEq for Written<N> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<N: Eq> Eq for Written<N> {}

impl<N: Hash> Hash for Written<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

/// As the page writes it.
impl<N: fmt::Display> fmt::Display for Written<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.text {
            Some(text) => f.write_str(text),
            None => self.value.fmt(f),
        }
    }
}

const ONLY_DIGITS: &str =
    "expected only the digits 0 to 9; if the cell says more than the number, pick it out with `regex = …`";

/// Reads a whole number: digits, with a sign if the type has one, with `0x`, `0o` or `0b` before digits of that base.
pub(super) fn read_integer(text: &str, integer: Integer, digits: Digits) -> Result<Written<Number>, ValueError> {
    if text.is_empty() {
        let article = if integer.name().starts_with('i') { "an" } else { "a" };
        return Err(ValueError::new(text, format!("is empty, expected {article} `{}`", integer.name())));
    }
    let (is_negative, unsigned) = split_sign(text);
    let (radix, plain) = split_prefix(unsigned, digits.radix);
    let plain = ungrouped(text, plain, digits.separator)?;
    if plain.is_empty() || !plain.chars().all(|c| c.is_digit(radix)) {
        return Err(not_a_number(text, unsigned, radix));
    }
    if radix == 10 && plain.len() > 1 && plain.starts_with('0') {
        return Err(ValueError::new(text, "has a leading zero")
            .help("if leading zeros are part of the code, declare the field as `&'static str`"));
    }
    // More digits than `u128` holds are too many for each type.
    let magnitude = u128::from_str_radix(&plain, radix).ok();
    let limit = if is_negative { integer.depth() } else { integer.max() };
    let magnitude = magnitude.filter(|magnitude| *magnitude <= limit).ok_or_else(|| out_of_range(text, integer))?;
    let value = Number { is_negative: is_negative && magnitude > 0, magnitude };
    Ok(Written { value, text: (radix != 10).then(|| text.into()) })
}

/// Reads a decimal number: digits, a point, an exponent.
pub(super) fn read_decimal(text: &str, float: Float, digits: Digits) -> Result<Written<Decimal>, ValueError> {
    if text.is_empty() {
        return Err(ValueError::new(text, format!("is empty, expected an `{}`", float.name())));
    }
    let (is_negative, unsigned) = split_sign(text);
    let whole = unsigned.find(['.', 'e', 'E']).unwrap_or(unsigned.len());
    let (whole, rest) = unsigned.split_at(whole);
    let plain = ungrouped(text, whole, digits.separator)? + rest;
    let is_decimal = plain.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'));
    let number: f64 = plain.parse().ok().filter(|_| is_decimal).ok_or_else(|| {
        ValueError::new(text, "is not a decimal number")
            .help("expected digits and a point; if the cell says more than the number, pick it out with `regex = …`")
    })?;
    let number = match float {
        Float::F32 => f64::from(plain.parse::<f32>().unwrap_or(f32::INFINITY)),
        Float::F64 => number,
    };
    if !number.is_finite() {
        return Err(ValueError::new(text, format!("is out of range for `{}`", float.name())));
    }
    Ok(Written { value: Decimal(if is_negative { -number } else { number }), text: Some(text.into()) })
}

/// Whether a text is such a number of the type.
pub(crate) fn is_integer(text: &str, integer: Integer, digits: Digits) -> bool {
    read_integer(text, integer, digits).is_ok()
}

/// Whether a text is such a number of the type.
pub(crate) fn is_decimal(text: &str, float: Float, digits: Digits) -> bool {
    read_decimal(text, float, digits).is_ok()
}

/// Whether there is a minus sign, of ASCII or of mathematics, and what follows it.
fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(unsigned) => (true, unsigned),
        None => (false, text),
    }
}

/// The base, and the digits without the prefix that names it. In digits of base 16, `0b` is a number.
fn split_prefix(text: &str, radix: u32) -> (u32, &str) {
    let prefixes = [(16, ["0x", "0X"]), (8, ["0o", "0O"]), (2, ["0b", "0B"])];
    let mut prefixes = prefixes.into_iter().filter(|(base, _)| radix == 10 || radix == *base);
    let found = prefixes.find_map(|(base, prefixes)| {
        let digits = prefixes.iter().find_map(|prefix| text.strip_prefix(prefix))?;
        Some((base, digits))
    });
    found.unwrap_or((radix, text))
}

/// Digits without what separates groups of three.
fn ungrouped(text: &str, digits: &str, separator: Option<char>) -> Result<String, ValueError> {
    let Some(separator) = separator.filter(|separator| digits.contains(*separator)) else {
        return Ok(digits.to_owned());
    };
    let mut groups = digits.split(separator);
    let is_first = |group: &str| (1..=3).contains(&group.len());
    if groups.next().is_some_and(is_first) && groups.all(|group| group.len() == 3) {
        return Ok(digits.replace(separator, ""));
    }
    Err(ValueError::new(text, format!("is not a number in groups of three digits, separated by `{separator}`")))
}

fn not_a_number(text: &str, unsigned: &str, radix: u32) -> ValueError {
    let error = ValueError::new(text, "is not a number");
    if radix != 10 {
        return error.help(format!(
            "expected only digits of base {radix}; if the cell says more than the number, pick it out with `regex = …`"
        ));
    }
    let is_hexadecimal =
        unsigned.chars().all(|c| c.is_ascii_hexdigit()) && unsigned.contains(|c: char| c.is_ascii_digit());
    let hint = is_hexadecimal.then_some("if these are hexadecimal digits, add `radix = 16` to the #[column(…)]");
    let is_grouped = unsigned.split(',').count() > 1 && unsigned.chars().all(|c| c.is_ascii_digit() || c == ',');
    let hint = hint.or_else(|| is_grouped.then_some("if the comma separates thousands, add `separator = \",\"`"));
    error.help(hint.unwrap_or(ONLY_DIGITS))
}

fn out_of_range(text: &str, integer: Integer) -> ValueError {
    let lowest = Number { is_negative: integer.depth() > 0, magnitude: integer.depth() };
    let range = format!("({lowest}..={})", integer.max());
    let error = ValueError::new(text, format!("is out of range for `{}` {range}", integer.name()));
    match integer.name().strip_prefix('u').filter(|_| split_sign(text).0) {
        Some(width) => error.help(format!("negative numbers need a signed type, such as `i{width}`")),
        None => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Digits = Digits { radix: 10, separator: None };

    fn read(text: &str, integer: Integer, digits: Digits) -> Result<String, String> {
        read_integer(text, integer, digits).map(|number| number.value.to_string()).map_err(|error| error.why)
    }

    #[test]
    fn integers_are_digits_without_leading_zeros() {
        let parse = |text| read(text, Integer::U16, PLAIN);
        assert_eq!(parse("0").unwrap(), "0");
        assert_eq!(parse("65535").unwrap(), "65535");
        assert_eq!(parse("65536").unwrap_err(), "is out of range for `u16` (0..=65535)");
        assert_eq!(parse("-1").unwrap_err(), "is out of range for `u16` (0..=65535)");
        assert_eq!(parse("0999").unwrap_err(), "has a leading zero");
        assert_eq!(parse("").unwrap_err(), "is empty, expected a `u16`");
        for text in ["+1", "--1", "-", "1 ", "٣", "4O4", "1_0", "1,048", "0x", "0xG"] {
            assert_eq!(parse(text).unwrap_err(), "is not a number", "{text}");
        }
        assert_eq!(parse(&"9".repeat(40)).unwrap_err(), "is out of range for `u16` (0..=65535)");
    }

    #[test]
    fn signed_types_read_both_minus_signs() {
        for (text, number) in [("-128", "-128"), ("\u{2212}7", "-7"), ("127", "127"), ("-0", "0")] {
            assert_eq!(read(text, Integer::I8, PLAIN).unwrap(), number);
        }
        assert_eq!(read("-129", Integer::I8, PLAIN).unwrap_err(), "is out of range for `i8` (-128..=127)");
        assert_eq!(read(&i128::MIN.to_string(), Integer::I128, PLAIN).unwrap(), i128::MIN.to_string());
    }

    #[test]
    fn prefixes_and_the_radix_choose_the_base() {
        let radix = |radix| Digits { radix, separator: None };
        for (text, digits, number) in [
            ("0x80070005", PLAIN, "2147942405"),
            ("0X1f", PLAIN, "31"),
            ("0o017", PLAIN, "15"),
            ("0b0101", PLAIN, "5"),
            ("0B1", radix(16), "177"),
            ("00ff", radix(16), "255"),
            ("0xff", radix(16), "255"),
            ("0101", radix(2), "5"),
            ("017", radix(8), "15"),
        ] {
            assert_eq!(read(text, Integer::U32, digits).unwrap(), number, "{text}");
        }
        assert_eq!(read("12", Integer::U32, radix(2)).unwrap_err(), "is not a number");
        assert_eq!(read("-0x80", Integer::I8, PLAIN).unwrap(), "-128");
    }

    #[test]
    fn groups_have_three_digits() {
        let grouped = Digits { radix: 10, separator: Some(',') };
        for (text, number) in [("1,048,576", "1048576"), ("12", "12"), ("1048", "1048")] {
            assert_eq!(read(text, Integer::U32, grouped).unwrap(), number);
        }
        for text in ["1,04", "1,,048", ",048", "1048,576", "1,048,"] {
            assert!(read(text, Integer::U32, grouped).is_err(), "{text}");
        }
    }

    #[test]
    fn decimal_numbers_have_a_point_and_an_exponent() {
        let read = |text| read_decimal(text, Float::F64, PLAIN).map(|number| number.value.0).map_err(|error| error.why);
        for (text, number) in [("3.5", 3.5), ("-0.25", -0.25), ("\u{2212}1e-3", -0.001), ("7", 7.0), (".5", 0.5)] {
            assert_eq!(read(text), Ok(number), "{text}");
        }
        for text in ["", "inf", "NaN", "1.2.3", "3,5", "+1", "1e", "e5", "."] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read_decimal("1e39", Float::F32, PLAIN).is_err());
        assert!(read_decimal("1e309", Float::F64, PLAIN).is_err());
    }
}
