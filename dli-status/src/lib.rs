//! Documentation tables that are Rust types.
//!
//! An API's documentation lists its status codes in a table, here on the RST page `examples/pages/answers.rst`:
//!
//! ```rst
#![doc = include_str!("../examples/pages/answers.rst")]
//! ```
//!
//! With this crate the table *is* the code. [`include_status_table!`] reads the page while your crate is compiled, and emits
//! an enum with its lookups, its traits and its documentation:
//!
//! ```
//! dli_status::include_status_table!("examples/pages/answers.rst");
//!
//! assert_eq!(StatusCode::from_code(404), Some(StatusCode::NotFound));
//! assert_eq!(StatusCode::SlowDown.message(), "Slow Down");
//! assert_eq!("slow down".parse(), Ok(StatusCode::SlowDown));
//! assert_eq!(StatusCode::NotFound.to_string(), "404 Not Found");
//! assert!(StatusCode::NotFound.is_client_error());
//! ```
//!
//! Edit the page, build again, and the type has changed. The page is the only place where a code, a message or a description
//! is written, and a mistake on it is a compile error that shows the line.
//!
//! * [`StatusCode`] is the table of the Data Lake Insight (DLI) API, ready-made.
//! * [`guide`] starts from a page of your own; [`include_status_table!`] is the reference.
//! * [`Received`] keeps a code that a server sent, even if the page does not list it.
//! * [`assert_status_table`](macro@assert_status_table) compares an enum that you keep by hand with a page.
//! * [`features`] are traits of `serde`, `http`, `schemars` and `utoipa`, for the tables that ask for them.
//!
//! The crate is `no_std`, needs no allocator, and depends on nothing but its macro. No feature is on by default.
//!
//! # Versions
//!
//! Versions follow [semantic versioning]. Before 1.0, what can break a build comes with a new minor version, and so does a
//! newer minimum Rust.
//!
//! From 1.0 on, this is stable: the items of this crate, the grammar of the two macros, what they emit as
//! [`include_status_table!`] documents it, and which pages they accept. Not part of that are the text of errors and of
//! generated documentation, the layout of tables, and whatever the documentation hides. [`StatusTable`] may gain methods,
//! since only the macro implements it.
//!
//! `dli-status-macros`, `dli-status-codegen` and `dli-status-patterns` are parts of this crate, which depends on exactly its own version of them.
//! Used by themselves, they promise nothing from one version to the next. `rst-tables`, the reader of pages, can be used by
//! itself, and follows semantic versioning too.
//!
//! A page is part of the package that reads it, so a table changes only with a version of that package. If the enum is
//! public, an edit of the page means to other crates:
//!
//! | edit | |
//! |---|---|
//! | a row is added | compatible; with `#[exhaustive]` it breaks each `match` that lists all variants |
//! | a row is removed | breaks: the variant is gone |
//! | a code changes | breaks: the variant has another code, or another name |
//! | a text changes that names its variant | breaks, unless `#[rename]` keeps the old name |
//! | any other text changes | compatible; `FromStr` reads the new message in place of the old one |
//! | two rows come to share a message | compatible; `FromStr` does not accept it any more |
//! | rows change places | compatible; `ALL` has another order, and so has `Ord` if codes are texts |
//!
//! [`StatusCode`] changes with its page by the same rules.
//!
//! [semantic versioning]: https://doc.rust-lang.org/cargo/reference/semver.html

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
extern crate self as dli_status;

mod assert_status_table;
mod assertion;
mod class;
#[macro_use]
mod documented;
mod error;
pub mod features;
mod key;
mod lookup;
mod pad;
mod received;
mod table;
mod text;

#[doc = include_str!("../GUIDE.md")]
pub mod guide {}

#[doc(hidden)]
pub mod __private;

#[doc(inline)]
pub use self::assert_status_table::assert_status_table;
pub use self::class::Class;
pub use self::error::{ParseStatusError, UnknownCodeError};
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
#[doc(inline)]
pub use self::features::serde;
pub use self::received::{AsCode, Received};
pub use self::table::{Location, StatusTable};

include!("include_status_table.rs");

// Without the public macro, of which rustdoc sees only the forms of a call.
__private::include_status_table! {
    crate;
    /// The status codes of the Data Lake Insight (DLI) API, as its documentation lists them.
    ///
    /// It is [`include_status_table!`] on one page and nothing else. Every code, message and description is from that page, and
    /// the docs of each variant name the line. Where the page differs from the [HTTP registry], so does this type.
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
