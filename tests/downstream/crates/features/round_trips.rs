//! What the features add to the tables.

use features::own::Mine;
use features::{Items, Line, Short, Status, Text, Wide};
use serde::{Deserialize, Serialize};
use serde_json::{Value, from_reader, from_str, json, to_string, to_value};
use status::{Received, StatusCode, StatusTable};
use std::borrow::Cow;
use std::collections::BTreeMap;
use utoipa::{OpenApi, PartialSchema, ToSchema};

/// Asserts that a value is written as this text and read from it.
fn round_trips<T: Serialize + for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>(value: T, text: &str) {
    assert_eq!(to_string(&value).unwrap(), text);
    assert_eq!(from_str::<T>(text).unwrap(), value);
}

fn error<T: for<'de> Deserialize<'de> + std::fmt::Debug>(text: &str) -> String {
    from_str::<T>(text).unwrap_err().to_string()
}

#[test]
fn every_code_is_written_as_its_number_or_text() {
    for &status in StatusCode::ALL {
        round_trips(status, &status.code().to_string());
        assert_eq!(from_str::<StatusCode>(&format!("\"{}\"", status.code())).unwrap(), status);
    }
    for &status in Status::ALL {
        round_trips(status, &status.code().to_string());
    }
    for &code in Wide::ALL {
        round_trips(code, &code.code().to_string());
        round_trips(BTreeMap::from([(code, 1)]), &format!(r#"{{"{}":1}}"#, code.code()));
    }
    for &code in Text::ALL {
        round_trips(code, &format!("\"{}\"", code.code()));
    }
    for &code in Items::ALL {
        round_trips(code, &code.code().to_string());
    }
    assert_eq!(from_str::<Text>(r#""SHOP.\u0031""#).unwrap(), Text::from_code("SHOP.1").unwrap());
}

#[test]
fn a_row_without_a_key_is_written_by_its_fields() {
    let rows = json!([
        { "number": 7, "words": "Seven", "negative": null, "capitals": ["S"] },
        { "number": 404, "words": "Not Found", "negative": "Not Found", "capitals": ["N", "F"] },
    ]);
    assert_eq!(to_value(Line::ALL).unwrap(), rows);
    for schema in [to_value(schemars::schema_for!(Line)).unwrap(), to_value(Line::schema()).unwrap()] {
        let fields: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
        assert_eq!(fields, ["capitals", "negative", "number", "words"]);
        assert_eq!(schema["type"], "object");
    }
}

#[test]
fn a_code_may_be_a_key() {
    round_trips(BTreeMap::from([(Status::NotFound, 1), (Status::Ok, 2)]), r#"{"200":2,"404":1}"#);
    round_trips(BTreeMap::from([(Received::<Status>::new(599), 1)]), r#"{"599":1}"#);
}

#[test]
fn an_error_names_the_code_that_is_not_listed() {
    assert!(error::<Status>("799").starts_with("the code 799 is not listed"));
    assert!(error::<Status>("\"799\"").starts_with("the code 799 is not listed"));
    assert!(error::<Text>("\"SHOP.9\"").starts_with("the code SHOP.9 is not listed"));
    assert!(error::<Wide>("-1").starts_with("the code -1 is not listed"));
    for text in ["70000", "-1", "\"OK\"", "\"0404\"", "\"\"", "404.0", "null", "[404]"] {
        let error = error::<Status>(text);
        assert!(error.contains("expected a code: a number, or its digits as a string"), "{text}: {error}");
    }
    assert!(error::<Text>("1").contains("expected a code: a string"));
}

#[test]
fn received_keeps_its_code() {
    for code in 0..=u16::MAX {
        round_trips(Received::<Status>::new(code), &code.to_string());
    }
    for text in ["\"SHOP.1\"", "\"SHOP.9\"", "\"\""] {
        let received: Received<Text, &str> = from_str(text).unwrap();
        assert_eq!(to_string(&received).unwrap(), text);
        assert_eq!(received.listed(), Text::from_code(received.code()));
    }

    #[derive(Serialize, Deserialize)]
    struct Answer<'a> {
        #[serde(borrow)]
        code: Received<Text, &'a str>,
    }
    let text = String::from(r#"{"code":"SHOP.9"}"#);
    let answer: Answer<'_> = from_str(&text).unwrap();
    assert_eq!(answer.code.code(), "SHOP.9");
    assert_eq!(to_string(&answer).unwrap(), text);
}

/// What cannot be borrowed: a text with escapes, and one from a stream.
#[test]
fn owned_codes_are_read_from_any_input() {
    for (json, code) in [(r#""SHOP.1""#, "SHOP.1"), (r#""SHOP.\u0031""#, "SHOP.1"), (r#""\"\n""#, "\"\n"), (r#""""#, "")] {
        let received: [Received<Text, String>; 2] = [from_str(json).unwrap(), from_reader(json.as_bytes()).unwrap()];
        for received in received {
            assert_eq!((received.as_str(), received.listed()), (code, Text::from_code(code)));
            assert_eq!(received, Received::from(code.to_owned()));
            assert_eq!(from_str::<Received<Text, String>>(&to_string(&received).unwrap()).unwrap(), received);
            assert_eq!(received.into_code(), code);
        }
        let boxed: Received<Text, Box<str>> = from_reader(json.as_bytes()).unwrap();
        assert_eq!((boxed.as_str(), boxed.listed()), (code, Text::from_code(code)));
        let cow: Received<Text, Cow<'_, str>> = from_str(json).unwrap();
        assert_eq!((cow.as_str(), cow.listed()), (code, Text::from_code(code)));
        assert_eq!(matches!(cow.into_code(), Cow::Borrowed(_)), !json.contains('\\'));
    }
    assert!(from_str::<Received<Text, String>>("1").is_err());
    assert_eq!(Received::<Text, String>::new("SHOP.1".to_owned()), Text::from_code("SHOP.1").unwrap());
    assert_eq!(Text::from_code("SHOP.1").unwrap(), Received::<Text, &str>::new("SHOP.1"));
}

#[test]
fn a_row_may_be_written_as_its_message_or_name() {
    #[derive(Serialize, Deserialize, PartialEq, Debug)]
    struct Both<E: StatusTable> {
        #[serde(with = "status::serde::message")]
        message: E,
        #[serde(with = "status::serde::name")]
        name: E,
    }
    fn both<E: StatusTable>(row: E) -> Both<E> {
        Both { message: row, name: row }
    }
    for &row in StatusCode::ALL {
        assert_eq!(from_str::<Both<StatusCode>>(&to_string(&both(row)).unwrap()).unwrap(), both(row));
    }
    round_trips(both(Status::NotFound), r#"{"message":"Not Found","name":"NotFound"}"#);
    let error = |message: &str| error::<Both<Text>>(&format!(r#"{{"message":{message},"name":"Shop1"}}"#));
    assert!(error("\"The order is closed.\"").starts_with("several listed codes have the message"));
    assert!(error("\"the order is unknown.\"").starts_with("no listed code has the message"));
    assert!(error("1").contains("expected the message of a listed code"));
    let row = Wide::One;
    let lacking = to_string(&Both { message: row, name: row }).unwrap_err();
    assert_eq!(lacking.to_string(), "the code 1 has no message");
}

#[test]
fn statuses_convert_to_those_of_http() {
    for &status in StatusCode::ALL {
        let http = http::StatusCode::try_from(status).unwrap();
        assert_eq!(http.as_u16(), status.code());
        assert_eq!(StatusCode::try_from(http), Ok(status));
    }
    for code in 0..=u16::MAX {
        let received = Received::<Status>::new(code);
        match http::StatusCode::from_u16(code) {
            Ok(http) => {
                assert_eq!(Received::from(http), received);
                assert_eq!(http::StatusCode::try_from(received).unwrap(), http);
                assert_eq!(Status::try_from(http).ok(), received.listed());
            }
            Err(_) => assert!(http::StatusCode::try_from(received).is_err()),
        }
    }
    assert_eq!(Status::try_from(http::StatusCode::IM_A_TEAPOT).unwrap_err().code(), 418);
    // A number below 100 is not an HTTP status.
    assert!(http::StatusCode::try_from(Short::Seven).is_err());
    assert_eq!(http::StatusCode::try_from(Short::NotFound).unwrap(), http::StatusCode::NOT_FOUND);
    assert_eq!(http::StatusCode::try_from(Mine::Ok).unwrap(), http::StatusCode::OK);
}

/// Checks what JSON Schema and OpenAPI have in common.
fn check<E: StatusTable<Code: Serialize>>(schema: &Value, ty: &str) {
    assert_eq!(schema["type"], ty);
    let column = |value: fn(&E) -> Value| E::ALL.iter().map(value).collect::<Value>();
    assert_eq!(schema["enum"], column(|row| to_value(row.code()).unwrap()));
    assert_eq!(schema["x-enum-varnames"], column(|row| row.name().into()));
    let described = column(|row| row.description_text().or(row.message_text()).unwrap_or_default().into());
    assert_eq!(schema["x-enum-descriptions"], described);
}

#[derive(ToSchema)]
#[allow(dead_code)]
struct Answer {
    status: Status,
    error: Option<Text>,
    // utoipa refuses a type with parameters.
    received: ReceivedStatus,
    several: Vec<Status>,
    counts: BTreeMap<String, Status>,
}

type ReceivedStatus = Received<Status>;

#[test]
fn json_schemas_list_the_codes() {
    check::<StatusCode>(schemars::schema_for!(StatusCode).as_value(), "integer");
    check::<Text>(schemars::schema_for!(Text).as_value(), "string");
    let mut generator = schemars::SchemaGenerator::default();
    let list = to_value(generator.subschema_for::<Vec<Status>>()).unwrap();
    assert_eq!(list["items"], json!({ "$ref": "#/$defs/Status" }));
    check::<Status>(&generator.definitions()["Status"], "integer");
    assert_eq!(generator.subschema_for::<Received<Status>>().get("type").unwrap(), "integer");
    assert_eq!(generator.subschema_for::<Received<Text, &str>>().get("type").unwrap(), "string");
    let wide = to_value(schemars::schema_for!(Wide)).unwrap();
    assert_eq!(wide["enum"], json!([1, "18446744073709551616"]));
}

#[test]
fn openapi_schemas_list_the_codes() {
    #[derive(OpenApi)]
    #[openapi(components(schemas(Answer)))]
    struct Api;

    check::<StatusCode>(&to_value(StatusCode::schema()).unwrap(), "integer");
    let api = to_value(Api::openapi()).unwrap();
    let schemas = &api["components"]["schemas"];
    check::<Status>(&schemas["Status"], "integer");
    check::<Text>(&schemas["Text"], "string");
    let properties = &schemas["Answer"]["properties"];
    assert_eq!(properties["status"], json!({ "$ref": "#/components/schemas/Status" }));
    assert_eq!(properties["several"]["items"], json!({ "$ref": "#/components/schemas/Status" }));
    assert_eq!(properties["counts"]["additionalProperties"], json!({ "$ref": "#/components/schemas/Status" }));
    assert_eq!(properties["received"], json!({ "$ref": "#/components/schemas/Received_Status" }));
    assert_eq!(schemas["Received_Status"], json!({ "type": "integer", "format": "int32" }));
}
