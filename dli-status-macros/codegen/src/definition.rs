//! The definition of an enum, found in the source files of a package.
//!
//! A macro is given the path of an enum and nothing of the enum. What is found here is a guess and may be one: the
//! emitted code holds a `match` on the enum with these variants, so the compiler refuses any others.

use crate::schema::Variants;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::path::Path;

/// A Rust source file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its path, for messages and for the name of its module.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The line and the column at which the call stands if it is in this file, both counted from one; columns are
    /// characters.
    pub call: Option<(usize, usize)>,
}

/// Marks the place of the call among the tokens of its file.
const CALL: &str = "__dli_status_call_stands_here";

/// What stands in the braces of the enum that a path means at the place of a call: of the one in the innermost scope
/// around the call, if the path is a name alone; else of the only one, or the only one in the module that the path names.
/// The file of the call comes first in `files`.
///
/// # Errors
///
/// The names of the files that define such an enum, if there is not exactly one that is meant.
pub(crate) fn find(path: &syn::Path, files: impl Iterator<Item = SourceFile>) -> Result<String, Vec<String>> {
    let mut segments = path.segments.iter().rev().map(|segment| segment.ident.to_string());
    let name = segments.next().unwrap_or_default();
    let module = segments.next();
    let found = search(&name, module.is_none(), files);
    let mut meant: Vec<&Found> = found.iter().collect();
    if module.is_none() {
        let innermost = found.iter().map(|found| found.scope).max().flatten();
        meant.retain(|found| found.scope == innermost);
    } else if meant.len() > 1 {
        meant.retain(|found| found.module == module);
    }
    match meant.as_slice() {
        [one] => Ok(one.body.clone()),
        _ => Err(found.into_iter().map(|found| found.file).collect()),
    }
}

/// All enums of a name; if `is_local`, those of the file with the call are enough if one of them is in scope there.
fn search(name: &str, is_local: bool, files: impl Iterator<Item = SourceFile>) -> Vec<Found> {
    let _lexer = OwnLexer::new();
    let mut found = Vec::new();
    for file in files.filter(|file| file.text.contains(name)) {
        // What is no Rust is no source file, whatever its name.
        let Ok(tokens) = marked(&file).parse() else { continue };
        let mut search = Search { file: &file.name, name, found: &mut found };
        search.walk(tokens, module_of(&file.name).as_deref(), 0);
        if is_local && found.iter().any(|found| found.scope.is_some()) {
            break;
        }
    }
    found
}

/// `proc-macro2` without the compiler's lexer, which would report a file that is no Rust as an error of this crate.
struct OwnLexer;

impl OwnLexer {
    fn new() -> Self {
        proc_macro2::fallback::force();
        Self
    }
}

impl Drop for OwnLexer {
    fn drop(&mut self) {
        proc_macro2::fallback::unforce();
    }
}

/// The text of a file with the place of the call marked.
fn marked(file: &SourceFile) -> String {
    let Some((line, column)) = file.call else { return file.text.clone() };
    let mut text = String::with_capacity(file.text.len() + CALL.len() + 2);
    for (own, number) in file.text.split_inclusive('\n').zip(1..) {
        if number == line {
            let at = own.char_indices().nth(column.saturating_sub(1)).map_or(own.len(), |(at, _)| at);
            let (before, behind) = own.split_at_checked(at).unwrap_or((own, ""));
            text.extend([before, " ", CALL, " ", behind]);
        } else {
            text.push_str(own);
        }
    }
    text
}

/// The module that a file is, by its name.
fn module_of(file: &str) -> Option<String> {
    let path = Path::new(file);
    let stem = if path.ends_with("mod.rs") { path.parent()?.file_name()? } else { path.file_stem()? };
    stem.to_str().map(str::to_owned)
}

/// So deep goes no code that the compiler takes.
const DEEPEST: usize = 128;

/// A definition of an enum of the wanted name.
struct Found {
    file: String,
    /// The innermost module around it.
    module: Option<String>,
    /// How deep the scope lies in which it is defined, if the call is in that scope too.
    scope: Option<usize>,
    body: String,
}

struct Search<'a> {
    file: &'a str,
    name: &'a str,
    found: &'a mut Vec<Found>,
}

impl Search<'_> {
    /// Adds the definitions among some tokens; says whether the call is among them.
    fn walk(&mut self, tokens: TokenStream, module: Option<&str>, depth: usize) -> bool {
        let mut own = Vec::new();
        let mut has_call = false;
        let mut before = [String::new(), String::new()];
        for token in tokens {
            let [keyword, name] = &before;
            let word = match token {
                TokenTree::Group(group) => {
                    if keyword == "enum" && name == self.name && is_definition(&group) {
                        own.push(self.found.len());
                        self.add(&group, module);
                    }
                    let inner = if keyword == "mod" { Some(name.as_str()) } else { module };
                    has_call |= depth < DEEPEST && self.walk(group.stream(), inner, depth + 1);
                    String::new()
                }
                TokenTree::Ident(ident) => ident.to_string(),
                TokenTree::Punct(_) | TokenTree::Literal(_) => String::new(),
            };
            has_call |= word == CALL;
            let [_, last] = before;
            before = [last, word];
        }
        if has_call {
            for at in own {
                self.found.get_mut(at).into_iter().for_each(|found| found.scope = Some(depth));
            }
        }
        has_call
    }

    fn add(&mut self, body: &Group, module: Option<&str>) {
        self.found.push(Found {
            file: self.file.to_owned(),
            module: module.map(str::to_owned),
            scope: None,
            body: body.stream().to_string(),
        });
    }
}

/// Whether these are the braces of an enum, and not a pattern of `macro_rules!`.
fn is_definition(group: &Group) -> bool {
    group.delimiter() == Delimiter::Brace && syn::parse2::<Variants>(group.stream()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file in which the call stands at `⌖`, if anywhere.
    fn file(name: &str, text: &str) -> SourceFile {
        let call = text.split_once('⌖').map(|(before, _)| {
            let line = before.rsplit('\n').next().unwrap_or_default();
            (before.matches('\n').count() + 1, line.chars().count() + 1)
        });
        SourceFile { name: name.to_owned(), text: text.replace('⌖', ""), call }
    }

    #[track_caller]
    fn found(path: &str, files: &[SourceFile], body: &str) {
        let path = syn::parse_str(path).unwrap();
        assert_eq!(find(&path, files.iter().cloned()).as_deref(), Ok(body));
    }

    #[track_caller]
    fn unclear(path: &str, files: &[SourceFile], places: &[&str]) {
        let path = syn::parse_str(path).unwrap();
        assert_eq!(find(&path, files.iter().cloned()).unwrap_err(), places);
    }

    #[test]
    fn the_braces_of_the_enum_are_found() {
        let text = "#!/bin/sh\n/// Docs: enum E { No }\n#[repr(u8)] pub(crate) enum E { A = 1, B } const S: &str = \"enum E {}\"; ⌖";
        found("E", &[file("src/main.rs", text)], "A = 1 , B");
        found("E", &[file("src/main.rs", "é!(⌖E); enum E { A }")], "A");
        found("E", &[file("src/main.rs", "mod a { enum E { A } } enum F { B }\n⌖")], "A");
    }

    #[test]
    fn what_is_no_definition_is_passed_over() {
        let template = "macro_rules! m { ($($v:ident)*) => { enum E { $($v),* } } } ⌖";
        unclear("E", &[file("src/lib.rs", template)], &[]);
        unclear("E", &[file("src/lib.rs", "struct E { a: u8 } enum Ex { A } mod E {} ⌖")], &[]);
        unclear("E", &[file("a.rs", "enum E { \"no end"), file("b.rs", "enum E { '"), file("c.rs", "}")], &[]);
        unclear("E", &[], &[]);
    }

    #[test]
    fn the_innermost_scope_around_the_call_comes_first() {
        let text = "fn a() { enum E { A } } fn b() { enum E { B } if true { call!(⌖E) } } enum E { C }";
        found("E", &[file("src/lib.rs", text)], "B");
        found("E", &[file("src/lib.rs", &text.replace("enum E { B }", ""))], "C");
        found("E", &[file("src/lib.rs", "mod m { enum E { A } } mod n { use super::*; ⌖ } enum E { B }")], "B");
        unclear("E", &[file("src/lib.rs", "#[cfg(a)] enum E { A } #[cfg(b)] enum E { B } ⌖")], &["src/lib.rs"; 2]);
    }

    #[test]
    fn a_module_tells_enums_of_one_name_apart() {
        let inline = file("src/lib.rs", "⌖ mod m { pub enum E { A } } mod n { pub enum E { B } }");
        found("n::E", std::slice::from_ref(&inline), "B");
        found("crate::m::E", std::slice::from_ref(&inline), "A");
        unclear("E", &[inline], &["src/lib.rs"; 2]);

        let files = [
            file("src/lib.rs", "mod m; mod n; ⌖"),
            file("src/m.rs", "pub enum E { A }"),
            file("src/n/mod.rs", "pub enum E { B }"),
        ];
        found("m::E", &files, "A");
        found("n::E", &files, "B");
        unclear("o::E", &files, &["src/m.rs", "src/n/mod.rs"]);
    }

    #[test]
    fn other_files_are_asked_for_what_is_not_in_scope() {
        let other = file("src/other.rs", "pub enum E { B }");
        found("E", &[file("src/lib.rs", "enum E { A } ⌖"), other.clone()], "A");
        found("E", &[file("src/lib.rs", "use other::E; ⌖"), other.clone()], "B");
        found("E", std::slice::from_ref(&other), "B");
        found("other::E", &[file("src/lib.rs", "enum E { A } ⌖"), other.clone()], "B");
        unclear("E", &[file("src/lib.rs", "mod m { enum E { A } } ⌖"), other], &["src/lib.rs", "src/other.rs"]);
    }
}
