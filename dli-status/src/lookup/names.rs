//! `FromStr`: from a code, a name, a message or a `Display` text to its row.

use super::index::{equal, equal_folded};
use super::index_format::{AMBIGUOUS_CODE, CODE, Case, KIND_BITS, MESSAGE};
use super::{Index, TextCodes, Texts};
use crate::ParseStatusError;
use core::ops::RangeInclusive;

/// The texts by which a row is found in any ASCII case: its name, its message, and a code that is text.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    index: Index,
    /// By the kind of the text: names, messages, codes.
    texts: [Texts; 3],
}

impl Names {
    /// The index holds `row << KIND_BITS | kind` at the slot of each text.
    #[must_use]
    pub const fn new(index: Index, names: Texts, messages: Texts, codes: Texts) -> Self {
        Self { index, texts: [names, messages, codes] }
    }

    /// The row of a text and the kind of the text; any of the rows if it may be one of several.
    #[inline(always)]
    fn find(&self, text: &str) -> Option<(usize, u32)> {
        let found = self.index.find(text, Case::Folded)?;
        let (row, kind) = (found >> KIND_BITS, found as u32 & ((1 << KIND_BITS) - 1));
        let Some(texts) = self.texts.get(kind as usize) else { return Some((row, kind)) };
        let known = texts.get(row);
        // Most texts are written as on the page, which is quick to compare.
        (equal(known, text) || equal_folded(known, text)).then_some((row, kind))
    }

    pub(super) fn is_message(&self, row: usize, text: &str) -> bool {
        let messages = self.texts.get(MESSAGE as usize);
        !text.is_empty() && messages.is_some_and(|messages| equal_folded(messages.get(row), text))
    }
}

/// The row that a text means in a table whose codes are numbers, of which `row_of` knows the rows.
///
/// # Errors
///
/// [`ParseStatusError`], if it means none or several.
#[inline(always)]
pub fn parse_number(
    text: &str,
    names: &Names,
    row_of: impl Fn(&str) -> Option<usize>,
) -> Result<usize, ParseStatusError> {
    if text.as_bytes().first().is_some_and(|first| first.is_ascii_digit() || *first == b'-')
        && let Some(row) = row_of_number(text, names, row_of)
    {
        return Ok(row);
    }
    names.find(text).map(|(row, _)| row).ok_or(ParseStatusError::new())
}

/// The row of a text that is a code, or a code, a blank and its message.
#[inline(never)]
fn row_of_number(text: &str, names: &Names, row_of: impl Fn(&str) -> Option<usize>) -> Option<usize> {
    match text.split_once(' ') {
        None => row_of(text),
        Some((code, message)) => row_of(code).filter(|&row| names.is_message(row, message)),
    }
}

/// The row that a text means in a table whose codes are texts of these lengths in bytes.
///
/// # Errors
///
/// [`ParseStatusError`], if it means none or several.
#[inline(always)]
pub fn parse_text(
    text: &str,
    names: &Names,
    codes: &TextCodes,
    lengths: RangeInclusive<usize>,
) -> Result<usize, ParseStatusError> {
    let row = match names.find(text) {
        Some((_, AMBIGUOUS_CODE)) => codes.row(text),
        found => found.map(|(row, _)| row),
    };
    row.or_else(|| row_of_display(text, names, codes, lengths)).ok_or(ParseStatusError::new())
}

/// The row of a `Display` text. A code may contain blanks, so any of them may be the one after it.
#[inline(never)]
fn row_of_display(text: &str, names: &Names, codes: &TextCodes, mut lengths: RangeInclusive<usize>) -> Option<usize> {
    let row_of = |code: &str| match names.find(code) {
        Some((_, AMBIGUOUS_CODE)) => codes.row(code),
        Some((row, CODE)) => Some(row),
        _ => None,
    };
    lengths.find_map(|length| {
        let (code, rest) = text.split_at_checked(length)?;
        let message = rest.strip_prefix(' ')?;
        row_of(code).filter(|&row| names.is_message(row, message))
    })
}

/// A number in ASCII digits, without sign or leading zeros.
#[must_use]
#[inline]
pub fn digits<T: core::str::FromStr>(text: &str) -> Option<T> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'));
    plain.then(|| text.parse().ok()).flatten()
}

/// The same, perhaps after a minus sign.
#[must_use]
#[inline]
pub fn signed_digits<T: core::str::FromStr>(text: &str) -> Option<T> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let is_number = unsigned.bytes().all(|byte| byte.is_ascii_digit()) && !unsigned.starts_with('0');
    (text == "0" || is_number).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    #[test]
    fn digits_are_a_number_as_a_page_writes_it() {
        assert_eq!(digits::<u16>("0"), Some(0));
        assert_eq!(digits::<u16>("65535"), Some(65_535));
        for text in ["", "+1", "-1", "01", "00", "65536", "1 ", "٣"] {
            assert_eq!(digits::<u16>(text), None, "{text}");
        }
    }

    #[test]
    fn a_minus_sign_is_for_signed_numbers() {
        for number in [0, 1, -1, 10, -10, 127, -128] {
            assert_eq!(signed_digits::<i8>(&std::format!("{number}")), Some(number));
        }
        for text in ["", "-", "--1", "-0", "01", "-01", "128", "-129", "+1", "\u{2212}1"] {
            assert_eq!(signed_digits::<i8>(text), None, "{text}");
        }
    }
}
