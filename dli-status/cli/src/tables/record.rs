//! A table as a line of JSON: the format in which readers of RST tables are compared.

use dli_status_codegen::Page;
use rst_tables::{Cell, Kind, Reason, Row, Table, TableError};
use serde::Serialize;

#[derive(Serialize)]
#[serde(untagged)]
enum Record<'t> {
    Table {
        file: &'t str,
        line: usize,
        kind: &'static str,
        label: Option<&'t str>,
        title: Option<&'t str>,
        columns: usize,
        head: Vec<Vec<CellRecord>>,
        body: Vec<Vec<CellRecord>>,
    },
    Malformed {
        file: &'t str,
        line: usize,
        kind: &'static str,
        error: String,
        detail: Option<String>,
    },
}

#[derive(Serialize)]
struct CellRecord {
    text: String,
    /// The cell's source; `None` in a list table.
    raw: Option<String>,
    rowspan: usize,
    colspan: usize,
}

/// A line per table.
pub(crate) fn lines(page: &Page) -> String {
    let mut lines = String::new();
    for table in rst_tables::tables(page.text()) {
        let record = match &table {
            Ok(table) => good(page, table),
            Err(error) => malformed(page, error),
        };
        lines.push_str(&serde_json::to_string(&record).expect("a record has text keys only"));
        lines.push('\n');
    }
    lines
}

fn good<'t>(page: &'t Page, table: &'t Table<'_>) -> Record<'t> {
    Record::Table {
        file: page.name(),
        line: page.position(table.span().start).0,
        kind: table.kind().name(),
        label: table.label(),
        title: table.title(),
        columns: table.columns(),
        head: rows(table.kind(), table.head()),
        body: rows(table.kind(), table.body()),
    }
}

fn rows(kind: Kind, rows: &[Row<'_>]) -> Vec<Vec<CellRecord>> {
    rows.iter().map(|row| row.iter().map(|cell| record(kind, cell)).collect()).collect()
}

fn record(kind: Kind, cell: &Cell<'_>) -> CellRecord {
    let raw = (kind != Kind::ListTable).then(|| cell.raw().into_owned());
    CellRecord { text: cell.text(), raw, rowspan: cell.rowspan(), colspan: cell.colspan() }
}

fn malformed<'t>(page: &'t Page, error: &TableError) -> Record<'t> {
    let (message, detail) = match error.reason() {
        Reason::Grid(_) | Reason::Simple(_) => ("Malformed table.".to_owned(), Some(error.to_string())),
        _ => (error.to_string(), None),
    };
    let (file, line) = (page.name(), page.position(error.table().start).0);
    Record::Malformed { file, line, kind: error.kind().name(), error: message, detail }
}
