//! A text that is built at compile time, for a compile error.

/// A buffer for a text of up to `LEN` bytes, which also measures a longer one.
#[derive(Debug, Clone, Copy)]
pub struct Text<const LEN: usize> {
    bytes: [u8; LEN],
    len: usize,
}

impl<const LEN: usize> Text<LEN> {
    /// An empty text.
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; LEN], len: 0 }
    }

    /// The length of the text in bytes, even if the buffer is shorter.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether the text is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The text; empty if it is longer than the buffer.
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
