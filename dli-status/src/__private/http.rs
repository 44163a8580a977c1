//! `#[with(http)]`.

pub use ::http::StatusCode;
pub use ::http::status::InvalidStatusCode;

/// The conversions of a table with `u16` codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_http {
    (http $name:ident u16) => {
        /// The row of an HTTP status; the error keeps its code. Comes with the feature `http` of `dli-status`.
        impl ::core::convert::TryFrom<$crate::__private::http::StatusCode> for $name {
            type Error = $crate::UnknownCodeError<::core::primitive::u16>;

            #[inline]
            fn try_from(
                status: $crate::__private::http::StatusCode,
            ) -> ::core::result::Result<Self, $crate::UnknownCodeError<::core::primitive::u16>> {
                ::core::convert::TryFrom::try_from(status.as_u16())
            }
        }

        /// The HTTP status of a row; an error if its code is outside of 100 to 999. Comes with the feature `http` of
        /// `dli-status`.
        impl ::core::convert::TryFrom<$name> for $crate::__private::http::StatusCode {
            type Error = $crate::__private::http::InvalidStatusCode;

            #[inline]
            fn try_from(row: $name) -> ::core::result::Result<Self, $crate::__private::http::InvalidStatusCode> {
                Self::from_u16(row.code())
            }
        }
    };
}
