//! The codes of a page beside those of an enum that is written by hand, compared while compiling.
//!
//! The compiler shows the text of a panic, so the text is put together here: first to see how long it is, then in an
//! array of that length.

use crate::text::Text;
use core::cmp::Ordering;

/// So many codes of a side are shown; of the rest only the number.
const MOST: usize = 100;

/// The codes of a side.
#[derive(Debug, Clone, Copy)]
pub enum Keys {
    /// Numbers.
    Numbers(&'static [i128]),
    /// Texts.
    Texts(&'static [&'static str]),
}

impl Keys {
    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    const fn compare(&self, at: usize, other: &Self, other_at: usize) -> Option<Ordering> {
        match (self, other) {
            (Self::Numbers(own), Self::Numbers(others)) if at < own.len() && other_at < others.len() => {
                Some(compare_numbers(own[at], others[other_at]))
            }
            (Self::Texts(own), Self::Texts(others)) if at < own.len() && other_at < others.len() => {
                Some(compare_bytes(own[at].as_bytes(), others[other_at].as_bytes()))
            }
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
    /// `heading` stands above the codes that only this side has, and `shown` behind each of them.
    #[must_use]
    pub const fn new(heading: &'static str, keys: Keys, shown: &'static [&'static str]) -> Self {
        Self { heading, keys, shown }
    }

    /// How many codes it has.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.shown.len()
    }

    /// Where a code of the other side is, whose own codes are in order; at first it is looked for at `probe`.
    const fn find(&self, other: &Self, at: usize, mut probe: usize) -> Option<usize> {
        let (mut start, mut end) = (0, self.count());
        while start < end {
            if probe < start || probe >= end {
                probe = start + (end - start) / 2;
            }
            match self.keys.compare(probe, &other.keys, at) {
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
    /// Compares them. The codes of the table are in order. `title` stands above the differences.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    pub const fn new(title: &'static str, table: &Side, enumeration: &Side) -> Self {
        let (mut in_enumeration, mut in_table) = ([false; ROWS], [false; VARIANTS]);
        let (mut variant, mut next_row) = (0, 0);
        while variant < VARIANTS {
            if let Some(row) = table.find(enumeration, variant, next_row)
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
        let (mut at, mut listed) = (0, 0);
        while at < found.len() && listed < MOST {
            if !found[at] {
                self.push("\n    ");
                self.push_code(side, at);
                listed += 1;
            }
            at += 1;
        }
        if missing > listed {
            self.push("\n    … and ");
            self.push_number((missing - listed) as i128);
            self.push(" more");
        }
    }

    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    const fn push_code(&mut self, side: &Side, at: usize) {
        match side.keys {
            Keys::Numbers(numbers) if at < numbers.len() => self.push_number(numbers[at]),
            Keys::Texts(texts) if at < texts.len() => self.push(texts[at]),
            _ => {}
        }
        if at < side.shown.len() {
            self.push(" ");
            self.push(side.shown[at]);
        }
    }
}
