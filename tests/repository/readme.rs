//! Everything that the README shows is run: its commands, and the crates made of its files.
//!
//! A line of a `console` block that starts with `$` is a command, and the lines after it are its output. A block of any
//! other kind is a file, whose name ends the text before it. A section with files is a crate, and its commands run there;
//! those of other sections run in this repository. If they are commands of `dli-status`, git keeps the first file.

use dli_status_tests::{Downstream, read, stderr, stdout, workspace, workspace_cargo};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Something that a section asks the reader to do.
#[derive(Debug)]
enum Step {
    /// Write a file: its name and its text.
    Write(String, String),
    /// Run cargo: its arguments and the output that is shown.
    Cargo(String, String),
    /// The same of `dli-status`.
    DliStatus(String, String),
}

/// The steps of each section.
fn sections() -> Vec<Vec<Step>> {
    read("README.md").split("\n## ").map(steps).collect()
}

fn steps(section: &str) -> Vec<Step> {
    let parts: Vec<&str> = section.split("```").collect();
    assert!(parts.len() % 2 == 1, "a block is not closed: {section}");
    parts.windows(2).step_by(2).flat_map(|pair| step(pair.first().unwrap(), pair.last().unwrap())).collect()
}

fn step(before: &str, block: &str) -> Vec<Step> {
    let (kind, text) = block.split_once('\n').unwrap();
    if kind == "console" {
        return commands(text);
    }
    let name = before.trim_end().strip_suffix("`:").and_then(|before| before.rsplit('`').next());
    let name = name.unwrap_or_else(|| panic!("a file needs a name in front of it\n{block}"));
    vec![Step::Write(name.to_owned(), text.to_owned())]
}

fn commands(block: &str) -> Vec<Step> {
    let block = block.strip_prefix("$ ").expect("a console begins with a command").replace("\n$ ", "\n\0");
    let parts = block.split('\0').map(|command| command.split_once('\n').unwrap_or((command, "")));
    let step = |(command, shown): (&str, &str)| {
        let shown = shown.to_owned();
        match command.split_once(' ') {
            Some(("cargo", arguments)) => Step::Cargo(arguments.to_owned(), shown),
            Some(("dli-status", arguments)) => Step::DliStatus(arguments.to_owned(), shown),
            _ => panic!("`{command}` is a command of neither cargo nor dli-status"),
        }
    };
    parts.map(step).collect()
}

#[track_caller]
fn compare(command: &str, shown: &str, output: &Output) {
    let (out, err) = (stdout(output), stderr(output));
    if output.status.success() {
        assert_eq!(out, shown, "cargo {command}\n{err}");
    } else {
        assert!(!shown.is_empty() && err.contains(shown), "cargo {command}\n{err}");
    }
}

/// Writes a file of a crate, whose `dli-status` is that of this repository.
fn write(user: &Downstream, file: &str, text: &str) {
    let here = workspace().join("dli-status");
    let patch = format!("\n[workspace]\n\n[patch.crates-io]\ndli-status = {{ path = {here:?} }}\n");
    user.write(file, &if file == "Cargo.toml" { text.to_owned() + &patch } else { text.to_owned() });
}

#[test]
fn commands_for_this_repository_print_what_is_shown() {
    let mut tried = Vec::new();
    for steps in sections() {
        if steps.iter().any(|step| matches!(step, Step::Write(..))) {
            continue;
        }
        for step in steps {
            let Step::Cargo(command, shown) = step else { continue };
            // That one runs this test.
            if command != "test --workspace" {
                let arguments: Vec<&str> = command.split(' ').collect();
                let mut cargo = workspace_cargo();
                for setting in ["COLUMNS", "CLICOLOR_FORCE"] {
                    cargo.env_remove(setting);
                }
                compare(&command, &shown, &cargo.args(arguments).output().unwrap());
            }
            tried.push(command);
        }
    }
    assert_eq!(tried, ["run -- explain 404", "test --workspace"]);
}

#[test]
fn commands_for_the_crates_print_what_is_shown() {
    let mut commands = 0;
    for steps in sections() {
        let is_of_crate = |step: &Step| matches!(step, Step::Cargo(..));
        if !steps.iter().any(|step| matches!(step, Step::Write(..))) || !steps.iter().any(is_of_crate) {
            continue;
        }
        let user = Downstream::new("readme", "");
        for step in steps {
            match step {
                Step::Write(file, text) => write(&user, &file, &text),
                Step::Cargo(command, shown) => {
                    let arguments: Vec<&str> = command.split(' ').collect();
                    compare(&command, &shown, &user.cargo(&arguments));
                    commands += 1;
                }
                // Those are below.
                Step::DliStatus(..) => {}
            }
        }
    }
    assert_eq!(commands, 5);
}

#[test]
fn commands_of_dli_status_print_what_is_shown() {
    let mut commands = 0;
    for steps in sections() {
        let uses_command = |step: &Step| matches!(step, Step::DliStatus(..));
        if !steps.iter().any(uses_command) {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut is_first = true;
        for step in steps {
            match step {
                Step::Write(file, text) => {
                    write_into(folder.path(), &file, &text);
                    if std::mem::take(&mut is_first) {
                        commit(folder.path());
                    }
                }
                Step::DliStatus(command, shown) => {
                    let arguments: Vec<&str> = command.split(' ').collect();
                    let output = dli_status(folder.path()).args(arguments).output().unwrap();
                    assert_eq!(stdout(&output), shown, "dli-status {command}\n{}", stderr(&output));
                    commands += 1;
                }
                Step::Cargo(command, _) => panic!("`cargo {command}` in a section without Rust"),
            }
        }
    }
    assert_eq!(commands, 3);
}

/// The command, as cargo runs it, in a folder.
fn dli_status(folder: &Path) -> Command {
    let mut cargo = workspace_cargo();
    let manifest = workspace().join("Cargo.toml");
    cargo.args(["run", "--quiet", "--package", "dli-status-cli", "--manifest-path"]).arg(manifest).arg("--");
    cargo.current_dir(folder);
    for setting in ["COLUMNS", "CLICOLOR_FORCE"] {
        cargo.env_remove(setting);
    }
    cargo
}

fn write_into(folder: &Path, file: &str, text: &str) {
    let path = folder.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn commit(folder: &Path) {
    for arguments in [&["init", "-q"][..], &["add", "."], &["commit", "-q", "-m", "page"]] {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
        assert!(git.args(arguments).current_dir(folder).status().unwrap().success());
    }
}

#[test]
fn the_docs_of_the_macros_show_the_same_errors() {
    let steps = sections().into_iter().flatten();
    let shown = steps.filter_map(|step| match step {
        Step::Cargo(command, shown) if command == "check" => Some(shown),
        _ => None,
    });
    let shown: Vec<String> = shown.collect();
    let docs = ["documented.rs", "assert_status_table.rs"].map(|file| {
        let source = read(&format!("dli-status/src/{file}"));
        source
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("/// "))
            .fold(String::new(), |docs, line| docs + line + "\n")
    });
    assert_eq!(shown.len(), docs.len());
    for (shown, docs) in shown.iter().zip(docs) {
        assert!(docs.contains(shown));
    }
}
