//! `utoipa`: an OpenAPI schema of the codes.
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
use alloc::format;
use alloc::vec::Vec;
use serde_core::Serialize;
use serde_json::Value;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::{KnownFormat, ObjectBuilder, SchemaFormat, Type};

#[doc(hidden)]
pub use ::utoipa::openapi::{RefOr, Schema};
#[doc(hidden)]
pub use ::utoipa::{PartialSchema, ToSchema};
#[doc(hidden)]
pub use alloc::borrow::Cow;

/// The schema of a code of type `C`, of which `codes` are.
fn any<C>(codes: &[Value]) -> ObjectBuilder {
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

/// The schema of a code of the type, narrowed to the listed ones.
#[doc(hidden)]
#[must_use]
pub fn listed<E: StatusTable<Code: Serialize>>() -> RefOr<Schema> {
    let codes: Vec<Value> = json::codes::<E>();
    let extensions = ExtensionsBuilder::new()
        .add(json::NAMES, json::names::<E>())
        .add(json::DESCRIPTIONS, json::descriptions::<E>())
        .build();
    any::<E::Code>(&codes).enum_values(Some(codes)).extensions(Some(extensions)).into()
}

/// Any code of the type.
impl<E: StatusTable<Code: Serialize>, C> PartialSchema for Received<E, C> {
    fn schema() -> RefOr<Schema> {
        any::<E::Code>(&json::codes::<E>()).into()
    }
}

/// `Received_E`, as utoipa names generic types.
impl<E: StatusTable<Code: Serialize> + ToSchema, C> ToSchema for Received<E, C> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("Received_{}", <E as ToSchema>::name()))
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa {
    (name: $name:ident, code: $_:ident, three_digits: $__:ident, taken: [$($taken:ident)*]) => {
        $crate::__private::glue::utoipa! { @ $name [$($taken)*] }
    };
    (@ $name:ident [utoipa $($taken:ident)*]) => {};
    (@ $name:ident [ToSchema $($taken:ident)*]) => {};
    // The form is not that of the feature `serde`.
    (@ $name:ident [serde $($taken:ident)*]) => {};
    (@ $name:ident [Serialize $($taken:ident)*]) => {};
    (@ $name:ident [Deserialize $($taken:ident)*]) => {};
    (@ $name:ident [$other:ident $($taken:ident)*]) => {
        $crate::__private::glue::utoipa! { @ $name [$($taken)*] }
    };
    (@ $name:ident []) => {
        impl $crate::features::utoipa::PartialSchema for $name {
            fn schema() -> $crate::features::utoipa::RefOr<$crate::features::utoipa::Schema> {
                $crate::features::utoipa::listed::<$name>()
            }
        }

        impl $crate::features::utoipa::ToSchema for $name {
            fn name() -> $crate::features::utoipa::Cow<'static, ::core::primitive::str> {
                $crate::features::utoipa::Cow::Borrowed(::core::stringify!($name))
            }
        }
    };
}

#[doc(hidden)]
pub use __utoipa as glue;
