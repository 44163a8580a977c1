//! What the values of options must be, and what docutils says if they are not.

use super::python::{integer, quoted};
use crate::white_space::is_space;

/// What a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Check {
    Anything,
    /// There must be a value.
    Something,
    /// Names that make classes.
    Class,
    OneOf(&'static [&'static str]),
    /// A length with a unit or without; `percent` may be one.
    Length {
        percent: bool,
    },
    /// One of these words, or the widths of columns.
    Widths(&'static [&'static str]),
    /// A number, 0 or more.
    Count,
    Integer,
    Percentage,
    /// There must be no value.
    Flag,
    /// A character or its code; `named`: `tab` or `space` too.
    Character {
        named: bool,
    },
    Encoding,
    FigureWidth,
}

/// What docutils says of a wrong value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wrong(pub(crate) String);

const UNITS: [&str; 15] =
    ["em", "ex", "ch", "rem", "vw", "vh", "vmin", "vmax", "cm", "mm", "Q", "in", "pt", "pc", "px"];

impl Check {
    pub(super) fn check(self, value: Option<&str>) -> Result<(), Wrong> {
        match (self, value) {
            (Self::Anything, _) | (Self::Flag, None) => Ok(()),
            (Self::Something, Some(_)) => Ok(()),
            (Self::Something | Self::Class, None) => wrong("argument required but none supplied"),
            (Self::Class, Some(value)) => class(value),
            (Self::OneOf(words), value) => one_of(words, value),
            (Self::Length { .. } | Self::FigureWidth, None) => {
                wrong("expected string or bytes-like object, got 'NoneType'")
            }
            (Self::Length { percent }, Some(value)) => length(value, percent),
            (Self::FigureWidth, Some(value)) => {
                if value.eq_ignore_ascii_case("image") {
                    Ok(())
                } else {
                    length(value, true)
                }
            }
            (Self::Widths(_), None) => wrong("argument of type 'NoneType' is not iterable"),
            (Self::Widths(words), Some(value)) => {
                if words.contains(&value) {
                    Ok(())
                } else {
                    widths(value).map(drop)
                }
            }
            (Self::Count | Self::Integer | Self::Percentage, None) => {
                wrong("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'")
            }
            (Self::Integer, Some(value)) => integer(value).map(drop),
            (Self::Count, Some(value)) => count(value),
            (Self::Percentage, Some(value)) => count(value.trim_end_matches([' ', '%'])),
            (Self::Flag, Some(value)) => wrong(format!("no argument is allowed; \"{value}\" supplied")),
            (Self::Character { named }, value) => character(value.unwrap_or_default(), named).map(drop),
            (Self::Encoding, None) => wrong("lookup() argument must be str, not None"),
            (Self::Encoding, Some(value)) => encoding(value),
        }
    }
}

fn wrong<T>(cause: impl Into<String>) -> Result<T, Wrong> {
    Err(Wrong(cause.into()))
}

fn class(value: &str) -> Result<(), Wrong> {
    let none = value.split(is_space).filter(|name| !name.is_empty()).find(|name| !makes_class(name));
    none.map_or(Ok(()), |name| wrong(format!("cannot make \"{name}\" into a class name")))
}

/// A class needs a letter; docutils turns those of other alphabets into ASCII where they have a base letter.
pub(super) fn makes_class(name: &str) -> bool {
    name.chars().any(|c| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c) && c.is_alphabetic())
}

fn one_of(words: &[&str], value: Option<&str>) -> Result<(), Wrong> {
    let (last, rest) = words.split_last().unwrap_or((&"", &[]));
    let rest: Vec<_> = rest.iter().map(|word| format!("\"{word}\"")).collect();
    let choice = format!("choose from {}, or \"{last}\"", rest.join(", "));
    let Some(value) = value else { return wrong(format!("must supply an argument; {choice}")) };
    let word = value.to_lowercase();
    if words.contains(&word.trim_matches(is_space)) {
        return Ok(());
    }
    wrong(format!("\"{value}\" unknown; {choice}"))
}

fn count(value: &str) -> Result<(), Wrong> {
    if integer(value)? < 0 { wrong("negative value; must be positive or zero") } else { Ok(()) }
}

/// The widths of columns, separated by commas or blanks.
pub(crate) fn widths(value: &str) -> Result<usize, Wrong> {
    let check = |entry: &str| {
        if integer(entry)? < 1 { wrong("negative or zero value; must be positive") } else { Ok(()) }
    };
    let mut entries = 0;
    if value.contains(',') {
        for entry in value.split(',') {
            check(entry)?;
            entries += 1;
        }
    } else {
        for entry in value.split(is_space).filter(|entry| !entry.is_empty()) {
            check(entry)?;
            entries += 1;
        }
    }
    Ok(entries)
}

fn length(value: &str, percent: bool) -> Result<(), Wrong> {
    let number = value.strip_prefix('-').unwrap_or(value);
    let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let (number, unit) = number.split_at_checked(digits).unwrap_or_default();
    let unit = unit.trim_start_matches(' ');
    let is_unit = unit == "%" || unit.chars().all(|c| c.is_ascii_alphabetic() || c == '\u{b5}');
    let is_number = number.bytes().any(|b| b.is_ascii_digit()) && number.bytes().filter(|&b| b == b'.').count() < 2;
    if !is_unit || !is_number {
        return wrong(format!("\"{value}\" is no valid measure."));
    }
    let negative = value.starts_with('-') && number.bytes().any(|b| matches!(b, b'1'..=b'9'));
    let known = unit.is_empty() || UNITS.contains(&unit) || (percent && unit == "%");
    if negative || !known {
        let percent = if percent { ", %" } else { "" };
        return wrong(format!(
            "not a positive number or measure of one of the following units:\n{}{percent}",
            UNITS.join(", ")
        ));
    }
    Ok(())
}

/// A character, written as itself or by its code.
pub(crate) fn character(value: &str, named: bool) -> Result<char, Wrong> {
    match value {
        "tab" if named => return Ok('\t'),
        "space" if named => return Ok(' '),
        _ => {}
    }
    match character_code(value) {
        Some(Some(c)) => Ok(c),
        Some(None) if is_too_large(value) => wrong("code too large (Python int too large to convert to C int)"),
        Some(None) => wrong("chr() arg not in range(0x110000)"),
        None => {
            let mut chars = value.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => Ok(c),
                _ => wrong(format!("{} invalid; must be a single character or a Unicode code", quoted(value))),
            }
        }
    }
}

/// The character whose code this is, if it is written as one: decimal, `0x…`, `x…`, `\x…`, `U+…`, `u…`, `\u…`, `&#x…;`.
/// Nothing inside if there is no such character.
pub(crate) fn character_code(text: &str) -> Option<Option<char>> {
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(text.parse().ok().and_then(char::from_u32));
    }
    let lower = text.to_ascii_lowercase();
    let entity = lower.strip_prefix("&#x").and_then(|rest| rest.strip_suffix(';'));
    let digits = entity.or_else(|| ["0x", "x", "\\x", "u+", "u", "\\u"].iter().find_map(|p| hex_behind(&lower, p)))?;
    let is_hex = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit());
    is_hex.then(|| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32))
}

/// Whether a code is no character's because it does not even fit a C `int`.
fn is_too_large(code: &str) -> bool {
    let decimal = code.bytes().all(|b| b.is_ascii_digit());
    let digits = code.trim_end_matches(';').trim_start_matches(|c: char| !c.is_ascii_digit() && !decimal);
    let digits = digits.strip_prefix("0x").unwrap_or(digits);
    !u64::from_str_radix(digits, if decimal { 10 } else { 16 }).is_ok_and(|code| code <= 0x7fff_ffff)
}

fn hex_behind<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let digits = text.strip_prefix(prefix)?;
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit())).then_some(digits)
}

/// Encodings matter only to files, which are not read; Python's common ones pass.
fn encoding(value: &str) -> Result<(), Wrong> {
    let name: String = value.to_ascii_lowercase().replace(['-', '_', ' '], "");
    let families = [
        "utf", "latin", "iso8859", "ascii", "usascii", "cp", "windows", "koi8", "mac", "big5", "gb", "euc", "shiftjis",
        "sjis", "iso2022", "hz", "johab", "l1", "u8", "8859",
    ];
    let known = families.iter().any(|family| name.starts_with(family));
    if known { Ok(()) } else { wrong(format!("unknown encoding: \"{value}\"")) }
}
