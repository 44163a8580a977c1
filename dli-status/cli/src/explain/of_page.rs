//! The rows of any page with a table of codes.

use super::entry::{Detail, Entry, Place};
use crate::call;
use dli_status::Class;
use dli_status_codegen::{CheckedCall, CheckedRow, Diagnostic, Page};
use rst_tables::{Table, TableError};
use serde_json::Value;
use std::path::Path;

/// Why a page has no rows to explain.
pub(crate) enum NoRows {
    Unreadable(String),
    /// What the macro says of the page.
    Mistakes(Vec<Diagnostic>),
}

/// The rows of a table by label, title or number; without one, of all tables that the short form of the macro reads,
/// or else of each table for which the macro suggests a declaration.
pub(crate) fn entries(path: &Path, table: Option<&str>) -> Result<Vec<Entry>, NoRows> {
    let page = call::read(path).map_err(NoRows::Unreadable)?;
    let option = table.map(|table| match table.parse::<usize>() {
        Ok(number) => format!("table = {number}"),
        Err(_) => format!("table = {table:?}"),
    });
    let mistakes = match call::check(call::short_form(path, option.as_deref()), &page) {
        Ok(call) => return Ok(of_call(&call)),
        Err(mistakes) => mistakes,
    };
    let suggested = positions(&page, table).filter_map(|position| call::suggested(&page, position));
    let calls = suggested.filter_map(|tokens| call::check(tokens, &page).ok());
    let entries: Vec<Entry> = calls.flat_map(|call| of_call(&call)).collect();
    if entries.is_empty() { Err(NoRows::Mistakes(mistakes)) } else { Ok(entries) }
}

/// The tables that are meant, counted from 1.
fn positions(page: &Page, table: Option<&str>) -> impl Iterator<Item = usize> {
    let tables = rst_tables::tables(page.text());
    let is_meant = |(position, read): &(usize, &Result<Table<'_>, TableError>)| {
        table.is_none_or(|wanted| call::is_called(wanted, *position, read))
    };
    (1..).zip(&tables).filter(is_meant).map(|(position, _)| position).collect::<Vec<_>>().into_iter()
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
