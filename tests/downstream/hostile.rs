//! A page whose cells hold whatever could end a string, a comment or a doc, pass for code, markup or a link, or be a
//! keyword. The crate that reads it is clean: rustc, clippy and rustdoc report nothing, and there is no doctest to run.

use dli_status_tests::{Downstream, read, stderr, stdout};

const LIBRARY: &str = "//! Reads a hostile page.
#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]
#![deny(rustdoc::all)]

dli_status::include_status_table!(\"hostile.rst\");
";

#[test]
fn a_hostile_page_makes_a_clean_crate() {
    let user = Downstream::with_dli_status("hostile", &[]);
    user.write("hostile.rst", &read("tests/pages/hostile.rst"));
    user.write("src/lib.rs", LIBRARY);
    for arguments in [&["clippy", "--quiet"][..], &["doc", "--no-deps", "--quiet"], &["test", "--doc"]] {
        let output = user.cargo(arguments);
        let stderr = stderr(&output);
        assert!(output.status.success(), "{arguments:?}: {stderr}");
        assert!(!stderr.contains("warning"), "{arguments:?}: {stderr}");
        if arguments.contains(&"test") {
            assert!(stdout(&output).contains("running 0 tests"));
        }
    }
}
