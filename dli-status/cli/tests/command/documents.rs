//! What the repository shows to docs projects: the workflow of the README and the hooks for pre-commit.

use crate::run::{command, repository, run};
use std::fs;
use std::path::Path;
use std::process::Command;

const PAGE: &str = "\
===========  =========  ===========
Status Code  Message    Description
===========  =========  ===========
200          OK         It worked.
===========  =========  ===========
";

/// The values of a key in a file of YAML in which each is on one line.
fn values(yaml: &str, key: &str) -> Vec<String> {
    let values =
        yaml.lines().filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix(key)?.strip_prefix(": "));
    values.map(str::to_owned).collect()
}

#[test]
fn hooks_run_on_the_files_that_are_given_to_them() {
    let hooks = fs::read_to_string(repository().join(".pre-commit-hooks.yaml")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("page.rst"), PAGE).unwrap();
    let entries = values(&hooks, "entry");
    assert_eq!(entries.len(), 2);
    for entry in entries {
        let arguments = entry.strip_prefix("dli-status ").unwrap().split(' ');
        let ran = run(command(arguments).arg("page.rst").current_dir(&folder));
        assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""), "{entry}: {}", ran.err);
    }
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    for id in values(&hooks, "id") {
        assert!(readme.contains(&format!("- id: {id}\n")), "{id}");
    }
}

#[test]
#[cfg(unix)]
fn the_workflow_of_the_readme_runs() {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    let steps = values(&readme, "run").into_iter().filter(|step| step.starts_with("dli-status ")).collect::<Vec<_>>();
    assert_eq!(steps.len(), 2);
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("docs")).unwrap();
    fs::write(folder.path().join("docs/status_codes.rst"), PAGE).unwrap();
    sh(folder.path(), "git init -q && git add . && git -c user.name=A -c user.email=a@example.org commit -qm page");
    sh(folder.path(), "git update-ref refs/remotes/origin/main HEAD");
    fs::write(folder.path().join("docs/status_codes.rst"), PAGE.replace("200", "204")).unwrap();
    for step in steps {
        sh(folder.path(), &step);
    }
    let summary = fs::read_to_string(folder.path().join("summary.md")).unwrap();
    assert!(summary.contains("- Changed the code of `Ok` from `200` to `204` (breaking)\n"), "{summary}");
}

/// Runs a step as GitHub does for a pull request against `main`.
#[cfg(unix)]
#[track_caller]
fn sh(folder: &Path, step: &str) {
    let binary = Path::new(env!("CARGO_BIN_EXE_dli-status")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let mut sh = Command::new("sh");
    sh.args(["-e", "-c", step]).current_dir(folder).env("PATH", path);
    let output = sh.env("GITHUB_BASE_REF", "main").env("GITHUB_STEP_SUMMARY", "summary.md").output().unwrap();
    assert!(output.status.success(), "{step}\n{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_readme_of_the_command_names_every_subcommand_and_code() {
    let readme = fs::read_to_string(repository().join("dli-status/cli/README.md")).unwrap();
    let help = run(&mut command(["help"])).out;
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let commands = commands.lines().map_while(|line| line.trim().split(' ').next().filter(|name| !name.is_empty()));
    for name in commands.filter(|name| *name != "help") {
        assert!(readme.contains(&format!("| `dli-status {name} ")), "{name}");
    }
    let codegen = repository().join("dli-status-macros/codegen/src");
    for file in ["select/malformed.rs", "select/cells.rs", "load.rs"] {
        let source = fs::read_to_string(codegen.join(file)).unwrap();
        let quoted = source.split('"').skip(1).step_by(2);
        let is_code =
            |text: &&str| text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || "-8".contains(c));
        // docutils rejects no list.
        for code in quoted.filter(is_code).filter(|code| *code != "malformed-list") {
            assert!(readme.contains(&format!("`{code}`")), "{code} of {file}");
        }
    }
}
