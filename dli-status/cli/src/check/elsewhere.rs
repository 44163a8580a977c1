//! Names that a page uses and another file defines: one that the page includes, or the configuration of Sphinx.

use dli_status_codegen::{Diagnostic, Page};
use std::path::Path;

/// Whether a word that refers to nothing on its page may refer to something in another file.
pub(super) fn defines(path: &Path, page: &Page, finding: &Diagnostic) -> bool {
    let name = finding.labels().next().and_then(|(page, span, _)| page.text().get(span)).unwrap_or_default();
    match finding.code() {
        Some("undefined-substitution") => includes(page) || configuration_defines(path, name),
        Some("unknown-target") => includes(page),
        _ => false,
    }
}

fn includes(page: &Page) -> bool {
    page.text().lines().any(|line| line.trim_start().starts_with(".. include::"))
}

/// Whether the nearest `conf.py` above a page, with its `rst_prolog` and `rst_epilog`, has a name in it.
fn configuration_defines(path: &Path, name: &str) -> bool {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut configurations = path.ancestors().skip(1).map(|folder| folder.join("conf.py"));
    let configuration = configurations.find_map(|file| std::fs::read_to_string(file).ok());
    configuration.is_some_and(|text| text.contains(name))
}
