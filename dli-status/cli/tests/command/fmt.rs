//! `fmt` on tables that an edit has put out of shape, beside what docutils reads before and after.
//!
//! `tests/fixtures/fmt` has a folder per set of options: `NAME.rst` becomes `NAME.out.rst`, and without one it stays and
//! is reported. `UPDATE_EXPECT=1 cargo test -p dli-status-cli` records new pages, and then
//! `dli-status-macros/rst-tables/scripts/rst_fixtures.py dli-status/cli/tests/fixtures/fmt/*/` what docutils reads in them,
//! in `NAME.jsonl` and `NAME.out.jsonl`.

use crate::run::{command, repository, run};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The pages of a folder that are inputs, in order.
fn inputs(folder: &str) -> Vec<PathBuf> {
    let folder = repository().join("dli-status/cli/tests/fixtures/fmt").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(".rst") && !path.to_string_lossy().ends_with(".out.rst"));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

/// What a page becomes, and the exit code.
fn formatted(arguments: &[&str], page: &Path) -> (String, Option<i32>) {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("page.rst");
    fs::copy(page, &copy).unwrap();
    let ran = run(command(["fmt"]).args(arguments).arg(&copy));
    (fs::read_to_string(&copy).unwrap(), ran.status)
}

/// What docutils reads in a page, without lines and sources of cells.
fn docutils(page: &Path) -> Vec<Value> {
    let recorded = page.with_extension("jsonl");
    let recorded = fs::read_to_string(&recorded).unwrap_or_else(|error| panic!("{}: {error}", recorded.display()));
    let mut tables: Vec<Value> = recorded.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for table in &mut tables {
        table.as_object_mut().unwrap().remove("line");
        for rows in ["head", "body"] {
            let rows = table.get_mut(rows).and_then(Value::as_array_mut).into_iter().flatten();
            for cell in rows.flat_map(|row| row.as_array_mut().unwrap()) {
                cell.as_object_mut().unwrap().remove("raw");
            }
        }
    }
    tables
}

fn is_malformed(tables: &[Value]) -> bool {
    tables.iter().any(|table| table.get("error").is_some())
}

#[track_caller]
fn all_become_as_expected(folder: &str, arguments: &[&str]) {
    for page in inputs(folder) {
        let name = page.display();
        let (text, status) = formatted(arguments, &page);
        let expected = page.with_extension("out.rst");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected, &text).unwrap();
            continue;
        }
        assert_eq!(status, Some(0), "{name}");
        assert_eq!(text, fs::read_to_string(&expected).unwrap(), "{name}");
        assert_eq!(formatted(arguments, &expected), (text, Some(0)), "{name} again");
        let (before, after) = (docutils(&page), docutils(&expected));
        assert!(!is_malformed(&after), "{name}");
        if !is_malformed(&before) && !before.is_empty() {
            assert_eq!(before, after, "{name}");
        }
    }
}

#[test]
fn tables_fit_again() {
    all_become_as_expected("keep", &[]);
}

#[test]
fn wide_cells_are_wrapped() {
    all_become_as_expected("width-60", &["--width", "60"]);
}

#[test]
fn columns_are_narrowed() {
    all_become_as_expected("shrink", &["--shrink"]);
}

#[test]
fn what_could_mean_more_than_one_thing_is_left_and_reported() {
    for page in inputs("left") {
        let name = page.display();
        let before = fs::read_to_string(&page).unwrap();
        assert!(is_malformed(&docutils(&page)), "{name}");
        assert_eq!(formatted(&[], &page), (before, Some(1)), "{name}");
        let ran = run(command(["fmt", "--check"]).arg(&page));
        assert!(ran.err.starts_with("error: malformed table left as it is: "), "{}", ran.err);
    }
}

#[test]
fn the_page_of_this_repository_stays_as_it_is_byte_for_byte() {
    let page = repository().join("docs-src/dli_02_0012.txt");
    let before = fs::read_to_string(&page).unwrap();
    assert_eq!(formatted(&[], &page), (before.clone(), Some(0)));
    let (narrow, _) = formatted(&["--width", "100"], &page);
    assert!(narrow.lines().all(|line| line.chars().count() <= 100));
    let tables = |page: &str| {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("page.rst"), page).unwrap();
        let ran = run(command(["tables", "--json", "page.rst"]).current_dir(&folder));
        let mut table: Value = serde_json::from_str(&ran.out).unwrap();
        table["body"].as_array_mut().unwrap().iter_mut().flat_map(|row| row.as_array_mut().unwrap()).for_each(|cell| {
            cell.as_object_mut().unwrap().remove("raw");
        });
        table
    };
    assert_eq!(tables(&narrow), tables(&before));
}

#[test]
fn check_changes_nothing_and_says_what_would_change() {
    let folder = tempfile::tempdir().unwrap();
    let page = "+---+\n| 404 |\n+---+\n";
    fs::write(folder.path().join("a.rst"), page).unwrap();
    fs::write(folder.path().join("b.rst"), "Text.\n").unwrap();
    let ran = run(command(["fmt", "--check", "a.rst", "b.rst"]).current_dir(&folder));
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(1), "would change a.rst\n", ""));
    assert_eq!(fs::read_to_string(folder.path().join("a.rst")).unwrap(), page);
    let ran = run(command(["fmt", "a.rst", "b.rst"]).current_dir(&folder));
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), "changed a.rst\n"));
    let ran = run(command(["fmt", "--check", "a.rst", "b.rst"]).current_dir(&folder));
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""));
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.rst");
    for (text, expected) in [("+---+\n| 404 |\n+---+\n", "+-----+\n| 404 |\n+-----+\n"), ("Text.", "Text.")] {
        fs::write(&page, text).unwrap();
        let ran = run(command(["fmt", "-"]).stdin(fs::File::open(&page).unwrap()));
        assert_eq!((ran.status, ran.out.as_str()), (Some(0), expected));
    }
}

#[test]
fn a_page_that_cannot_be_read_or_written_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("latin.rst"), b"caf\xe9\n").unwrap();
    let ran = run(command(["fmt", "latin.rst", "missing.rst"]).current_dir(&folder));
    assert_eq!(ran.status, Some(2));
    assert_eq!(
        ran.err,
        "error: `latin.rst` is not UTF-8\nerror: cannot read `missing.rst`: no such file or directory\n"
    );
}
