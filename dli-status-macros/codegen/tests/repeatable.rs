//! The same call on the same page gives the same tokens, errors included, though every hash map of the standard library
//! has an order of its own.

#![allow(clippy::unwrap_used)]

use dli_status_codegen::expand;
use proc_macro2::TokenStream;
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|file| file.extension().is_some_and(|extension| extension == "rst")).collect()
}

fn expansion(call: &str, page: &Path) -> String {
    let call: TokenStream = format!("dli_status; {call}").parse().unwrap();
    expand(call, &|_| fs::read(page).map_err(|error| error.to_string())).to_string()
}

#[test]
fn errors_are_the_same_each_time() {
    for page in fixtures("reject") {
        let call = fs::read_to_string(page.with_extension("call")).unwrap_or_else(|_| "\"page.rst\"".to_owned());
        assert_eq!(expansion(&call, &page), expansion(&call, &page), "{}", page.display());
    }
}

#[test]
fn types_are_the_same_each_time() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dli_02_0012.txt");
    for code in ["u16", "&'static str"] {
        let call = format!(
            "#[source(\"page.rst\")]
            enum Status {{
                #[column(\"Status Code\")] code: {code},
                #[column(\"Message\", regex = r\"[A-Z][a-z]*\")] words: &'static [&'static str],
                #[column(\"Description\")] description: &'static str,
            }}"
        );
        let first = expansion(&call, &page);
        assert!(first.contains("Code404"), "{first}");
        for _ in 0..8 {
            assert_eq!(expansion(&call, &page), first);
        }
    }
}
