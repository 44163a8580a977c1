//! The expansion triggers no lint: with every lint on, in every edition, among names that shadow those it uses.

use dli_status_tests::{Downstream, dli_status, read};

const PAGES: [&str; 3] = ["code_and_message_in_one_cell.rst", "rows_of_a_code.rst", "spanned_cells.rst"];

#[test]
fn no_lint_fires_in_any_edition() {
    for edition in ["2018", "2021", "2024"] {
        clippy_succeeds(edition, &[]);
    }
}

#[test]
fn no_lint_fires_with_all_features() {
    clippy_succeeds("2024", &["http", "schemars", "serde", "utoipa"]);
}

#[track_caller]
fn clippy_succeeds(edition: &str, features: &[&str]) {
    let user = Downstream::new("clean", &format!("[dependencies]\nstatus = {}", dli_status(features)));
    // With `rust-version`, clippy also reports what is newer.
    let package = format!("edition = {edition:?}\nrust-version = {:?}", env!("CARGO_PKG_RUST_VERSION"));
    let manifest = std::fs::read_to_string(user.path("Cargo.toml")).unwrap();
    user.write("Cargo.toml", &manifest.replace("edition = \"2024\"", &package));
    user.write("src/lib.rs", &read("tests/downstream/crates/clean.rs"));
    for page in PAGES {
        user.write(&format!("pages/{page}"), &read(&format!("tests/pages/{page}")));
    }
    user.succeeds(&["clippy", "--quiet"]);
}
