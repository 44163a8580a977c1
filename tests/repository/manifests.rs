//! What the manifests and the lock files promise to those who depend on the crates: licences, sources, versions.

use crate::{COMMAND, LIBRARIES};
use dli_status_tests::{read, stderr, workspace_cargo};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Permissive licences: they ask users to keep the notices, and for nothing else. Every dependency has one of them.
const LICENCES: [&str; 10] = [
    "MIT",
    "MIT OR Apache-2.0",
    // `dli-status`, which carries the page.
    "(MIT OR Apache-2.0) AND Apache-2.0",
    "Apache-2.0 OR MIT",
    "Unlicense OR MIT",
    "Unlicense/MIT",
    "MIT OR Apache-2.0 OR LGPL-2.1-or-later",
    "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
    // `similar`, for the command.
    "Apache-2.0",
    // For the tables of `unicode-ident`.
    "(MIT OR Apache-2.0) AND Unicode-3.0",
];

/// The output of `cargo metadata` for the workspace.
struct Metadata(Value);

impl Metadata {
    fn new(features: &[&str]) -> Self {
        let mut cargo = workspace_cargo();
        let output = cargo.args(["metadata", "--format-version=1", "--locked"]).args(features).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        Self(serde_json::from_slice(&output.stdout).unwrap())
    }

    fn packages(&self) -> impl Iterator<Item = &Value> {
        list(&self.0["packages"])
    }

    fn libraries(&self) -> impl Iterator<Item = &Value> {
        self.packages().filter(|package| is_library(text(package, "name")))
    }

    fn published(&self) -> impl Iterator<Item = &Value> {
        self.packages().filter(|package| is_library(text(package, "name")) || package["name"] == COMMAND)
    }

    /// The packages that are built for one that depends on these, so none of their tests and examples.
    fn built<'m>(&'m self, roots: impl Iterator<Item = &'m Value>) -> Vec<&'m Value> {
        let nodes: BTreeMap<&str, &Value> =
            list(&self.0["resolve"]["nodes"]).map(|node| (text(node, "id"), node)).collect();
        let mut seen = BTreeSet::new();
        let mut open: Vec<&str> = roots.map(|package| text(package, "id")).collect();
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                let built = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"] != "dev");
                open.extend(list(&nodes[id]["deps"]).filter(built).map(|dependency| text(dependency, "pkg")));
            }
        }
        self.packages().filter(|package| seen.contains(text(package, "id"))).collect()
    }

    /// The packages of which a user of the libraries builds more than one version.
    fn built_twice(&self) -> BTreeSet<&str> {
        let mut seen = BTreeSet::new();
        self.built(self.libraries())
            .into_iter()
            .map(|package| text(package, "name"))
            .filter(|name| !seen.insert(*name))
            .collect()
    }
}

fn is_library(package: &str) -> bool {
    LIBRARIES.iter().any(|(name, _)| *name == package)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

/// `1.88` as `1.88.0`.
fn version(text: &str) -> [u64; 3] {
    let mut numbers = text.split('.').map(|number| number.parse().unwrap());
    [(); 3].map(|()| numbers.next().unwrap_or(0))
}

#[test]
fn the_libraries_and_the_command_are_all_that_is_published() {
    let metadata = Metadata::new(&[]);
    let published = metadata.packages().filter(|package| package["source"].is_null() && package["publish"].is_null());
    let published: BTreeSet<&str> = published.map(|package| text(package, "name")).collect();
    let expected: BTreeSet<&str> = LIBRARIES.iter().map(|(name, _)| *name).chain([COMMAND]).collect();
    assert_eq!(published, expected);
}

#[test]
fn manifests_have_what_a_registry_asks_for() {
    for package in Metadata::new(&[]).published() {
        let name = text(package, "name");
        for field in ["description", "license", "repository", "rust_version"] {
            assert!(!text(package, field).is_empty(), "{name} has no {field}");
        }
        let keywords: Vec<&str> = list(&package["keywords"]).map(|keyword| keyword.as_str().unwrap()).collect();
        assert!(keywords.len() <= 5 && keywords.iter().all(|keyword| keyword.len() <= 20), "{name}: {keywords:?}");
    }
}

#[test]
fn every_licence_is_known_and_every_source_is_the_registry() {
    let metadata = Metadata::new(&["--all-features"]);
    let members: Vec<&Value> = list(&metadata.0["workspace_members"]).collect();
    let mut sources = BTreeSet::new();
    for package in metadata.packages() {
        let (name, licence) = (text(package, "name"), text(package, "license"));
        assert!(LICENCES.contains(&licence), "{name} is licensed under {licence:?}");
        if members.contains(&&package["id"]) {
            assert!(package["source"].is_null(), "{name}");
        } else {
            sources.insert(text(package, "source"));
        }
    }
    assert!(sources.len() == 1 && sources.iter().all(|source| source.starts_with("registry+")), "{sources:?}");
}

#[test]
fn no_package_is_built_in_two_versions() {
    assert_eq!(Metadata::new(&[]).built_twice(), BTreeSet::new());
    assert_eq!(Metadata::new(&["--all-features"]).built_twice(), BTreeSet::new());
}

#[test]
fn no_dependency_needs_a_newer_rust() {
    let metadata = Metadata::new(&["--all-features"]);
    let ours = version(env!("CARGO_PKG_RUST_VERSION"));
    for package in metadata.built(metadata.published()) {
        let (name, theirs) = (text(package, "name"), text(package, "rust_version"));
        assert!(theirs.is_empty() || version(theirs) <= ours, "{name} needs Rust {theirs:?}");
    }
    for package in metadata.built(metadata.libraries()) {
        assert!(
            !text(package, "rust_version").is_empty(),
            "{} does not say which Rust it needs",
            text(package, "name")
        );
    }
}

#[test]
fn the_readme_names_the_default_dependencies() {
    let readme = read("README.md");
    let (_, needs) = readme.split_once("* At compile time, the macro with ").unwrap();
    let (needs, _) = needs.split_once('.').unwrap();
    let named: BTreeSet<&str> = needs.split('`').skip(1).step_by(2).collect();

    let metadata = Metadata::new(&[]);
    let dependencies = metadata.libraries().flat_map(|package| list(&package["dependencies"]));
    let needed = dependencies.filter(|dependency| dependency["kind"].is_null() && dependency["optional"] == false);
    let needed: BTreeSet<&str> =
        needed.map(|dependency| text(dependency, "name")).filter(|name| !is_library(name)).collect();
    assert_eq!(named, needed);
}

/// `.ci/published` runs the tests with that lock file.
#[test]
fn the_oldest_lock_file_has_the_oldest_allowed_versions() {
    let lock = read(".ci/oldest.lock");
    let metadata = Metadata::new(&[]);
    for dependency in metadata.published().flat_map(|package| list(&package["dependencies"])) {
        let (name, requirement) = (text(dependency, "name"), text(dependency, "req"));
        let [major, minor, patch] = version(requirement.trim_start_matches(['^', '=']));
        let entry = format!("name = \"{name}\"\nversion = \"{major}.{minor}.{patch}\"\n");
        assert!(lock.contains(&entry), "{name} {requirement}; `.ci/published --renew` updates the file");
    }
}
