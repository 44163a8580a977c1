//! What the manifests and the lock files promise to those who depend on the crates: licences, sources, versions.

use crate::CRATES;
use dli_status_tests::{read, stderr, workspace_cargo};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Permissive licences, which ask for attribution at most. One of them covers every dependency.
const LICENCES: [&str; 7] = [
    "MIT",
    "MIT OR Apache-2.0",
    "Apache-2.0 OR MIT",
    "Unlicense OR MIT",
    "MIT OR Apache-2.0 OR LGPL-2.1-or-later",
    "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
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

    fn published(&self) -> impl Iterator<Item = &Value> {
        self.packages().filter(|package| is_ours(text(package, "name")))
    }

    /// The packages that are built for a crate that depends on `dli-status`, so none of its tests and examples.
    fn built(&self) -> Vec<&Value> {
        let nodes: BTreeMap<&str, &Value> =
            list(&self.0["resolve"]["nodes"]).map(|node| (text(node, "id"), node)).collect();
        let mut seen = BTreeSet::new();
        let mut open: Vec<&str> = self.published().map(|package| text(package, "id")).collect();
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                let built = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"] != "dev");
                open.extend(list(&nodes[id]["deps"]).filter(built).map(|dependency| text(dependency, "pkg")));
            }
        }
        self.packages().filter(|package| seen.contains(text(package, "id"))).collect()
    }

    /// The packages that are built in more than one version.
    fn built_twice(&self) -> BTreeSet<&str> {
        let mut seen = BTreeSet::new();
        self.built().into_iter().map(|package| text(package, "name")).filter(|name| !seen.insert(*name)).collect()
    }
}

fn is_ours(package: &str) -> bool {
    CRATES.iter().any(|(name, _)| *name == package)
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
fn the_crates_are_all_that_is_published() {
    let metadata = Metadata::new(&[]);
    let published = metadata.packages().filter(|package| package["source"].is_null() && package["publish"].is_null());
    let published: BTreeSet<&str> = published.map(|package| text(package, "name")).collect();
    assert_eq!(published, CRATES.map(|(name, _)| name).into());
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
    // The derives of `utoipa` use an older `syn` than we and those of `serde` do.
    assert_eq!(Metadata::new(&["--all-features"]).built_twice(), BTreeSet::from(["syn"]));
}

#[test]
fn no_dependency_needs_a_newer_rust() {
    let metadata = Metadata::new(&["--all-features"]);
    let ours = version(env!("CARGO_PKG_RUST_VERSION"));
    for package in metadata.built() {
        let (name, theirs) = (text(package, "name"), text(package, "rust_version"));
        assert!(!theirs.is_empty() && version(theirs) <= ours, "{name} needs Rust {theirs:?}");
    }
}

#[test]
fn the_readme_names_the_default_dependencies() {
    let readme = read("README.md");
    let (_, needs) = readme.split_once("* While compiling: the macro itself, with ").unwrap();
    let (needs, _) = needs.split_once('.').unwrap();
    let named: BTreeSet<&str> = needs.split('`').skip(1).step_by(2).collect();

    let metadata = Metadata::new(&[]);
    let dependencies = metadata.published().flat_map(|package| list(&package["dependencies"]));
    let needed = dependencies.filter(|dependency| dependency["kind"].is_null() && dependency["optional"] == false);
    let needed: BTreeSet<&str> =
        needed.map(|dependency| text(dependency, "name")).filter(|name| !is_ours(name)).collect();
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
