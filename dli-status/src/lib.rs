//! Documentation tables that are Rust types.
//!
//! An API's documentation lists its status codes in a table. With this crate the table *is* the code: the macro
//! [`include_status_table!`] reads the RST page while your crate is compiled and emits an enum, its lookup tables and its
//! docs. Edit the page, build again, and the types have changed.
//!
//! [`StatusCode`] is that macro on the status code page of the Data Lake Insight (DLI) API:
//!
//! ```
//! use dli_status::StatusCode;
//!
//! let status = StatusCode::from_code(404).unwrap();
//! assert_eq!(status, StatusCode::NotFound);
//! assert_eq!(status.message(), "NotFound");
//! assert!(status.is_client_error());
//! ```
//!
//! A server may send a code that the page does not list: [`Received`] keeps it.
//!
//! For a page of your own, start with the [`guide`]; [`include_status_table!`] is the reference. If you have an enum already
//! that is to stay, [`assert_status_table`] compares it with the page.
//!
//! The crate is `no_std`, needs no allocator and has no dependency but the macro. For `serde`, `http`, `schemars` and
//! `utoipa` there are [`features`], none of which is on by default.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
extern crate self as dli_status;

mod assertion;
mod class;
mod error;
pub mod features;
mod key;
mod lookup;
mod macros;
mod pad;
mod received;
mod table;
mod text;

#[doc = include_str!("../GUIDE.md")]
pub mod guide {}

#[doc(hidden)]
pub mod __private;

pub use self::class::Class;
pub use self::error::{ParseStatusError, UnknownCodeError};
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
#[doc(inline)]
pub use self::features::serde;
#[doc(inline)]
pub use self::macros::assert_status_table;
pub use self::received::{AsCode, Received};
pub use self::table::{Location, StatusTable};

include_status_table! {
    /// The status codes of the Data Lake Insight (DLI) API, as its documentation lists them.
    ///
    /// It is [`include_status_table!`] on one page and nothing else: every code, message and description stands there, and
    /// the docs of each variant say in which line. Where the page differs from the [HTTP registry], so does this type.
    ///
    /// [HTTP registry]: https://www.iana.org/assignments/http-status-codes
    ///
    /// ```
    /// use dli_status::StatusCode;
    ///
    /// let status: StatusCode = "not modified".parse()?;
    /// assert_eq!(status, StatusCode::NotModified);
    /// assert_eq!(status.code(), 304);
    /// assert_eq!(StatusCode::from_code(304), Some(status));
    /// assert_eq!(status.to_string(), "304 Not Modified");
    /// assert!(status.is_redirection());
    /// # Ok::<(), dli_status::ParseStatusError>(())
    /// ```
    #[source("docs-src/dli_02_0012.txt")]
    #[cfg_attr(feature = "http", with(http))]
    #[cfg_attr(feature = "schemars", with(schemars))]
    #[cfg_attr(feature = "serde", with(serde))]
    #[cfg_attr(feature = "utoipa", with(utoipa))]
    pub enum StatusCode {
        /// The status code in the first line of a response.
        #[column("Status Code")]
        code: u16,
        /// The message of the status, as the page spells it.
        #[column("Message")]
        message: &'static str,
        /// What the status means, as plain text; paragraphs are separated by a blank line.
        #[column("Description")]
        description: &'static str,
        /// Whether the page says that a client should change the request, and not repeat it as it is.
        ///
        /// ```
        /// # use dli_status::StatusCode;
        /// assert!(StatusCode::NotFound.needs_change());
        /// assert!(StatusCode::Forbidden.needs_change());
        /// assert!(!StatusCode::RequestTimeOut.needs_change());
        /// ```
        #[column(
            "Description",
            regex = r"should (not repeat the request without modifications|modify the request instead of re-initiating it)"
        )]
        needs_change: bool,
        /// Whether the page says that a client may repeat the request as it is, at any time.
        ///
        /// ```
        /// # use dli_status::StatusCode;
        /// assert!(StatusCode::RequestTimeOut.may_repeat());
        /// ```
        #[column("Description", regex = r"may repeat the request without modifications at any time")]
        may_repeat: bool,
        /// Whether the page says that a client should send the request again after the time in the `Retry-After` header of
        /// the response.
        ///
        /// ```
        /// # use dli_status::StatusCode;
        /// assert!(StatusCode::TooManyRequests.retry_after());
        /// ```
        #[column("Description", regex = r"should resend the request after the time specified in the Retry-After header")]
        retry_after: bool,
        /// The header fields and parameters that the description has in bold.
        ///
        /// ```
        /// # use dli_status::StatusCode;
        /// assert_eq!(StatusCode::LengthRequired.headers(), ["Content-Length"]);
        /// assert_eq!(StatusCode::NotFound.headers(), [""; 0]);
        /// ```
        #[column("Description", markup = "rst", regex = r"\*\*([^*]+)\*\*")]
        headers: &'static [&'static str],
    }
}
