//! Pages with one mistake each, named after it: `tests/fixtures/reject/NAME.rst` is the page, and `NAME.txt` has the
//! reason, the place on the page and the message.
//!
//! `UPDATE_EXPECT=1 cargo test -p rst-tables --test reject` writes what is expected anew; read the diff.

#![allow(clippy::unwrap_used, clippy::string_slice)] // The helpers of tests are tests too.

#[path = "support/fixture.rs"]
mod fixture;

use fixture::{check, pages, place};
use rst_tables::{Page, TableError};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

fn described(text: &str, error: &TableError) -> String {
    format!("{:?}\n{}{error}\n", error.reason(), place(text, error.span()))
}

#[test]
fn each_mistake_is_at_its_place() {
    check("reject", |text| {
        let page = Page::read(text);
        let errors: Vec<_> = page.tables().iter().filter_map(|table| table.as_ref().err()).collect();
        errors.iter().map(|error| described(text, error)).collect::<Vec<_>>().join("\n")
    });
}

/// The variants of the enums in the files of one folder, as their sources have them.
fn variants() -> BTreeSet<String> {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("src/error");
    let mut variants = BTreeSet::new();
    for name in ["csv", "directive", "grid", "option", "simple"] {
        let source = fs::read_to_string(folder.join(name).with_extension("rs")).unwrap();
        let lines = source.lines().skip_while(|line| !line.starts_with("pub enum")).take_while(|line| *line != "}");
        let names =
            lines.filter_map(|line| line.strip_prefix("    ").filter(|line| line.starts_with(char::is_uppercase)));
        // Only files can be without values or unreadable: `tests/include.rs` has them.
        let names = names.filter(|line| !line.starts_with("NoValues") && !line.starts_with("Unreadable"));
        variants.extend(names.map(|line| line.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned()));
    }
    variants
}

#[test]
fn each_reason_has_a_page() {
    let expected: String =
        pages("reject").iter().map(|page| fs::read_to_string(page.with_extension("txt")).unwrap()).collect();
    let words: BTreeSet<&str> = expected.split(|c: char| !c.is_alphanumeric()).collect();
    let missing: Vec<_> = variants().into_iter().filter(|variant| !words.contains(variant.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
