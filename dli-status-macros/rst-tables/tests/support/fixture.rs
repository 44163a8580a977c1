//! Pages next to what is expected of them.

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use rst_tables::Page;

/// The pages of a folder of fixtures.
pub(crate) fn pages(folder: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("tests/fixtures").join(folder);
    let mut pages: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "rst"));
    pages.sort();
    assert!(!pages.is_empty());
    pages
}

/// Compares what is said about each page of a folder with the text next to it.
#[track_caller]
pub(crate) fn check(folder: &str, said: impl Fn(&str) -> String) {
    let mut wrong = Vec::new();
    for page in pages(folder) {
        let text = fs::read_to_string(&page).unwrap();
        let (found, expected_path) = (said(&text), page.with_extension("txt"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected_path, &found).unwrap();
        }
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}\nexpected:\n{expected}\nfound:\n{found}", page.display()));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The first line that a span is in, with the span marked; only the beginning of a long line.
pub(crate) fn place(text: &str, span: Range<usize>) -> String {
    let position = Page::read(text).position(span.start);
    let line = text.lines().nth(position.line - 1).unwrap_or_default();
    let shown: String = line.chars().take(80).collect();
    let marked = text[span].lines().next().unwrap_or_default().chars().count().max(1);
    let mut place = String::new();
    let _ = writeln!(place, "{:>3} | {shown}", position.line);
    let _ = writeln!(place, "    | {}{}", " ".repeat((position.column - 1).min(80)), "^".repeat(marked.min(80)));
    place
}
