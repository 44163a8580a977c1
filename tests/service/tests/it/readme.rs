//! The README shows what its commands print.

use std::fs;
use std::process::Command;

#[test]
fn commands_print_what_is_shown() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let blocks: Vec<&str> = readme.split("```console\n$ cargo run -- ").skip(1).collect();
    assert_eq!(blocks.len(), readme.matches("```").count() / 2);
    for block in blocks {
        let (command, shown) = block.split("```").next().unwrap().split_once('\n').unwrap();
        let arguments = command.split(' ').map(|argument| argument.trim_matches('\''));
        let output = Command::new(env!("CARGO_BIN_EXE_dli-status-service")).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim_end(), shown.trim_end());
    }
}
