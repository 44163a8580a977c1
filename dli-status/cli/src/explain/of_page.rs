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

/// A number if the type says so, else a text.
fn value(ty: &str, text: &str) -> Value {
    let number = || text.parse::<u64>().ok().map(Value::from);
    if ty.contains("str") { text.into() } else { number().unwrap_or_else(|| text.into()) }
}
