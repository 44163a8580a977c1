//! Statuses and [`http::StatusCode`] turn into each other.
//!
//! For each table whose codes are `u16`, as those of HTTP are:
//!
//! * A listed status turns into an `http::StatusCode`: `From`, if all codes of the page are in 100 to 999, else `TryFrom`.
//! * An `http::StatusCode` turns into a listed status: `TryFrom`, and the error keeps the code.
//! * It turns into a [`Received`]: `From`.
//! * A [`Received`] turns into an `http::StatusCode`: `TryFrom`, since it may hold any number.
//!
//! `http::StatusCode::try_from` does for both kinds of pages, and so goes on to build when a page lists its first code that
//! HTTP does not have.
//!
//! ```
//! use dli_status::{Received, StatusCode};
//!
//! let answer = http::Response::builder().status(StatusCode::NotFound).body(()).unwrap();
//! assert_eq!(answer.status(), http::StatusCode::NOT_FOUND);
//!
//! let status = StatusCode::try_from(answer.status())?;
//! assert_eq!(status.description(), StatusCode::NotFound.description());
//!
//! let unlisted = Received::<StatusCode>::from(http::StatusCode::IM_A_TEAPOT);
//! assert_eq!((unlisted.code(), unlisted.listed()), (418, None));
//! # Ok::<(), dli_status::UnknownCode<u16>>(())
//! ```
//!
//! [`http::StatusCode`]: ::http::StatusCode

use crate::{Received, StatusTable};

#[doc(hidden)]
pub use ::http::StatusCode;
#[doc(hidden)]
pub use ::http::status::InvalidStatusCode;

/// A code that the macro knows to be in 100 to 999.
#[doc(hidden)]
#[must_use]
pub fn three_digits(code: u16) -> StatusCode {
    StatusCode::from_u16(code).expect("the macro has checked the codes of the table")
}

/// Any HTTP status, whether the page lists it or not.
impl<E: StatusTable + TryFrom<u16>> From<StatusCode> for Received<E, u16> {
    #[inline]
    fn from(status: StatusCode) -> Self {
        Self::new(status.as_u16())
    }
}

/// An error if the code is not in 100 to 999.
impl<E: StatusTable> TryFrom<Received<E, u16>> for StatusCode {
    type Error = InvalidStatusCode;

    #[inline]
    fn try_from(received: Received<E, u16>) -> Result<Self, InvalidStatusCode> {
        Self::from_u16(received.code())
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    (name: $name:ident, code: u16, three_digits: $three_digits:ident, taken: [$($taken:ident)*]) => {
        $crate::__private::glue::http! { @ $name $three_digits [$($taken)*] }
    };
    (name: $name:ident, $($table:tt)*) => {};
    (@ $name:ident $three_digits:ident [http $($taken:ident)*]) => {};
    (@ $name:ident $three_digits:ident [$other:ident $($taken:ident)*]) => {
        $crate::__private::glue::http! { @ $name $three_digits [$($taken)*] }
    };
    (@ $name:ident $three_digits:ident []) => {
        /// The row of an HTTP status; the error keeps its code. Comes with the feature `http` of `dli-status`.
        impl ::core::convert::TryFrom<$crate::features::http::StatusCode> for $name {
            type Error = $crate::UnknownCode<::core::primitive::u16>;

            #[inline]
            fn try_from(
                status: $crate::features::http::StatusCode,
            ) -> ::core::result::Result<Self, $crate::UnknownCode<::core::primitive::u16>> {
                ::core::convert::TryFrom::try_from(status.as_u16())
            }
        }

        $crate::__private::glue::http! { @into $name $three_digits }
    };
    (@into $name:ident true) => {
        /// The HTTP status of a row. Comes with the feature `http` of `dli-status`.
        impl ::core::convert::From<$name> for $crate::features::http::StatusCode {
            #[inline]
            fn from(row: $name) -> Self {
                $crate::features::http::three_digits(row.code())
            }
        }
    };
    (@into $name:ident false) => {
        /// The HTTP status of a row; an error if its code is not in 100 to 999. Comes with the feature `http` of `dli-status`.
        impl ::core::convert::TryFrom<$name> for $crate::features::http::StatusCode {
            type Error = $crate::features::http::InvalidStatusCode;

            #[inline]
            fn try_from(
                row: $name,
            ) -> ::core::result::Result<Self, $crate::features::http::InvalidStatusCode> {
                Self::from_u16(row.code())
            }
        }
    };
}

#[doc(hidden)]
pub use __http as glue;
