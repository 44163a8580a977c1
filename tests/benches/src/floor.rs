//! What lookups are compared with: an index table for codes, and a small perfect hash for names that compares texts
//! exactly. Both are made when the program starts and know nothing but their rows.

/// The row of a code at its distance from the lowest.
#[derive(Debug)]
pub struct Direct {
    lowest: u16,
    rows: Vec<u16>,
}

impl Direct {
    #[must_use]
    pub fn new(codes: &[u16]) -> Self {
        let lowest = codes.iter().copied().min().unwrap_or(0);
        let highest = codes.iter().copied().max().unwrap_or(0);
        let mut rows = vec![u16::MAX; usize::from(highest - lowest) + 1];
        for (row, code) in codes.iter().enumerate() {
            rows[usize::from(code - lowest)] = row as u16;
        }
        Self { lowest, rows }
    }

    /// All numbers from the lowest code to the highest.
    pub fn codes(&self) -> impl Iterator<Item = u16> {
        (self.lowest..).take(self.rows.len())
    }

    /// The distance of a code from the lowest.
    #[must_use]
    #[inline(always)]
    pub fn distance(&self, code: u16) -> usize {
        usize::from(code.wrapping_sub(self.lowest))
    }

    /// The row, or one behind the last.
    #[must_use]
    #[inline(always)]
    pub fn row(&self, code: u16) -> usize {
        usize::from(self.rows.get(usize::from(code.wrapping_sub(self.lowest))).copied().unwrap_or(u16::MAX))
    }
}

/// A perfect hash: a displacement for each bucket of about three keys, slots for a quarter more than there are.
#[derive(Debug)]
pub struct Perfect {
    displacements: Vec<u16>,
    slots: Vec<(&'static str, u16)>,
}

impl Perfect {
    /// # Panics
    ///
    /// If two keys hash alike.
    #[must_use]
    pub fn new(keys: &[(&'static str, u16)]) -> Self {
        let buckets = (keys.len() / 3).next_power_of_two();
        let mut slots = vec![("", u16::MAX); (keys.len() + keys.len() / 4).next_power_of_two()];
        let mut displacements = vec![0; buckets];
        let mut by_bucket = vec![Vec::new(); buckets];
        for &(key, row) in keys {
            by_bucket[hash(key) as usize & (buckets - 1)].push((key, row));
        }
        let mut order: Vec<usize> = (0..buckets).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(by_bucket[at].len()));
        for at in order {
            let places = |displacement: u16| -> Vec<usize> {
                by_bucket[at].iter().map(|(key, _)| slot(hash(key), displacement, slots.len())).collect()
            };
            let free = |displacement: &u16| {
                let places = places(*displacement);
                places
                    .iter()
                    .enumerate()
                    .all(|(at, place)| slots[*place].1 == u16::MAX && !places[..at].contains(place))
            };
            let displacement = (0..u16::MAX).find(free).expect("no two keys hash alike");
            displacements[at] = displacement;
            for (place, key) in places(displacement).into_iter().zip(&by_bucket[at]) {
                slots[place] = *key;
            }
        }
        Self { displacements, slots }
    }

    #[must_use]
    #[inline(always)]
    pub fn find(&self, key: &str) -> Option<usize> {
        let hash = hash(key);
        let displacement = *self.displacements.get(hash as usize & (self.displacements.len() - 1))?;
        let (found, row) = *self.slots.get(slot(hash, displacement, self.slots.len()))?;
        (found == key).then_some(usize::from(row))
    }
}

#[inline(always)]
fn slot(hash: u64, displacement: u16, count: usize) -> usize {
    ((hash >> 32).wrapping_add((hash >> 16 | 1).wrapping_mul(u64::from(displacement))) as usize) & (count - 1)
}

/// Eight bytes at a time; the last eight overlap.
#[inline(always)]
fn hash(key: &str) -> u64 {
    let bytes = key.as_bytes();
    let mut state = bytes.len() as u64;
    if bytes.len() < 8 {
        let mut word = 0;
        for &byte in bytes {
            word = word << 8 | u64::from(byte);
        }
        return mix(state, word);
    }
    let mut rest = bytes;
    while let Some((word, tail)) = rest.split_first_chunk() {
        state = mix(state, u64::from_le_bytes(*word));
        rest = tail;
    }
    match bytes.last_chunk() {
        Some(word) => mix(state, u64::from_le_bytes(*word)),
        None => state,
    }
}

#[inline(always)]
fn mix(state: u64, word: u64) -> u64 {
    let product = u128::from(state ^ word ^ 0x5851_F42D_4C95_7F2D) * 0x9E37_79B9_7F4A_7C15;
    (product >> 64) as u64 ^ product as u64
}
