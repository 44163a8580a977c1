//! What generated code looks rows up in: numbers, texts and a perfect hash, laid out while the table was compiled.
//!
//! All of it is plain data without pointers from row to row, so a table costs few relocations, and a text that a program
//! never asks for is not in it.

mod codes;
mod hash;

pub use self::codes::Codes;
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
    #[inline]
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
///
/// The text is behind a reference to a `static`, so that a crate that looks a row up inline has no copy of it.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    text: &'static &'static str,
    bounds: Numbers,
}

impl Texts {
    /// All texts, one behind the other; where the first starts, and where each ends.
    #[must_use]
    pub const fn new(text: &'static &'static str, bounds: Numbers) -> Self {
        Self { text, bounds }
    }

    /// The text of a row; empty behind the last one.
    #[must_use]
    #[inline]
    pub const fn get(&self, row: usize) -> &'static str {
        if let (Some(start), Some(end)) = (self.bounds.get(row), self.bounds.get(row.wrapping_add(1)))
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
    codes: Texts,
}

impl TextCodes {
    /// The index holds a row at the slot of its code.
    #[must_use]
    pub const fn new(index: Index, codes: Texts) -> Self {
        Self { index, codes }
    }

    /// The row of a code.
    #[must_use]
    #[inline]
    pub const fn row(&self, code: &str) -> Option<usize> {
        match self.index.find(code, Case::Exact) {
            Some(row) if equal(self.codes.get(row).as_bytes(), code.as_bytes()) => Some(row),
            _ => None,
        }
    }
}

/// `==` for a `const fn`, eight bytes at a time.
#[inline]
const fn equal(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let (mut left_rest, mut right_rest) = (left, right);
    while let (Some((l, left_tail)), Some((r, right_tail))) =
        (left_rest.split_first_chunk::<8>(), right_rest.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*l) != u64::from_le_bytes(*r) {
            return false;
        }
        (left_rest, right_rest) = (left_tail, right_tail);
    }
    // What is left over is compared with the bytes before it, once more, in one look.
    if let (Some(l), Some(r)) = (left.last_chunk::<8>(), right.last_chunk::<8>()) {
        return u64::from_le_bytes(*l) == u64::from_le_bytes(*r);
    }
    while let (Some((l, left_tail)), Some((r, right_tail))) = (left_rest.split_first(), right_rest.split_first()) {
        if *l != *r {
            return false;
        }
        (left_rest, right_rest) = (left_tail, right_tail);
    }
    true
}

/// The texts by which `FromStr` knows a row, in any ASCII case: its name, its message, and a code that is text.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    index: Index,
    /// By the kind of text: variant names, messages, codes.
    texts: [Texts; 3],
}

const KINDS: usize = 3;
const MESSAGES: usize = 1;
const CODES: usize = 2;

impl Names {
    /// The index holds `row * 3 + kind` at the slot of each text; of the kinds, names are 0, messages 1, codes 2.
    #[must_use]
    pub const fn new(index: Index, names: Texts, messages: Texts, codes: Texts) -> Self {
        Self { index, texts: [names, messages, codes] }
    }

    /// The row that a text names.
    #[must_use]
    #[inline]
    pub fn row(&self, text: &str) -> Option<usize> {
        self.find(text).map(|(row, _)| row)
    }

    /// The row whose code a text is.
    #[must_use]
    pub fn row_of_code(&self, text: &str) -> Option<usize> {
        self.find(text).filter(|&(_, kind)| kind == CODES).map(|(row, _)| row)
    }

    #[inline]
    fn find(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.index.find(text, Case::Folded)?;
        let (row, kind) = (found / KINDS, found % KINDS);
        let known = self.texts.get(kind)?.get(row);
        // Most texts come as they are documented, and that is one quick look.
        (equal(known.as_bytes(), text.as_bytes()) || known.eq_ignore_ascii_case(text)).then_some((row, kind))
    }

    /// The row whose `Display` text this is: code, blank, message. `longest` is the length of the longest code.
    pub fn row_of_display(
        &self,
        text: &str,
        longest: usize,
        row_of_code: impl Fn(&str) -> Option<usize>,
    ) -> Option<usize> {
        let start = text.bytes().enumerate().take(longest.saturating_add(1));
        let blanks = start.filter(|&(_, byte)| byte == b' ').map(|(at, _)| at);
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

/// The row that a text means: by a code that is a number, by its name, message or code, or by its `Display` text.
/// `number` knows the codes that are numbers, and `exact` those that are texts.
///
/// # Errors
///
/// [`ParseStatusError`](crate::ParseStatusError), if it means none or several.
#[inline]
pub fn parse(
    text: &str,
    names: &Names,
    longest_code: usize,
    number: impl Fn(&str) -> Option<usize>,
    exact: impl Fn(&str) -> Option<usize>,
) -> Result<usize, crate::ParseStatusError> {
    if let Some(row) = number(text).or_else(|| names.row(text)) {
        return Ok(row);
    }
    // Codes that differ in case alone are no names, yet each is a code.
    let row_of_code = |code: &str| number(code).or_else(|| exact(code)).or_else(|| names.row_of_code(code));
    let row = exact(text).or_else(|| names.row_of_display(text, longest_code, row_of_code));
    row.ok_or(crate::ParseStatusError::new())
}

/// A number in ASCII digits, without sign or leading zeros.
#[must_use]
#[inline]
pub fn digits<T: core::str::FromStr>(text: &str) -> Option<T> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'));
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_their_ends() {
        const TEXTS: Texts = Texts::new(&"oneäthree", Numbers::U8(&[0, 3, 3, 5, 10]));
        assert_eq!([0, 1, 2, 3, 4, usize::MAX].map(|row| TEXTS.get(row)), ["one", "", "ä", "three", "", ""]);
    }

    #[test]
    fn ends_that_cut_a_character_give_no_text() {
        assert_eq!(Texts::new(&"ä", Numbers::U16(&[0, 1])).get(0), "");
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
