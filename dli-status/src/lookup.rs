//! What generated code looks rows up in: numbers, texts and a perfect hash, laid out while the table was compiled.
//!
//! All of it is plain data without pointers from row to row, so a table costs few relocations, and a text that a program
//! never asks for is not in it.

mod hash;

use self::hash::{Case, bucket, hash, slot};

/// Numbers in the narrowest type that holds them all.
#[derive(Debug, Clone, Copy)]
pub enum Numbers {
    /// All below 256.
    U8(&'static [u8]),
    /// All below 65,536.
    U16(&'static [u16]),
    /// All below 2³².
    U32(&'static [u32]),
}

impl Numbers {
    const fn len(&self) -> usize {
        match self {
            Self::U8(numbers) => numbers.len(),
            Self::U16(numbers) => numbers.len(),
            Self::U32(numbers) => numbers.len(),
        }
    }

    /// The number at a place, if there is one.
    #[must_use]
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    pub const fn get(&self, at: usize) -> Option<usize> {
        match self {
            Self::U8(numbers) if at < numbers.len() => Some(numbers[at] as usize),
            Self::U16(numbers) if at < numbers.len() => Some(numbers[at] as usize),
            Self::U32(numbers) if at < numbers.len() => Some(numbers[at] as usize),
            _ => None,
        }
    }
}

/// One text a row, cut out of one long text.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    text: &'static str,
    ends: Numbers,
}

impl Texts {
    /// All texts, one behind the other, and where each ends.
    #[must_use]
    pub const fn new(text: &'static str, ends: Numbers) -> Self {
        Self { text, ends }
    }

    /// The text of a row; empty behind the last one.
    #[must_use]
    #[inline]
    pub const fn get(&self, row: usize) -> &'static str {
        let start = match row.checked_sub(1) {
            Some(above) => self.ends.get(above),
            None => Some(0),
        };
        if let (Some(start), Some(end)) = (start, self.ends.get(row))
            && let Some((head, _)) = self.text.split_at_checked(end)
            && let Some((_, text)) = head.split_at_checked(start)
        {
            text
        } else {
            ""
        }
    }

    /// The text of a row, if it is not empty.
    #[must_use]
    #[inline]
    pub const fn find(&self, row: usize) -> Option<&'static str> {
        let text = self.get(row);
        if text.is_empty() { None } else { Some(text) }
    }
}

/// The row of a code by its distance from the lowest one.
#[derive(Debug, Clone, Copy)]
pub struct Codes {
    lowest: u32,
    rows: Numbers,
}

impl Codes {
    /// The lowest code, and the row of each from there on; of those that are not listed a number behind the last row.
    #[must_use]
    pub const fn new(lowest: u32, rows: Numbers) -> Self {
        Self { lowest, rows }
    }

    /// The row of a code, or a number behind the last row.
    #[must_use]
    #[inline]
    pub const fn row(&self, code: u32) -> usize {
        match self.rows.get(code.wrapping_sub(self.lowest) as usize) {
            Some(row) => row,
            None => usize::MAX,
        }
    }
}

/// A perfect hash of texts. It says where a text must be if it is there: compare it with what is there.
#[derive(Debug, Clone, Copy)]
pub struct Index {
    seed: u64,
    displacements: Numbers,
    slots: Numbers,
}

impl Index {
    /// As laid out while the table was compiled.
    #[must_use]
    pub const fn new(seed: u64, displacements: Numbers, slots: Numbers) -> Self {
        Self { seed, displacements, slots }
    }

    /// What stands at the slot of a text.
    #[must_use]
    #[inline]
    const fn find(&self, text: &str, case: Case) -> Option<usize> {
        let hash = hash(text.as_bytes(), case, self.seed);
        match self.displacements.get(bucket(hash, self.displacements.len())) {
            Some(displacement) => self.slots.get(slot(hash, displacement as u32, self.slots.len())),
            None => None,
        }
    }
}

/// The exact codes of a table whose codes are texts.
#[derive(Debug, Clone, Copy)]
pub struct TextCodes {
    index: Index,
    codes: &'static Texts,
}

impl TextCodes {
    /// The index holds a row at the slot of its code.
    #[must_use]
    pub const fn new(index: Index, codes: &'static Texts) -> Self {
        Self { index, codes }
    }

    /// The row of a code.
    #[must_use]
    pub const fn row(&self, code: &str) -> Option<usize> {
        match self.index.find(code, Case::Exact) {
            Some(row) if equal(self.codes.get(row).as_bytes(), code.as_bytes()) => Some(row),
            _ => None,
        }
    }
}

/// `==` for a `const fn`.
const fn equal(mut left: &[u8], mut right: &[u8]) -> bool {
    while let (Some((l, left_tail)), Some((r, right_tail))) = (left.split_first(), right.split_first()) {
        if *l != *r {
            return false;
        }
        (left, right) = (left_tail, right_tail);
    }
    left.is_empty() && right.is_empty()
}

/// The texts by which `FromStr` knows a row, in any ASCII case: its name, its message, and a code that is text.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    index: Index,
    /// By the kind of text: variant names, messages, codes.
    texts: [&'static Texts; 3],
}

const KINDS: usize = 3;
const MESSAGES: usize = 1;
const CODES: usize = 2;

impl Names {
    /// The index holds `row * 3 + kind` at the slot of each text; of the kinds, names are 0, messages 1, codes 2.
    #[must_use]
    pub const fn new(index: Index, names: &'static Texts, messages: &'static Texts, codes: &'static Texts) -> Self {
        Self { index, texts: [names, messages, codes] }
    }

    /// The row that a text names.
    #[must_use]
    pub fn row(&self, text: &str) -> Option<usize> {
        self.find(text).map(|(row, _)| row)
    }

    /// The row whose code a text is.
    #[must_use]
    pub fn row_of_code(&self, text: &str) -> Option<usize> {
        self.find(text).filter(|&(_, kind)| kind == CODES).map(|(row, _)| row)
    }

    fn find(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.index.find(text, Case::Folded)?;
        let (row, kind) = (found / KINDS, found % KINDS);
        self.texts.get(kind)?.get(row).eq_ignore_ascii_case(text).then_some((row, kind))
    }

    /// The row whose `Display` text this is: code, blank, message. `longest` is the length of the longest code.
    pub fn row_of_display(
        &self,
        text: &str,
        longest: usize,
        row_of_code: impl Fn(&str) -> Option<usize>,
    ) -> Option<usize> {
        let blanks = text.match_indices(' ').map(|(at, _)| at).take_while(|&at| at <= longest);
        blanks.filter_map(|at| Some((text.get(..at)?, text.get(at + 1..)?))).find_map(|(code, message)| {
            let row = row_of_code(code)?;
            self.texts.get(MESSAGES)?.get(row).eq_ignore_ascii_case(message).then_some(row)
        })
    }
}

/// The value of a row.
#[must_use]
#[inline]
#[expect(clippy::indexing_slicing, reason = "the table has a value for every row; `get` is not const")]
pub const fn at<T: Copy>(values: &'static [T], row: usize) -> T {
    values[row]
}

/// The value that a row points to.
#[must_use]
#[inline]
pub const fn pointed<T: Copy>(values: &'static [T], places: &Numbers, row: usize) -> T {
    match places.get(row) {
        Some(place) => at(values, place),
        None => at(values, 0),
    }
}

/// The value that a row points to; nothing if it points behind the last.
#[must_use]
#[inline]
pub const fn optional<T: Copy>(values: &'static [T], places: &Numbers, row: usize) -> Option<T> {
    match places.get(row) {
        Some(place) if place < values.len() => Some(at(values, place)),
        _ => None,
    }
}

/// The values of a row, between the end of the row above and its own.
#[must_use]
#[inline]
pub const fn slice<T>(values: &'static [T], ends: &Numbers, row: usize) -> &'static [T] {
    if let (Some(start), Some(end)) = (ends.get(row), ends.get(row + 1))
        && let Some((head, _)) = values.split_at_checked(end)
        && let Some((_, slice)) = head.split_at_checked(start)
    {
        slice
    } else {
        &[]
    }
}

/// The row that a text means: by its code, by its name or message, or by its `Display` text.
///
/// # Errors
///
/// [`ParseStatusError`](crate::ParseStatusError), if it means none or several.
pub fn parse<E>(
    text: &str,
    names: &Names,
    longest_code: usize,
    row_of_code: impl Fn(&str) -> Option<usize>,
    variant: impl Fn(usize) -> Option<E>,
) -> Result<E, crate::ParseStatusError> {
    let by_code = || row_of_code(text).and_then(&variant);
    let by_name = || names.row(text).and_then(&variant);
    let by_display = || names.row_of_display(text, longest_code, &row_of_code).and_then(&variant);
    by_code().or_else(by_name).or_else(by_display).ok_or(crate::ParseStatusError::new())
}

/// A number in ASCII digits, without sign or leading zeros.
#[must_use]
pub fn digits<T: core::str::FromStr>(text: &str) -> Option<T> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'));
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_their_ends() {
        const TEXTS: Texts = Texts::new("oneäthree", Numbers::U8(&[3, 3, 5, 10]));
        assert_eq!([0, 1, 2, 3, 4, usize::MAX].map(|row| TEXTS.get(row)), ["one", "", "ä", "three", "", ""]);
    }

    #[test]
    fn ends_that_cut_a_character_give_no_text() {
        assert_eq!(Texts::new("ä", Numbers::U16(&[1])).get(0), "");
    }

    #[test]
    fn codes_count_from_the_lowest() {
        const CODES: Codes = Codes::new(100, Numbers::U8(&[0, 9, 1]));
        assert_eq!(
            [99, 100, 101, 102, 103, u32::MAX].map(|code| CODES.row(code)),
            [usize::MAX, 0, 9, 1, usize::MAX, usize::MAX]
        );
    }

    #[test]
    fn digits_are_a_number_as_a_page_writes_it() {
        assert_eq!(digits::<u16>("0"), Some(0));
        assert_eq!(digits::<u16>("65535"), Some(65_535));
        for text in ["", "+1", "-1", "01", "00", "65536", "1 ", "٣"] {
            assert_eq!(digits::<u16>(text), None, "{text}");
        }
    }
}
