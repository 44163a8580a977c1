//! Small pages, each named after the rule that it shows, next to what docutils reads in them, which
//! `scripts/rst_fixtures.py` writes.

#![allow(clippy::unwrap_used)] // The helpers of tests are tests too.

#[path = "../examples/tables/docutils.rs"]
mod docutils;
#[path = "../examples/tables/json.rs"]
mod json;

use std::fs;
use std::path::{Path, PathBuf};

fn lines(page: &[u8]) -> String {
    let page = String::from_utf8_lossy(page);
    let lines = docutils::Lines::of(&page);
    rst_tables::tables(&page)
        .iter()
        .map(|table| format!("{{{}}}\n", json::fields(&lines, table, false).expect("a string can be written")))
        .collect()
}

/// A record without the message of an error in a directive, which docutils takes from Python.
fn comparable(record: &str) -> &str {
    let is_block = record.contains("\"kind\":\"grid\"") || record.contains("\"kind\":\"simple\"");
    record.split_once(",\"error\":").filter(|_| !is_block).map_or(record, |(table, _)| table)
}

#[test]
fn pages_read_as_docutils_reads_them() {
    assert_pages_read_as_docutils_reads_them(
        &PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("tests/fixtures/rst"),
    );
}

/// Silent without a folder of pages (`scripts/page_cases.py` makes them).
#[test]
fn random_pages_read_as_docutils_reads_them() {
    if let Some(folder) = std::env::var_os("RST_PAGES") {
        assert_pages_read_as_docutils_reads_them(Path::new(&folder));
    }
}

fn assert_pages_read_as_docutils_reads_them(folder: &Path) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rst") {
            continue;
        }
        count += 1;
        let read = lines(&fs::read(&path).unwrap());
        let expected = fs::read_to_string(path.with_extension("jsonl")).unwrap();
        if read.lines().map(comparable).ne(expected.lines().map(comparable)) {
            wrong.push(format!("{}\ndocutils:\n{expected}found:\n{read}", path.display()));
        }
    }
    assert!(count > 0);
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
}
