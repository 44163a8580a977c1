//! Patterns that match a part of a number: a sign, digits or a fraction that they leave out would change its value.

use std::ops::Range;

/// The number of the text that a match cuts in two, if there is one. Between two digits a cut may be meant, as in the first
/// digit of a code; `is_whole` says that it is not.
pub(super) fn cut_number(text: &str, found: &Range<usize>, is_whole: bool) -> Option<Range<usize>> {
    let is_digit = |offset: Option<usize>| {
        offset.and_then(|offset| text.as_bytes().get(offset)).is_some_and(u8::is_ascii_hexdigit)
    };
    let is_between_digits = |offset: usize| is_digit(offset.checked_sub(1)) && is_digit(Some(offset));
    let cuts = |number: &Range<usize>, offset: usize| {
        number.start < offset && offset < number.end && (is_whole || !is_between_digits(offset))
    };
    numbers(text).into_iter().find(|number| cuts(number, found.start) || cuts(number, found.end))
}

/// The numbers of a text, each with its sign, its prefix, the groups of its digits, and its fraction.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut numbers = Vec::new();
    let mut end = 0;
    for (offset, c) in text.char_indices() {
        if offset < end || !c.is_ascii_digit() {
            continue;
        }
        let length = length(text.split_at(offset).1);
        end = offset + length;
        numbers.push(sign_start(text, offset)..end);
    }
    numbers
}

/// The offset of a number's sign, or of its first digit. A hyphen after a letter or a digit is none.
fn sign_start(text: &str, offset: usize) -> usize {
    let (before, _) = text.split_at(offset);
    let Some(unsigned) = before.strip_suffix(['-', '\u{2212}']) else { return offset };
    if unsigned.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ')' | ']' | '.' | '-')) {
        offset
    } else {
        unsigned.len()
    }
}

/// The length of the number at the beginning of a text.
fn length(text: &str) -> usize {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        let rest = text.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix));
        let digits = rest.and_then(|_| text.get(prefix.len()..)).map_or(0, |rest| count(rest, radix));
        if digits > 0 {
            return prefix.len() + digits;
        }
    }
    let mut length = count(text, 10);
    while let Some(more) = continuation(text, length) {
        length += more;
    }
    length
}

/// The length of a point and its digits, or of a comma and three digits, after the first `length` bytes of a number.
fn continuation(text: &str, length: usize) -> Option<usize> {
    let rest = text.get(length..)?;
    let digits = |mark| rest.strip_prefix(mark).map(|rest| count(rest, 10));
    let fraction = digits('.').filter(|&digits| digits > 0);
    let group = digits(',').filter(|&digits| digits == 3 && (length <= 3 || is_grouped(text, length)));
    fraction.or(group).map(|digits| digits + 1)
}

/// Whether the digits end with a group of three.
fn is_grouped(text: &str, length: usize) -> bool {
    length.checked_sub(4).and_then(|comma| text.as_bytes().get(comma)) == Some(&b',')
}

fn count(text: &str, radix: u32) -> usize {
    text.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_a_sign_groups_and_a_fraction() {
        for (text, expected) in [
            ("-10", &["-10"][..]),
            ("a \u{2212}10 b", &["\u{2212}10"]),
            ("1,048", &["1,048"]),
            ("1,048,576 bytes", &["1,048,576"]),
            ("1,2,3", &["1", "2", "3"]),
            ("1234,567", &["1234", "567"]),
            ("3.5.", &["3.5"]),
            ("1.2.3", &["1.2.3"]),
            ("0x1F and 0b2", &["0x1F", "0", "2"]),
            ("100-199", &["100", "199"]),
            ("2024-01-02", &["2024", "01", "02"]),
            ("ERR-10, HTTP2", &["10", "2"]),
            ("(-1)", &["-1"]),
            ("none", &[]),
        ] {
            let found: Vec<&str> = numbers(text).into_iter().map(|range| text.get(range).unwrap()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_match_may_hold_numbers_and_may_not_cut_them() {
        // Whether a number is cut, and whether it is where no cut is meant.
        let is_cut = |text: &str, part: &str| {
            let start = text.find(part).expect("the part is in the text");
            [true, false].map(|is_whole| cut_number(text, &(start..start + part.len()), is_whole).is_some())
        };
        for (text, part) in [("-10", "10"), ("1,048", "048"), ("3.5", "3"), ("0x1F", "0")] {
            assert_eq!(is_cut(text, part), [true, true], "{part} of {text}");
        }
        for (text, part) in [("0x1F", "0x1"), ("404", "40"), ("404", "4")] {
            assert_eq!(is_cut(text, part), [true, false], "{part} of {text}");
        }
        for (text, part) in [("100-199", "100"), ("E10", "10"), ("(-1)", "-1"), ("3.5 MB", "3.5"), ("404", "404")] {
            assert_eq!(is_cut(text, part), [false, false], "{part} of {text}");
        }
    }
}
