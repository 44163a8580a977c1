//! A user's crate: outside the workspace, in a temporary folder, built by cargo.

use crate::{cargo, stderr, stdout, target, workspace};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

/// A crate outside the workspace. Its folder is deleted when it is dropped.
#[derive(Debug)]
pub struct Downstream {
    folder: tempfile::TempDir,
    target: Target,
}

/// The value of a dependency on the `dli-status` of this repository, as TOML.
#[must_use]
pub fn dli_status(features: &[&str]) -> String {
    format!("{{ package = \"dli-status\", path = {:?}, features = {features:?} }}", workspace().join("dli-status"))
}

impl Downstream {
    /// A crate that depends on `dli-status` and on nothing else.
    ///
    /// # Panics
    ///
    /// If its folder cannot be written.
    #[must_use]
    pub fn with_dli_status(package: &str, features: &[&str]) -> Self {
        Self::new(package, &format!("[dependencies]\ndli-status = {}", dli_status(features)))
    }

    /// A crate whose manifest has these sections after `[package]`.
    ///
    /// # Panics
    ///
    /// If its folder cannot be written.
    #[must_use]
    pub fn new(package: &str, sections: &str) -> Self {
        let this =
            Self { folder: tempfile::tempdir().expect("a temporary folder can be made"), target: Target::take() };
        let package = format!("[package]\nname = \"{package}\"\nversion = \"0.0.0\"\nedition = \"2024\"");
        // A workspace of its own, with the versions that this one is tested with, so that it builds offline.
        this.write("Cargo.toml", &format!("{package}\n\n[workspace]\n\n{sections}\n"));
        fs::copy(workspace().join("Cargo.lock"), this.path("Cargo.lock")).expect("the lock file can be copied");
        this
    }

    /// The path of a file of the crate.
    #[must_use]
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// The folder into which cargo builds it.
    #[must_use]
    pub fn target(&self) -> PathBuf {
        self.target.path()
    }

    /// Writes a file of the crate.
    ///
    /// # Panics
    ///
    /// If the file cannot be written.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        path.parent().map_or(Ok(()), fs::create_dir_all).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Appends sections to the manifest.
    ///
    /// # Panics
    ///
    /// If the manifest cannot be written.
    pub fn extend_manifest(&self, sections: &str) {
        let mut manifest = fs::File::options().append(true).open(self.path("Cargo.toml")).expect("it has a manifest");
        write!(manifest, "\n{sections}\n").expect("the manifest can be written");
    }

    /// Runs cargo on the crate, offline.
    ///
    /// # Panics
    ///
    /// If cargo does not start.
    #[must_use]
    pub fn cargo(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("cargo starts")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = cargo();
        command.args(arguments).current_dir(self.folder.path()).env("CARGO_TARGET_DIR", self.target());
        // Flags of the running tests are not the user's.
        command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        command
    }

    /// Runs cargo on the crate and returns what it printed to its standard output.
    ///
    /// # Panics
    ///
    /// If it fails, with everything that it printed.
    #[track_caller]
    pub fn succeeds(&self, arguments: &[&str]) -> String {
        let output = self.cargo(arguments);
        assert!(output.status.success(), "cargo {arguments:?}\n{}{}", stderr(&output), stdout(&output));
        stdout(&output)
    }

    /// What the program of the crate prints.
    ///
    /// # Panics
    ///
    /// If the crate does not build or its program fails.
    #[must_use]
    #[track_caller]
    pub fn run(&self) -> String {
        self.succeeds(&["run", "--quiet"])
    }

    /// The errors of a crate that does not build.
    ///
    /// # Panics
    ///
    /// If it builds.
    #[must_use]
    #[track_caller]
    pub fn check_fails(&self) -> String {
        let output = self.cargo(&["check", "--quiet"]);
        let errors = stderr(&output);
        assert!(!output.status.success(), "it builds: {errors}");
        errors
    }
}

/// A target folder that no other test of this process uses: cargo lets only one build at a time into each. It keeps the
/// dependencies for the tests that take it later.
#[derive(Debug)]
struct Target(usize);

static TAKEN: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());

impl Target {
    fn take() -> Self {
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let free = (0..).find(|number| !taken.contains(number)).expect("tests are few");
        taken.insert(free);
        Self(free)
    }

    fn path(&self) -> PathBuf {
        target().join(format!("tmp/downstream-{}", self.0))
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        TAKEN.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}
