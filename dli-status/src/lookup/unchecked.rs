//! All `unsafe` code of the crate: it reads what was checked while the table was compiled.
//!
//! The benchmarks are the reason for it (`tests/benches/README.md` says how to run them):
//!
//! * Safe code that cuts a text out of another checks for a character boundary twice. With these checks a lookup of a
//!   description takes 3.5 times as long as in a table of `&str`, without them 1.2 times. A table of `&str` is four times as
//!   large, and takes a relocation per text.
//! * rustc checks each element of a constant array of variants against all discriminants in turn: 4.5 s at 10,000 rows. A
//!   `match` from row to variant takes LLVM 7 s. It does not check what may be uninitialised: 0.2 s.
//!
//! The constructors check what it relies on while the table is compiled, so a table that breaks it is a compile error. The
//! tests compare both types with their safe twins.
#![allow(unsafe_code)]

use super::Numbers;
use core::mem::MaybeUninit;

/// Fails the compilation unless bounds are in order, and each is where a character of the text starts or the text ends. With
/// a function call per bound, that would take the compiler ten times as long.
macro_rules! check_bounds {
    ($bytes:ident, $bounds:ident) => {{
        let (end, count) = ($bytes.len(), $bounds.len());
        let (mut at, mut start) = (0, 0);
        while at < count {
            let bound = $bounds[at] as usize;
            assert!(
                start <= bound && (bound == end || $bytes[bound] & 0b1100_0000 != 0b1000_0000),
                "not a boundary within the text"
            );
            start = bound;
            at += 1;
        }
    }};
}

/// One text per row, cut out of one long text.
///
/// It refers to the text by a reference to a `static`, so that a crate which inlines a lookup gets no copy of it. The bytes
/// themselves are not a `static`, because Clippy 1.95 fails with an internal error on a `const` that refers to one.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    text: &'static &'static str,
    bounds: Numbers,
}

impl Texts {
    /// All texts, one after the other; where the first starts, and where each ends.
    ///
    /// # Panics
    ///
    /// While the table is compiled, if a text ends before it starts, after the end of `text`, or within a character.
    #[must_use]
    pub const fn new(text: &'static &'static str, bounds: Numbers) -> Self {
        let bytes = text.as_bytes();
        match bounds {
            Numbers::U8(bounds) => check_bounds!(bytes, bounds),
            Numbers::U16(bounds) => check_bounds!(bytes, bounds),
            Numbers::U32(bounds) => check_bounds!(bytes, bounds),
        }
        Self { text, bounds }
    }

    /// The text of a row; empty after the last row.
    #[must_use]
    #[inline(always)]
    pub const fn get(&self, row: usize) -> &'static str {
        let Some(end) = self.bounds.get(row.wrapping_add(1)) else { return "" };
        let Some(start) = self.bounds.get(row) else { return "" };
        // SAFETY: `new` has checked that bounds are in order, and that each is a character boundary of the text.
        unsafe {
            let bytes = core::slice::from_raw_parts(self.text.as_ptr().add(start), end.unchecked_sub(start));
            core::str::from_utf8_unchecked(bytes)
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

/// One value per row, which rustc does not check one by one.
#[derive(Debug)]
pub struct Rows<T, const COUNT: usize>(MaybeUninit<[T; COUNT]>);

impl<T: Copy, const COUNT: usize> Rows<T, COUNT> {
    /// The values of all rows.
    #[must_use]
    pub const fn new(values: [T; COUNT]) -> Self {
        Self(MaybeUninit::new(values))
    }

    /// The values of all rows.
    #[must_use]
    #[inline(always)]
    pub const fn all(&self) -> &[T] {
        // SAFETY: `new` has initialised it.
        unsafe { self.0.assume_init_ref() }
    }

    /// The value of a row, if there is such a row.
    #[must_use]
    #[inline(always)]
    pub const fn get(&self, row: usize) -> Option<T> {
        if let Some((_, rest)) = self.all().split_at_checked(row)
            && let Some((value, _)) = rest.split_first()
        {
            Some(*value)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;
    use std::boxed::Box;
    use std::panic::catch_unwind;
    use std::vec::Vec;

    const TEXT: &str = "aä日b";

    /// The safe twin: all texts between the bounds, if each can be cut.
    fn cut(bounds: &[u8]) -> Option<Vec<&'static str>> {
        let all = bounds.first().is_none_or(|&bound| TEXT.is_char_boundary(usize::from(bound)));
        let pairs = bounds.iter().zip(bounds.iter().skip(1));
        let texts = pairs.map(|(&start, &end)| TEXT.get(usize::from(start)..usize::from(end)));
        texts.collect::<Option<Vec<_>>>().filter(|_| all)
    }

    fn all_texts(bounds: Numbers, count: usize) -> Option<Vec<&'static str>> {
        let texts = catch_unwind(|| Texts::new(&TEXT, bounds)).ok()?;
        for row in [count, count + 1, usize::MAX - 1, usize::MAX] {
            assert_eq!(texts.get(row), "");
        }
        let all: Vec<_> = (0..count).map(|row| texts.get(row)).collect();
        let found: Vec<_> = (0..count).map(|row| texts.find(row).unwrap_or_default()).collect();
        assert_eq!(all, found);
        Some(all)
    }

    #[test]
    fn texts_are_cut_as_safe_code_cuts_them_or_refused() {
        std::panic::set_hook(Box::new(|_| ()));
        // All lists of up to three bounds, within and after the text, in and out of order.
        let bound = || 0..=8_u8;
        let lists = bound().flat_map(|a| bound().flat_map(move |b| bound().map(move |c| [a, b, c])));
        for list in lists {
            for bounds in (0..=3).filter_map(|count| list.get(..count)) {
                let (expected, count) = (cut(bounds), bounds.len().saturating_sub(1));
                let bytes = Numbers::U8(bounds.to_vec().leak());
                let words = Numbers::U16(bounds.iter().copied().map(u16::from).collect::<Vec<_>>().leak());
                let long = Numbers::U32(bounds.iter().copied().map(u32::from).collect::<Vec<_>>().leak());
                for numbers in [bytes, words, long] {
                    assert_eq!(all_texts(numbers, count), expected, "{bounds:?}");
                }
            }
        }
    }

    #[test]
    fn rows_are_the_values_in_order() {
        const VALUES: [Option<char>; 4] = [Some('a'), None, Some('ä'), None];
        static ROWS: Rows<Option<char>, 4> = Rows::new(VALUES);
        for row in (0..6).chain([usize::MAX]) {
            assert_eq!(ROWS.get(row), VALUES.get(row).copied(), "{row}");
        }
        assert_eq!(ROWS.all(), VALUES);
    }
}
