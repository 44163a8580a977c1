//! Whether the value of an option is what is expected.

use crate::error::Expected;
use crate::white_space::{is_space, words};

const UNITS: [&str; 16] =
    ["em", "ex", "ch", "rem", "vw", "vh", "vmin", "vmax", "cm", "mm", "Q", "in", "pt", "pc", "px", "%"];

impl Expected {
    pub(super) fn accepts(self, value: Option<&str>) -> bool {
        let Some(value) = value else { return self == Self::NoValue };
        match self {
            Self::Text => true,
            Self::NoValue => false,
            Self::ClassNames => are_classes(value),
            Self::OneOf(words) => words.contains(&value.to_lowercase().trim_matches(is_space)),
            Self::Length => is_length(value),
            Self::Widths(words) => words.contains(&value) || widths(value).is_some(),
            Self::Count => count(value).is_some(),
            Self::Character(words) => words.contains(&value) || character(value).is_some(),
        }
    }
}

/// Whether each word makes a class: it needs a letter. docutils turns those of other alphabets into ASCII where they
/// have a base letter.
pub(super) fn are_classes(names: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c) && c.is_alphabetic();
    words(names).all(|name| name.contains(is_letter))
}

/// A number of 0 or more.
pub(super) fn count(value: &str) -> Option<usize> {
    let digits = value.trim_matches(is_space);
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// How many widths of columns there are, separated by commas or blanks.
pub(super) fn widths(value: &str) -> Option<usize> {
    let is_width = |entry: &str| count(entry).is_some_and(|width| width > 0);
    let mut entries: Vec<&str> = if value.contains(',') { value.split(',').collect() } else { words(value).collect() };
    let given = entries.len();
    entries.retain(|entry| is_width(entry));
    (entries.len() == given).then_some(given)
}

fn is_length(value: &str) -> bool {
    let end = value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len());
    let Some((number, unit)) = value.split_at_checked(end) else { return false };
    let unit = unit.trim_start_matches(' ');
    let is_number = number.bytes().any(|b| b.is_ascii_digit()) && number.bytes().filter(|&b| b == b'.').count() < 2;
    is_number && (unit.is_empty() || UNITS.contains(&unit))
}

/// A character, written as itself or by its code.
pub(crate) fn character(value: &str) -> Option<char> {
    character_code(value).unwrap_or_else(|| {
        let mut chars = value.chars();
        chars.next().filter(|_| chars.next().is_none())
    })
}

/// The character whose code this is, if it is written as one: decimal, `0x…`, `x…`, `\x…`, `U+…`, `u…`, `\u…`, `&#x…;`.
/// Nothing inside if there is no such character.
pub(crate) fn character_code(text: &str) -> Option<Option<char>> {
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(text.parse().ok().and_then(char::from_u32));
    }
    let lower = text.to_ascii_lowercase();
    let entity = lower.strip_prefix("&#x").and_then(|rest| rest.strip_suffix(';'));
    let prefixes = ["0x", "x", "\\x", "u+", "u", "\\u"];
    let digits = entity.or_else(|| prefixes.iter().find_map(|prefix| hex_after(&lower, prefix)))?;
    is_hex(digits).then(|| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32))
}

fn hex_after<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    text.strip_prefix(prefix).filter(|digits| is_hex(digits))
}

fn is_hex(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit())
}
