//! `#[with(schemars)]`.

pub use ::schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::StatusTable;
use crate::features::json;
use serde_core::Serialize;

/// The schema of a code of the type, narrowed to the listed ones.
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

/// The JSON Schema of a table.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_schemars {
    (schemars $name:ident $code:ident) => {
        /// One of the listed codes. Comes with the feature `schemars` of `dli-status`.
        impl $crate::__private::schemars::JsonSchema for $name {
            fn schema_name() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::Cow::Borrowed(::core::stringify!($name))
            }

            fn schema_id() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::Cow::Borrowed(::core::concat!(
                    ::core::module_path!(),
                    "::",
                    ::core::stringify!($name)
                ))
            }

            fn json_schema(
                generator: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::schemars::listed::<$name>(generator)
            }
        }
    };
}
