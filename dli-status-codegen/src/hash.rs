//! The hash function of the name index.
//!
//! The index is laid out while a table is compiled and searched while the program runs. This one file is part of both
//! crates, so that the two cannot differ.

/// Multiplied into each word; an odd number with bits all over.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// How letters count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// As they are.
    Exact,
    /// Upper and lower case of ASCII letters hash alike. So do a few other pairs of characters: compare what is found.
    Folded,
}

/// The hash of a text. `seed` makes another function of it, for the unlikely case that two keys of a table hash alike.
#[must_use]
pub(crate) const fn hash(text: &[u8], case: Case, seed: u64) -> u64 {
    let fold = match case {
        Case::Exact => 0,
        Case::Folded => 0x2020_2020_2020_2020,
    };
    let mut state = seed ^ (text.len() as u64);
    let Some(last) = text.last_chunk::<8>() else {
        return mix(state ^ (short(text) | fold));
    };
    let mut rest = text;
    while rest.len() > 8
        && let Some((chunk, tail)) = rest.split_first_chunk::<8>()
    {
        state = mix(state ^ (u64::from_le_bytes(*chunk) | fold));
        rest = tail;
    }
    // The last eight may overlap those before: one look, where a remainder would be taken byte by byte.
    mix(state ^ (u64::from_le_bytes(*last) | fold))
}

/// All of a text of less than eight bytes; with its length, no two are alike.
const fn short(text: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        return (u32::from_le_bytes(*first) as u64) << 32 | u32::from_le_bytes(*last) as u64;
    }
    match text {
        [] => 0,
        [one] => *one as u64,
        [one, two] => (*one as u64) << 8 | *two as u64,
        [one, two, three, ..] => (*one as u64) << 16 | (*two as u64) << 8 | *three as u64,
    }
}

/// The bucket of a hash among `count`.
#[must_use]
pub(crate) const fn bucket(hash: u64, count: usize) -> usize {
    scale(hash >> 32, count)
}

/// The slot of a hash among `count`, moved by its bucket's displacement.
#[must_use]
pub(crate) const fn slot(hash: u64, displacement: u32, count: usize) -> usize {
    scale(mix(hash ^ displacement as u64) & 0xFFFF_FFFF, count)
}

/// Spreads 32 bits evenly over `0..count`.
const fn scale(bits: u64, count: usize) -> usize {
    ((bits * count as u64) >> 32) as usize
}

/// Both halves of the product, so that every bit of the input moves every bit of the result.
const fn mix(word: u64) -> u64 {
    let product = (word ^ 0x5851_F42D_4C95_7F2D) as u128 * FACTOR as u128;
    (product >> 64) as u64 ^ product as u64
}
