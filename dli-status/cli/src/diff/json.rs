//! Differences for programs: an object per type.

use super::changes::{Change, Changes, Row, Step};
use crate::output::Output;
use serde::Serialize;
use serde_json::{Value, json};
use std::io;

#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    change: Value,
    breaking: bool,
}

pub(super) fn write(output: &mut Output, changes: &Changes) -> io::Result<()> {
    let list: Vec<Listed> = changes
        .changes
        .iter()
        .map(|change| Listed { change: object(change), breaking: changes.step_of(change) == Step::Major })
        .collect();
    let object = json!({
        "type": changes.name,
        "public": changes.is_public,
        "step": changes.step().name(),
        "breaking": changes.is_breaking(),
        "changes": list,
    });
    writeln!(output, "{object}")
}

fn object(change: &Change) -> Value {
    let of_row = |kind: &str, row: &Row| json!({ "kind": kind, "code": row.code, "name": row.name });
    match change {
        Change::Removed(row) => of_row("removed", row),
        Change::Added(row) => of_row("added", row),
        Change::Moved(row) => of_row("moved", row),
        Change::Renamed { code, old, new } => json!({ "kind": "renamed", "code": code, "old": old, "new": new }),
        Change::Recoded { name, old, new } => json!({ "kind": "recoded", "name": name, "old": old, "new": new }),
        Change::Text { row, field, old, new } => {
            json!({ "kind": "text", "code": row.code, "name": row.name, "field": field, "old": old, "new": new })
        }
        Change::Shared { message, names } => json!({ "kind": "shared", "message": message, "names": names }),
    }
}
