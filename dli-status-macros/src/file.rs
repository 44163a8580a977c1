//! Finding and reading a page.
//!
//! A path is relative to the root of the calling package. `$NAME` at its start is an environment variable.

use dli_status_codegen::PagePath;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The size of the largest page that is read, in bytes. A page of 100,000 rows is a third of it.
const MAX_PAGE_BYTES: u64 = 256 << 20;

/// The bytes of a page, or why it cannot be read.
pub(crate) fn read(path: &PagePath) -> Result<Vec<u8>, String> {
    read_file(&resolve(path)?)
}

fn read_file(file: &Path) -> Result<Vec<u8>, String> {
    let shown = file.display();
    let metadata = fs::metadata(file).map_err(|error| match nearest(file) {
        Some(near) => format!("cannot read `{shown}`: {error}\n  = help: there is a file `{near}` in that directory"),
        None => format!("cannot read `{shown}`: {error}"),
    })?;
    if !metadata.is_file() {
        let kind = if metadata.is_dir() { "a directory" } else { "not a regular file" };
        return Err(format!("cannot read `{shown}`: it is {kind}"));
    }
    if metadata.len() > MAX_PAGE_BYTES {
        return Err(format!("cannot read `{shown}`: it is larger than {} MiB", MAX_PAGE_BYTES >> 20));
    }
    let mut bytes = Vec::new();
    let opened = fs::File::open(file).and_then(|file| file.take(MAX_PAGE_BYTES).read_to_end(&mut bytes));
    opened.map_err(|error| format!("cannot read `{shown}`: {error}"))?;
    Ok(bytes)
}

fn resolve(path: &PagePath) -> Result<PathBuf, String> {
    let variable = path.variable();
    let root = std::env::var(variable).map_err(|_| format!("the environment variable `{variable}` is not set"))?;
    // The compiler would resolve it from the source file, and this function from the working directory.
    if Path::new(&root).is_relative() {
        return Err(format!("the environment variable `{variable}` is `{root}`, expected an absolute path"));
    }
    Ok(PathBuf::from(root + path.rest()))
}

/// The name in the same folder that the missing one was probably meant to be.
fn nearest(file: &Path) -> Option<String> {
    let wanted = file.file_name()?.to_str()?;
    let entries = fs::read_dir(file.parent()?).ok()?;
    let mut names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    // The order of a folder is not the same everywhere.
    names.sort();
    dli_status_codegen::best_match(wanted, names.iter().map(String::as_str)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(path: &str) -> String {
        let literal = syn::LitStr::new(path, proc_macro2::Span::call_site());
        read(&PagePath::new(&literal).unwrap()).unwrap_err()
    }

    #[test]
    fn the_error_for_a_missing_page_names_its_full_path_and_a_similar_file() {
        let root = std::env::var("CARGO_MANIFEST_DIR").unwrap();
        let error = error("Cargo.tml");
        assert!(error.starts_with(&format!("cannot read `{root}/Cargo.tml`: ")), "{error}");
        assert!(error.ends_with("= help: there is a file `Cargo.toml` in that directory"), "{error}");
    }

    #[test]
    fn a_directory_is_not_a_page() {
        assert!(error("src").ends_with("/src`: it is a directory"));
    }

    #[test]
    fn a_variable_must_be_set_and_absolute() {
        assert_eq!(error("$NO_SUCH_VARIABLE/x.rst"), "the environment variable `NO_SUCH_VARIABLE` is not set");
        assert_eq!(
            error("$CARGO_PKG_NAME/x.rst"),
            "the environment variable `CARGO_PKG_NAME` is `dli-status-macros`, expected an absolute path"
        );
    }

    #[test]
    fn a_page_is_read_whole() {
        let literal = syn::LitStr::new("Cargo.toml", proc_macro2::Span::call_site());
        let bytes = read(&PagePath::new(&literal).unwrap()).unwrap();
        assert_eq!(
            bytes,
            fs::read(PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("Cargo.toml")).unwrap()
        );
    }

    #[test]
    #[cfg(unix)]
    fn a_pipe_and_a_file_that_is_too_large_are_refused() {
        let folder = std::env::temp_dir().join(format!("dli-status-macros-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(folder.join("pipe")).status().unwrap().success());
        fs::File::create(folder.join("large")).unwrap().set_len(1 << 30).unwrap();
        let error = |name: &str| read_file(&folder.join(name)).unwrap_err();
        assert!(error("pipe").ends_with("/pipe`: it is not a regular file"));
        assert!(error("large").ends_with("/large`: it is larger than 256 MiB"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
