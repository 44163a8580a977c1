//! A perfect hash: lays out keys so that each is found at its own slot, with one look.
//!
//! Keys are put into buckets; for each bucket, the fullest first, a displacement is searched that moves all of its keys
//! to slots that are free. With a fifth of the slots left empty, or more, a few tries a bucket are enough.
//!
//! Both counts are powers of two: a lookup then shifts where it would multiply, which makes it a tenth faster.

use crate::hash::{Case, bucket, hash, slot};

/// The layout: what the runtime crate's `Index` looks into.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Index {
    pub(crate) seed: u64,
    /// By bucket.
    pub(crate) displacements: Vec<u32>,
    /// By slot: the value of the key that belongs there; 0 in the empty ones.
    pub(crate) slots: Vec<u32>,
}

const KEYS_A_BUCKET: usize = 4;
const MOST_TRIES: u32 = 1 << 16;

impl Index {
    /// Lays out keys that are different from each other in the given case.
    pub(crate) fn new(keys: &[(&str, u32)], case: Case) -> Self {
        // Two keys that hash alike part under another seed, so this ends. Seeds differ in bits all over.
        let seeds = (0..).map(|number: u64| number.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        let mut layouts = seeds.map(|seed| Self::try_seed(keys, case, seed));
        layouts.find_map(|layout| layout).unwrap_or(Self { seed: 0, displacements: vec![0], slots: vec![0] })
    }

    fn try_seed(keys: &[(&str, u32)], case: Case, seed: u64) -> Option<Self> {
        let count = keys.len().div_ceil(KEYS_A_BUCKET).next_power_of_two();
        let mut buckets = vec![Vec::new(); count];
        for (key, value) in keys {
            let hash = hash(key.as_bytes(), case, seed);
            buckets.get_mut(bucket(hash, count))?.push((hash, *value));
        }
        let mut order: Vec<usize> = (0..buckets.len()).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(buckets.get(at).map_or(0, Vec::len)));

        let mut displacements = vec![0; buckets.len()];
        let mut slots = vec![None; (keys.len() + keys.len() / 4).next_power_of_two()];
        for at in order {
            let displacement = place(buckets.get(at)?, &mut slots)?;
            *displacements.get_mut(at)? = displacement;
        }
        Some(Self { seed, displacements, slots: slots.into_iter().map(Option::unwrap_or_default).collect() })
    }
}

/// Puts the keys of a bucket into free slots, and says by which displacement.
fn place(keys: &[(u64, u32)], slots: &mut [Option<u32>]) -> Option<u32> {
    (0..MOST_TRIES).find(|&displacement| {
        for (placed, &(hash, value)) in keys.iter().enumerate() {
            match slots.get_mut(slot(hash, displacement, slots.len())) {
                Some(free @ None) => *free = Some(value),
                _ => {
                    // Take back what this try has put.
                    for &(hash, _) in keys.iter().take(placed) {
                        if let Some(taken) = slots.get_mut(slot(hash, displacement, slots.len())) {
                            *taken = None;
                        }
                    }
                    return false;
                }
            }
        }
        true
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(index: &Index, key: &str, case: Case) -> u32 {
        let hash = hash(key.as_bytes(), case, index.seed);
        let displacement = index.displacements[bucket(hash, index.displacements.len())];
        index.slots[slot(hash, displacement, index.slots.len())]
    }

    #[test]
    fn every_key_is_found_at_its_slot() {
        for count in [0_usize, 1, 2, 3, 42, 1_000, 20_000] {
            let keys: Vec<String> = (0..count).map(|at| format!("Key {at}")).collect();
            let pairs: Vec<(&str, u32)> = keys.iter().map(String::as_str).zip(1..).collect();
            for case in [Case::Exact, Case::Folded] {
                let index = Index::new(&pairs, case);
                for &(key, value) in &pairs {
                    assert_eq!(find(&index, key, case), value, "{key} of {count}");
                }
                assert!(index.slots.len() <= (count + count / 4).next_power_of_two());
            }
        }
    }

    #[test]
    fn the_case_of_ascii_letters_can_be_left_out() {
        let index = Index::new(&[("Not Found", 7), ("Gone", 8)], Case::Folded);
        assert_eq!(find(&index, "nOT fOUND", Case::Folded), 7);
        assert_eq!(find(&index, "GONE", Case::Folded), 8);
    }

    /// The first eight bytes are the same, and the last eight differ in the bits in which the lengths do.
    #[test]
    fn keys_that_differ_as_their_lengths_do_hash_apart() {
        let mut keys: Vec<String> = (0..3_000).map(|at| format!("quota{at}denied")).collect();
        keys.extend((0..3_000).map(|at| format!("{at}")));
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
