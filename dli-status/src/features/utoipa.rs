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
use serde_core::Serialize;
use serde_json::Value;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::{KnownFormat, ObjectBuilder, SchemaFormat, Type};

/// What utoipa's derive implements, `PartialSchema` coming of it. A type without it can stand in no `Vec`, `Option` or map,
/// and no type with parameters can stand in a field.
#[doc(hidden)]
pub use ::utoipa::__dev::ComposeSchema;
#[doc(hidden)]
pub use ::utoipa::ToSchema;
#[doc(hidden)]
pub use ::utoipa::openapi::{RefOr, Schema};
#[doc(hidden)]
pub use alloc::borrow::Cow;
#[doc(hidden)]
pub use alloc::vec::Vec;

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
impl<E: StatusTable<Code: Serialize>, C> ComposeSchema for Received<E, C> {
    fn compose(_: Vec<RefOr<Schema>>) -> RefOr<Schema> {
        any::<E::Code>(&json::codes::<E>()).into()
    }
}

/// `Received_E` in a document: utoipa appends the names of the parameters.
impl<E: StatusTable<Code: Serialize>, C> ToSchema for Received<E, C> {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Received")
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
        /// One of the listed codes. Comes with the feature `utoipa` of `dli-status`.
        impl $crate::features::utoipa::ComposeSchema for $name {
            fn compose(
                _: $crate::features::utoipa::Vec<
                    $crate::features::utoipa::RefOr<$crate::features::utoipa::Schema>,
                >,
            ) -> $crate::features::utoipa::RefOr<$crate::features::utoipa::Schema> {
                $crate::features::utoipa::listed::<$name>()
            }
        }

        /// The name of the schema. Comes with the feature `utoipa` of `dli-status`.
        impl $crate::features::utoipa::ToSchema for $name {
            fn name() -> $crate::features::utoipa::Cow<'static, ::core::primitive::str> {
                $crate::features::utoipa::Cow::Borrowed(::core::stringify!($name))
            }
        }
    };
}

#[doc(hidden)]
pub use __utoipa as glue;
