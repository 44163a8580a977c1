//! Numbers in the narrowest type that holds them.

/// How many bits a number takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Width {
    U8,
    U16,
    U32,
}

/// Numbers and the type that holds each of them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Numbers {
    pub(crate) width: Width,
    pub(crate) values: Vec<u32>,
}

impl Width {
    fn of(largest: u32) -> Self {
        match largest {
            65_536.. => Self::U32,
            256.. => Self::U16,
            _ => Self::U8,
        }
    }
}

impl FromIterator<u32> for Numbers {
    fn from_iter<I: IntoIterator<Item = u32>>(values: I) -> Self {
        let values: Vec<u32> = values.into_iter().collect();
        let largest = values.iter().copied().max();
        Self { width: largest.map_or(Width::U8, Width::of), values }
    }
}

/// A count of rows, of lines or of the bytes of a column's texts.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a table of 4 GiB does not fit into memory with all that is made from it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_number_decides() {
        for (values, width) in [
            (&[][..], Width::U8),
            (&[0, 255], Width::U8),
            (&[256, 0], Width::U16),
            (&[65_535], Width::U16),
            (&[1, 65_536], Width::U32),
        ] {
            assert_eq!(values.iter().copied().collect::<Numbers>().width, width, "{values:?}");
        }
    }
}
