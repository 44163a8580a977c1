//! The doc file: the rule by which a path is found, and reading it.
//!
//! A path is relative to the root of the calling package. `$NAME` at its start is an environment variable.

use dli_status_codegen::PagePath;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// So much is read at the most, in bytes. A page of 100,000 rows is a third of it.
const MOST_BYTES: u64 = 256 << 20;

/// The bytes of a page, or why there are none.
pub(crate) fn read(path: &PagePath) -> Result<Vec<u8>, String> {
    let file = resolve(path)?;
    let shown = file.display();
    let metadata = fs::metadata(&file).map_err(|error| match nearest(&file) {
        Some(near) => format!("cannot read `{shown}`: {error}\n  = help: there is `{near}` in that folder"),
        None => format!("cannot read `{shown}`: {error}"),
    })?;
    if !metadata.is_file() {
        let kind = if metadata.is_dir() { "a folder" } else { "no regular file" };
        return Err(format!("cannot read `{shown}`: it is {kind}"));
    }
    let mut bytes = Vec::new();
    let opened = fs::File::open(&file).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    opened.map_err(|error| format!("cannot read `{shown}`: {error}"))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(format!("`{shown}` is larger than {} MiB, too large for a page", MOST_BYTES >> 20));
    }
    Ok(bytes)
}

fn resolve(path: &PagePath) -> Result<PathBuf, String> {
    let variable = |name: &str| std::env::var(name).map_err(|_| format!("the environment variable `{name}` is not set"));
    let root = PathBuf::from(variable(path.variable())?);
    Ok(root.join(path.rest().trim_start_matches('/')))
}

/// The name in the same folder that is most like the one that is missing.
fn nearest(file: &Path) -> Option<String> {
    let wanted = file.file_name()?.to_str()?;
    let entries = fs::read_dir(file.parent()?).ok()?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<(usize, String)> = names.map(|name| (dli_status_codegen::distance(wanted, &name), name)).collect();
    names.sort();
    names.into_iter().next().filter(|(distance, _)| *distance * 2 <= wanted.len()).map(|(_, name)| name)
}
