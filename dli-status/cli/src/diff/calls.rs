//! The declaration of the type that a page becomes: from the sources of a package, from a file, or the short form.

use super::revision::Revision;
use crate::call::short_form;
use crate::page;
use dli_status_codegen::{CheckedCall, Diagnostic, PagePath};
use ignore::WalkBuilder;
use ignore::types::TypesBuilder;
use proc_macro2::{TokenStream, TokenTree};
use std::cell::Cell;
use std::path::{Path, PathBuf};

/// The name of the macro.
const MACRO: &str = "include_status_table";

/// A call of the macro, and what its paths mean.
pub(super) struct Declared {
    tokens: TokenStream,
    /// `None` if the page is meant whatever path the call has.
    paths: Option<Paths>,
}

/// The package that a call is in, and the page in it that is compared.
struct Paths {
    package: PathBuf,
    page: PathBuf,
}

impl Declared {
    /// The table of the call, where the page has the text of this revision.
    pub(super) fn check(&self, revision: &Revision) -> Result<CheckedCall, Vec<Diagnostic>> {
        let read = |path: &PagePath| match &self.paths {
            Some(paths) if !is_page(&paths.package, path, &paths.page) => {
                page::read_bytes(&on_disk(&paths.package, path)?)
            }
            _ => Ok(revision.bytes.clone()),
        };
        CheckedCall::new(self.tokens.clone(), &read, dli_status_patterns::compile)
    }
}

/// Whether a call in a package reads this page.
fn names(call: &TokenStream, package: &Path, page: &Path) -> bool {
    let found = Cell::new(false);
    let read = |path: &PagePath| {
        found.set(found.get() || is_page(package, path, page));
        Err(String::new())
    };
    // Only the paths are asked for; the pages are read when both sides of the edit are known.
    let _ = CheckedCall::new(call.clone(), &read, dli_status_patterns::compile);
    found.get()
}

fn is_page(package: &Path, path: &PagePath, page: &Path) -> bool {
    let same =
        on_disk(package, path).ok().and_then(|file| Some(file.canonicalize().ok()? == page.canonicalize().ok()?));
    // A page that git keeps need not be there any more.
    same.unwrap_or_else(|| page.ends_with(path.written()))
}

fn on_disk(package: &Path, path: &PagePath) -> Result<PathBuf, String> {
    let below = path.rest().trim_start_matches('/');
    match path.variable() {
        "CARGO_MANIFEST_DIR" => Ok(package.join(below)),
        variable => match std::env::var_os(variable) {
            Some(root) => Ok(PathBuf::from(root).join(below)),
            None => Err(format!("the environment variable `{variable}` is not set")),
        },
    }
}

/// The calls in a file, or the tokens of one.
pub(super) fn in_file(file: &Path) -> Result<Vec<Declared>, String> {
    let tokens = parse(page::read(file)?.text())
        .ok_or_else(|| format!("`{}` does not hold a call of `{MACRO}!`", file.display()))?;
    let mut calls = Vec::new();
    find(tokens.clone(), &mut calls);
    if calls.is_empty() {
        calls.push(tokens);
    }
    Ok(calls.into_iter().map(|tokens| Declared { tokens, paths: None }).collect())
}

/// The calls that name the page on one of its sides, in the sources below a folder, or below the package of the page; the
/// short form if there are none.
pub(super) fn in_sources(folder: Option<&Path>, old: &Revision, new: &Revision) -> Result<Vec<Declared>, String> {
    let below = folder.map(Path::to_owned).or_else(|| package_of(&new.path)).or_else(|| package_of(Path::new(".")));
    let calls: Vec<Declared> = below
        .iter()
        .flat_map(|folder| sources(folder))
        .flat_map(|file| in_source(&file, [&new.path, &old.path]))
        .collect();
    match folder {
        _ if !calls.is_empty() => Ok(calls),
        None => Ok(vec![Declared { tokens: short_form(&new.path, None), paths: None }]),
        Some(folder) => {
            Err(format!("no call of `{MACRO}!` in `{}` names the page `{}`", folder.display(), new.path.display()))
        }
    }
}

fn in_source(file: &Path, pages: [&Path; 2]) -> Vec<Declared> {
    // What is not Rust is no source, whatever its name.
    let text = std::fs::read_to_string(file).ok().filter(|text| text.contains(MACRO));
    let Some((tokens, package)) = text.and_then(|text| parse(&text)).zip(package_of(file)) else { return Vec::new() };
    let mut calls = Vec::new();
    find(tokens, &mut calls);
    let declared = calls.into_iter().filter_map(|tokens| {
        let page = pages.into_iter().find(|page| names(&tokens, &package, page))?.to_owned();
        Some(Declared { tokens, paths: Some(Paths { package: package.clone(), page }) })
    });
    declared.collect()
}

/// The nearest folder above a file that is a package.
fn package_of(file: &Path) -> Option<PathBuf> {
    let file = std::path::absolute(file).ok()?;
    file.ancestors().find(|folder| folder.join("Cargo.toml").is_file()).map(Path::to_owned)
}

/// The Rust files below a folder, in the order of their names.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut types = TypesBuilder::new();
    types.add("rust", "*.rs").expect("the pattern is valid");
    let types = types.select("rust").build().expect("the type is defined");
    let walk = WalkBuilder::new(folder).require_git(false).types(types).sort_by_file_name(Ord::cmp).build();
    let files = walk.flatten().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    files.map(ignore::DirEntry::into_path).collect()
}

fn parse(text: &str) -> Option<TokenStream> {
    let text = if text.starts_with("#!/") { text.split_once('\n').map_or("", |(_, rest)| rest) } else { text };
    text.parse().ok()
}

/// Adds the tokens in the braces of each call.
fn find(tokens: TokenStream, calls: &mut Vec<TokenStream>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for window in tokens.windows(3) {
        if let [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(call)] = window
            && name == MACRO
            && mark.as_char() == '!'
        {
            calls.push(call.stream());
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            find(group.stream(), calls);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_found_wherever_they_are() {
        let text = "#!/usr/bin/env x\n//! include_status_table!(\"no.rst\");\nmacro_rules! include_status_table { () => {} }\n\
                    dli_status::include_status_table!(\"a.rst\"); mod m { fn f() { include_status_table! { \"b.rst\" } } }";
        let mut calls = Vec::new();
        find(parse(text).unwrap(), &mut calls);
        let calls: Vec<String> = calls.iter().map(ToString::to_string).collect();
        assert_eq!(calls, ["\"a.rst\"", "\"b.rst\""]);
    }
}
