//! A page whose cells hold whatever could end a string, a comment or a doc, be taken for code, markup or a link, or name
//! a keyword. The crate that reads it stays clean: rustc, clippy, rustdoc and its doctests find nothing to say or run.

#![allow(clippy::unwrap_used)]

use dli_status_tests::{Downstream, workspace};
use std::fs;
use std::path::Path;

const CRATE: &str = "//! Reads a hostile page.
#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]
#![deny(rustdoc::all)]
#![allow(rustdoc::missing_doc_code_examples)]

dli_status::include_status_table!(\"hostile.rst\");
";

#[test]
fn a_hostile_page_makes_a_clean_crate() {
    let dependency = format!("[dependencies]\ndli-status = {{ path = {:?} }}", workspace().join("dli-status"));
    let user = Downstream::new("hostile", &dependency, &Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile"));
    user.write("hostile.rst", &fs::read_to_string(workspace().join("tests/pages/hostile.rst")).unwrap());
    user.write("src/lib.rs", &CRATE.replace("#![allow(rustdoc::missing_doc_code_examples)]\n", ""));
    for arguments in [&["clippy", "--quiet"][..], &["doc", "--no-deps", "--quiet"], &["test", "--doc"]] {
        let output = user.cargo(arguments).unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
        assert!(!said.contains("warning"), "{arguments:?}: {said}");
        if arguments.contains(&"test") {
            assert!(String::from_utf8_lossy(&output.stdout).contains("running 0 tests"));
        }
    }
}
