//! The enumerators of list items: `1.`, `(b)`, `iv)`, `#.` …

use super::marker::Marker;

/// How an enumerator is set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Parentheses,
    Parenthesis,
    Period,
}

/// What an enumerator counts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sequence {
    Arabic,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    /// `#`, which counts by itself.
    Auto,
}

/// The form of an enumerated list's markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Enumeration {
    pub(crate) format: Format,
    pub(crate) sequence: Sequence,
}

impl Enumeration {
    /// The marker of the item with this number: `3.`, `(c)`, `iii)`.
    pub(crate) fn marker(self, ordinal: u128) -> String {
        let text = match self.sequence {
            Sequence::LowerLetter => letters(ordinal).to_ascii_lowercase(),
            Sequence::UpperLetter => letters(ordinal),
            sequence => sequence.text(ordinal).unwrap_or_else(|| ordinal.to_string()),
        };
        let (prefix, suffix) = self.format.affixes();
        format!("{prefix}{text}{suffix}")
    }
}

impl Format {
    /// What is before and after an enumerator's text.
    fn affixes(self) -> (&'static str, &'static str) {
        match self {
            Self::Parentheses => ("(", ")"),
            Self::Parenthesis => ("", ")"),
            Self::Period => ("", "."),
        }
    }
}

/// An enumerator, with the bytes of its text in the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Enumerator {
    pub(crate) format: Format,
    start: usize,
    end: usize,
}

/// The enumerator at the beginning of a line.
pub(crate) fn read(line: &str) -> Option<(Enumerator, Marker)> {
    let start = usize::from(line.starts_with('('));
    let body = line.get(start..)?;
    let length = text_length(body)?;
    let end = start + length;
    let format = match (start, line.as_bytes().get(end)?) {
        (1, b')') => Format::Parentheses,
        (0, b')') => Format::Parenthesis,
        (0, b'.') => Format::Period,
        _ => return None,
    };
    Some((Enumerator { format, start, end }, Marker::after(line, end + 1)?))
}

/// Digits, a letter, letters that may be a Roman number, or `#`.
fn text_length(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let run = |is: fn(&u8) -> bool| bytes.iter().take_while(|b| is(b)).count();
    match bytes.first()? {
        b'#' => Some(1),
        b'0'..=b'9' => Some(run(u8::is_ascii_digit)),
        b'a'..=b'z' => Some(run(|b| b"ivxlcdm".contains(b)).max(1)),
        b'A'..=b'Z' => Some(run(|b| b"IVXLCDM".contains(b)).max(1)),
        _ => None,
    }
}

impl Enumerator {
    /// What it counts with and its number, if it is one. In a list that counts with `expected`, that is tried first.
    pub(crate) fn value(self, line: &str, expected: Option<Sequence>) -> (Sequence, Option<u128>) {
        let text = line.get(self.start..self.end).expect("an enumerator is read from its own line");
        let sequence = match (text, expected) {
            ("#", _) => Sequence::Auto,
            (_, Some(expected)) if expected.fits(text) => expected,
            ("i", None) => Sequence::LowerRoman,
            ("I", None) => Sequence::UpperRoman,
            _ => Sequence::ALL.into_iter().find(|sequence| sequence.fits(text)).unwrap_or(Sequence::Arabic),
        };
        (sequence, sequence.ordinal(text))
    }

    /// Whether `line` begins like the item after the one with this number.
    pub(crate) fn goes_on(self, line: &str, sequence: Sequence, ordinal: u128) -> bool {
        let Some(next) = sequence.text(ordinal.saturating_add(1)) else { return false };
        [next.as_str(), "#"].iter().any(|text| self.is_marker(line, text))
    }

    /// Whether a line begins with `text` set off in the same way.
    fn is_marker(self, line: &str, text: &str) -> bool {
        let (prefix, suffix) = self.format.affixes();
        let rest = line.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(text));
        rest.and_then(|rest| rest.strip_prefix(suffix)).is_some_and(|rest| rest.starts_with(' '))
    }
}

impl Sequence {
    const ALL: [Self; 5] = [Self::Arabic, Self::LowerLetter, Self::UpperLetter, Self::LowerRoman, Self::UpperRoman];

    fn fits(self, text: &str) -> bool {
        let all = |is: fn(&u8) -> bool| text.as_bytes().iter().all(is);
        match self {
            Self::Arabic => all(u8::is_ascii_digit),
            Self::LowerLetter => text.len() == 1 && all(u8::is_ascii_lowercase),
            Self::UpperLetter => text.len() == 1 && all(u8::is_ascii_uppercase),
            Self::LowerRoman => all(|b| b"ivxlcdm".contains(b)),
            Self::UpperRoman => all(|b| b"IVXLCDM".contains(b)),
            Self::Auto => text == "#",
        }
    }

    /// The number of a text.
    fn ordinal(self, text: &str) -> Option<u128> {
        let letter = |first: u8| text.bytes().next().and_then(|b| b.checked_sub(first)).map(|n| u128::from(n) + 1);
        match self {
            Self::Auto => Some(1),
            // A number that is too large begins no list, so that its digits show as they are.
            Self::Arabic => text.parse().ok(),
            Self::LowerLetter => letter(b'a'),
            Self::UpperLetter => letter(b'A'),
            Self::LowerRoman => roman(&text.to_ascii_uppercase()),
            Self::UpperRoman => roman(text),
        }
    }

    /// The text of a number that an enumerator can have: letters end at `z`, Roman numbers at 4999.
    fn text(self, ordinal: u128) -> Option<String> {
        let letter = |first: u8| {
            let offset = u8::try_from(ordinal.checked_sub(1)?).ok().filter(|&offset| offset < 26)?;
            Some(char::from(first + offset).to_string())
        };
        match self {
            Self::Auto => Some("#".to_owned()),
            Self::Arabic => Some(ordinal.to_string()),
            Self::LowerLetter => letter(b'a'),
            Self::UpperLetter => letter(b'A'),
            Self::LowerRoman => roman_text(ordinal).map(|text| text.to_ascii_lowercase()),
            Self::UpperRoman => roman_text(ordinal),
        }
    }
}

const ROMAN: [(u128, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A number in capital letters: after `Z` come `AA`, `AB`.
fn letters(ordinal: u128) -> String {
    let mut reversed = Vec::new();
    let mut rest = ordinal;
    while let Some(number) = rest.checked_sub(1) {
        reversed.push(('A'..='Z').nth((number % 26) as usize).expect("the remainder is less than 26"));
        rest = number / 26;
    }
    reversed.into_iter().rev().collect()
}

/// Roman numbers go up to 4999.
fn roman_text(ordinal: u128) -> Option<String> {
    if !(1..=4999).contains(&ordinal) {
        return None;
    }
    let mut rest = ordinal;
    let mut out = String::new();
    for (value, text) in ROMAN {
        while rest >= value {
            rest -= value;
            out.push_str(text);
        }
    }
    Some(out)
}

/// The number of a Roman numeral, if it is written as [`roman_text`] writes it.
fn roman(text: &str) -> Option<u128> {
    let mut rest = text;
    let mut ordinal = 0;
    for (value, digits) in ROMAN {
        while let Some(after) = rest.strip_prefix(digits).filter(|_| ordinal <= 4999) {
            rest = after;
            ordinal += value;
        }
    }
    (rest.is_empty() && roman_text(ordinal).as_deref() == Some(text)).then_some(ordinal)
}
