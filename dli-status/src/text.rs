//! A text that is put together while compiling, for the compiler to show.

/// A text, or as much of it as there is room for.
#[derive(Debug, Clone, Copy)]
pub struct Text<const LEN: usize> {
    bytes: [u8; LEN],
    len: usize,
}

impl<const LEN: usize> Text<LEN> {
    /// Nothing yet.
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; LEN], len: 0 }
    }

    /// How long it is, or would be.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The text; empty if there was no room for all of it.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        if let Some((bytes, _)) = self.bytes.split_at_checked(self.len)
            && let Ok(text) = core::str::from_utf8(bytes)
        {
            text
        } else {
            ""
        }
    }

    #[expect(clippy::indexing_slicing, reason = "guarded by the length; `get_mut` is not const")]
    pub(crate) const fn push(&mut self, text: &str) {
        let mut bytes = text.as_bytes();
        while let [first, rest @ ..] = bytes {
            if self.len < LEN {
                self.bytes[self.len] = *first;
            }
            self.len += 1;
            bytes = rest;
        }
    }
}
