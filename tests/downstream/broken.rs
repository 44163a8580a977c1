//! A mistake in a page or a call is one error, and no other follows from it, however the type is named that is not there.

use dli_status_tests::{Downstream, dli_status, read, stderr};
use std::fs;

const PAGE: &str = "\
===========  ========  ===========
Status Code  Message   Description
===========  ========  ===========
200          OK        Fine.
404          NotFound  Not there.
410          Gone      Never again.
===========  ========  ===========
";

/// The calls in `crates/broken.rs` whose condition is met.
const CALLS: usize = 5;

fn user(edition: &str, page: &str, library: &str) -> Downstream {
    let user = Downstream::new("broken", &format!("[dependencies]\ndli-status = {}", dli_status(&["serde"])));
    let manifest = fs::read_to_string(user.path("Cargo.toml")).unwrap();
    user.write("Cargo.toml", &manifest.replace("edition = \"2024\"", &format!("edition = {edition:?}")));
    user.write("broken.rst", page);
    user.write("src/lib.rs", library);
    user
}

/// The first lines of the errors and warnings.
#[track_caller]
fn reports(user: &Downstream) -> Vec<String> {
    let output = user.cargo(&["check", "--quiet"]);
    let stderr = stderr(&output);
    let first_lines = stderr.lines().filter(|line| line.starts_with("error") || line.starts_with("warning"));
    first_lines.filter(|line| !line.contains("could not compile")).map(str::to_owned).collect()
}

#[test]
fn a_mistake_on_the_page_is_one_error_per_call() {
    let library = read("tests/downstream/crates/broken.rs");
    for edition in ["2018", "2021", "2024"] {
        let user = user(edition, PAGE, &library);
        assert_eq!(reports(&user), [""; 0], "it is right");
        for (right, wrong, error) in [
            ("404          NotFound", "4o4          NotFound", "error: the `code` of this row, `4o4`, is not a number"),
            ("Gone", "    ", "error: the `message` that names this row is empty"),
            ("Message ", "Mesage  ", "error: no column has the header `Message`"),
            ("Fine.\n", "Fine.\n===\n", "error: malformed simple table"),
            ("NotFound", "OK      ", "error: codes 200 and 404 would both be named `Ok`"),
        ] {
            let wrong = PAGE.replacen(right, wrong, 1);
            assert_ne!(wrong, PAGE);
            user.write("broken.rst", &wrong);
            let reports = reports(&user);
            assert_eq!(reports.len(), CALLS, "{edition}: {reports:#?}");
            assert!(reports.iter().all(|report| report.starts_with(error)), "{edition}: {reports:#?}");
        }
    }
}

#[test]
fn a_mistake_in_the_call_is_one_error() {
    let library = read("tests/downstream/crates/broken.rs");
    let user = user("2024", PAGE, &library);
    for (right, wrong, error) in [
        ("(\"broken.rst\");", "(\"broke.rst\");", "error: cannot read `"),
        ("pub(crate) enum Inner {", "pub(crate) enum Inner { 1", "error: expected a field"),
        ("#[column(\"Message\")]", "#[column(\"Message\", regx = \"a\")]", "error: unknown option `regx`"),
        ("#[with(serde)]", "#[wit(serde)]", "error: unknown attribute `wit`"),
    ] {
        let wrong = library.replacen(right, wrong, 1);
        assert_ne!(wrong, library);
        user.write("src/lib.rs", &wrong);
        let reports = reports(&user);
        assert!(reports.len() == 1 && reports[0].starts_with(error), "{error}: {reports:#?}");
    }
}

/// rust-analyzer sets `cfg(rust_analyzer)`.
#[test]
fn an_editor_still_sees_the_rows_that_are_right() {
    let library = read("tests/downstream/crates/broken.rs");
    let user = user("2024", &PAGE.replace("again.\n", "again.\n500                    Nameless.\n"), &library);
    user.write("build.rs", "fn main() { println!(\"cargo::rustc-cfg=rust_analyzer\"); }");
    let reports = reports(&user);
    assert_eq!(reports.len(), CALLS, "{reports:#?}");
    assert!(reports.iter().all(|report| report.contains("the `message` that names this row is empty")), "{reports:#?}");
}
