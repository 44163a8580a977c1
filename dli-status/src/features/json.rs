//! What the schemas of either kind say of a table, row by row: codes, names, descriptions.

use crate::StatusTable;
use alloc::string::ToString;
use alloc::vec::Vec;
use serde_core::Serialize;
use serde_json::Value;

/// The extension keys by which generators of clients name the constants of an enum.
pub(crate) const NAMES: &str = "x-enum-varnames";
/// The extension keys by which they document them.
pub(crate) const DESCRIPTIONS: &str = "x-enum-descriptions";

/// The codes, as the feature `serde` writes them.
pub(crate) fn codes<E: StatusTable<Code: Serialize>>() -> Vec<Value> {
    // JSON of this kind has no numbers wider than 64 bits.
    let value = |row: &E| serde_json::to_value(row.code()).unwrap_or_else(|_| row.code().to_string().into());
    E::ALL.iter().map(value).collect()
}

/// The names of the variants.
pub(crate) fn names<E: StatusTable>() -> Value {
    E::ALL.iter().map(|row| row.name()).collect()
}

/// The descriptions; of a row without one its message.
pub(crate) fn descriptions<E: StatusTable>() -> Value {
    E::ALL.iter().map(|row| row.description_text().or(row.message_text()).unwrap_or_default()).collect()
}
