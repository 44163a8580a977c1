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

// Inlined always: only where the caller's constants are known is one of the three left, and the compiler does not foresee
// that when it weighs the size of a function.
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

    /// The number at a place, if there is one.
    #[must_use]
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "guarded by the lengths; `get` is not const")]
    pub const fn get(&self, at: usize) -> Option<usize> {
        match self {
            Self::U8(numbers) if at < numbers.len() => Some(numbers[at] as usize),
            Self::U16(numbers) if at < numbers.len() => Some(numbers[at] as usize),
            Self::U32(numbers) if at < numbers.len() => Some(numbers[at] as usize),
            _ => None,
        }
    }
}
