//! What is published is what is tested: the three crates packed, and a crate elsewhere that builds from the packed files
//! alone, under another name for the dependency.

#![allow(clippy::unwrap_used)]

use dli_status_tests::{Downstream, workspace};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const CRATES: [&str; 3] = ["dli-status", "dli-status-macros", "dli-status-codegen"];

/// Packs the crates and unpacks them again.
fn packed() -> Vec<(&'static str, PathBuf)> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packed");
    let mut pack = Command::new(env!("CARGO"));
    pack.args(["package", "--offline", "--no-verify", "--allow-dirty", "--quiet"]).current_dir(workspace());
    pack.env("CARGO_TARGET_DIR", &folder).args(CRATES.iter().flat_map(|name| ["-p", name]));
    assert!(pack.status().unwrap().success());
    let unpacked = folder.join("unpacked");
    let _ = fs::remove_dir_all(&unpacked);
    fs::create_dir_all(&unpacked).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    CRATES
        .map(|name| {
            let file = folder.join(format!("package/{name}-{version}.crate"));
            assert!(Command::new("tar").arg("xzmf").arg(file).arg("-C").arg(&unpacked).status().unwrap().success());
            (name, unpacked.join(format!("{name}-{version}")))
        })
        .into()
}

#[test]
fn a_crate_elsewhere_builds_from_the_packed_files() {
    let crates = packed();
    let page = crates.iter().find(|(name, _)| *name == "dli-status").unwrap().1.join("docs-src/dli_02_0012.txt");
    assert_eq!(fs::read(page).unwrap(), fs::read(workspace().join("docs-src/dli_02_0012.txt")).unwrap());
    for (name, path) in &crates {
        let pages: &[&str] = if *name == "dli-status" { &["README.md", "GUIDE.md"] } else { &[] };
        for file in ["LICENSE-MIT", "LICENSE-APACHE"].iter().chain(pages) {
            assert_eq!(fs::read(path.join(file)).unwrap(), fs::read(workspace().join(file)).unwrap(), "{name}: {file}");
        }
    }

    let patches: String = crates.iter().map(|(name, path)| format!("{name} = {{ path = {path:?} }}\n")).collect();
    let manifest = format!(
        "[dependencies]\nstatus = {{ package = \"dli-status\", version = \"{}\" }}\n\n[patch.crates-io]\n{patches}",
        env!("CARGO_PKG_VERSION")
    );
    let user = Downstream::new("elsewhere", &manifest, &Path::new(env!("CARGO_TARGET_TMPDIR")).join("elsewhere"));
    user.write(
        "pages/own.rst",
        "\
===========  =========  ===========
Status Code  Message    Description
===========  =========  ===========
200          OK         Fine.
404          Not Found  Missing.
===========  =========  ===========
",
    );
    user.write(
        "src/main.rs",
        "
status::include_status_table! {
    #[source(\"pages/own.rst\")]
    pub enum Own;
}

fn main() {
    println!(\"{}\", status::StatusCode::from_code(404).unwrap());
    println!(\"{:#}\", Own::from_code(404).unwrap());
    println!(\"{}\", status::Received::<Own>::new(599));
}
",
    );
    assert_eq!(user.run(), "404 NotFound\n404 Not Found: Missing.\n599\n");
}
