//! The example `explain`, run as in the README.

use dli_status_tests::{read, workspace_cargo};
use std::process::{Command, Stdio};

/// A row of the page, as docutils reads it.
struct Row {
    code: String,
    message: String,
    description: String,
    /// The words in bold in the description's source.
    headers: Vec<String>,
    /// The line of its code on the page, counted from one.
    line: usize,
}

impl Row {
    /// The facts that are shown below its name, derived from the page by other means.
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
        let [code, message, description] = [0, 1, 2].map(|column| cells[column]["text"].as_str().unwrap().to_owned());
        let start = format!("| {code} ");
        let line = page.lines().position(|line| line.trim_start().starts_with(&start)).unwrap() + 1;
        let raw = cells[2]["raw"].as_str().unwrap();
        let headers = raw.split("**").skip(1).step_by(2).map(str::to_owned).collect();
        Row { code, message, description, headers, line }
    };
    table["body"].as_array().unwrap().iter().map(row).collect()
}

/// The output and exit status of a run.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    stdout: String,
    stderr: String,
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
fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { stdout: text(output.stdout), stderr: text(output.stderr), status: output.status.code() }
}

#[track_caller]
fn explain(arguments: &[&str]) -> Run {
    run(&mut command(arguments))
}

/// The keys before the description, and their values.
fn facts(head: &str) -> Vec<(&str, String)> {
    let facts = head.lines().map(|line| line.trim().split_once(' ').unwrap());
    facts.map(|(key, value)| (key, value.trim().to_owned())).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn every_row_is_shown_as_on_the_page() {
    let rows = expected_rows();
    let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
    let run = explain(&codes);
    assert_eq!(run.status, Some(0));
    let mut shown = run.stdout.as_str();
    for row in &rows {
        let headline = format!("{} {}\n", row.code, row.message);
        shown = shown.strip_prefix(&headline).unwrap_or_else(|| panic!("{headline}is missing at\n{shown}"));
        let (head, rest) = shown.split_once("\n\n").unwrap();
        let facts = facts(head);
        assert_eq!(facts[0].0, "name");
        assert_eq!(facts[1..], row.expected_facts(), "{}", row.code);
        shown = rest;
        for paragraph in row.description.split("\n\n") {
            let (shown_paragraph, rest) = shown.split_once("\n\n").unwrap();
            assert_eq!(words(shown_paragraph), words(paragraph), "{}", row.code);
            shown = rest;
        }
        let (place, rest) = shown.split_once('\n').unwrap();
        assert_eq!(place.trim(), format!("docs-src/dli_02_0012.txt:{}", row.line));
        shown = rest.trim_start_matches('\n');
    }
    assert_eq!(shown, "");
}

#[test]
fn the_whole_table_has_one_line_per_row() {
    let shown = explain(&["--width", "120"]);
    assert_eq!(shown.status, Some(0));
    let lines: Vec<Vec<&str>> = shown.stdout.lines().map(words).collect();
    for row in expected_rows() {
        let line = lines.iter().find(|line| line.first() == Some(&row.code.as_str())).unwrap();
        assert_eq!(line[2..], words(&row.message));
    }
    let starts = |line: &str| line.find("  ").map(|gap| line.len() - line[gap..].trim_start().len());
    let rows = shown.stdout.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    assert!(rows.clone().all(|line| starts(line) == starts("code  name")), "{}", shown.stdout);
    assert_eq!(rows.count(), expected_rows().len());
}

#[test]
fn case_blanks_and_punctuation_are_ignored() {
    let shown = explain(&["404"]);
    assert_eq!(shown.status, Some(0));
    for text in ["Not Found", "notfound", "NOT-FOUND!", "404 NotFound", " 404 "] {
        assert_eq!(explain(&[text]), shown, "{text}");
    }
    assert_eq!(explain(&["404", "Not Found", "notfound"]), shown, "a row is shown once");
}

#[test]
fn a_class_shows_all_of_its_rows() {
    let codes: Vec<String> = expected_rows().into_iter().map(|row| row.code).collect();
    let server_errors: Vec<&str> = codes.iter().map(String::as_str).filter(|code| code.starts_with('5')).collect();
    let shown = explain(&server_errors);
    assert_eq!(explain(&["5xx"]), shown);
    assert_eq!(explain(&["Server Error"]), shown);
}

#[test]
fn lines_are_no_longer_than_the_width() {
    let at_width = |width: &str| run(command(&["404", "429"]).env("COLUMNS", width)).stdout;
    for width in ["40", "60", "80", "120"] {
        assert!(at_width(width).lines().all(|line| line.chars().count() <= width.parse().unwrap()), "{width}");
        assert_eq!(at_width(width), explain(&["404", "429", "-w", width]).stdout, "{width}");
    }
    assert!(at_width("40").lines().count() > at_width("120").lines().count());
    assert_eq!(at_width("80"), explain(&["404", "429"]).stdout, "80 columns without a terminal");
    assert_eq!(at_width("no number"), at_width("80"));
}

#[test]
fn what_is_not_listed_is_reported_and_the_rest_is_shown() {
    let shown = explain(&["418", "404", "Notfond", "503"]);
    assert_eq!(shown.status, Some(1));
    assert_eq!(shown.stdout, explain(&["404", "503"]).stdout);
    let text = "error: \"418\" is not listed; the nearest are\n    417 Expectation Failed\n    416 ";
    assert!(shown.stderr.contains(text), "{}", shown.stderr);
    let text = "error: \"Notfond\" is not listed; the nearest are\n    404 NotFound\n";
    assert!(shown.stderr.contains(text), "{}", shown.stderr);
}

#[test]
fn invalid_arguments_have_their_own_exit_status() {
    for arguments in [["--loud"].as_slice(), &["--width"], &["--width", "wide", "404"]] {
        let shown = explain(arguments);
        assert_eq!((shown.status, shown.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(shown.stderr.contains("try --help"), "{}", shown.stderr);
    }
    let shown = explain(&["--help"]);
    assert_eq!(shown.status, Some(0));
    assert!(shown.stdout.contains("Usage: explain"), "{}", shown.stdout);
}

#[test]
fn colours_are_for_terminals_only() {
    const ESCAPE: char = '\u{1b}';
    for arguments in [["404", "418"].as_slice(), &[]] {
        let piped = explain(arguments);
        assert!(!piped.stdout.contains(ESCAPE) && !piped.stderr.contains(ESCAPE));
        let coloured = run(command(arguments).env("CLICOLOR_FORCE", "1"));
        assert!(coloured.stdout.contains(ESCAPE));
        let refused = run(command(arguments).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"));
        assert!(!refused.stdout.contains(ESCAPE) && !refused.stderr.contains(ESCAPE));
    }
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let mut child = command(&[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}
