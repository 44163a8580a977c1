//! A code as its number or its text.
//!
//! A listed code is written as what it is, a number or a text. It is read from the same form; a number also from its
//! digits in a string, as keys of JSON objects are; of 128 bits, only if the format does not care. A code that the page
//! does not list is an error that names it.
//!
//! ```
//! use dli_status::StatusCode;
//!
//! assert_eq!(serde_json::to_string(&StatusCode::NotFound)?, "404");
//! assert_eq!(serde_json::from_str::<StatusCode>("404")?, StatusCode::NotFound);
//! assert_eq!(serde_json::from_str::<StatusCode>("\"404\"")?, StatusCode::NotFound);
//!
//! let error = serde_json::from_str::<StatusCode>("799").unwrap_err();
//! assert!(error.to_string().starts_with("the code 799 is not listed"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [`Received`] reads any code and writes the same one. `Received<Error, &str>` borrows a text from the input, which must have
//! it without escapes; serde's derive wants `#[serde(borrow)]` on such a field. With the feature `alloc`,
//! `Received<Error, String>` is read from any input, and `Received<Error, Cow<str>>` borrows what it can.
//!
//! ```
//! use dli_status::{Received, StatusCode};
//!
//! let received: Received<StatusCode> = serde_json::from_str("599")?;
//! assert_eq!((received.code(), received.listed()), (599, None));
//! assert_eq!(serde_json::to_string(&received)?, "599");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Other forms
//!
//! The modules [`message`] and [`name`] are for `#[serde(with = "…")]`:
//!
//! ```
//! use dli_status::StatusCode;
//!
//! #[derive(serde::Serialize, serde::Deserialize)]
//! struct Answer {
//!     status: StatusCode,
//!     #[serde(with = "dli_status::serde::message")]
//!     message: StatusCode,
//!     #[serde(with = "dli_status::serde::name")]
//!     name: StatusCode,
//! }
//!
//! let status = StatusCode::NotModified;
//! let json = serde_json::to_string(&Answer { status, message: status, name: status })?;
//! assert_eq!(json, r#"{"status":304,"message":"Not Modified","name":"NotModified"}"#);
//! assert_eq!(serde_json::from_str::<Answer>(&json)?.message, status);
//! # Ok::<(), serde_json::Error>(())
//! ```

use crate::__private::serde::Code;
use crate::{AsCode, Received, StatusTable};
use core::fmt::{self, Formatter};
use serde_core::de::Visitor;
use serde_core::ser::Error as _;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub mod message;
pub mod name;

/// The code, as it was received.
impl<E: StatusTable, C: Serialize> Serialize for Received<E, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.code_ref().serialize(serializer)
    }
}

/// Any code of the type.
impl<'de, E: StatusTable, C: AsCode<E> + Code<'de>> Deserialize<'de> for Received<E, C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        C::read(deserializer).map(Self::new)
    }
}

/// A text of a row, for [`message`] and [`name`].
fn write_text<E: StatusTable, S: Serializer>(
    row: E,
    text: Option<&'static str>,
    what: &str,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match text {
        Some(text) => serializer.serialize_str(text),
        None => Err(S::Error::custom(format_args!("the code {} has no {what}", row.code()))),
    }
}

/// The one row that a text belongs to.
struct RowOf<E> {
    what: &'static str,
    text_of: fn(E) -> Option<&'static str>,
}

impl<E: StatusTable> Visitor<'_> for RowOf<E> {
    type Value = E;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "the {} of a listed code", self.what)
    }

    fn visit_str<R: serde_core::de::Error>(self, text: &str) -> Result<E, R> {
        // Not `FromStr`: to that, the text may mean another row by its code or its name.
        let mut rows = E::ALL.iter().copied().filter(|row| (self.text_of)(*row) == Some(text));
        match (rows.next(), rows.next()) {
            (Some(row), None) => Ok(row),
            (Some(_), Some(_)) => Err(R::custom(format_args!("several listed codes have the {} {text:?}", self.what))),
            (None, _) => Err(R::custom(format_args!("no listed code has the {} {text:?}", self.what))),
        }
    }
}
