//! What is suggested for a table is a call that reads it: for every page that can be read of the fixtures and of the tests,
//! and for pages of all shapes.

#![allow(clippy::unwrap_used, clippy::panic)]

use dli_status_codegen::{CheckedCall, Page, findings, suggest_declaration};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The pages of a folder and of those in it.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> = entries
        .flat_map(|path| if path.is_dir() { pages(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rst" || extension == "txt"))
        .collect();
    pages.sort();
    pages
}

/// Why the suggestions for a page cannot be used.
fn failures(name: &str, text: &str) -> Vec<String> {
    let page = Rc::new(Page::new(name, text));
    // What is wrong with a page is wrong with every call.
    if !findings(&page).is_empty() {
        return Vec::new();
    }
    let positions = 1..=rst_tables::tables(text).len();
    let suggested = positions.filter_map(|position| suggest_declaration(&page, position, "pub enum Suggested"));
    let failure = |declaration: String| {
        let call = declaration.parse().unwrap_or_else(|error| panic!("{error}\n{declaration}"));
        let checked = CheckedCall::new(call, &|_| Ok(text.as_bytes().to_vec()), dli_status_patterns::compile);
        let errors = checked.err()?;
        Some(errors.iter().fold(declaration, |text, error| text + "\n" + &error.render()))
    };
    suggested.filter_map(failure).collect()
}

#[test]
fn what_is_suggested_for_a_page_reads_it() {
    let codegen = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap());
    let folders = ["tests/accept", "../rst-tables/tests/fixtures", "../../docs-src", "../../tests/pages"];
    let mut failed = Vec::new();
    for path in folders.iter().flat_map(|folder| pages(&codegen.join(folder))) {
        // One that is not UTF-8 is none.
        if let Ok(text) = fs::read_to_string(&path) {
            let failures = failures(&path.file_name().unwrap().to_string_lossy(), &text);
            failed.extend(failures.into_iter().map(|failure| format!("{}:\n{failure}", path.display())));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// What is suggested for the first table of a page.
#[track_caller]
fn suggested(page: &str, declaration: &str) {
    assert_eq!(suggest_declaration(&Page::new("p.rst", page), 1, "pub enum Row").as_deref(), Some(declaration));
    assert_eq!(failures("p.rst", page), [""; 0]);
}

#[test]
fn a_table_without_a_header_has_positions() {
    suggested(
        "== ==== ====\n1  one  eins\n2  two  zwei\n== ==== ====\n",
        "#[source(\"p.rst\", header_rows = 0)]\npub enum Row {\n    #[column(1)]\n    code: u16,\n    #[column(2)]\n    \
         column_2: &'static str,\n    #[column(3)]\n    column_3: &'static str,\n}",
    );
}

#[test]
fn a_table_among_others_is_named_by_its_heading() {
    suggested(
        "First\n=====\n\n==== ====\nCode Hex\n==== ====\n-7   0x1F\n9\n==== ====\n\nSecond\n======\n\n== ==\na  b\n== ==\n",
        "#[source(\"p.rst\", under = \"First\")]\npub enum Row {\n    #[column(\"Code\")]\n    code: i16,\n    \
         #[column(\"Hex\")]\n    hex: Option<u16>,\n}",
    );
}

#[test]
fn equal_headers_have_positions_and_rows_without_a_key_are_a_struct() {
    suggested(
        "===== ===== =====\nValue Value Size\n===== ===== =====\na     b     1,048\na     b     1,048\n===== ===== =====\n",
        "#[source(\"p.rst\")]\npub struct Row {\n    #[column(1)]\n    value: &'static str,\n    \
         #[column(2)]\n    value_2: &'static str,\n    #[column(\"Size\", separator = \",\")]\n    size: u16,\n}",
    );
}

#[test]
fn a_row_across_the_table_is_a_group() {
    suggested(
        "+------+------+\n| Code | Name |\n+======+======+\n| Class A     |\n+------+------+\n| 1    | one  |\n+------+------+\n",
        "#[source(\"p.rst\")]\npub enum Row {\n    #[column(\"Code\", group)]\n    group: &'static str,\n    \
         #[column(\"Code\")]\n    code: u16,\n    #[column(\"Name\")]\n    name_text: &'static str,\n}",
    );
}
