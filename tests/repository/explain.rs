//! The example `explain`, run as a reader of the README runs it.

use dli_status_tests::{read, workspace_cargo};
use std::process::{Command, Stdio};

/// A row of the page, as docutils reads it.
struct Row {
    code: String,
    message: String,
    description: String,
    /// What the description's source names in bold.
    headers: Vec<String>,
    /// The line of its code, counted from one.
    line: usize,
}

impl Row {
    /// What is shown below its name, as a reader of the page would say it.
    fn expected_facts(&self) -> Vec<(&'static str, String)> {
        let class = ["", "informational", "success", "redirection", "client error", "server error"]
            [usize::from(self.code.as_bytes()[0] - b'0')];
        let mut facts = vec![("class", class.to_owned())];
        if self.description.contains("should not repeat the request without modifications") {
            facts.push(("repeat", "not without changes to the request".to_owned()));
        }
        if self.description.contains("may repeat the request without modifications") {
            facts.push(("repeat", "the same request may be sent again".to_owned()));
        }
        if !self.headers.is_empty() {
            facts.push(("headers", self.headers.join(", ")));
        }
        facts
    }
}

fn expected_rows() -> Vec<Row> {
    let (page, table) = (read("docs-src/dli_02_0012.txt"), read("tests/expected/dli_02_0012.jsonl"));
    let table: serde_json::Value = serde_json::from_str(&table).unwrap();
    let row = |cells: &serde_json::Value| {
        let [code, message, description] = [0, 1, 2].map(|at| cells[at]["text"].as_str().unwrap().to_owned());
        let start = format!("| {code} ");
        let line = page.lines().position(|line| line.trim_start().starts_with(&start)).unwrap() + 1;
        let raw = cells[2]["raw"].as_str().unwrap();
        let headers = raw.split("**").skip(1).step_by(2).map(str::to_owned).collect();
        Row { code, message, description, headers, line }
    };
    table["body"].as_array().unwrap().iter().map(row).collect()
}

/// What a run said, and its exit status.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    out: String,
    err: String,
    status: Option<i32>,
}

fn command(arguments: &[&str]) -> Command {
    let mut command = workspace_cargo();
    command.args(["run", "--quiet", "--example", "explain", "--"]).args(arguments);
    for setting in ["COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(setting);
    }
    command
}

#[track_caller]
fn run(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { out: text(output.stdout), err: text(output.stderr), status: output.status.code() }
}

#[track_caller]
fn explain(arguments: &[&str]) -> Said {
    run(&mut command(arguments))
}

/// The keys in front of the description, and their values.
fn facts(head: &str) -> Vec<(&str, String)> {
    let facts = head.lines().map(|line| line.trim().split_once(' ').unwrap());
    facts.map(|(key, value)| (key, value.trim().to_owned())).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn every_row_is_shown_as_the_page_has_it() {
    let rows = expected_rows();
    let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
    let said = explain(&codes);
    assert_eq!(said.status, Some(0));
    let mut shown = said.out.as_str();
    for row in &rows {
        let headline = format!("{} {}\n", row.code, row.message);
        shown = shown.strip_prefix(&headline).unwrap_or_else(|| panic!("{headline}is missing at\n{shown}"));
        let (head, rest) = shown.split_once("\n\n").unwrap();
        let facts = facts(head);
        assert_eq!(facts[0].0, "name");
        assert_eq!(facts[1..], row.expected_facts(), "{}", row.code);
        shown = rest;
        for paragraph in row.description.split("\n\n") {
            let (own, rest) = shown.split_once("\n\n").unwrap();
            assert_eq!(words(own), words(paragraph), "{}", row.code);
            shown = rest;
        }
        let (place, rest) = shown.split_once('\n').unwrap();
        assert_eq!(place.trim(), format!("docs-src/dli_02_0012.txt:{}", row.line));
        shown = rest.trim_start_matches('\n');
    }
    assert_eq!(shown, "");
}

#[test]
fn the_whole_table_has_a_line_for_each_row() {
    let said = explain(&["--width", "120"]);
    assert_eq!(said.status, Some(0));
    let lines: Vec<Vec<&str>> = said.out.lines().map(words).collect();
    for row in expected_rows() {
        let line = lines.iter().find(|line| line.first() == Some(&row.code.as_str())).unwrap();
        assert_eq!(line[2..], words(&row.message));
    }
    let starts = |line: &str| line.find("  ").map(|gap| line.len() - line[gap..].trim_start().len());
    let rows = said.out.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    assert!(rows.clone().all(|line| starts(line) == starts("code  name")), "{}", said.out);
    assert_eq!(rows.count(), expected_rows().len());
}

#[test]
fn case_blanks_and_punctuation_do_not_matter() {
    let said = explain(&["404"]);
    assert_eq!(said.status, Some(0));
    for text in ["Not Found", "notfound", "NOT-FOUND!", "404 NotFound", " 404 "] {
        assert_eq!(explain(&[text]), said, "{text}");
    }
    assert_eq!(explain(&["404", "Not Found", "notfound"]), said, "a row is shown once");
}

#[test]
fn a_class_is_all_of_its_rows() {
    let codes: Vec<String> = expected_rows().into_iter().map(|row| row.code).collect();
    let of_class: Vec<&str> = codes.iter().map(String::as_str).filter(|code| code.starts_with('5')).collect();
    let said = explain(&of_class);
    assert_eq!(explain(&["5xx"]), said);
    assert_eq!(explain(&["Server Error"]), said);
}

#[test]
fn lines_end_at_the_width() {
    let said = |width: &str| run(command(&["404", "429"]).env("COLUMNS", width)).out;
    for width in ["40", "60", "80", "120"] {
        assert!(said(width).lines().all(|line| line.chars().count() <= width.parse().unwrap()), "{width}");
        assert_eq!(said(width), explain(&["404", "429", "-w", width]).out, "{width}");
    }
    assert!(said("40").lines().count() > said("120").lines().count());
    assert_eq!(said("80"), explain(&["404", "429"]).out, "80 columns where there is no terminal");
    assert_eq!(said("no number"), said("80"));
}

#[test]
fn what_is_not_listed_is_said_and_the_rest_is_shown() {
    let said = explain(&["418", "404", "Notfond", "503"]);
    assert_eq!(said.status, Some(1));
    assert_eq!(said.out, explain(&["404", "503"]).out);
    let text = "error: \"418\" is not listed; the nearest are\n    417 Expectation Failed\n    416 ";
    assert!(said.err.contains(text), "{}", said.err);
    let text = "error: \"Notfond\" is not listed; the nearest are\n    404 NotFound\n";
    assert!(said.err.contains(text), "{}", said.err);
}

#[test]
fn a_call_that_cannot_be_understood_is_told_apart() {
    for arguments in [["--loud"].as_slice(), &["--width"], &["--width", "wide", "404"]] {
        let said = explain(arguments);
        assert_eq!((said.status, said.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(said.err.contains("try --help"), "{}", said.err);
    }
    let said = explain(&["--help"]);
    assert_eq!(said.status, Some(0));
    assert!(said.out.contains("Usage: explain"), "{}", said.out);
}

#[test]
fn colours_are_for_terminals() {
    const ESCAPE: char = '\u{1b}';
    for arguments in [["404", "418"].as_slice(), &[]] {
        let piped = explain(arguments);
        assert!(!piped.out.contains(ESCAPE) && !piped.err.contains(ESCAPE));
        let coloured = run(command(arguments).env("CLICOLOR_FORCE", "1"));
        assert!(coloured.out.contains(ESCAPE));
        let refused = run(command(arguments).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"));
        assert!(!refused.out.contains(ESCAPE) && !refused.err.contains(ESCAPE));
    }
}

#[test]
fn a_closed_pipe_is_no_mishap() {
    let mut child = command(&[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}
