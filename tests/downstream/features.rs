//! What the features add, in crates that have them from `dli-status` and from nowhere else.

use dli_status_tests::{Downstream, dli_status, read};

const FEATURES: [&str; 4] = ["http", "schemars", "serde", "utoipa"];

/// A crate that calls `dli-status` by another name.
fn downstream(package: &str, features: &[&str], dev_dependencies: &str) -> Downstream {
    let sections =
        format!("[dependencies]\nstatus = {}\n\n[dev-dependencies]\n{dev_dependencies}", dli_status(features));
    let user = Downstream::new(package, &sections);
    user.write("pages/codes.rst", &source("pages.rst"));
    user
}

fn source(name: &str) -> String {
    read(&format!("tests/downstream/crates/features/{name}"))
}

#[test]
fn codes_make_round_trips_in_every_format() {
    let dev_dependencies = "http = \"1\"\n\
                            schemars = { version = \"1\", default-features = false }\n\
                            serde = { version = \"1\", features = [\"derive\"] }\n\
                            serde_json = \"1\"\n\
                            utoipa = \"5\"";
    let user = downstream("features", &FEATURES, dev_dependencies);
    user.write("src/lib.rs", &source("lib.rs"));
    user.write("tests/round_trips.rs", &source("round_trips.rs"));
    user.succeeds(&["test", "--quiet"]);
}

#[test]
fn what_a_call_derives_is_not_implemented_again() {
    for (package, features) in [("derived", FEATURES.as_slice()), ("underived", &[])] {
        let dev_dependencies = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"";
        let user = downstream(package, features, dev_dependencies);
        user.write("src/lib.rs", "");
        user.write("tests/derived.rs", &source("derived.rs"));
        user.succeeds(&["test", "--quiet"]);
    }
}

/// With the lints of a strict crate.
#[test]
fn each_feature_builds_without_the_others() {
    for feature in FEATURES {
        let user = downstream("features", &[feature], "");
        user.write("src/lib.rs", &source("lib.rs"));
        user.succeeds(&["check", "--quiet"]);
    }
}

#[test]
fn an_unknown_feature_is_an_error() {
    let user = downstream("unknown", &[], "");
    user.write(
        "src/lib.rs",
        "status::include_status_table! {
            #[source(\"pages/codes.rst\", table = \"http\")]
            #[without(serd)]
            pub enum Status;
        }",
    );
    let errors = user.check_fails();
    assert!(
        errors.contains("#[without(…)]: dli-status has no feature `serd`; it has http schemars serde utoipa"),
        "{errors}"
    );
}
