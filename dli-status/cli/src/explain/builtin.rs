//! The rows of the Data Lake Insight API's status codes, which the command knows without a page.

use super::entry::{Detail, Entry, Place};
use dli_status::StatusCode;
use serde_json::Value;

pub(crate) fn entries() -> Vec<Entry> {
    StatusCode::ALL.iter().zip(1..).map(|(&status, row)| entry(status, row)).collect()
}

fn entry(status: StatusCode, row: usize) -> Entry {
    Entry {
        code: status.code().into(),
        name: status.name().to_owned(),
        message: status.message().to_owned(),
        class: status.class(),
        details: details(status),
        description: status.description().to_owned(),
        place: Place::Row(row),
    }
}

fn details(status: StatusCode) -> Vec<Detail> {
    let advice = |field: &str, holds: bool, text: &str| Detail {
        field: field.to_owned(),
        value: holds.into(),
        shown: holds.then(|| ("repeat".to_owned(), text.to_owned())),
        is_searched: false,
    };
    let headers = status.headers();
    vec![
        advice("needs_change", status.needs_change(), "not without changes to the request"),
        advice("may_repeat", status.may_repeat(), "the same request may be sent again"),
        advice("retry_after", status.retry_after(), "after the time in the Retry-After header"),
        Detail {
            field: "headers".to_owned(),
            value: headers.iter().copied().map(Value::from).collect(),
            shown: (!headers.is_empty()).then(|| ("headers".to_owned(), headers.join(", "))),
            is_searched: true,
        },
    ]
}
