//! The errors: a code or a text that the page does not list.

use crate::pad::pad;
use core::fmt;

/// The error for a code that the page does not list. It keeps the code.
///
/// ```
/// use dli_status::StatusCode;
///
/// let error = StatusCode::try_from(799).unwrap_err();
/// assert_eq!(error.code(), 799);
/// assert_eq!(error.to_string(), "the code 799 is not listed");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCodeError<C> {
    code: C,
}

impl<C> UnknownCodeError<C> {
    pub(crate) const fn new(code: C) -> Self {
        Self { code }
    }

    /// The code that is not listed.
    ///
    /// ```
    /// # use dli_status::StatusCode;
    /// assert_eq!(StatusCode::try_from(0).unwrap_err().code(), 0);
    /// ```
    pub fn code(self) -> C {
        self.code
    }
}

impl<C: fmt::Display> fmt::Display for UnknownCodeError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, format_args!("the code {} is not listed", self.code))
    }
}

impl<C: fmt::Debug + fmt::Display> core::error::Error for UnknownCodeError<C> {}

/// A text that is not the code, name, message or `Display` text of a row, or that is the message of several rows.
///
/// ```
/// use dli_status::StatusCode;
///
/// let error = "Not Fond".parse::<StatusCode>().unwrap_err();
/// assert_eq!(error.to_string(), "no single listed status has this code, name or message");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ParseStatusError {
    _private: (),
}

impl ParseStatusError {
    pub(crate) const fn new() -> Self {
        Self { _private: () }
    }
}

impl fmt::Display for ParseStatusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("no single listed status has this code, name or message")
    }
}

impl core::error::Error for ParseStatusError {}
