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
//! The crate is `no_std`, needs no allocator and has no dependency but the macro.

#![no_std]

extern crate self as dli_status;

mod class;
mod error;
mod key;
mod lookup;
mod macros;
mod received;
mod table;

#[doc(hidden)]
pub mod __private;

pub use self::class::Class;
pub use self::error::{ParseStatusError, UnknownCode};
pub use self::received::Received;
pub use self::table::{Place, StatusTable};

include_status_table! {
    /// The status codes of the Data Lake Insight (DLI) API, as its documentation lists them.
    ///
    /// It is [`include_status_table!`] on one page and nothing else: every code, message and description stands there, and
    /// the docs of each variant say in which line.
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
    pub enum StatusCode;
}
