//! What a call expands to, formatted, to be read: `expansion/status_codes.rs` is what becomes of
//! `include_status_table!("docs/status_codes.rst")` for the page beside it.
//!
//! `RECORD=1 cargo test -p dli-status-codegen --test expansion` writes it anew; read the diff.

#![allow(clippy::unwrap_used)]

use dli_status_codegen::expand;
use quote::quote;
use std::fs;
use std::path::Path;

#[test]
fn the_expansion_is_the_one_to_be_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expansion");
    let page = fs::read(folder.join("status_codes.rst")).unwrap();
    let tokens = expand(quote!(dli_status; "docs/status_codes.rst"), &|_| Ok(page.clone()));
    let file: syn::File = syn::parse2(tokens).unwrap();
    let (path, text) = (folder.join("status_codes.rs"), prettyplease::unparse(&file));
    if std::env::var_os("RECORD").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap() == text, "{} is out of date:\n{text}", path.display());
}
