//! The source files of the calling package: the one that holds a call, and all others.

use dli_status_codegen::SourceFile;
use proc_macro::Span;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

/// The file with the call first; the others are read when they are asked for.
pub(crate) fn of(call: Span) -> impl Iterator<Item = SourceFile> {
    let own = call.local_file();
    let place = Some((call.line(), call.column()));
    let first = own.as_deref().and_then(|file| read(file, Path::new(""), place));
    first.into_iter().chain(std::iter::once_with(move || others(own.as_deref())).flatten())
}

fn others(own: Option<&Path>) -> impl Iterator<Item = SourceFile> + use<> {
    let own = own.and_then(|file| file.canonicalize().ok());
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let files = in_folder(&root).into_iter().filter(move |file| file.canonicalize().ok() != own);
    files.filter_map(move |file| read(&file, &root, None))
}

/// A file, with its path from a folder as its name.
fn read(file: &Path, folder: &Path, call: Option<(usize, usize)>) -> Option<SourceFile> {
    let text = fs::read_to_string(file).ok()?;
    let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
    Some(SourceFile { name, text, call })
}

/// All source files below a folder, in the order of their names. Links are not followed.
fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<DirEntry> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    entries.sort_by_key(DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && is_of_package(&path) => files.extend(in_folder(&path)),
            Ok(kind) if kind.is_file() && path.extension().is_some_and(|extension| extension == "rs") => {
                files.push(path);
            }
            _ => {}
        }
    }
    files
}

/// Neither hidden nor another package, nor what cargo builds.
fn is_of_package(folder: &Path) -> bool {
    let is_hidden = folder.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !is_hidden && !["Cargo.toml", "CACHEDIR.TAG"].iter().any(|file| folder.join(file).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_package_are_its_own() {
        let root = std::env::temp_dir().join(format!("dli-status-sources-{}", std::process::id()));
        let files = [
            "Cargo.toml",
            "build.rs",
            "src/lib.rs",
            "src/a/b.rs",
            "src/page.rst",
            "inner/Cargo.toml",
            "inner/src/lib.rs",
            ".git/c.rs",
            "target/CACHEDIR.TAG",
            "target/debug/d.rs",
        ];
        for file in files.map(|file| root.join(file)) {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        let own = ["build.rs", "src/a/b.rs", "src/lib.rs"].map(|file| root.join(file));
        assert_eq!(in_folder(&root), own);
        fs::remove_dir_all(&root).unwrap();
        assert!(in_folder(&root).is_empty());
    }
}
