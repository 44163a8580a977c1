//! One fixture a mistake, named after it: `reject/NAME.rst` is the page, `reject/NAME.txt` what is said about it.
//! `reject/NAME.call`, if there is one, is the macro call; else it is the short form. `reject/NAME.rs`, if there is one, is
//! an enum below `#[assert_status_table(…)]`, whose arguments are in `reject/NAME.assert`.
//!
//! `RECORD=1 cargo test -p dli-status-codegen --test reject` writes the messages anew; read the diff.

#![allow(clippy::unwrap_used, clippy::panic)]

use dli_status_codegen::{PagePath, expand, expand_assertion};
use proc_macro2::{TokenStream, TokenTree};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reject")
}

/// The texts of the `compile_error!`s that an expansion consists of; `None` if there is anything else in it.
fn messages(expansion: TokenStream) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut rest = expansion.into_iter().peekable();
    while rest.peek().is_some() {
        let path: String = rest.by_ref().take(7).map(|token| token.to_string()).collect();
        let group = rest.next()?;
        if path != "::core::compile_error!" {
            return None;
        }
        let TokenTree::Group(group) = group else { return None };
        texts.push(syn::parse2::<syn::LitStr>(group.stream()).ok()?.value());
    }
    Some(texts)
}

/// An enum stays where it is, whatever is wrong.
fn without_item(expansion: TokenStream, item: TokenStream) -> TokenStream {
    let mut rest = expansion.into_iter();
    for token in item {
        assert_eq!(rest.next().map(|token| token.to_string()), Some(token.to_string()));
    }
    rest.collect()
}

fn said(page: &Path) -> String {
    let bytes = fs::read(page).unwrap();
    let read_page = |_: &PagePath| Ok(bytes.clone());
    let tokens = |text: &str| -> TokenStream { text.parse().unwrap() };
    let beside = |extension: &str| fs::read_to_string(page.with_extension(extension)).ok();
    let expansion = match beside("rs").map(|item| tokens(&item)) {
        Some(item) => {
            let expansion = expand_assertion(tokens(&beside("assert").unwrap()), item.clone(), &read_page);
            without_item(expansion, item)
        }
        None => {
            let name = page.file_name().unwrap().to_str().unwrap();
            let call = beside("call").unwrap_or_else(|| format!("{name:?}"));
            expand(tokens(&format!("dli_status; {call}")), &read_page)
        }
    };
    match messages(expansion) {
        Some(messages) => messages.iter().map(|message| format!("error: {message}\n")).collect::<Vec<_>>().join("\n"),
        None => panic!("it is accepted: {}", page.display()),
    }
}

#[test]
fn every_mistake_is_told() {
    let mut pages: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "rst"));
    pages.sort();
    assert!(!pages.is_empty());
    let mut differing = Vec::new();
    for page in pages {
        let name = page.file_name().unwrap().to_str().unwrap();
        let said = said(&page);
        let expected = page.with_extension("txt");
        if std::env::var_os("RECORD").is_some() {
            fs::write(&expected, said).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != said {
            differing.push(format!("{name}:\n{said}"));
        }
    }
    assert!(differing.is_empty(), "{}\nRECORD=1 writes them anew", differing.join("\n"));
}
