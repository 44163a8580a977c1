//! What the features add, in crates that depend on `dli-status` alone for it.

#![allow(clippy::unwrap_used)]

use dli_status_tests::{Downstream, workspace};
use std::fs;
use std::path::Path;

const FEATURES: [&str; 4] = ["http", "schemars", "serde", "utoipa"];

fn downstream(package: &str, features: &[&str], dependencies: &str) -> Downstream {
    let path = workspace().join("dli-status");
    let dependencies = format!(
        "[dependencies]\nstatus = {{ package = \"dli-status\", path = {path:?}, features = {features:?} }}\n\n\
         [dev-dependencies]\n{dependencies}"
    );
    let crates = Downstream::new(package, &dependencies, &Path::new(env!("CARGO_TARGET_TMPDIR")).join("features"));
    crates.write("pages/codes.rst", &file("features/pages.rst"));
    crates
}

fn file(name: &str) -> String {
    fs::read_to_string(workspace().join("tests/crates").join(name)).unwrap()
}

#[track_caller]
fn succeeds(user: &Downstream, arguments: &[&str]) {
    let output = user.cargo(arguments).unwrap();
    let (said, shown) = (String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{arguments:?}: {said}{shown}");
}

#[test]
fn codes_travel_in_all_ways() {
    let called = "http = \"1\"\nschemars = { version = \"1\", default-features = false }\nserde = { version = \"1\", features = [\"derive\"] }\n\
                  serde_json = \"1\"\nutoipa = \"5\"";
    let user = downstream("features", &FEATURES, called);
    user.write("src/lib.rs", &file("features/lib.rs"));
    user.write("tests/round_trips.rs", &file("features/round_trips.rs"));
    succeeds(&user, &["test", "--quiet"]);
}

#[test]
fn what_a_call_derives_is_left_to_it() {
    for (package, features) in [("derived", FEATURES.as_slice()), ("underived", &[])] {
        let called = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"";
        let user = downstream(package, features, called);
        user.write("src/lib.rs", "");
        user.write("tests/derived.rs", &file("features/derived.rs"));
        succeeds(&user, &["test", "--quiet"]);
    }
}

/// Each by itself, and each with the lints of a strict crate.
#[test]
fn each_feature_stands_alone() {
    for feature in FEATURES {
        let user = downstream("features", &[feature], "");
        user.write("src/lib.rs", &file("features/lib.rs"));
        succeeds(&user, &["check", "--quiet"]);
    }
}

#[test]
fn a_feature_that_is_not_there_is_an_error() {
    let user = downstream("unknown", &[], "");
    user.write(
        "src/lib.rs",
        "status::include_status_table! {
            #[source(\"pages/codes.rst\", table = \"http\")]
            #[without(serd)]
            pub enum Status;
        }",
    );
    let said = user.check_fails();
    assert!(
        said.contains("#[without(…)]: dli-status has no feature `serd`; it has http schemars serde utoipa"),
        "{said}"
    );
}
