//! Compares the codes of a page with those of a hand-written enum, at compile time.
//!
//! The compiler shows the text of a panic, so that text is put together here: first to measure it, then in an array of its
//! length.

use crate::text::Text;
use core::cmp::Ordering;

/// Codes of a side beyond this many are only counted.
const MAX_SHOWN: usize = 100;

/// A code of either side.
#[derive(Debug, Clone, Copy)]
pub enum AnyCode {
    /// A number, as `as i128` makes it of any integer.
    Number(i128),
    /// A text.
    Text(&'static str),
}

impl AnyCode {
    /// The order of two codes; `None` for a number and a text.
    const fn compare(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => Some(compare_numbers(one, other)),
            (Self::Text(one), Self::Text(other)) => Some(compare_bytes(one.as_bytes(), other.as_bytes())),
            _ => None,
        }
    }
}

/// What the method `code` of an enum returns. Which types it may be, the implementations say.
#[derive(Debug, Clone, Copy)]
pub struct CodeOf<C>(pub C);

impl CodeOf<&'static str> {
    /// The code, whatever its type.
    #[must_use]
    pub const fn any(self) -> AnyCode {
        AnyCode::Text(self.0)
    }
}

macro_rules! numbers {
    ($($integer:ident)*) => {$(
        impl CodeOf<$integer> {
            /// The code, whatever its type.
            #[must_use]
            pub const fn any(self) -> AnyCode {
                AnyCode::Number(self.0 as i128)
            }
        }
    )*};
}

numbers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// The codes of a side.
#[derive(Debug, Clone, Copy)]
pub enum Keys {
    /// Numbers.
    Numbers(&'static [i128]),
    /// Texts.
    Texts(&'static [&'static str]),
    /// Of a type that only the compiler knows.
    Mixed(&'static [AnyCode]),
}

impl Keys {
    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    const fn get(&self, index: usize) -> Option<AnyCode> {
        match self {
            Self::Numbers(numbers) if index < numbers.len() => Some(AnyCode::Number(numbers[index])),
            Self::Texts(texts) if index < texts.len() => Some(AnyCode::Text(texts[index])),
            Self::Mixed(codes) if index < codes.len() => Some(codes[index]),
            _ => None,
        }
    }
}

const fn compare_numbers(one: i128, other: i128) -> Ordering {
    if one < other {
        Ordering::Less
    } else if one == other {
        Ordering::Equal
    } else {
        Ordering::Greater
    }
}

const fn compare_bytes(mut one: &[u8], mut other: &[u8]) -> Ordering {
    loop {
        match (one, other) {
            ([], []) => return Ordering::Equal,
            ([], _) => return Ordering::Less,
            (_, []) => return Ordering::Greater,
            ([a, ..], [b, ..]) if *a < *b => return Ordering::Less,
            ([a, ..], [b, ..]) if *a > *b => return Ordering::Greater,
            ([_, rest @ ..], [_, other_rest @ ..]) => (one, other) = (rest, other_rest),
        }
    }
}

/// A page or an enum.
#[derive(Debug, Clone, Copy)]
pub struct Side {
    heading: &'static str,
    keys: Keys,
    shown: &'static [&'static str],
}

impl Side {
    /// `heading` comes before the codes that only this side has, `shown` after each code.
    #[must_use]
    pub const fn new(heading: &'static str, keys: Keys, shown: &'static [&'static str]) -> Self {
        Self { heading, keys, shown }
    }

    /// How many codes it has.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.shown.len()
    }

    /// Whether its codes are numbers.
    #[must_use]
    pub const fn has_numbers(&self) -> bool {
        matches!(self.keys.get(0), Some(AnyCode::Number(_)))
    }

    /// The index of a code among the codes of this side, which are in order. `probe` is where it is looked for first.
    const fn find(&self, code: AnyCode, mut probe: usize) -> Option<usize> {
        let (mut start, mut end) = (0, self.count());
        while start < end {
            if probe < start || probe >= end {
                probe = start + (end - start) / 2;
            }
            let Some(found) = self.keys.get(probe) else { return None };
            match found.compare(code) {
                Some(Ordering::Less) => start = probe + 1,
                Some(Ordering::Equal) => return Some(probe),
                Some(Ordering::Greater) => end = probe,
                None => return None,
            }
        }
        None
    }
}

/// Which codes both sides have.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<const ROWS: usize, const VARIANTS: usize> {
    title: &'static str,
    table: Side,
    enumeration: Side,
    in_enumeration: [bool; ROWS],
    in_table: [bool; VARIANTS],
}

impl<const ROWS: usize, const VARIANTS: usize> Comparison<ROWS, VARIANTS> {
    /// Compares them. The codes of the table are in order. `title` comes before the differences.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    pub const fn new(title: &'static str, table: &Side, enumeration: &Side) -> Self {
        let (mut in_enumeration, mut in_table) = ([false; ROWS], [false; VARIANTS]);
        let (mut variant, mut next_row) = (0, 0);
        while variant < VARIANTS {
            if let Some(code) = enumeration.keys.get(variant)
                && let Some(row) = table.find(code, next_row)
                && row < ROWS
            {
                in_enumeration[row] = true;
                in_table[variant] = true;
                // Most enums are written in the order of their codes.
                next_row = row + 1;
            }
            variant += 1;
        }
        Self { title, table: *table, enumeration: *enumeration, in_enumeration, in_table }
    }

    /// The codes that only one of the two has; empty if there are none.
    #[must_use]
    pub const fn differences<const LEN: usize>(&self) -> Text<LEN> {
        let mut text = Text::new();
        if missing(&self.in_enumeration) + missing(&self.in_table) > 0 {
            text.push(self.title);
            text.list(&self.table, &self.in_enumeration);
            text.list(&self.enumeration, &self.in_table);
        }
        text
    }
}

/// How many the other side lacks.
const fn missing(mut found: &[bool]) -> usize {
    let mut missing = 0;
    while let [first, rest @ ..] = found {
        missing += !*first as usize;
        found = rest;
    }
    missing
}

impl<const LEN: usize> Text<LEN> {
    const fn push_number(&mut self, number: i128) {
        if number < 0 {
            self.push("-");
        }
        let mut rest = number.unsigned_abs();
        let mut unit: u128 = 1;
        while rest / unit >= 10 {
            unit *= 10;
        }
        while unit > 0 {
            self.push_digit(rest / unit);
            rest %= unit;
            unit /= 10;
        }
    }

    const fn push_digit(&mut self, digit: u128) {
        if let Some((_, rest)) = "0123456789".split_at_checked(digit as usize)
            && let Some((digit, _)) = rest.split_at_checked(1)
        {
            self.push(digit);
        }
    }

    /// A line for each code of a side that the other lacks.
    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    const fn list(&mut self, side: &Side, found: &[bool]) {
        let missing = missing(found);
        if missing == 0 {
            return;
        }
        self.push("\n");
        self.push(side.heading);
        self.push(":");
        let (mut index, mut listed) = (0, 0);
        while index < found.len() && listed < MAX_SHOWN {
            if !found[index] {
                self.push("\n    ");
                self.push_code(side, index);
                listed += 1;
            }
            index += 1;
        }
        if missing > listed {
            self.push("\n    … and ");
            self.push_number((missing - listed) as i128);
            self.push(" more");
        }
    }

    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    const fn push_code(&mut self, side: &Side, index: usize) {
        match side.keys.get(index) {
            Some(AnyCode::Number(number)) => self.push_number(number),
            Some(AnyCode::Text(text)) => self.push(text),
            None => {}
        }
        if index < side.shown.len() {
            self.push(" ");
            self.push(side.shown[index]);
        }
    }
}
