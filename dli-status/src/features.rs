//! Traits of other crates, for the tables that ask for them.
//!
//! A table gets them by `#[with(…)]`, and the crate that calls the macro turns the feature on. It need not depend on the
//! feature's crate for that.
//!
//! ```toml
//! dli-status = { version = "0.1", features = ["serde", "http"] }
//! ```
//!
//! ```
//! # #[cfg(all(feature = "serde", feature = "http"))]
//! dli_status::include_status_table! {
//!     #[source("examples/pages/answers.rst")]
//!     #[with(serde, http)]
//!     pub enum Answer;
//! }
//! ```
//!
//! * `serde`: a code is written as its number or text, and read from it.
//! * `http`: a table of HTTP statuses and [`http::StatusCode`] convert into each other.
//! * `schemars`: a JSON Schema of the codes, with their names and descriptions.
//! * `utoipa`: an OpenAPI schema of the codes, with their names and descriptions.
//!
//! Each that is turned on has a page below. A [`Received`] has the traits of every feature that is on, and so has
//! [`StatusCode`]. In the documentation of a table, each implementation names its feature.
//!
//! Features are additive: turning one on changes nothing for a table that does not ask for it, so a crate with its own
//! `impl Serialize` builds next to crates that use the feature `serde`.
//!
//! A crate with an optional feature of its own passes it on:
//!
//! ```toml
//! [features]
//! serde = ["dli-status/serde"]
//! ```
//!
//! ```
//! dli_status::include_status_table! {
//!     #[source("examples/pages/answers.rst")]
//!     #[cfg_attr(feature = "serde", with(serde))]
//!     pub enum Answer;
//! }
//! ```
//!
//! The schemas of `schemars` and `utoipa` describe the form that the feature `serde` writes. A table with another
//! `Serialize` needs schemas of its own.
//!
//! `alloc` is for [`Received`] codes that are owned texts, such as `Received<Error, String>`.
//!
//! [`Received`]: crate::Received
//! [`StatusCode`]: crate::StatusCode
//! [`http::StatusCode`]: https://docs.rs/http/1/http/struct.StatusCode.html

#[cfg(feature = "http")]
#[cfg_attr(docsrs, doc(cfg(feature = "http")))]
pub mod http;
#[cfg(any(feature = "schemars", feature = "utoipa"))]
pub(crate) mod json;
#[cfg(feature = "schemars")]
#[cfg_attr(docsrs, doc(cfg(feature = "schemars")))]
pub mod schemars;
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
pub mod serde;
#[cfg(feature = "utoipa")]
#[cfg_attr(docsrs, doc(cfg(feature = "utoipa")))]
pub mod utoipa;
