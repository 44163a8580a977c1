//! `#[with(serde)]`: codes as they are written in data.

pub use serde_core::ser::SerializeStruct;
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{StatusTable, UnknownCodeError};
use core::fmt::{self, Formatter};
use core::marker::PhantomData;
use core::str::FromStr;
use serde_core::de::{Error as _, Unexpected, Visitor};

/// A code as it is written in data, listed or not.
pub trait Code<'de>: Sized {
    /// Reads a code.
    ///
    /// # Errors
    ///
    /// If the input is not a code of this type.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl<'de: 'text, 'text> Code<'de> for &'text str {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

#[cfg(feature = "alloc")]
mod owned {
    use super::{Code, Deserialize, Deserializer};
    use alloc::borrow::{Cow, ToOwned as _};
    use alloc::boxed::Box;
    use alloc::string::String;
    use core::fmt::{Formatter, Result as FmtResult};
    use serde_core::de::{Error, Visitor};

    impl<'de> Code<'de> for String {
        fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Self::deserialize(deserializer)
        }
    }

    impl<'de> Code<'de> for Box<str> {
        fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Self::deserialize(deserializer)
        }
    }

    impl<'de: 'text, 'text> Code<'de> for Cow<'text, str> {
        fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_str(Borrowing)
        }
    }

    /// A text that is borrowed from the input if it is there as it is.
    struct Borrowing;

    impl<'de> Visitor<'de> for Borrowing {
        type Value = Cow<'de, str>;

        fn expecting(&self, f: &mut Formatter<'_>) -> FmtResult {
            f.write_str("a code: a string")
        }

        fn visit_borrowed_str<R: Error>(self, text: &'de str) -> Result<Self::Value, R> {
            Ok(Cow::Borrowed(text))
        }

        fn visit_str<R: Error>(self, text: &str) -> Result<Self::Value, R> {
            Ok(Cow::Owned(text.to_owned()))
        }

        fn visit_string<R: Error>(self, text: String) -> Result<Self::Value, R> {
            Ok(Cow::Owned(text))
        }
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
        N::try_from(number).map_err(|_| R::custom(UnknownCodeError::new(number)))
    }

    fn visit_u64<R: serde_core::de::Error>(self, number: u64) -> Result<N, R> {
        N::try_from(number).map_err(|_| R::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_u128<R: serde_core::de::Error>(self, number: u128) -> Result<N, R> {
        N::try_from(number).map_err(|_| R::custom(UnknownCodeError::new(number)))
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
        E::try_from(text).map_err(|_| R::custom(UnknownCodeError::new(text)))
    }
}

/// Writes a listed code.
///
/// # Errors
///
/// Those of the serializer.
pub fn write<E: StatusTable<Code: Serialize>, S: Serializer>(row: E, serializer: S) -> Result<S::Ok, S::Error> {
    row.code().serialize(serializer)
}

/// Reads a listed code that is a number.
///
/// # Errors
///
/// If there is none.
pub fn read_number<'de, E: StatusTable<Code: Code<'de>>, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    let code = E::Code::read(deserializer)?;
    E::from_code(code).ok_or_else(|| D::Error::custom(UnknownCodeError::new(code)))
}

/// Reads a listed code that is a text.
///
/// # Errors
///
/// If there is none.
pub fn read_text<'de, E: StatusTable + for<'a> TryFrom<&'a str>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<E, D::Error> {
    deserializer.deserialize_str(Text(PhantomData))
}

/// The code of a row of an enum as its number or text, and the row of such a code. A row of a struct as its fields.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_serde {
    (serde $name:ident str) => {
        $crate::__with_serde! { @impl $name read_text }
    };
    (serde $name:ident $code:ident) => {
        $crate::__with_serde! { @impl $name read_number }
    };
    (serde $name:ident { $($field:ident = $key:literal: $ty:ty,)* }) => {
        /// The fields. Comes with the feature `serde` of `dli-status`.
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                const FIELDS: &[&::core::primitive::str] = &[$($key),*];
                let mut serializer = $crate::__private::serde::Serializer::serialize_struct(
                    serializer,
                    ::core::stringify!($name),
                    FIELDS.len(),
                )?;
                $($crate::__private::serde::SerializeStruct::serialize_field(&mut serializer, $key, &self.$field)?;)*
                $crate::__private::serde::SerializeStruct::end(serializer)
            }
        }
    };
    (@impl $name:ident $read:ident) => {
        /// The code. Comes with the feature `serde` of `dli-status`.
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde::write(*self, serializer)
            }
        }

        /// The row of a code; an error if the page does not list it. Comes with the feature `serde` of `dli-status`.
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::serde::$read(deserializer)
            }
        }
    };
}
