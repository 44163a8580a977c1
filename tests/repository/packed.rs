//! What is published is what is tested: the crates are packed, and a crate elsewhere builds from the packed files only. It
//! renames the dependency.

use crate::{COMMAND, LIBRARIES};
use dli_status_tests::{Downstream, read, target, workspace, workspace_cargo};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The libraries, packed and unpacked again.
static PACKED: LazyLock<[PathBuf; LIBRARIES.len()]> = LazyLock::new(|| {
    let folder = target().join("tmp/packed");
    let mut pack = workspace_cargo();
    pack.args(["package", "--no-verify", "--allow-dirty", "--quiet"]);
    let names = LIBRARIES.map(|(name, _)| name);
    pack.env("CARGO_TARGET_DIR", &folder).args(names.iter().chain([&COMMAND]).flat_map(|name| ["-p", name]));
    assert!(pack.status().unwrap().success());
    let unpacked = folder.join("unpacked");
    let _ = fs::remove_dir_all(&unpacked);
    fs::create_dir_all(&unpacked).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    names.map(|name| {
        let file = folder.join(format!("package/{name}-{version}.crate"));
        assert!(Command::new("tar").arg("xzmf").arg(file).arg("-C").arg(&unpacked).status().unwrap().success());
        unpacked.join(format!("{name}-{version}"))
    })
});

/// The entries of a folder, without what cargo adds.
fn listing(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.filter(|name| !name.starts_with('.') && !name.starts_with("Cargo.")).collect();
    names.sort();
    names
}

#[test]
fn packages_contain_what_users_need_and_no_more() {
    let [status, macros, codegen, patterns, rst_tables] = &*PACKED;
    let licences = ["LICENSE-APACHE", "LICENSE-MIT"];
    for sources in [macros, patterns] {
        assert_eq!(listing(sources), [licences.as_slice(), &["src"]].concat());
    }
    assert_eq!(listing(codegen), [licences.as_slice(), &["src", "tests"]].concat());
    assert_eq!(listing(rst_tables), [licences.as_slice(), &["README.md", "examples", "src", "tests"]].concat());
    let pages = ["README.md", "docs-src", "examples", "src"];
    assert_eq!(listing(status), [["GUIDE.md"].as_slice(), &licences, &pages].concat());

    for file in ["GUIDE.md", "README.md", "docs-src/dli_02_0012.txt"] {
        assert_eq!(fs::read(status.join(file)).unwrap(), fs::read(workspace().join(file)).unwrap(), "{file}");
    }
    for (folder, file) in PACKED.iter().flat_map(|folder| licences.map(|file| (folder, file))) {
        assert_eq!(fs::read(folder.join(file)).unwrap(), fs::read(workspace().join(file)).unwrap(), "{folder:?}");
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The page is under Apache-2.0 only, the code under MIT too.
#[test]
fn the_licence_of_a_package_covers_the_page_if_it_carries_it() {
    let page = fs::read(workspace().join("docs-src/dli_02_0012.txt")).unwrap();
    let carriers = PACKED.iter().filter(|folder| files(folder).iter().any(|file| fs::read(file).unwrap() == page));
    let carriers: Vec<&PathBuf> = carriers.collect();
    assert_eq!(carriers, [&PACKED[0]]);
    for folder in &*PACKED {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let licence = manifest.lines().find_map(|line| line.strip_prefix("license = ")).unwrap();
        let expected =
            if folder == &PACKED[0] { "\"(MIT OR Apache-2.0) AND Apache-2.0\"" } else { "\"MIT OR Apache-2.0\"" };
        assert_eq!(licence, expected, "{folder:?}");
    }
}

/// The README is also shown by the registry and the guide by docs.rs, where relative links lead nowhere.
#[test]
fn documents_that_are_shown_elsewhere_have_absolute_links() {
    for page in ["README.md", "GUIDE.md"] {
        let text = read(page);
        let headings: Vec<String> = text.lines().filter_map(|line| line.strip_prefix("## ")).map(anchor).collect();
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let definitions = text.lines().filter(|line| line.starts_with('[')).filter_map(|line| line.split_once("]: "));
        let links: Vec<&str> = targets.chain(definitions.map(|(_, link)| link)).collect();
        assert!(links.len() > 2, "{page}: {links:?}");
        for link in links {
            let heading = link.strip_prefix('#').is_some_and(|link| headings.iter().any(|heading| heading == link));
            assert!(link.starts_with("https://") || heading, "{page}: {link}");
        }
    }
}

/// The fragment that links to a heading.
fn anchor(heading: &str) -> String {
    heading.to_lowercase().replace(' ', "-").replace(|c: char| !c.is_alphanumeric() && c != '-', "")
}

#[test]
fn a_crate_elsewhere_builds_from_the_packed_files() {
    let patches: String =
        LIBRARIES.iter().zip(&*PACKED).map(|((name, _), path)| format!("{name} = {{ path = {path:?} }}\n")).collect();
    let manifest = format!(
        "[dependencies]\nstatus = {{ package = \"dli-status\", version = \"{}\" }}\n\n[patch.crates-io]\n{patches}",
        env!("CARGO_PKG_VERSION")
    );
    let user = Downstream::new("elsewhere", &manifest);
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
