//! From a code that is a number to its row.
//!
//! A row that is found is the row of the code only if the code is listed: what stands there must be compared with it.

use super::Numbers;

/// How the row of a number is found.
#[derive(Debug, Clone, Copy)]
pub enum Codes {
    /// The codes follow one another: the row is the distance from the first.
    Consecutive {
        /// The first code.
        lowest: u32,
    },
    /// The row by the distance from the lowest code.
    Direct {
        /// The lowest code.
        lowest: u32,
        /// By the distance, the row; of codes that are not listed a number behind the last row.
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
    /// The row at which a code is if it is listed. Of one that is not, a number behind the last row; or, where codes are
    /// combed, any row: compare its code.
    #[must_use]
    #[inline(always)]
    pub const fn row(&self, code: u32) -> usize {
        let row = match self {
            Self::Consecutive { lowest } => Some(code.wrapping_sub(*lowest) as usize),
            Self::Direct { lowest, rows } => rows.get(code.wrapping_sub(*lowest) as usize),
            Self::Combed { lowest, shift, starts, rows } => {
                let distance = code.wrapping_sub(*lowest);
                match starts.get((distance >> *shift) as usize) {
                    Some(start) => rows.get(start + (distance & ((1 << *shift) - 1)) as usize),
                    None => None,
                }
            }
        };
        match row {
            Some(row) => row,
            None => usize::MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: usize = usize::MAX;

    #[test]
    fn codes_count_from_the_lowest() {
        let direct = Codes::Direct { lowest: 100, rows: Numbers::U8(&[0, 2, 1]) };
        assert_eq!([99, 100, 101, 102, 103, u32::MAX].map(|code| direct.row(code)), [NONE, 0, 2, 1, NONE, NONE]);
        let consecutive = Codes::Consecutive { lowest: 100 };
        assert_eq!([100, 107].map(|code| consecutive.row(code)), [0, 7]);
    }

    #[test]
    fn groups_share_a_table() {
        // 10 and 13 in one group of four, 19 in another.
        let rows = Numbers::U8(&[0, 3, 2, 1]);
        let combed = Codes::Combed { lowest: 10, shift: 2, starts: Numbers::U8(&[0, 0, 1]), rows };
        assert_eq!([10, 11, 13, 19, 100].map(|code| combed.row(code)), [0, 3, 1, 2, NONE]);
    }
}
