//! An OpenAPI schema of the codes.
//!
//! It describes what the feature `serde` writes: one of the listed codes. `x-enum-varnames` and `x-enum-descriptions`,
//! which generators of clients read, hold the names and the descriptions in the same order. The schema of a [`Received`]
//! is that of any code.
//!
//! ```
//! use dli_status::StatusCode;
//! use utoipa::PartialSchema;
//!
//! let schema = serde_json::to_value(StatusCode::schema())?;
//! assert_eq!((&schema["type"], &schema["format"]), (&"integer".into(), &"int32".into()));
//! assert_eq!(schema["enum"][0], 100);
//! assert_eq!(schema["x-enum-varnames"][0], "Continue");
//! assert_eq!(schema["x-enum-descriptions"][0], StatusCode::Continue.description());
//! # Ok::<(), serde_json::Error>(())
//! ```

use super::json;
use crate::{Received, StatusTable};
use ::utoipa::openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, Type};
use ::utoipa::{PartialSchema, ToSchema};
use alloc::borrow::Cow;
use alloc::format;
use serde_core::Serialize;
use serde_json::Value;

/// The schema of a code of type `C`, of which `codes` are.
pub(crate) fn any<C>(codes: &[Value]) -> ObjectBuilder {
    if codes.iter().all(Value::is_string) {
        return ObjectBuilder::new().schema_type(Type::String);
    }
    // As utoipa does it for the integer types.
    let format = match size_of::<C>() {
        ..=4 => Some(KnownFormat::Int32),
        5..=8 => Some(KnownFormat::Int64),
        _ => None,
    };
    ObjectBuilder::new().schema_type(Type::Integer).format(format.map(SchemaFormat::KnownFormat))
}

/// Any code of the type.
impl<E: StatusTable<Code: Serialize>, C> PartialSchema for Received<E, C> {
    fn schema() -> RefOr<Schema> {
        any::<E::Code>(&json::codes::<E>()).into()
    }
}

/// `Received_E`, where `E` is the name of the table's schema.
impl<E: StatusTable<Code: Serialize> + ToSchema, C> ToSchema for Received<E, C> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("Received_{}", <E as ToSchema>::name()))
    }
}
