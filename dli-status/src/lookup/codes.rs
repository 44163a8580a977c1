//! From a code that is a number to its row.
//!
//! A row that is found is only where the code must be if it is listed: compare the code of that row with it.

use super::Numbers;

/// How the row of a number is found.
#[derive(Debug, Clone, Copy)]
pub enum Codes {
    /// The codes follow one another: the row is the distance from the first.
    Consecutive {
        /// The first code.
        lowest: u32,
    },
    /// The row is found by the distance from the lowest code.
    Direct {
        /// The lowest code.
        lowest: u32,
        /// By distance, the row; for codes that are not listed, a number after the last row.
        rows: Numbers,
    },
    /// Groups of neighbouring codes are interleaved like combs, so that no two codes share a position.
    Combed {
        /// The lowest code.
        lowest: u32,
        /// How many low bits of the distance are the position within a group; the rest is the group.
        shift: u32,
        /// By group, where it starts.
        starts: Numbers,
        /// By position, the row.
        rows: Numbers,
    },
}

impl Codes {
    /// The row at which a code is if it is listed. For one that is not, a number after the last row, or with
    /// [`Combed`](Self::Combed) codes any row: compare its code.
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
