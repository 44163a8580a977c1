//! `#[with(utoipa)]`.

pub use ::utoipa::openapi::{RefOr, Schema};
pub use ::utoipa::{PartialSchema, ToSchema};

use crate::StatusTable;
use crate::features::{json, utoipa::any};
use ::utoipa::openapi::ObjectBuilder;
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

/// The schema of an object with these fields, all of which are there.
#[must_use]
pub fn object<const N: usize>(fields: [(&'static str, RefOr<Schema>); N]) -> RefOr<Schema> {
    let object = fields
        .into_iter()
        .fold(ObjectBuilder::new(), |object, (name, schema)| object.property(name, schema).required(name));
    object.into()
}

/// The OpenAPI schema of a table.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_utoipa {
    (utoipa $name:ident $code:ident) => {
        $crate::__with_utoipa! { @impl $name $crate::__private::utoipa::listed::<$name>() }
    };
    (utoipa $name:ident { $($field:ident = $key:literal: $ty:ty,)* }) => {
        $crate::__with_utoipa! { @impl $name $crate::__private::utoipa::object([
            $(($key, <$ty as $crate::__private::utoipa::PartialSchema>::schema())),*
        ]) }
    };
    (@impl $name:ident $schema:expr) => {
        /// Comes with the feature `utoipa` of `dli-status`.
        impl $crate::__private::utoipa::PartialSchema for $name {
            fn schema() -> $crate::__private::utoipa::RefOr<$crate::__private::utoipa::Schema> {
                $schema
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
