//! The guide shows the pages that its examples read, and the error of an example that fails. The examples that build are
//! doctests of `dli-status`.

use dli_status_tests::{Downstream, read};

/// Each block of this kind, with the text before it.
fn blocks<'g>(guide: &'g str, kind: &str) -> Vec<(&'g str, &'g str)> {
    let parts: Vec<&str> = guide.split("```").collect();
    let pairs = parts.windows(2).step_by(2).map(|pair| (*pair.first().unwrap(), *pair.last().unwrap()));
    pairs.filter_map(|(before, block)| Some((before, block.strip_prefix(kind)?.strip_prefix('\n')?))).collect()
}

#[test]
fn each_page_is_shown_unchanged() {
    let guide = read("GUIDE.md");
    let pages = blocks(&guide, "rst");
    assert_eq!(pages.len(), 13);
    for (before, shown) in pages {
        let name = before.trim_end().strip_suffix("`:").and_then(|before| before.rsplit('`').next()).unwrap();
        assert_eq!(read(&format!("dli-status/{name}")), shown, "{name}");
    }
}

#[test]
fn the_error_is_the_real_one() {
    let guide = read("GUIDE.md");
    let errors = blocks(&guide, "text");
    assert_eq!(errors.len(), 1);
    let user = Downstream::with_dli_status("guide", &[]);
    let page = "examples/pages/causes.rst";
    user.write(page, &read(&format!("dli-status/{page}")));
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
    let stderr = user.check_fails();
    for (_, shown) in errors {
        assert!(stderr.contains(shown), "{stderr}");
    }
}
