//! From a text to its row: a perfect hash, and the comparison that follows it.

use super::index_format::{Case, bucket, ends, hash, slot};
use super::{Numbers, Texts};

/// A perfect hash of texts. It finds the only slot in which a text can be; whether it is there takes a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Index {
    seed: u64,
    displacements: Numbers,
    slots: Numbers,
}

impl Index {
    /// A hash, as laid out at compile time.
    #[must_use]
    pub const fn new(seed: u64, displacements: Numbers, slots: Numbers) -> Self {
        Self { seed, displacements, slots }
    }

    /// The value at the slot of a text.
    #[must_use]
    #[inline(always)]
    pub(super) const fn find(&self, text: &str, case: Case) -> Option<usize> {
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
    /// `index` holds a row at the slot of its code.
    #[must_use]
    pub const fn new(index: Index, codes: Texts) -> Self {
        Self { index, codes }
    }

    /// The row of a code.
    #[must_use]
    #[inline]
    pub const fn row(&self, code: &str) -> Option<usize> {
        match self.index.find(code, Case::Exact) {
            Some(row) if equal(self.codes.get(row), code) => Some(row),
            _ => None,
        }
    }
}

/// `==` for a `const fn`. Both ends are compared at once, and most texts are no longer than that.
#[inline(always)]
pub(super) const fn equal(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let ((left_start, left_end), (right_start, right_end)) = (ends(left), ends(right));
    let same = (left_start ^ right_start) | (left_end ^ right_end) == 0;
    same && (left.len() <= 16 || equal_words(left, right))
}

/// Compares in any ASCII case. Not inlined into lookups, which seldom need it.
#[inline(never)]
pub(super) fn equal_folded(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right)
}

/// Compares two texts eight bytes at a time, as long as both have eight.
#[inline(always)]
const fn equal_words(mut left: &[u8], mut right: &[u8]) -> bool {
    while let (Some((l, left_rest)), Some((r, right_rest))) =
        (left.split_first_chunk::<8>(), right.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*l) != u64::from_le_bytes(*r) {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    true
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    #[test]
    fn texts_are_equal_if_all_of_their_bytes_are() {
        const BYTES: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";
        fn text(bytes: &[u8]) -> &str {
            core::str::from_utf8(bytes).unwrap()
        }
        for (length, bytes) in (0..BYTES.len()).filter_map(|length| Some((length, BYTES.get(..length)?))) {
            assert!(equal(text(bytes), text(bytes)));
            assert!(!equal(text(bytes), text(BYTES)));
            for at in 0..length {
                let mut other = bytes.to_vec();
                other.iter_mut().skip(at).take(1).for_each(|byte| *byte = b'-');
                assert!(!equal(text(bytes), text(&other)), "{at} of {length}");
            }
        }
    }
}
