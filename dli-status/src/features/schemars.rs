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

use super::json;
use crate::{Received, StatusTable};
use serde_core::Serialize;

#[doc(hidden)]
pub use ::schemars::{JsonSchema, Schema, SchemaGenerator};
#[doc(hidden)]
pub use alloc::borrow::Cow;

/// The schema of a code of the type, narrowed to the listed ones.
#[doc(hidden)]
#[must_use]
pub fn listed<E: StatusTable<Code: JsonSchema + Serialize>>(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = E::Code::json_schema(generator);
    for limit in ["minimum", "maximum"] {
        schema.remove(limit);
    }
    schema.insert("enum".into(), json::codes::<E>().into());
    schema.insert(json::NAMES.into(), json::names::<E>());
    schema.insert(json::DESCRIPTIONS.into(), json::descriptions::<E>());
    schema
}

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

#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    (name: $name:ident, code: $_:ident, three_digits: $__:ident, taken: [$($taken:ident)*]) => {
        $crate::__private::glue::schemars! { @ $name [$($taken)*] }
    };
    (@ $name:ident [schemars $($taken:ident)*]) => {};
    (@ $name:ident [JsonSchema $($taken:ident)*]) => {};
    // The form is not that of the feature `serde`.
    (@ $name:ident [serde $($taken:ident)*]) => {};
    (@ $name:ident [Serialize $($taken:ident)*]) => {};
    (@ $name:ident [Deserialize $($taken:ident)*]) => {};
    (@ $name:ident [$other:ident $($taken:ident)*]) => {
        $crate::__private::glue::schemars! { @ $name [$($taken)*] }
    };
    (@ $name:ident []) => {
        /// One of the listed codes. Comes with the feature `schemars` of `dli-status`.
        impl $crate::features::schemars::JsonSchema for $name {
            fn schema_name() -> $crate::features::schemars::Cow<'static, ::core::primitive::str> {
                $crate::features::schemars::Cow::Borrowed(::core::stringify!($name))
            }

            fn schema_id() -> $crate::features::schemars::Cow<'static, ::core::primitive::str> {
                $crate::features::schemars::Cow::Borrowed(::core::concat!(
                    ::core::module_path!(),
                    "::",
                    ::core::stringify!($name)
                ))
            }

            fn json_schema(
                generator: &mut $crate::features::schemars::SchemaGenerator,
            ) -> $crate::features::schemars::Schema {
                $crate::features::schemars::listed::<$name>(generator)
            }
        }
    };
}

#[doc(hidden)]
pub use __schemars as glue;
