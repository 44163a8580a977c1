//! Builds are reproducible: the crates, and one that calls the macro, are built in two folders of different depth, with
//! the path of each remapped, and come out the same byte for byte.

use crate::LIBRARIES;
use dli_status_tests::{cargo, read, stderr, workspace};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

const MANIFEST: &str = "
[package]
name = \"user\"
version = \"0.0.0\"
edition = \"2024\"

[dependencies]
dli-status.workspace = true
";

const LIBRARY: &str = "
dli_status::include_status_table!(\"docs/answers.rst\");

dli_status::include_status_table! {
    #[source(\"docs/error_codes.rst\", table = \"codes\")]
    pub enum Error {
        #[column(\"Error Code\")]
        code: &'static str,
        #[column(\"Status Code\", regex = r\"\\d+\")]
        statuses: &'static [dli_status::StatusCode],
        #[column(\"Error Message\")]
        message: &'static str,
    }
}
";

/// The result of a build in one folder.
#[derive(PartialEq)]
struct Built {
    /// By file name: the libraries and their metadata, and the macro itself.
    files: BTreeMap<String, Vec<u8>>,
    /// The crate that calls the macro, expanded.
    expansion: String,
}

fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
        return;
    }
    for entry in fs::read_dir(from).unwrap() {
        let name = entry.unwrap().file_name();
        copy(&from.join(&name), &to.join(&name));
    }
}

/// Writes the workspace with the libraries and another crate.
fn write(folder: &Path) {
    for (_, crate_folder) in LIBRARIES {
        for part in ["Cargo.toml", "GUIDE.md", "README.md", "benches", "docs-src", "examples", "src"] {
            let from = workspace().join(crate_folder).join(part);
            if from.exists() {
                copy(&from, &folder.join(crate_folder).join(part));
            }
        }
    }
    let manifest = read("Cargo.toml");
    let (before, members) = manifest.split_once("members = [").unwrap();
    let (_, after) = members.split_once(']').unwrap();
    let members = LIBRARIES.map(|(_, folder)| folder);
    fs::write(folder.join("Cargo.toml"), format!("{before}members = {:?}{after}", [&members[..], &["user"]].concat()))
        .unwrap();
    copy(&workspace().join("Cargo.lock"), &folder.join("Cargo.lock"));
    fs::create_dir_all(folder.join("user/src")).unwrap();
    fs::write(folder.join("user/Cargo.toml"), MANIFEST).unwrap();
    fs::write(folder.join("user/src/lib.rs"), LIBRARY).unwrap();
    copy(&workspace().join("dli-status/examples/pages"), &folder.join("user/docs"));
}

/// Cargo in the folder, set up for a reproducible build.
fn reproducible(folder: &Path) -> Command {
    let mut cargo = cargo();
    cargo.current_dir(folder).env("CARGO_TARGET_DIR", folder.join("target"));
    cargo.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", format!("--remap-path-prefix={}=/", folder.display()));
    // The files of an incremental build have random names.
    cargo.env("CARGO_INCREMENTAL", "0");
    // Lets a stable rustc print an expansion, of the crate `user` only.
    cargo.env("RUSTC_BOOTSTRAP", "user");
    cargo
}

fn run(mut cargo: Command) -> Vec<u8> {
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    output.stdout
}

fn build(folder: &Path, profile: &str) -> Built {
    write(folder);
    let mut cargo = reproducible(folder);
    cargo.args(["build", "--package=user", "--profile", profile]);
    run(cargo);
    let mut cargo = reproducible(folder);
    cargo.args(["rustc", "--package=user", "--profile", profile, "--", "-Zunpretty=expanded"]);
    let expansion = String::from_utf8(run(cargo)).unwrap();

    let built = folder.join("target").join(if profile == "dev" { "debug" } else { profile }).join("deps");
    let files = fs::read_dir(built).unwrap().map(|entry| entry.unwrap().path());
    let named = files.map(|file| (file.file_name().unwrap().to_str().unwrap().to_owned(), file));
    let results = named.filter(|(name, _)| {
        (name.starts_with("libuser-") || name.starts_with("libdli_status")) && !name.ends_with(".d")
    });
    Built { files: results.map(|(name, file)| (name, fs::read(file).unwrap())).collect(), expansion }
}

fn assert_reproducible(profile: &str) {
    let root = tempfile::tempdir().unwrap();
    let root = root.path().canonicalize().unwrap();
    let [shallow, deep] = ["a", "b/far/deeper"].map(|name| build(&root.join(name), profile));

    let names: Vec<&str> = shallow.files.keys().map(String::as_str).collect();
    for library in ["libuser", "libdli_status", "libdli_status_codegen"] {
        for kind in [".rlib", ".rmeta"] {
            let is_it = |name: &&&str| name.starts_with(&format!("{library}-")) && name.ends_with(kind);
            assert_eq!(names.iter().filter(is_it).count(), 1, "{library}{kind} in {names:?}");
        }
    }
    assert!(names.iter().any(|name| name.starts_with("libdli_status_macros-")), "{names:?}");
    assert!(shallow.expansion.contains("pub enum Error") && shallow.expansion.contains("docs/error_codes.rst"));

    let root = root.to_str().unwrap();
    for built in [&shallow, &deep] {
        assert!(!built.expansion.contains(root), "{}", built.expansion);
        for (name, bytes) in &built.files {
            assert!(!String::from_utf8_lossy(bytes).contains(root), "{name} holds an absolute path");
        }
    }
    assert_eq!(shallow.expansion, deep.expansion);
    assert!(names.iter().eq(deep.files.keys()), "{names:?}");
    for (name, bytes) in shallow.files {
        assert!(Some(&bytes) == deep.files.get(&name), "{name} differs");
    }
}

#[test]
fn a_dev_build_is_reproducible() {
    assert_reproducible("dev");
}

#[test]
fn a_release_build_is_reproducible() {
    assert_reproducible("release");
}
