//! How the sources are laid out: imports lead one way, files and functions are small.
//!
//! **No circle of imports.** Inside a crate, one file imports another if it names an item of it: by a `use`, or by a path
//! in an expression, a type or a macro. The item counts as part of the file that defines it, by whatever re-exports it is
//! reached. So a parent that only declares and re-exports modules is imported by nobody and makes no circle; one that
//! defines what its children use may not also call them. A re-export is not an import unless the file uses the name
//! itself. Test code and what `quote!` emits are left out.
//!
//! **No file over [`MAX_FILE_LINES`].** Generated files are exempt. They are known by the word `Generated` in the doc
//! comment at their top, and expansions by the folder `expand` or `expansion` in which the macro's output is kept.
//!
//! **No function over [`MAX_FUNCTION_LINES`].** The layout of rustfmt tells where one ends.

mod imports;
mod length;
mod modules;

use dli_status_tests::{read, workspace};
use imports::Imports;
use modules::Modules;
use std::fs;
use std::path::{Path, PathBuf};

const MAX_FILE_LINES: usize = 300;
const MAX_FUNCTION_LINES: usize = 60;

/// All source files of the repository, those of other workspaces in it too.
fn sources() -> Vec<PathBuf> {
    let mut sources = Vec::new();
    let mut folders = vec![workspace()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() && name != "target" && !name.starts_with('.') {
                folders.push(entry.path());
            } else if kind.is_file() && name.ends_with(".rs") {
                sources.push(entry.path());
            }
        }
    }
    sources.sort();
    sources
}

/// The path of a file as a message shows it.
fn shown(path: &Path) -> String {
    path.strip_prefix(workspace()).unwrap_or(path).display().to_string()
}

/// The file from which a crate starts, if this is one: a library, a program, or a program in `src/bin`.
fn is_root(path: &Path) -> bool {
    path.ends_with("src/lib.rs") || path.ends_with("src/main.rs") || path.parent().unwrap().ends_with("src/bin")
}

#[test]
fn imports_form_no_circle() {
    let roots: Vec<PathBuf> = sources().into_iter().filter(|path| is_root(path)).collect();
    assert!(roots.len() > 4, "{roots:?}");
    let circles: Vec<String> = roots.iter().flat_map(|root| Imports::new(&Modules::read(root)).circles()).collect();
    assert!(circles.is_empty(), "{} circles\n\n{}", circles.len(), circles.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    let too_long = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().count();
        (lines > MAX_FILE_LINES && !is_generated(path, &text)).then(|| format!("{}: {lines} lines", shown(path)))
    };
    let too_long: Vec<String> = sources().iter().filter_map(too_long).collect();
    assert!(too_long.is_empty(), "more than {MAX_FILE_LINES}\n{}", too_long.join("\n"));
}

fn is_generated(path: &Path, text: &str) -> bool {
    let expansion = path.components().any(|part| ["expand", "expansion"].contains(&part.as_os_str().to_str().unwrap()));
    expansion || text.lines().take_while(|line| line.starts_with("//")).any(|line| line.contains("Generated"))
}

#[test]
fn no_function_is_too_long() {
    let mut too_long = Vec::new();
    for path in sources() {
        for function in length::functions(&fs::read_to_string(&path).unwrap()) {
            if function.lines > MAX_FUNCTION_LINES {
                let length::Function { name, line, lines } = function;
                too_long.push(format!("{}:{line}: `{name}`, {lines} lines", shown(&path)));
            }
        }
    }
    assert!(too_long.is_empty(), "more than {MAX_FUNCTION_LINES}\n{}", too_long.join("\n"));
}

/// An index of texts is laid out by one crate and searched by another.
#[test]
fn both_copies_of_the_index_format_are_equal() {
    let [laid_out, searched] =
        ["dli-status-macros/codegen/src/index_format.rs", "dli-status/src/lookup/index_format.rs"].map(read);
    assert!(laid_out == searched, "edit both copies of index_format.rs");
}
