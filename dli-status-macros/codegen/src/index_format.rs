//! The format of an index of texts: how a text is hashed, and what a slot of the name index holds.
//!
//! An index is laid out while a table is compiled and searched while the program runs. Each of the two crates has a copy of
//! this file, and a test of the repository keeps the copies equal.

#![allow(dead_code, reason = "laying out needs one half of this, searching the other")]

/// How many low bits of a value in the name index are the kind of the text; the rest is the row.
pub(crate) const KIND_BITS: u32 = 2;

/// The name of a variant.
pub(crate) const NAME: u32 = 0;
/// A message.
pub(crate) const MESSAGE: u32 = 1;
/// A code that is text.
pub(crate) const CODE: u32 = 2;
/// One of several codes that differ only in case: the index of exact codes tells which.
pub(crate) const AMBIGUOUS_CODE: u32 = 3;

/// Odd numbers whose set bits are spread evenly.
const FACTORS: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0x5851_F42D_4C95_7F2D];

/// Whether the case of letters matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// It does.
    Exact,
    /// Upper and lower case of ASCII letters hash alike, and nothing else does.
    Folded,
}

/// The hash of a text. Another `seed` gives another function, in the unlikely case that two keys of a table hash alike.
///
/// One multiplication covers both ends of a text, and most texts have nothing between them.
#[must_use]
#[inline(always)]
pub(crate) const fn hash(text: &[u8], case: Case, seed: u64) -> u64 {
    let (start, end) = ends(text);
    let [left, right] = FACTORS;
    // The multiplication spreads the length over all bits, away from those in which texts of two lengths differ.
    let length = (text.len() as u64).wrapping_mul(left);
    let state = multiply(fold(start, case) ^ left ^ seed, fold(end, case) ^ right ^ length ^ seed.rotate_left(32));
    if text.len() <= 16 { state } else { hash_words(text, case, state) }
}

/// The first and the last eight bytes of a text, which may overlap; all bytes of a shorter one. Up to 16 bytes, no two
/// texts of one length have the same ends.
#[inline(always)]
pub(crate) const fn ends(text: &[u8]) -> (u64, u64) {
    if let (Some(start), Some(end)) = (text.first_chunk(), text.last_chunk()) {
        return (u64::from_le_bytes(*start), u64::from_le_bytes(*end));
    }
    if let (Some(start), Some(end)) = (text.first_chunk(), text.last_chunk()) {
        return (u32::from_le_bytes(*start) as u64, u32::from_le_bytes(*end) as u64);
    }
    match text {
        [] => (0, 0),
        [one] => (*one as u64, 0),
        [one, two] => (*one as u64, *two as u64),
        [one, two, three, ..] => (*one as u64, *two as u64 | (*three as u64) << 8),
    }
}

/// Eight bytes with their ASCII letters in lower case, all at once.
#[inline(always)]
const fn fold(bytes: u64, case: Case) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    if matches!(case, Case::Exact) {
        return bytes;
    }
    // The highest bit of each byte says what is true of it; no sum carries into the next byte.
    let low_bits = bytes & (0x7F * EACH);
    let is_from_a = low_bits + (0x80 - b'A' as u64) * EACH;
    let is_after_z = low_bits + (0x7F - b'Z' as u64) * EACH;
    let is_upper = (is_from_a ^ is_after_z) & !bytes & (0x80 * EACH);
    bytes | is_upper >> 2
}

/// Adds what is between the ends of a long text.
#[inline(always)]
const fn hash_words(text: &[u8], case: Case, mut state: u64) -> u64 {
    let [factor, _] = FACTORS;
    let mut rest = text;
    while let Some((word, tail)) = rest.split_first_chunk() {
        state = multiply(state ^ fold(u64::from_le_bytes(*word), case), factor);
        rest = tail;
    }
    state
}

/// The bucket of a hash among `count`.
#[must_use]
#[inline(always)]
pub(crate) const fn bucket(hash: u64, count: usize) -> usize {
    scale((hash >> 32) as u32, count)
}

/// The slot of a hash among `count`, moved by its bucket's displacement.
#[must_use]
#[inline(always)]
pub(crate) const fn slot(hash: u64, displacement: u32, count: usize) -> usize {
    scale((hash as u32).wrapping_mul(displacement.wrapping_mul(2).wrapping_add(1)), count)
}

/// Spreads 32 bits evenly over `0..count`; a shift, if that is a power of two.
#[inline(always)]
const fn scale(bits: u32, count: usize) -> usize {
    ((bits as u64 * count as u64) >> 32) as usize
}

/// Both halves of the product, so that every bit of the factors moves every bit of the result.
#[inline(always)]
const fn multiply(left: u64, right: u64) -> u64 {
    let product = left as u128 * right as u128;
    (product >> 64) as u64 ^ product as u64
}
