//! `#[with(utoipa)]`.

pub use ::utoipa::openapi::{RefOr, Schema};
pub use ::utoipa::{PartialSchema, ToSchema};

use crate::StatusTable;
use crate::features::{json, utoipa::any};
use ::utoipa::openapi::extensions::ExtensionsBuilder;
use alloc::vec::Vec;
use serde_core::Serialize;
use serde_json::Value;

/// The schema of a code of the type, narrowed to the listed ones.
#[must_use]
pub fn listed<E: StatusTable<Code: Serialize>>() -> RefOr<Schema> {
    let codes: Vec<Value> = json::codes::<E>();
    let extensions = ExtensionsBuilder::new()
        .add(json::NAMES, json::names::<E>())
        .add(json::DESCRIPTIONS, json::descriptions::<E>())
        .build();
    any::<E::Code>(&codes).enum_values(Some(codes)).extensions(Some(extensions)).into()
}

/// The OpenAPI schema of a table.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_utoipa {
    (utoipa $name:ident $code:ident) => {
        /// One of the listed codes. Comes with the feature `utoipa` of `dli-status`.
        impl $crate::__private::utoipa::PartialSchema for $name {
            fn schema() -> $crate::__private::utoipa::RefOr<$crate::__private::utoipa::Schema> {
                $crate::__private::utoipa::listed::<$name>()
            }
        }

        /// The name of the schema. Comes with the feature `utoipa` of `dli-status`.
        impl $crate::__private::utoipa::ToSchema for $name {
            fn name() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::Cow::Borrowed(::core::stringify!($name))
            }
        }
    };
}
