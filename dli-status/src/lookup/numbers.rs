//! Numbers in the narrowest type that holds them all.

/// Numbers of one table.
#[derive(Debug, Clone, Copy)]
pub enum Numbers {
    /// All below 256.
    U8(&'static [u8]),
    /// All below 65,536.
    U16(&'static [u16]),
    /// All below 2³².
    U32(&'static [u32]),
}

// Always inlined: where the constants of the caller are known, two of the three variants disappear, which the compiler does
// not foresee when it weighs the size of a function.
impl Numbers {
    #[must_use]
    #[inline(always)]
    pub(super) const fn len(&self) -> usize {
        match self {
            Self::U8(numbers) => numbers.len(),
            Self::U16(numbers) => numbers.len(),
            Self::U32(numbers) => numbers.len(),
        }
    }

    /// The number at an index, if there is one.
    #[must_use]
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    pub const fn get(&self, index: usize) -> Option<usize> {
        match self {
            Self::U8(numbers) if index < numbers.len() => Some(numbers[index] as usize),
            Self::U16(numbers) if index < numbers.len() => Some(numbers[index] as usize),
            Self::U32(numbers) if index < numbers.len() => Some(numbers[index] as usize),
            _ => None,
        }
    }
}
