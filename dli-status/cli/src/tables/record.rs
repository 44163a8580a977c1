//! A table as a line of JSON: the format in which readers of RST tables are compared.

use rst_tables::{Cell, Kind, Malformed, Row, Table};
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
pub(crate) fn lines(file: &str, page: &str) -> String {
    let mut lines = String::new();
    for table in rst_tables::tables(page) {
        let record = match &table {
            Ok(table) => good(file, table),
            Err(error) => malformed(file, error),
        };
        lines.push_str(&serde_json::to_string(&record).expect("a record has text keys only"));
        lines.push('\n');
    }
    lines
}

fn good<'t>(file: &'t str, table: &'t Table<'_>) -> Record<'t> {
    Record::Table {
        file,
        line: table.line(),
        kind: kind(table.kind()),
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

fn malformed<'t>(file: &'t str, error: &Malformed) -> Record<'t> {
    Record::Malformed {
        file,
        line: error.line(),
        kind: kind(error.kind()),
        error: error.error().to_owned(),
        detail: error.detail().map(str::to_owned),
    }
}

pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Grid => "grid",
        Kind::Simple => "simple",
        Kind::ListTable => "list-table",
        Kind::CsvTable => "csv-table",
        Kind::Table => "table",
    }
}
