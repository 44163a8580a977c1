//! What generated code needs of this crate. Not part of the public API: it changes without notice.

#[cfg(feature = "http")]
pub mod http;
#[cfg(feature = "schemars")]
pub mod schemars;
#[cfg(feature = "serde")]
pub mod serde;
#[cfg(feature = "utoipa")]
pub mod utoipa;
pub mod with;

pub use crate::assertion::{AnyCode, CodeOf, Comparison, Keys, Side};
pub use crate::key::{Key, KeyOf, NoTable, TableOf, no_number, unlisted};
pub use crate::lookup::{
    Aliases, Codes, Index, Names, Numbers, Rows, TextCodes, Texts, at, digits, optional, parse_alias, parse_number,
    parse_text, pointed, signed_digits, slice,
};
pub use crate::table::Sealed;
pub use crate::text::Text;
#[cfg(any(feature = "schemars", feature = "utoipa"))]
pub use alloc::borrow::Cow;
pub use dli_status_macros::include_status_table;

use crate::pad::pad;
use crate::{Location, ParseStatusError, UnknownCodeError};
use core::fmt::{self, Display, Formatter};

/// The error for a code that is not listed.
#[must_use]
#[inline]
pub const fn unknown_code<C>(code: C) -> UnknownCodeError<C> {
    UnknownCodeError::new(code)
}

/// The error for a text that means no row.
#[must_use]
#[inline]
pub const fn parse_error() -> ParseStatusError {
    ParseStatusError::new()
}

/// The location of a row. `lines` has a line per row; each page comes with the number of the row after its last.
#[must_use]
pub fn location(row: usize, lines: &Numbers, pages: &[(usize, &'static str)]) -> Location {
    Location::of_row(row, lines, pages)
}

/// `404 NotFound`; with `{:#}`, `404 NotFound: the description`. An empty text is left out.
///
/// # Errors
///
/// Those of the formatter.
pub fn display(f: &mut Formatter<'_>, code: &dyn Display, message: &str, description: &str) -> fmt::Result {
    let space = if message.is_empty() { "" } else { " " };
    let (colon, description) = if f.alternate() && !description.is_empty() { (": ", description) } else { ("", "") };
    pad(f, format_args!("{code}{space}{message}{colon}{description}"))
}
