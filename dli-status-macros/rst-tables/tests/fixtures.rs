//! Small pages, each named after the rule it shows, beside docutils' reading of them: `scripts/rst_fixtures.py` writes
//! what is expected. The command `RST_RECORD=1 cargo test -p rst-tables --test fixtures` writes what is
//! read instead, for a look at the difference.

#[path = "../examples/tables/json.rs"]
mod json;

use std::fs;
use std::path::Path;

fn lines(page: &[u8]) -> String {
    let page = String::from_utf8_lossy(page);
    let lines = json::Lines::of(&page);
    rst_tables::tables(&page)
        .iter()
        .map(|table| format!("{{{}}}\n", json::fields(&lines, table, false).expect("a string can be written")))
        .collect()
}

#[test]
fn pages_read_as_docutils_reads_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rst");
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rst") {
            continue;
        }
        count += 1;
        let read = lines(&fs::read(&path).unwrap());
        let expected_path = path.with_extension("jsonl");
        if std::env::var_os("RST_RECORD").is_some() {
            fs::write(&expected_path, &read).unwrap();
        }
        let expected = fs::read_to_string(&expected_path).unwrap();
        if read != expected {
            wrong.push(format!("{}\ndocutils:\n{expected}we:\n{read}", path.display()));
        }
    }
    assert!(count > 0);
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
}
