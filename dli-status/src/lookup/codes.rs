//! From a code that is a number to its row.
//!
//! A row that is found is the row of the code only if the code is listed: what stands there must be compared with it.

use super::Numbers;

/// How the row of a number is found.
///
/// None of it branches on a code: one that is not listed is led to a row all the same.
#[derive(Debug, Clone, Copy)]
pub enum Codes {
    /// The codes follow one another: the row is the distance from the first.
    Consecutive {
        /// The first code.
        lowest: u32,
        /// How many there are.
        count: u32,
    },
    /// The row by the distance from the lowest code.
    Direct {
        /// The lowest code.
        lowest: u32,
        /// By the distance, the row; of codes that are not listed, and last of all, the row behind the last.
        rows: Numbers,
    },
    /// Groups of neighbours are pushed into one another like combs, so that no two codes share a place.
    Combed {
        /// The lowest code.
        lowest: u32,
        /// By how many bits the distance is shifted for its group; those shifted out are the place in the group.
        shift: u32,
        /// By group, where it starts.
        starts: Numbers,
        /// By place, the row.
        rows: Numbers,
    },
}

impl Codes {
    /// The row at which a code is if it is listed. Of one that is not, the row behind the last; or, where codes are
    /// combed, any row: compare its code.
    #[must_use]
    #[inline(always)]
    pub const fn row(&self, code: u32) -> usize {
        match self {
            Self::Consecutive { lowest, count } => {
                let row = code.wrapping_sub(*lowest);
                (if row < *count { row } else { *count }) as usize
            }
            Self::Direct { lowest, rows } => rows.nearest(code.wrapping_sub(*lowest) as usize),
            Self::Combed { lowest, shift, starts, rows } => {
                let distance = code.wrapping_sub(*lowest);
                let start = starts.nearest((distance >> *shift) as usize);
                rows.nearest(start + (distance & ((1 << *shift) - 1)) as usize)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_count_from_the_lowest() {
        let direct = Codes::Direct { lowest: 100, rows: Numbers::U8(&[0, 2, 1, 2]) };
        assert_eq!([99, 100, 101, 102, 103, u32::MAX].map(|code| direct.row(code)), [2, 0, 2, 1, 2, 2]);
        let consecutive = Codes::Consecutive { lowest: 100, count: 8 };
        assert_eq!([99, 100, 107, 108].map(|code| consecutive.row(code)), [8, 0, 7, 8]);
    }

    #[test]
    fn groups_share_a_table() {
        // 10 and 13 in one group of four, 19 in another.
        let rows = Numbers::U8(&[0, 3, 2, 1]);
        let combed = Codes::Combed { lowest: 10, shift: 2, starts: Numbers::U8(&[0, 0, 1]), rows };
        assert_eq!([10, 11, 13, 19].map(|code| combed.row(code)), [0, 3, 1, 2]);
    }
}
