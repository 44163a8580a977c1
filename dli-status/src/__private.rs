//! What generated code needs of this crate. Not part of the public API: it changes without notice.

pub use crate::assertion::{Comparison, Keys, Side};
pub use crate::features::{expand as features, glue, known as feature};
pub use crate::key::{Key, KeyOf, Pages, no_number, unlisted};
pub use crate::lookup::{
    Codes, Index, Names, Numbers, Rows, TextCodes, Texts, at, digits, optional, parse_number, parse_text, pointed,
    slice,
};
pub use crate::text::Text;
pub use dli_status_macros::{assert_status_table, include_status_table};

use core::fmt::{self, Display, Formatter};

/// `404 NotFound`; with `{:#}`, `404 NotFound: the description`.
///
/// # Errors
///
/// Those of the formatter.
pub fn display(f: &mut Formatter<'_>, code: &dyn Display, message: &str, description: &str) -> fmt::Result {
    code.fmt(f)?;
    if !message.is_empty() {
        write!(f, " {message}")?;
    }
    if f.alternate() && !description.is_empty() {
        write!(f, ": {description}")?;
    }
    Ok(())
}
