//! What the tests share: crates of their own in temporary folders, built by cargo as a user's crate is.

pub mod rustdoc;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs, io};

/// The root of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace is there")
}

/// Cargo in the root of the workspace, offline, with the target folder that the running tests are in; they know it by
/// `env!("CARGO_TARGET_TMPDIR")`.
#[must_use]
pub fn workspace_cargo(target_tmpdir: &str) -> Command {
    let mut command = cargo();
    command
        .current_dir(workspace())
        .env("CARGO_TARGET_DIR", Path::new(target_tmpdir).parent().unwrap_or(Path::new("target")));
    command
}

/// Cargo, offline.
#[must_use]
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.env("CARGO_NET_OFFLINE", "true").env("CARGO_TERM_COLOR", "never");
    command
}

/// A crate outside of the workspace, in a folder that goes with it.
#[derive(Debug)]
pub struct Downstream {
    folder: tempfile::TempDir,
    target: PathBuf,
}

impl Downstream {
    /// A crate with these dependencies. `target` names the folder for what cargo builds; crates that share it share
    /// the build of their dependencies, so their packages need different names.
    ///
    /// # Panics
    ///
    /// If the folder cannot be written.
    #[must_use]
    pub fn new(package: &str, dependencies: &str, target: &Path) -> Self {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let this = Self { folder, target: target.to_owned() };
        // Its own workspace, and the versions that this one is tested with, so that it builds without a network.
        this.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{package}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n{dependencies}\n"
            ),
        );
        fs::copy(workspace().join("Cargo.lock"), this.path("Cargo.lock")).expect("the lock file can be copied");
        this
    }

    /// The path of a file in it.
    #[must_use]
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// Writes a file in it.
    ///
    /// # Panics
    ///
    /// If the file cannot be written.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        path.parent().map_or(Ok(()), fs::create_dir_all).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Runs cargo on it, offline.
    ///
    /// # Errors
    ///
    /// If cargo cannot be started.
    pub fn cargo(&self, arguments: &[&str]) -> io::Result<Output> {
        cargo()
            .args(arguments)
            .current_dir(self.folder.path())
            .env("CARGO_TARGET_DIR", &self.target)
            .env_remove("RUSTFLAGS")
            .output()
    }

    /// What `cargo run` prints.
    ///
    /// # Panics
    ///
    /// If it fails; with all that it said.
    #[must_use]
    #[track_caller]
    pub fn run(&self) -> String {
        let output = self.cargo(&["run", "--quiet"]).expect("cargo starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// What `cargo check` complains of.
    ///
    /// # Panics
    ///
    /// If it does not.
    #[must_use]
    #[track_caller]
    pub fn check_fails(&self) -> String {
        let output = self.cargo(&["check", "--quiet"]).expect("cargo starts");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "it builds: {said}");
        said
    }
}
