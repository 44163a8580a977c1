//! A page at one time: a file of today, or one that git keeps.

use crate::page;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A page at one time.
pub(super) struct Revision {
    /// As it is given.
    pub(super) name: String,
    /// The file, today.
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
}

impl Revision {
    /// Reads a file; or `REV:PATH`, if there is no file of that name.
    pub(super) fn read(given: &OsStr) -> Result<Self, String> {
        let name = given.to_string_lossy().into_owned();
        match name.split_once(':') {
            Some((revision, path)) if !Path::new(given).exists() && !path.is_empty() => {
                let bytes = git_show(given, revision)?;
                Ok(Self { path: PathBuf::from(path), name, bytes })
            }
            _ => Ok(Self { path: PathBuf::from(given), bytes: page::read_bytes(Path::new(given))?, name }),
        }
    }
}

fn git_show(object: &OsStr, revision: &str) -> Result<Vec<u8>, String> {
    let name = object.to_string_lossy();
    if revision.starts_with('-') {
        return Err(format!("cannot read `{name}`: there is no such file, and `{revision}` is not a revision"));
    }
    let shown = Command::new("git").arg("show").arg(object).output();
    let shown = shown.map_err(|error| format!("cannot read `{name}`: git cannot be run: {error}"))?;
    if shown.status.success() {
        return Ok(shown.stdout);
    }
    let why = String::from_utf8_lossy(&shown.stderr);
    let why = why.lines().next().unwrap_or_default();
    Err(format!("cannot read `{name}`: {}", why.strip_prefix("fatal: ").unwrap_or(why)))
}
