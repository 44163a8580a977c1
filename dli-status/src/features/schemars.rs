//! A JSON Schema of the codes.
//!
//! It describes what the feature `serde` writes: one of the listed codes. `x-enum-varnames` and `x-enum-descriptions`,
//! which generators of clients read, hold the names and the descriptions in the same order. The schema of a [`Received`]
//! is that of any code.
//!
//! ```
//! use dli_status::StatusCode;
//!
//! let schema = schemars::schema_for!(StatusCode);
//! assert_eq!(schema.get("title").unwrap(), "StatusCode");
//! assert_eq!(schema.get("type").unwrap(), "integer");
//! assert_eq!(schema.pointer("/enum/0").unwrap(), 100);
//! assert_eq!(schema.pointer("/x-enum-varnames/0").unwrap(), "Continue");
//! assert_eq!(schema.pointer("/x-enum-descriptions/0").unwrap(), StatusCode::Continue.description());
//! ```

use crate::{Received, StatusTable};
use ::schemars::{JsonSchema, Schema, SchemaGenerator};
use alloc::borrow::Cow;

/// Any code of the type.
impl<E: StatusTable, C: JsonSchema> JsonSchema for Received<E, C> {
    fn inline_schema() -> bool {
        C::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        C::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        C::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        C::json_schema(generator)
    }
}
