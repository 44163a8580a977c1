//! The guide shows the pages that its examples read, and the error that one of them would give. The examples themselves
//! are doctests of `dli-status`.

#![allow(clippy::unwrap_used)]

use dli_status_tests::{Downstream, workspace};
use std::fs;
use std::path::Path;

/// The text in front of each block of a kind, and the block.
fn blocks<'g>(guide: &'g str, kind: &str) -> Vec<(&'g str, &'g str)> {
    let parts: Vec<&str> = guide.split("```").collect();
    let pairs = parts.windows(2).step_by(2).map(|pair| (*pair.first().unwrap(), *pair.last().unwrap()));
    pairs.filter_map(|(before, block)| Some((before, block.strip_prefix(kind)?.strip_prefix('\n')?))).collect()
}

fn guide() -> String {
    fs::read_to_string(workspace().join("GUIDE.md")).unwrap()
}

#[test]
fn each_page_is_shown_as_it_is() {
    let guide = guide();
    let pages = blocks(&guide, "rst");
    assert_eq!(pages.len(), 7);
    for (before, shown) in pages {
        let name = before.trim_end().strip_suffix("`:").and_then(|before| before.rsplit('`').next()).unwrap();
        assert_eq!(fs::read_to_string(workspace().join("dli-status").join(name)).unwrap(), shown, "{name}");
    }
}

#[test]
fn the_error_is_the_one_that_comes() {
    let guide = guide();
    let errors = blocks(&guide, "text");
    assert_eq!(errors.len(), 1);
    let dependency = format!("[dependencies]\ndli-status = {{ path = {:?} }}", workspace().join("dli-status"));
    let user = Downstream::new("guide", &dependency, &Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide"));
    let page = "examples/pages/causes.rst";
    user.write(page, &fs::read_to_string(workspace().join("dli-status").join(page)).unwrap());
    user.write(
        "src/main.rs",
        "
dli_status::include_status_table! {
    #[source(\"examples/pages/causes.rst\")]
    pub enum Error {
        #[column(\"Error Code\")]
        code: &'static str,
        #[column(\"Cause\")]
        cause: &'static str,
    }
}

fn main() {}
",
    );
    let said = user.check_fails();
    for (_, shown) in errors {
        assert!(said.contains(shown), "{said}");
    }
}
