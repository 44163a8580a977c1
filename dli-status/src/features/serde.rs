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
//! [`Received`] reads any code and writes the same one. With texts, as `Received<Error, &str>`, it borrows from the input,
//! which serde's derive does for a field that bears `#[serde(borrow)]`.
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

use crate::{Received, StatusTable, UnknownCode};
use core::fmt::{self, Formatter};
use core::marker::PhantomData;
use core::str::FromStr;
use serde_core::de::{Error as _, Unexpected, Visitor};
use serde_core::ser::Error as _;

#[doc(hidden)]
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub mod message;
pub mod name;

/// A code as it stands in data, listed or not.
#[doc(hidden)]
pub trait Code<'de>: Copy {
    /// Reads a code.
    ///
    /// # Errors
    ///
    /// If there is no code of this type.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl<'de: 'text, 'text> Code<'de> for &'text str {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

macro_rules! numbers {
    ($($hint:ident: $($integer:ident)*;)*) => {$($(
        impl<'de> Code<'de> for $integer {
            fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // Other formats do not tell a number from a string.
                if deserializer.is_human_readable() {
                    deserializer.$hint(Number(PhantomData))
                } else {
                    Self::deserialize(deserializer)
                }
            }
        }
    )*)*};
}

numbers! {
    deserialize_any: u8 u16 u32 u64 usize i8 i16 i32 i64 isize;
    // Without the hint, JSON takes a number of more than 64 bits for a float.
    deserialize_u128: u128;
    deserialize_i128: i128;
}

/// A number, or its digits as a string.
struct Number<N>(PhantomData<N>);

impl<N> Visitor<'_> for Number<N>
where
    N: FromStr + TryFrom<i64> + TryFrom<i128> + TryFrom<u64> + TryFrom<u128>,
{
    type Value = N;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a code: a number, or its digits as a string")
    }

    fn visit_i64<R: serde_core::de::Error>(self, number: i64) -> Result<N, R> {
        N::try_from(number).map_err(|_| R::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_i128<R: serde_core::de::Error>(self, number: i128) -> Result<N, R> {
        N::try_from(number).map_err(|_| R::custom(UnknownCode::new(number)))
    }

    fn visit_u64<R: serde_core::de::Error>(self, number: u64) -> Result<N, R> {
        N::try_from(number).map_err(|_| R::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_u128<R: serde_core::de::Error>(self, number: u128) -> Result<N, R> {
        N::try_from(number).map_err(|_| R::custom(UnknownCode::new(number)))
    }

    fn visit_str<R: serde_core::de::Error>(self, text: &str) -> Result<N, R> {
        crate::lookup::digits(text).ok_or_else(|| R::invalid_value(Unexpected::Str(text), &self))
    }
}

/// A text of any lifetime as a listed code.
struct Text<E>(PhantomData<E>);

impl<E: StatusTable + for<'a> TryFrom<&'a str>> Visitor<'_> for Text<E> {
    type Value = E;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a code: a string")
    }

    fn visit_str<R: serde_core::de::Error>(self, text: &str) -> Result<E, R> {
        E::try_from(text).map_err(|_| R::custom(UnknownCode::new(text)))
    }
}

/// Writes a listed code.
///
/// # Errors
///
/// Those of the serializer.
#[doc(hidden)]
pub fn write<E: StatusTable<Code: Serialize>, S: Serializer>(row: E, serializer: S) -> Result<S::Ok, S::Error> {
    row.code().serialize(serializer)
}

/// Reads a listed code that is a number.
///
/// # Errors
///
/// If there is none.
#[doc(hidden)]
pub fn read_number<'de, E: StatusTable<Code: Code<'de>>, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    let code = E::Code::read(deserializer)?;
    E::from_code(code).ok_or_else(|| D::Error::custom(UnknownCode::new(code)))
}

/// Reads a listed code that is a text.
///
/// # Errors
///
/// If there is none.
#[doc(hidden)]
pub fn read_text<'de, E: StatusTable + for<'a> TryFrom<&'a str>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<E, D::Error> {
    deserializer.deserialize_str(Text(PhantomData))
}

/// The code, as it was received.
impl<E: StatusTable, C: Copy + Serialize> Serialize for Received<E, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.code().serialize(serializer)
    }
}

/// Any code of the type; a text is borrowed.
impl<'de, E: StatusTable + TryFrom<C>, C: Code<'de>> Deserialize<'de> for Received<E, C> {
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

#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    (name: $name:ident, code: $code:ident, three_digits: $_:ident, taken: [$($taken:ident)*]) => {
        $crate::__private::glue::serde! { @ $name $code [$($taken)*] }
    };
    (@ $name:ident $code:ident [serde $($taken:ident)*]) => {};
    (@ $name:ident $code:ident [Serialize $($taken:ident)*]) => {};
    (@ $name:ident $code:ident [Deserialize $($taken:ident)*]) => {};
    (@ $name:ident $code:ident [$other:ident $($taken:ident)*]) => {
        $crate::__private::glue::serde! { @ $name $code [$($taken)*] }
    };
    (@ $name:ident str []) => {
        $crate::__private::glue::serde! { @impl $name read_text }
    };
    (@ $name:ident $code:ident []) => {
        $crate::__private::glue::serde! { @impl $name read_number }
    };
    (@impl $name:ident $read:ident) => {
        /// The code. Comes with the feature `serde` of `dli-status`.
        impl $crate::features::serde::Serialize for $name {
            fn serialize<S: $crate::features::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::features::serde::write(*self, serializer)
            }
        }

        /// The row of a code; an error if the page does not list it. Comes with the feature `serde` of `dli-status`.
        impl<'de> $crate::features::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::features::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::features::serde::$read(deserializer)
            }
        }
    };
}

#[doc(hidden)]
pub use __serde as glue;
