//! The rows of any page with a table of codes.

use super::entry::{Detail, Entry, Place};
use crate::call::{self, Choice};
use dli_status::Class;
use dli_status_codegen::{CheckedCall, CheckedRow, Diagnostic};
use serde_json::Value;
use std::path::Path;

/// Why a page has no rows to explain.
pub(crate) enum NoRows {
    Unreadable(String),
    /// What the macro says of the page.
    Mistakes(Vec<Diagnostic>),
}

/// The rows of the tables that are meant: as the short form of the macro reads them, or else as the declarations that
/// the macro suggests.
pub(crate) fn entries(path: &Path, choice: &Choice) -> Result<Vec<Entry>, NoRows> {
    let page = call::read(path).map_err(NoRows::Unreadable)?;
    let option = choice.table.as_ref().map(|table| match table.parse::<usize>() {
        Ok(number) => format!("table = {number}"),
        Err(_) => format!("table = {table:?}"),
    });
    let mistakes = match call::check(call::short_form(path, option.as_deref()), &page) {
        Ok(call) if choice.under.is_none() => return Ok(of_call(&call)),
        Ok(_) => Vec::new(),
        Err(mistakes) => mistakes,
    };
    let positions = choice.positions(&rst_tables::tables(page.text()));
    let suggested = positions.into_iter().filter_map(|position| call::suggested(&page, position));
    let calls = suggested.filter_map(|tokens| call::check(tokens, &page).ok());
    let entries: Vec<Entry> = calls.flat_map(|call| of_call(&call)).collect();
    match (entries.is_empty(), &choice.under) {
        (false, _) => Ok(entries),
        (true, Some(heading)) => {
            Err(NoRows::Unreadable(format!("no table with codes is under `{heading}` on page `{}`", page.name())))
        }
        (true, None) => Err(NoRows::Mistakes(mistakes)),
    }
}

fn of_call(call: &CheckedCall) -> Vec<Entry> {
    let fields: Vec<(String, String)> = call.fields().collect();
    call.rows().map(|row| entry(&row, &fields)).collect()
}

fn entry(row: &CheckedRow<'_>, fields: &[(String, String)]) -> Entry {
    let mut entry = Entry {
        code: Value::Null,
        name: row.name().unwrap_or_default().to_owned(),
        message: String::new(),
        class: None,
        details: Vec::new(),
        description: String::new(),
        place: Place::Line(row.page().written().to_owned(), row.line()),
    };
    for ((field, ty), text) in fields.iter().zip(row.texts()) {
        match field.as_str() {
            "code" => {
                entry.class = text.parse().ok().filter(|_| ty == "u16").and_then(Class::from_code);
                entry.code = value(ty, &text);
            }
            "message" => entry.message = text,
            "description" => entry.description = text,
            _ => entry.details.push(detail(field, ty, text)),
        }
    }
    entry
}

fn detail(field: &str, ty: &str, text: String) -> Detail {
    let label = field.replace('_', " ");
    let value = value(ty, &text);
    Detail { field: field.to_owned(), value, shown: (!text.is_empty()).then_some((label, text)), is_searched: true }
}

/// A number or a truth value if the type says so, else a text.
fn value(ty: &str, text: &str) -> Value {
    let read: Option<Value> = match ty {
        _ if ty.contains("str") => None,
        "bool" => text.parse::<bool>().ok().map(Value::from),
        "f32" | "f64" => text.parse::<f64>().ok().map(Value::from),
        _ => text.parse::<i64>().map(Value::from).or_else(|_| text.parse::<u64>().map(Value::from)).ok(),
    };
    read.unwrap_or_else(|| text.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_have_the_type_of_their_field() {
        for (ty, text, expected) in [
            ("i32", "-32700", json!(-32700)),
            ("u64", "18446744073709551615", json!(u64::MAX)),
            ("Option<u16>", "7", json!(7)),
            ("Option<u16>", "", json!("")),
            ("&'static str", "404", json!("404")),
            ("bool", "true", json!(true)),
            ("f64", "0.5", json!(0.5)),
            ("u32", "0x80070005", json!("0x80070005")),
        ] {
            assert_eq!(value(ty, text), expected, "{ty}");
        }
    }
}
