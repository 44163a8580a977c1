//! `check` on pages and folders, in all formats.

use crate::run::{Ran, command, repository, run};
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const GOOD: &str = "+---+\n| a |\n+---+\n";
const BAD: &str = "Codes\n=====\n\n+-----+\n| 404  |\n+-----+\n";

fn folder(pages: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in pages {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[track_caller]
fn check(folder: &Path, arguments: &[&str]) -> Ran {
    run(command(["check"]).args(arguments).current_dir(folder))
}

/// The files that have findings.
fn files(ran: &Ran) -> Vec<String> {
    let file = |line: &str| serde_json::from_str::<Value>(line).unwrap()["file"].as_str().unwrap().to_owned();
    ran.out.lines().map(file).collect()
}

#[test]
fn a_finding_is_drawn_as_the_macro_draws_it() {
    let folder = folder(&[("page.rst", BAD)]);
    let ran = check(folder.path(), &["page.rst"]);
    assert_eq!(ran.status, Some(1));
    let [first, place, ..] = ran.out.lines().collect::<Vec<_>>()[..] else { panic!("{}", ran.out) };
    assert!(first.starts_with("error: malformed grid table: "), "{}", ran.out);
    assert!(place.contains("--> page.rst:5:"), "{}", ran.out);
    assert!(ran.out.contains("\n5 | | 404  |\n"), "{}", ran.out);
    assert!(
        ran.err.starts_with("checked 1 page with 1 table in ") && ran.err.ends_with(" s: 1 error\n"),
        "{}",
        ran.err
    );
}

#[test]
fn formats_say_the_same() {
    let folder = folder(&[("a, b.rst", BAD)]);
    let json = check(folder.path(), &["--format", "json", "a, b.rst"]);
    let finding: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((&finding["file"], &finding["line"]), (&"a, b.rst".into(), &5.into()));
    assert_eq!((&finding["code"], &finding["severity"]), (&"malformed-grid-table".into(), &"error".into()));
    let (message, column) = (finding["message"].as_str().unwrap(), &finding["column"]);
    let short = check(folder.path(), &["--format", "short", "a, b.rst"]);
    assert_eq!(short.out, format!("a, b.rst:5:{column}: error: {message} [malformed-grid-table]\n"));
    let github = check(folder.path(), &["--format", "github", "a, b.rst"]);
    let (place, text) = github.out.split_once(",title=malformed-grid-table::").unwrap();
    assert_eq!(
        place,
        format!(
            "::error file=a%2C b.rst,line=5,endLine={},col={column},endColumn={}",
            finding["end_line"], finding["end_column"]
        )
    );
    assert!(text.starts_with(message) && text.lines().count() == 1, "{text}");
    let human = check(folder.path(), &["a, b.rst"]);
    assert_eq!(human.out, format!("error: {}\n\n", finding["rendered"].as_str().unwrap()));
    for ran in [json, short, github, human] {
        assert_eq!(ran.status, Some(1));
    }
}

#[test]
fn folders_are_searched_for_pages() {
    let bad_text = format!(".. _label:\n\n{BAD}");
    let folder = folder(&[
        ("a.rst", BAD),
        ("b/c/d.rst", BAD),
        ("b/good.rst", GOOD),
        ("b/page.txt", &bad_text),
        ("b/notes.txt", "== ==\nno RST\n"),
        ("b/code.py", BAD),
        ("build/e.rst", BAD),
        (".hidden/f.rst", BAD),
        (".gitignore", "/build\n"),
    ]);
    let all = check(folder.path(), &["--format", "json"]);
    assert_eq!((all.status, files(&all)), (Some(1), vec!["a.rst".into(), "b/c/d.rst".into(), "b/page.txt".into()]));
    assert!(all.err.starts_with("checked 4 pages with 4 tables in "), "{}", all.err);
    assert_eq!(files(&check(folder.path(), &["--format", "json", "b"])), ["b/c/d.rst", "b/page.txt"]);
    let named = check(folder.path(), &["--format", "json", "build/e.rst", "b/code.py"]);
    assert_eq!(files(&named), ["build/e.rst", "b/code.py"]);
}

#[test]
fn what_docutils_reads_is_no_error() {
    let pages = repository().join("dli-status/examples/pages");
    let ran = check(&repository(), &["docs-src/dli_02_0012.txt", pages.to_str().unwrap()]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    let folder =
        folder(&[("page.rst", ".. unknown:: x\n\n   :role:`of nobody` |nothing| nothing_\n\n+---+\n| a |\n+---+\n")]);
    assert_eq!(check(folder.path(), &[]).out, "");
}

#[test]
fn what_docutils_reads_in_another_way_is_a_warning() {
    let stray = "+---+---+\n| a | b |\n+-+-+---+\n| c | d |\n+---+---+\n";
    let folder = folder(&[("page.rst", stray)]);
    let ran = check(folder.path(), &["--format", "short"]);
    assert_eq!(ran.status, Some(0));
    assert!(ran.out.starts_with("page.rst:3:3: warning: "), "{}", ran.out);
    assert!(ran.err.ends_with(": no errors, 1 warning\n"), "{}", ran.err);
}

#[test]
fn a_page_that_is_not_utf8_is_a_finding_as_it_is_for_the_macro() {
    let folder = folder(&[]);
    fs::write(folder.path().join("page.rst"), b"caf\xe9\n").unwrap();
    let ran = check(folder.path(), &["--format", "short"]);
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (Some(1), "page.rst:1:4: error: page `page.rst` is not valid UTF-8 [not-utf-8]\n")
    );
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_checked() {
    let folder = folder(&[("page.rst", BAD)]);
    let ran = check(folder.path(), &["--format", "json", "missing", "page.rst"]);
    assert_eq!((ran.status, files(&ran)), (Some(2), vec!["page.rst".into()]));
    assert!(ran.err.starts_with("error: cannot read `missing`: no such file or directory\n"), "{}", ran.err);
}

#[test]
fn ten_thousand_files_are_checked_in_order() {
    let folder = folder(&[]);
    for number in 0..10_000 {
        fs::write(folder.path().join(format!("{number:05}.rst")), if number % 1000 == 7 { BAD } else { GOOD }).unwrap();
    }
    let ran = check(folder.path(), &["--format", "json"]);
    let expected: Vec<String> = (0..10).map(|thousand| format!("0{thousand}007.rst")).collect();
    assert_eq!(files(&ran), expected);
    assert!(ran.err.starts_with("checked 10000 pages with 10000 tables in "), "{}", ran.err);
}

#[track_caller]
fn found(page: &str, expected: &[&str]) {
    let folder = folder(&[("page.rst", page)]);
    let ran = check(folder.path(), &["--format", "short"]);
    let start = |line: &str| line.split_once(": ").map(|(place, _)| place.to_owned()).unwrap();
    let code = |line: &str| line.rsplit_once(' ').map(|(_, code)| code.to_owned()).unwrap();
    let found: Vec<String> = ran.out.lines().map(|line| format!("{} {}", start(line), code(line))).collect();
    assert_eq!(found, expected, "{}", ran.out);
}

#[test]
fn words_of_cells_that_are_lost_or_refer_to_nothing_are_found() {
    let page = "+----------------+\n| Title          |\n| -----          |\n+----------------+\n\n\
                == ===============\na  |product| E_\n== ===============\n";
    found(
        page,
        &["page.rst:2:3 [lost-text]", "page.rst:7:4 [undefined-substitution]", "page.rst:7:14 [unknown-target]"],
    );
    let text = "|product| and E_ are no words of a table.\n";
    found(text, &[]);
}

#[test]
fn values_without_a_header_are_found_once_per_table() {
    let page = ".. csv-table::\n   :header: code, text\n\n   404, Not here, or there\n   500, a, b\n";
    found(page, &["page.rst:4:19 [value-without-header]"]);
}

#[test]
fn what_another_file_defines_is_not_found() {
    let table = "== =========\na  |product|\n== =========\n";
    found(&format!(".. include:: defs.txt\n\n{table}"), &[]);
    found(&table.replace("product", "version"), &[]);
    let folder = folder(&[("conf.py", "rst_prolog = '.. |product| replace:: x'\n"), ("docs/page.rst", table)]);
    assert_eq!(check(folder.path(), &[]).out, "");
}

#[test]
fn tables_of_every_kind_have_a_code() {
    found(".. list-table::\n\n   text\n", &["page.rst:3:4 [malformed-list-table]"]);
    found(".. csv-table::\n   :widths: no\n\n   a\n", &["page.rst:2:13 [malformed-csv-table]"]);
    found(".. table::\n\n   text\n", &["page.rst:3:4 [malformed-table-directive]"]);
    found("== ==\na  b\n======\n", &["page.rst:3:1 [malformed-simple-table]"]);
}
