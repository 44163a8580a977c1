//! Cargo, as the tests run it.

use crate::workspace;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

/// Cargo, offline. Everything in the lock file of the workspace has been downloaded, the optional dependencies too.
///
/// # Panics
///
/// If a download fails.
#[must_use]
pub fn cargo() -> Command {
    static FETCHED: Once = Once::new();
    FETCHED.call_once(fetch);
    let mut command = program();
    command.env("CARGO_NET_OFFLINE", "true").env("CARGO_TERM_COLOR", "never");
    command
}

fn program() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Prints what it downloads. Once everything is there, it needs no network.
fn fetch() {
    let status = program().args(["fetch", "--locked"]).current_dir(workspace()).status().expect("cargo starts");
    assert!(status.success(), "`cargo fetch --locked` downloads what the tests build with");
}

/// Cargo in the root of the workspace, offline, with the target folder of the running tests.
///
/// # Panics
///
/// If a download fails.
#[must_use]
pub fn workspace_cargo() -> Command {
    let mut command = cargo();
    command.current_dir(workspace()).env("CARGO_TARGET_DIR", target());
    command
}

/// The target folder of the running tests, which cargo builds into `<target>/<profile>/deps`.
///
/// # Panics
///
/// If the test runs from elsewhere.
#[must_use]
pub fn target() -> PathBuf {
    let test = env::current_exe().expect("the running test has a path");
    test.ancestors().nth(3).map(Path::to_owned).expect("the test is in a target folder of cargo")
}
