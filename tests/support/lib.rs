//! What the tests share: the repository, cargo, crates of a user's in temporary folders, and rustdoc's pages.

mod cargo;
mod downstream;
pub mod rustdoc;

pub use self::cargo::{cargo, target, workspace_cargo};
pub use self::downstream::{Downstream, dli_status};

use std::path::{Path, PathBuf};
use std::process::Output;
use std::{env, fs};

/// The root of the repository.
///
/// It is asked for at run time: a test that was built in one clone may run for another with the same target folder.
///
/// # Panics
///
/// If the repository is gone.
#[must_use]
pub fn workspace() -> PathBuf {
    let tests = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&tests).join("..").canonicalize().expect("the repository is readable")
}

/// The text of a file of the repository.
///
/// # Panics
///
/// If it cannot be read.
#[must_use]
#[track_caller]
pub fn read(file: &str) -> String {
    fs::read_to_string(workspace().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What a command wrote to its standard error.
#[must_use]
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What a command wrote to its standard output.
#[must_use]
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}
