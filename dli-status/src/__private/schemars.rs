//! `#[with(schemars)]`.

pub use ::schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::StatusTable;
use crate::features::json;
use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;
use serde_core::Serialize;
use serde_json::{Map, Value};

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

/// The schema of an object with these fields, all of which are there.
#[must_use]
pub fn object<const N: usize>(fields: [(&'static str, Schema); N]) -> Schema {
    let names: Vec<Value> = fields.iter().map(|(name, _)| Value::from(*name)).collect();
    let properties: Map<String, Value> =
        fields.into_iter().map(|(name, schema)| (name.to_owned(), schema.to_value())).collect();
    let mut schema = Schema::default();
    schema.insert("type".into(), "object".into());
    schema.insert("properties".into(), properties.into());
    schema.insert("required".into(), names.into());
    schema
}

/// The JSON Schema of a table.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_schemars {
    (schemars $name:ident $code:ident) => {
        $crate::__with_schemars! { @impl $name generator $crate::__private::schemars::listed::<$name>(generator) }
    };
    (schemars $name:ident { $($field:ident = $key:literal: $ty:ty,)* }) => {
        $crate::__with_schemars! { @impl $name generator $crate::__private::schemars::object([
            $(($key, generator.subschema_for::<$ty>())),*
        ]) }
    };
    (@impl $name:ident $generator:ident $schema:expr) => {
        /// Comes with the feature `schemars` of `dli-status`.
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
                $generator: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $schema
            }
        }
    };
}
