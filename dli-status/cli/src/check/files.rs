//! The pages of a docs tree.

use crate::output::Output;
use crate::page;
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// The files below some paths.
pub(super) struct Files {
    pub(super) paths: Vec<PathBuf>,
    /// Whether every path could be walked; standard error says why not.
    pub(super) all_found: bool,
}

/// The files that are named, and in folders those that may be RST, in the order of their names.
pub(super) fn find(paths: &[PathBuf], output: &mut Output) -> Files {
    let mut files = Files { paths: Vec::new(), all_found: true };
    for path in paths {
        if !path.is_dir() {
            files.paths.push(path.clone());
            continue;
        }
        let mut walk = WalkBuilder::new(path);
        walk.require_git(false).sort_by_file_name(Ord::cmp);
        for entry in walk.build() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && may_be_page(entry.path()) => {
                    let path = entry.path();
                    files.paths.push(path.strip_prefix("./").unwrap_or(path).to_owned());
                }
                Ok(_) => {}
                Err(error) => {
                    output.error(&error);
                    files.all_found = false;
                }
            }
        }
    }
    files
}

fn may_be_page(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rst" || extension == "txt")
}

/// Whether a file is RST: all but texts that show no sign of it.
pub(super) fn is_page(path: &Path, bytes: &[u8]) -> bool {
    page::is_standard_input(path)
        || path.extension().is_none_or(|extension| extension != "txt")
        || bytes.split(|&byte| byte == b'\n').any(is_markup)
}

/// A directive, a target, a role, or the border of a grid table.
fn is_markup(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let holds = |wanted: &[u8]| line.windows(wanted.len()).any(|part| part == wanted);
    match line {
        [b'.', b'.', b' ', b'_', ..] => line.ends_with(b":"),
        [b'.', b'.', b' ', ..] => holds(b"::"),
        [b'+', b'-', ..] => line.iter().all(|byte| matches!(byte, b'+' | b'-')),
        _ => holds(b":`") && line.contains(&b':'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_pages_if_they_look_like_rst() {
        for text in ["Title\n=====\n\n.. note:: x", "a\n.. _label:\n", "see :ref:`x <y>`", "+---+\n| a |\n+---+\n"] {
            assert!(is_page(Path::new("a.txt"), text.as_bytes()), "{text}");
        }
        for text in ["", "numpy==1.0\nsphinx\n", "cmake_minimum_required(VERSION 3.5)\n", "== ==\na  b\n== ==\n"] {
            assert!(!is_page(Path::new("a.txt"), text.as_bytes()), "{text}");
            assert!(is_page(Path::new("a.rst"), text.as_bytes()));
        }
    }
}
