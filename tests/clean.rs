//! What the macro makes is silent in every crate: under all lints, in all editions, among names that shadow its own.

#![allow(clippy::unwrap_used)]

use dli_status_tests::{Downstream, workspace};
use std::fs;
use std::path::Path;

const PAGES: [&str; 3] = ["code_and_message_in_one_cell.rst", "rows_of_a_code.rst", "spanned_cells.rst"];

#[test]
fn no_lint_has_anything_to_say() {
    for edition in ["2018", "2021", "2024"] {
        clippy_is_silent(edition, &[], "clean");
    }
}

#[test]
fn no_lint_has_anything_to_say_of_features() {
    clippy_is_silent("2024", &["http", "schemars", "serde", "utoipa"], "features");
}

fn clippy_is_silent(edition: &str, features: &[&str], target: &str) {
    let tests = workspace().join("tests");
    let path = workspace().join("dli-status");
    let dependency =
        format!("[dependencies]\nstatus = {{ package = \"dli-status\", path = {path:?}, features = {features:?} }}");
    let user = Downstream::new("clean", &dependency, &Path::new(env!("CARGO_TARGET_TMPDIR")).join(target));
    let manifest = fs::read_to_string(user.path("Cargo.toml")).unwrap();
    // With `rust-version`, clippy tells what is newer.
    let package = format!("edition = {edition:?}\nrust-version = {:?}", env!("CARGO_PKG_RUST_VERSION"));
    user.write("Cargo.toml", &manifest.replace("edition = \"2024\"", &package));
    user.write("src/lib.rs", &fs::read_to_string(tests.join("crates/clean.rs")).unwrap());
    for page in PAGES {
        user.write(&format!("pages/{page}"), &fs::read_to_string(tests.join("pages").join(page)).unwrap());
    }
    let output = user.cargo(&["clippy", "--quiet"]).unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "edition {edition}, features {features:?}: {said}");
}
