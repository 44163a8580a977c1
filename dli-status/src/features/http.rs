//! Conversions between statuses and [`http::StatusCode`].
//!
//! For each table with `u16` codes that asks for it with `#[with(http)]`:
//!
//! * A listed status converts into an `http::StatusCode` and back by `TryFrom`. A `u16` may be outside of 100 to 999, and a
//!   status may be one that the page does not list; that error keeps the code.
//! * An `http::StatusCode` converts into a [`Received`] by `From`, which cannot fail.
//! * A [`Received`] converts into an `http::StatusCode` by `TryFrom`.
//!
//! ```
//! use dli_status::{Received, StatusCode};
//!
//! let response = http::Response::builder().status(StatusCode::NotFound).body(()).unwrap();
//! assert_eq!(response.status(), http::StatusCode::NOT_FOUND);
//!
//! let status = StatusCode::try_from(response.status())?;
//! assert_eq!(status.description(), StatusCode::NotFound.description());
//!
//! let unlisted = Received::<StatusCode>::from(http::StatusCode::IM_A_TEAPOT);
//! assert_eq!((unlisted.code(), unlisted.listed()), (418, None));
//! # Ok::<(), dli_status::UnknownCodeError<u16>>(())
//! ```
//!
//! [`http::StatusCode`]: ::http::StatusCode

use crate::{Received, StatusTable};
use ::http::StatusCode;
use ::http::status::InvalidStatusCode;

/// Any HTTP status, whether the page lists it or not.
impl<E: StatusTable + TryFrom<u16>> From<StatusCode> for Received<E, u16> {
    #[inline]
    fn from(status: StatusCode) -> Self {
        Self::new(status.as_u16())
    }
}

/// An error if the code is outside of 100 to 999.
impl<E: StatusTable> TryFrom<Received<E, u16>> for StatusCode {
    type Error = InvalidStatusCode;

    #[inline]
    fn try_from(received: Received<E, u16>) -> Result<Self, InvalidStatusCode> {
        Self::from_u16(received.code())
    }
}
