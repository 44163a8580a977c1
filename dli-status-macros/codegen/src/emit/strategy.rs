//! How the row of a code is found: the one place where that is decided.
//!
//! What the choice rests on, with 42 to 10,000 rows of `u16` codes, in nanoseconds a lookup of a shuffled stream with a
//! tenth of unknown codes; `benches/README.md` has the table and how it was measured:
//!
//! * A `match` is a table where codes are close together, and a tree of comparisons where they are not: 15 ns at 42 rows
//!   spread over all numbers and 27 ns at 1,000, since no processor predicts the branches.
//! * Codes that follow one another need no table: 1.1 ns.
//! * A table with one place for each number between the lowest and the highest is one look: 1.1 ns. It may hold so many
//!   places a row that 1,000 rows take less than 48 bytes each with all their tables, of which 24 are those of 12 places;
//!   or 1,024 in all, which are of one byte up to 256 rows.
//! * Beyond that, the groups of a comb are two looks and a comparison, 2.0 to 2.4 ns, in less than four places a row (a
//!   test holds 1,000 rows to that).

/// How the row of a code is found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Strategy {
    /// The row is the distance from the lowest code.
    Consecutive { lowest: u32 },
    /// A number is looked up at its distance from the lowest: one look.
    Direct { lowest: u32, rows: Vec<u32> },
    /// Numbers far apart: their groups share one table.
    Combed(Comb),
    /// The compiler chooses: numbers too far apart for a table, and types wider than 32 bits.
    Match,
    /// A text is looked up in a perfect hash.
    Hashed,
}

/// Groups of neighbouring codes, laid over one another so that no two codes share a place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Comb {
    pub(super) lowest: u32,
    pub(super) shift: u32,
    /// By group, where it starts.
    pub(super) starts: Vec<u32>,
    /// By place, the row.
    pub(super) rows: Vec<u32>,
}

/// A table of codes may hold so many places for each row, and as many as this for a small table.
const PLACES_A_ROW: usize = 12;
const SMALL: usize = 1024;

impl Strategy {
    /// For codes that are numbers; without a number of 32 bits for each, the compiler chooses.
    pub(super) fn of_numbers(codes: &[u128]) -> Self {
        let codes: Option<Vec<u32>> = codes.iter().map(|&code| u32::try_from(code).ok()).collect();
        codes.and_then(|codes| Self::of(&codes)).unwrap_or(Self::Match)
    }

    fn of(codes: &[u32]) -> Option<Self> {
        let (lowest, highest) = (*codes.iter().min()?, *codes.iter().max()?);
        if (lowest..=highest).eq(codes.iter().copied()) {
            return Some(Self::Consecutive { lowest });
        }
        if (highest - lowest) as usize >= SMALL.max(codes.len() * PLACES_A_ROW) {
            return Comb::of(codes, lowest, highest).map(Self::Combed);
        }
        let unlisted = u32::try_from(codes.len()).ok()?;
        let mut rows = vec![unlisted; (highest - lowest) as usize + 1];
        for (row, code) in (0..).zip(codes) {
            *rows.get_mut((code - lowest) as usize)? = row;
        }
        Some(Self::Direct { lowest, rows })
    }
}

impl Comb {
    /// The smallest of the combs with about as many groups as there are rows.
    fn of(codes: &[u32], lowest: u32, highest: u32) -> Option<Self> {
        let most = (codes.len() * PLACES_A_ROW).max(SMALL);
        let span = (highest - lowest) as usize;
        let shifts = (1..u32::BITS).filter(|shift| {
            let groups = (span >> shift) + 1;
            groups <= codes.len() * 4 && groups * 4 >= codes.len()
        });
        let combs = shifts.filter_map(|shift| Self::with_shift(codes, lowest, highest, shift, most));
        combs.min_by_key(|comb| comb.starts.len() + comb.rows.len())
    }

    /// Puts each group, the fullest first, at the first place where all of its codes fall into gaps.
    fn with_shift(codes: &[u32], lowest: u32, highest: u32, shift: u32, most: usize) -> Option<Self> {
        let mut groups: Vec<(usize, Vec<(usize, u32)>)> =
            (0..=(highest - lowest) >> shift).map(|group| (group as usize, Vec::new())).collect();
        for (row, code) in (0..).zip(codes) {
            let distance = code - lowest;
            let (_, members) = groups.get_mut((distance >> shift) as usize)?;
            members.push(((distance & ((1 << shift) - 1)) as usize, row));
        }
        let unlisted = u32::try_from(codes.len()).ok()?;
        let (mut starts, mut rows) = (vec![0; groups.len()], Vec::new());
        let mut gaps = Gaps::new(most);
        groups.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
        for (group, members) in groups.iter().filter(|(_, members)| !members.is_empty()) {
            let start = gaps.fit(members)?;
            *starts.get_mut(*group)? = u32::try_from(start).ok()?;
            for &(at, row) in members {
                gaps.fill(start + at);
                rows.resize(rows.len().max(start + at + 1), unlisted);
                *rows.get_mut(start + at)? = row;
            }
        }
        Some(Self { lowest, shift, starts, rows })
    }
}

/// The places of a comb that are free. Those that are taken are passed over in one step, however many.
struct Gaps {
    /// By place: itself if it is free, else one further on, up to the first free one.
    next: Vec<usize>,
}

impl Gaps {
    fn new(count: usize) -> Self {
        Self { next: (0..=count).collect() }
    }

    /// The lowest start from which all members of a group fall into gaps.
    fn fit(&mut self, members: &[(usize, u32)]) -> Option<usize> {
        let (first, _) = *members.first()?;
        let mut place = self.free(first)?;
        while members.iter().any(|(at, _)| self.free(place - first + at) != Some(place - first + at)) {
            place = self.free(place + 1)?;
        }
        Some(place - first)
    }

    /// The first free place from here on.
    fn free(&mut self, from: usize) -> Option<usize> {
        let mut free = from;
        while *self.next.get(free)? != free {
            free = *self.next.get(free)?;
        }
        // What was passed over leads there at once the next time.
        let mut at = from;
        while at != free {
            at = std::mem::replace(self.next.get_mut(at)?, free);
        }
        (free + 1 < self.next.len()).then_some(free)
    }

    fn fill(&mut self, place: usize) {
        self.next.iter_mut().skip(place).take(1).for_each(|next| *next = place + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_in_a_row_need_no_table() {
        assert_eq!(Strategy::of_numbers(&[5, 6, 7]), Strategy::Consecutive { lowest: 5 });
        assert_eq!(Strategy::of_numbers(&[7]), Strategy::Consecutive { lowest: 7 });
    }

    #[test]
    fn codes_close_together_have_a_place_each() {
        let rows = vec![1, 3, 3, 0, 2];
        assert_eq!(Strategy::of_numbers(&[8, 5, 9]), Strategy::Direct { lowest: 5, rows });
    }

    #[test]
    fn codes_far_apart_are_combed() {
        let codes: Vec<u128> = (0..1000).map(|at| at * 7919 % 65_521).collect();
        let Strategy::Combed(comb) = Strategy::of_numbers(&codes) else { panic!("no comb") };
        for (row, code) in (0..).zip(&codes) {
            let distance = *code as u32 - comb.lowest;
            let start = comb.starts[(distance >> comb.shift) as usize];
            assert_eq!(comb.rows[(start + (distance & ((1 << comb.shift) - 1))) as usize], row);
        }
        assert!(comb.starts.len() + comb.rows.len() < 4 * codes.len());
    }

    #[test]
    fn codes_without_bounds_are_left_to_the_compiler() {
        assert_eq!(Strategy::of_numbers(&[1, u128::MAX]), Strategy::Match);
        assert_eq!(Strategy::of_numbers(&[0, u128::from(u32::MAX)]), Strategy::Match);
    }
}
