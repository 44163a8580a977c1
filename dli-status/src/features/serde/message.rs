//! A listed code as its message, in exactly these letters: `#[serde(with = "dli_status::serde::message")]`.
//!
//! A row without a message cannot be written, and a message that several rows share cannot be read.
//!
//! ```
//! use dli_status::StatusCode;
//!
//! let mut json = Vec::new();
//! dli_status::serde::message::serialize(&StatusCode::NotModified, &mut serde_json::Serializer::new(&mut json))?;
//! assert_eq!(json, br#""Not Modified""#);
//!
//! let mut json = serde_json::Deserializer::from_slice(&json);
//! let status: StatusCode = dli_status::serde::message::deserialize(&mut json)?;
//! assert_eq!(status, StatusCode::NotModified);
//! # Ok::<(), serde_json::Error>(())
//! ```

use super::{RowOf, write_text};
use crate::StatusTable;
use serde_core::{Deserializer, Serializer};

/// Writes the message.
///
/// # Errors
///
/// Those of the serializer, or that the row has no message.
pub fn serialize<E: StatusTable, S: Serializer>(row: &E, serializer: S) -> Result<S::Ok, S::Error> {
    write_text(*row, row.message_text(), "message", serializer)
}

/// Reads the message.
///
/// # Errors
///
/// If no row has it, or several have.
pub fn deserialize<'de, E: StatusTable, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(RowOf { what: "message", text_of: E::message_text })
}
