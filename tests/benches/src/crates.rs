//! Crates in temporary folders, built by cargo as a user's are.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// A crate outside of any workspace.
#[derive(Debug)]
pub struct Crate {
    folder: tempfile::TempDir,
}

impl Crate {
    /// With these lines behind `[dependencies]`, and these files, by their path.
    pub fn new(dependencies: &str, files: &[(&str, &str)]) -> io::Result<Self> {
        let this = Self { folder: tempfile::tempdir()? };
        let manifest = format!(
            "[package]\nname = \"measured\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{dependencies}\n"
        );
        this.write("Cargo.toml", &manifest)?;
        for (path, text) in files {
            this.write(path, text)?;
        }
        Ok(this)
    }

    /// Writes a file of the crate.
    pub fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
        fs::write(path, text)
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// The workspace's root.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The line of a manifest for this crate.
#[must_use]
pub fn ours() -> String {
    format!("dli-status = {{ path = {:?} }}", root().join("dli-status"))
}
