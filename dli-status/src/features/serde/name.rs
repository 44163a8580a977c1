//! A listed code as its name, in exactly these letters: `#[serde(with = "dli_status::serde::name")]`.
//!
//! ```
//! use dli_status::StatusCode;
//!
//! let mut json = Vec::new();
//! dli_status::serde::name::serialize(&StatusCode::NotModified, &mut serde_json::Serializer::new(&mut json))?;
//! assert_eq!(json, br#""NotModified""#);
//!
//! let mut json = serde_json::Deserializer::from_slice(&json);
//! let status: StatusCode = dli_status::serde::name::deserialize(&mut json)?;
//! assert_eq!(status, StatusCode::NotModified);
//! # Ok::<(), serde_json::Error>(())
//! ```

use super::{RowOf, write_text};
use crate::StatusTable;
use serde_core::{Deserializer, Serializer};

/// Writes the name.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<E: StatusTable, S: Serializer>(row: &E, serializer: S) -> Result<S::Ok, S::Error> {
    write_text(*row, Some(row.name()), "name", serializer)
}

/// Reads the name.
///
/// # Errors
///
/// If no row has it.
pub fn deserialize<'de, E: StatusTable, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(RowOf { what: "name", text_of: |row: E| Some(row.name()) })
}
