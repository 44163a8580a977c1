//! What the features add, in crates that have them from `dli-status` and from nowhere else.

use dli_status_tests::{Downstream, dli_status, read};
use std::fs;

const FEATURES: [&str; 4] = ["http", "schemars", "serde", "utoipa"];

/// The crates of the features.
const CRATES: &str = "http = \"1\"
schemars = { version = \"1\", default-features = false }
serde = { version = \"1\", features = [\"derive\"] }
serde_json = \"1\"
utoipa = \"6\"
";

/// A crate that calls `dli-status` by another name. It has the same features, of which `features` are turned on, and passes
/// them on.
fn downstream(package: &str, features: &[&str], rest: &str) -> Downstream {
    let passed_on: String = FEATURES.iter().map(|name| format!("{name} = [\"status/{name}\"]\n")).collect();
    let dependency = dli_status(&[]);
    let user = Downstream::new(
        package,
        &format!("[features]\ndefault = {features:?}\n{passed_on}\n[dependencies]\nstatus = {dependency}\n\n{rest}"),
    );
    user.write("pages/codes.rst", &source("pages.rst"));
    user
}

fn source(name: &str) -> String {
    read(&format!("tests/downstream/crates/features/{name}"))
}

#[test]
fn codes_make_round_trips_in_every_format() {
    let user = downstream("features", &FEATURES, &format!("[dev-dependencies]\n{CRATES}"));
    user.write("src/lib.rs", &source("lib.rs"));
    user.write("tests/round_trips.rs", &source("round_trips.rs"));
    user.succeeds(&["test", "--quiet"]);
}

/// A crate with traits of its own for a table, next to crates that turn every feature on.
#[test]
fn a_feature_adds_nothing_to_a_table_that_does_not_ask() {
    let user = downstream("features", &FEATURES, &format!("by_hand = {{ path = \"by_hand\" }}\n{CRATES}"));
    user.write("src/lib.rs", &format!("{}\n#[doc(inline)] pub use ::by_hand;", source("lib.rs")));
    user.write(
        "by_hand/Cargo.toml",
        &format!(
            "[package]\nname = \"by_hand\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\nstatus = {}\n{CRATES}",
            dli_status(&[])
        ),
    );
    user.write("by_hand/pages/codes.rst", &source("pages.rst"));
    user.write("by_hand/src/lib.rs", &source("by_hand.rs"));
    let manifest = fs::read_to_string(user.path("Cargo.toml")).unwrap();
    user.write("Cargo.toml", &manifest.replace("[workspace]", "[workspace]\nmembers = [\"by_hand\"]"));
    // Alone, and with the features of the other crate.
    user.succeeds(&["test", "--quiet", "--package", "by_hand"]);
    user.succeeds(&["test", "--quiet", "--workspace"]);
}

/// With the lints of a strict crate.
#[test]
fn each_feature_builds_without_the_others() {
    let user = downstream("features", &[], "");
    user.write("src/lib.rs", &source("lib.rs"));
    user.succeeds(&["check", "--quiet"]);
    for feature in FEATURES {
        user.succeeds(&["check", "--quiet", "--features", feature]);
    }
}

/// The error is at the word, and says what to do.
#[test]
fn a_feature_that_is_off_is_an_error() {
    for feature in FEATURES {
        let user = downstream("off", &[], "");
        user.write(
            "src/lib.rs",
            &format!(
                "status::include_status_table! {{
    #[source(\"pages/codes.rst\", table = \"http\")]
    #[with({feature})]
    pub enum Status;
}}"
            ),
        );
        let errors = user.check_fails();
        let error = format!("error: the feature `{feature}` of `dli-status` is not turned on");
        let help = format!("= help: run `cargo add dli-status --features {feature}`");
        assert!(errors.contains(&error) && errors.contains(&help), "{errors}");
        assert!(errors.contains("--> src/lib.rs:3:12\n"), "{errors}");
        assert_eq!(errors.matches("\nerror").count(), 1, "and the count of it: {errors}");
    }
}
