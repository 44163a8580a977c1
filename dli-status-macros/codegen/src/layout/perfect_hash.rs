//! A perfect hash: keys laid out so that each is found at its own slot, with one look.
//!
//! Keys are put into buckets; for each bucket, the fullest first, a displacement is searched that moves all of its keys
//! to slots that are free. With a fifth of the slots left empty, or more, a few tries per bucket are enough.
//!
//! Both counts are powers of two: a lookup then shifts where it would multiply, which makes it a tenth faster.

use super::Numbers;
use crate::index_format::{Case, bucket, hash, slot};
use std::cmp::Reverse;

/// What the runtime crate's `Index` searches.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PerfectHash {
    pub(crate) seed: u64,
    /// By bucket.
    pub(crate) displacements: Numbers,
    /// By slot: the value of its key; 0 in the empty ones.
    pub(crate) slots: Numbers,
}

const KEYS_PER_BUCKET: usize = 4;
const MAX_TRIES: u32 = 1 << 16;

/// Seeds differ in bits all over.
const SEED_STEP: u64 = 0xD6E8_FEB8_6659_FD93;

impl PerfectHash {
    /// Lays out keys that differ from each other in the given case.
    pub(super) fn new<'k>(keys: impl Iterator<Item = (&'k str, u32)>, case: Case) -> Self {
        let keys: Vec<(&str, u32)> = keys.collect();
        // Two keys that hash alike part under another seed, so this ends.
        let mut seeds = (0..).map(|number: u64| number.wrapping_mul(SEED_STEP));
        seeds.find_map(|seed| Self::with_seed(&keys, case, seed)).expect("some seed keeps the keys apart")
    }

    /// `None` if two keys hash alike.
    fn with_seed(keys: &[(&str, u32)], case: Case, seed: u64) -> Option<Self> {
        let buckets = buckets(keys, case, seed);
        let mut fullest_first: Vec<(usize, &Vec<(u64, u32)>)> = buckets.iter().enumerate().collect();
        fullest_first.sort_by_key(|(_, bucket)| Reverse(bucket.len()));

        let mut displacements = vec![0; buckets.len()];
        let mut slots = vec![None; (keys.len() + keys.len() / 4).next_power_of_two()];
        for (number, bucket) in fullest_first {
            let displacement = place(bucket, &mut slots)?;
            *displacements.get_mut(number).expect("there is a displacement per bucket") = displacement;
        }
        let slots = slots.into_iter().map(|value| value.unwrap_or(0));
        Some(Self { seed, displacements: displacements.into_iter().collect(), slots: slots.collect() })
    }
}

/// The hashes and values of the keys.
fn buckets(keys: &[(&str, u32)], case: Case, seed: u64) -> Vec<Vec<(u64, u32)>> {
    let count = keys.len().div_ceil(KEYS_PER_BUCKET).next_power_of_two();
    let mut buckets = vec![Vec::new(); count];
    for &(key, value) in keys {
        let hash = hash(key.as_bytes(), case, seed);
        buckets.get_mut(bucket(hash, count)).expect("a bucket is below their count").push((hash, value));
    }
    buckets
}

/// Puts the keys of a bucket into free slots, and returns the displacement that leads there.
fn place(keys: &[(u64, u32)], slots: &mut [Option<u32>]) -> Option<u32> {
    let count = slots.len();
    let slot_of = |hash, displacement| slot(hash, displacement, count);
    (0..MAX_TRIES).find(|&displacement| {
        for (placed, &(hash, value)) in keys.iter().enumerate() {
            if let Some(free @ None) = slots.get_mut(slot_of(hash, displacement)) {
                *free = Some(value);
                continue;
            }
            for &(hash, _) in keys.iter().take(placed) {
                *slots.get_mut(slot_of(hash, displacement)).expect("this try has filled it") = None;
            }
            return false;
        }
        true
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(index: &PerfectHash, key: &str, case: Case) -> u32 {
        let (displacements, slots) = (&index.displacements.values, &index.slots.values);
        let hash = hash(key.as_bytes(), case, index.seed);
        let displacement = displacements[bucket(hash, displacements.len())];
        slots[slot(hash, displacement, slots.len())]
    }

    #[test]
    fn every_key_is_found_at_its_slot() {
        for count in [0_usize, 1, 2, 3, 42, 1_000, 20_000] {
            let keys: Vec<String> = (0..count).map(|number| format!("Key {number}")).collect();
            let pairs = || keys.iter().map(String::as_str).zip(1..);
            for case in [Case::Exact, Case::Folded] {
                let index = PerfectHash::new(pairs(), case);
                for (key, value) in pairs() {
                    assert_eq!(find(&index, key, case), value, "{key} of {count}");
                }
                assert!(index.slots.values.len() <= (count + count / 4).next_power_of_two());
            }
        }
    }

    #[test]
    fn the_case_of_ascii_letters_can_be_left_out() {
        let index = PerfectHash::new([("Not Found", 7), ("Gone", 8)].into_iter(), Case::Folded);
        assert_eq!(find(&index, "nOT fOUND", Case::Folded), 7);
        assert_eq!(find(&index, "GONE", Case::Folded), 8);
    }

    /// They differ in the bit in which the two cases of a letter do.
    #[test]
    fn only_the_case_of_ascii_letters_is_left_out() {
        for (one, other) in
            [("État", "état"), ("[", "{"), ("a@b", "a`b"), ("long enough for words: ^", "long enough for words: ~")]
        {
            let index = PerfectHash::new([(one, 7), (other, 8)].into_iter(), Case::Folded);
            assert_eq!([one, other].map(|key| find(&index, key, Case::Folded)), [7, 8]);
        }
        for letter in 'A'..='Z' {
            let [upper, lower] = [letter, letter.to_ascii_lowercase()].map(|letter| [letter as u8; 11]);
            assert_eq!(hash(&upper, Case::Folded, 0), hash(&lower, Case::Folded, 0));
        }
    }

    /// The first eight bytes are the same, and the last eight differ in the bits in which the lengths do.
    #[test]
    fn keys_that_differ_as_their_lengths_do_hash_apart() {
        let mut keys: Vec<String> = (0..3_000).map(|number| format!("quota{number}denied")).collect();
        keys.extend((0..3_000).map(|number| format!("{number}")));
        let mut hashes: Vec<u64> = keys.iter().map(|key| hash(key.as_bytes(), Case::Folded, 0)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), keys.len());
    }

    #[test]
    fn keys_of_every_length_hash_apart() {
        let mut hashes: Vec<u64> = (0..=64).map(|len| hash(&[b'a'; 64][..len], Case::Exact, 0)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), 65);
    }
}
