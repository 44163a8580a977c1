//! A table whose traits are implemented by hand, each of them one that a feature of `dli-status` can add.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use utoipa::openapi::{ObjectBuilder, RefOr};
use utoipa::{PartialSchema, ToSchema};

status::include_status_table! {
    #[source("pages/codes.rst", table = "http")]
    pub enum ByHand;
}

impl Serialize for ByHand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.message())
    }
}

impl<'de> Deserialize<'de> for ByHand {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for ByHand {
    fn schema_name() -> Cow<'static, str> {
        "Mine".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

impl PartialSchema for ByHand {
    fn schema() -> RefOr<utoipa::openapi::Schema> {
        ObjectBuilder::new().into()
    }
}

impl ToSchema for ByHand {
    fn name() -> Cow<'static, str> {
        "Mine".into()
    }
}

impl From<ByHand> for http::StatusCode {
    fn from(status: ByHand) -> Self {
        Self::from_u16(status.code()).unwrap_or(Self::INTERNAL_SERVER_ERROR)
    }
}

impl From<http::StatusCode> for ByHand {
    fn from(status: http::StatusCode) -> Self {
        Self::from_code(status.as_u16()).unwrap_or(Self::NotFound)
    }
}

status::include_status_table! {
    #[source("pages/codes.rst", table = "http")]
    #[derive(Serialize, Deserialize, ToSchema)]
    pub enum Derived;
}

#[test]
fn what_is_written_by_hand_or_derived_is_used() {
    assert_eq!(serde_json::to_string(&ByHand::NotFound).unwrap(), "\"Not Found\"");
    assert_eq!(serde_json::from_str::<ByHand>("\"not found\"").unwrap(), ByHand::NotFound);
    assert_eq!(http::StatusCode::from(ByHand::NotFound), http::StatusCode::NOT_FOUND);
    assert_eq!(ByHand::from(http::StatusCode::IM_A_TEAPOT), ByHand::NotFound);
    assert_eq!((<ByHand as ToSchema>::name(), ByHand::schema_name()), ("Mine".into(), "Mine".into()));
    assert_eq!(serde_json::to_string(&Derived::NotFound).unwrap(), "\"NotFound\"");
}
