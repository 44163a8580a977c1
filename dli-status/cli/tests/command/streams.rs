//! What holds for every subcommand: colors, pipes, exit codes of misuse, help.

use crate::run::{command, run};
use std::process::Stdio;

#[test]
fn misuse_has_an_exit_code_of_its_own() {
    for arguments in
        [&["explain", "--loud"][..], &["explain", "--width"], &["explain", "--width", "wide"], &["explian"]]
    {
        let ran = run(&mut command(arguments));
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.starts_with("error: "), "{}", ran.err);
    }
    assert!(run(&mut command(["explian"])).err.contains("'explain'"), "a suggestion");
}

#[test]
fn every_subcommand_has_help_with_an_example() {
    let help = run(&mut command(["help"]));
    assert_eq!(help.status, Some(0));
    let (_, commands) = help.out.split_once("Commands:\n").unwrap();
    let commands = commands.lines().map_while(|line| line.trim().split(' ').next().filter(|name| !name.is_empty()));
    for name in commands.filter(|name| *name != "help") {
        let help = run(&mut command([name, "--help"]));
        assert_eq!(help.status, Some(0));
        assert!(help.out.contains(&format!("  dli-status {name} ")), "{}", help.out);
    }
}

#[test]
fn completions_name_the_subcommands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(&mut command(["completions", shell]));
        assert_eq!(ran.status, Some(0));
        assert!(ran.out.contains("explain"), "{shell}");
    }
}

#[test]
fn colors_are_for_terminals() {
    const ESCAPE: char = '\u{1b}';
    for arguments in [&["explain", "404", "418"][..], &["explain"]] {
        let piped = run(&mut command(arguments));
        assert!(!piped.out.contains(ESCAPE) && !piped.err.contains(ESCAPE));
        let forced = run(command(arguments).env("CLICOLOR_FORCE", "1"));
        assert!(forced.out.contains(ESCAPE));
        let refused = run(command(arguments).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"));
        assert!(!refused.out.contains(ESCAPE) && !refused.err.contains(ESCAPE));
        assert!(run(command(arguments).args(["--color", "always"])).out.contains(ESCAPE));
        let never = run(command(arguments).args(["--color=never"]).env("CLICOLOR_FORCE", "1"));
        assert_eq!(never, piped);
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    for arguments in [&["explain"][..], &["explain", "--json"], &["tables", "README.md"], &["--help"]] {
        let mut child = command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
#[cfg(unix)]
fn arguments_that_are_not_unicode_are_no_error() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let ran = run(&mut command([OsStr::new("explain"), OsStr::from_bytes(b"4\xff4")]));
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.starts_with("error: \"4\u{fffd}4\" is not listed"), "{}", ran.err);
}
