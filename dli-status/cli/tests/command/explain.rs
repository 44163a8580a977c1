//! `explain` beside an independent reading of the page.

use crate::run::{Ran, command, repository, run};
use std::fs;

/// A row of the page, as docutils reads it.
struct Row {
    code: String,
    message: String,
    description: String,
    /// What the description's source names in bold.
    headers: Vec<String>,
}

impl Row {
    /// What is shown below its name, as a reader of the page would say it.
    fn expected_facts(&self) -> Vec<(&'static str, String)> {
        let class = ["", "informational", "success", "redirection", "client error", "server error"]
            [usize::from(self.code.as_bytes()[0] - b'0')];
        let mut facts = vec![("class", class.to_owned())];
        let says = |text| self.description.contains(text);
        if says("should not repeat the request without modifications") || says("should modify the request") {
            facts.push(("repeat", "not without changes to the request".to_owned()));
        }
        if says("may repeat the request without modifications") {
            facts.push(("repeat", "the same request may be sent again".to_owned()));
        }
        if says("should resend the request after the time") {
            facts.push(("repeat", "after the time in the Retry-After header".to_owned()));
        }
        if !self.headers.is_empty() {
            facts.push(("headers", self.headers.join(", ")));
        }
        facts
    }
}

fn expected_rows() -> Vec<Row> {
    let table = fs::read_to_string(repository().join("tests/expected/dli_02_0012.jsonl")).unwrap();
    let table: serde_json::Value = serde_json::from_str(&table).unwrap();
    let row = |cells: &serde_json::Value| {
        let [code, message, description] = [0, 1, 2].map(|at| cells[at]["text"].as_str().unwrap().to_owned());
        let raw = cells[2]["raw"].as_str().unwrap();
        let headers = raw.split("**").skip(1).step_by(2).map(str::to_owned).collect();
        Row { code, message, description, headers }
    };
    table["body"].as_array().unwrap().iter().map(row).collect()
}

#[track_caller]
fn explain(arguments: &[&str]) -> Ran {
    run(command(["explain"]).args(arguments))
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
    let ran = explain(&codes);
    assert_eq!(ran.status, Some(0));
    let mut shown = ran.out.as_str();
    for (row, position) in rows.iter().zip(1..) {
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
        assert_eq!(place.trim(), format!("row {position} of the status codes of the Data Lake Insight API"));
        shown = rest.trim_start_matches('\n');
    }
    assert_eq!(shown, "");
}

#[test]
fn the_whole_table_has_a_line_for_each_row() {
    let ran = explain(&["--width", "120"]);
    assert_eq!(ran.status, Some(0));
    let lines: Vec<Vec<&str>> = ran.out.lines().map(words).collect();
    for row in expected_rows() {
        let line = lines.iter().find(|line| line.first() == Some(&row.code.as_str())).unwrap();
        assert_eq!(line[2..], words(&row.message));
    }
    let starts = |line: &str| line.find("  ").map(|gap| line.len() - line[gap..].trim_start().len());
    let rows = ran.out.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    assert!(rows.clone().all(|line| starts(line) == starts("code  name")), "{}", ran.out);
    assert_eq!(rows.count(), expected_rows().len());
}

#[test]
fn case_blanks_and_punctuation_do_not_matter() {
    let ran = explain(&["404"]);
    assert_eq!(ran.status, Some(0));
    for text in ["Not Found", "notfound", "NOT-FOUND!", "404 NotFound", " 404 "] {
        assert_eq!(explain(&[text]), ran, "{text}");
    }
    assert_eq!(explain(&["404", "Not Found", "notfound"]), ran, "a row is shown once");
}

#[test]
fn a_class_is_all_of_its_rows() {
    let codes: Vec<String> = expected_rows().into_iter().map(|row| row.code).collect();
    let of_class: Vec<&str> = codes.iter().map(String::as_str).filter(|code| code.starts_with('5')).collect();
    let ran = explain(&of_class);
    assert_eq!(explain(&["5xx"]), ran);
    assert_eq!(explain(&["Server Error"]), ran);
}

#[test]
fn lines_end_at_the_width() {
    let ran = |width: &str| run(command(["explain", "404", "429"]).env("COLUMNS", width)).out;
    for width in ["40", "60", "80", "120"] {
        assert!(ran(width).lines().all(|line| line.chars().count() <= width.parse().unwrap()), "{width}");
        assert_eq!(ran(width), explain(&["404", "429", "-w", width]).out, "{width}");
    }
    assert!(ran("40").lines().count() > ran("120").lines().count());
    assert_eq!(ran("80"), explain(&["404", "429"]).out, "80 columns where there is no terminal");
    assert_eq!(ran("no number"), ran("80"));
}

#[test]
fn what_is_not_listed_is_an_error_and_the_rest_is_shown() {
    let ran = explain(&["999", "404", "Notfond", "503"]);
    assert_eq!(ran.status, Some(1));
    assert_eq!(ran.out, explain(&["404", "503"]).out);
    assert_eq!(
        ran.err,
        "error: \"999\" is not listed\nerror: \"Notfond\" is not listed; near it are\n    404 NotFound\n"
    );
}

#[test]
fn json_has_what_the_page_has() {
    let ran = explain(&["--json"]);
    let rows = expected_rows();
    assert_eq!((ran.status, ran.out.lines().count()), (Some(0), rows.len()));
    for (line, row) in ran.out.lines().zip(rows) {
        let json: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(json["code"].to_string(), row.code);
        assert_eq!(json["message"], row.message.as_str());
        assert_eq!(json["description"], row.description.as_str());
        assert_eq!(json["headers"], serde_json::json!(row.headers));
    }
    assert_eq!(explain(&["--json", "404"]).out.lines().count(), 1);
}

/// `explain` with a page.
fn explain_page(page: &str, arguments: &[&str]) -> Ran {
    let page = format!("dli-status/examples/pages/{page}");
    run(command(["explain", "--page", &page]).args(arguments).current_dir(repository()))
}

#[test]
fn any_page_with_codes_is_explained() {
    let ran = explain_page("answers.rst", &["slow down"]);
    let expected = "\
429 Slow Down
    name   SlowDown
    class  client error

    Ask again when Wait is over.

    dli-status/examples/pages/answers.rst:9
";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), expected, ""));
}

#[test]
fn columns_other_than_those_of_the_short_form_are_details() {
    let ran = explain_page("errors.rst", &["shop.0002"]);
    let expected = "\
SHOP.0002 The order is closed.
    name         Shop0002
    module       Orders
    http status  409 Conflict

    dli-status/examples/pages/errors.rst:13
";
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), expected));
    let json: serde_json::Value =
        serde_json::from_str(&explain_page("errors.rst", &["shop.0002", "--json"]).out).unwrap();
    assert_eq!((&json["code"], &json["http_status"]), (&"SHOP.0002".into(), &"409 Conflict".into()));
}

#[test]
fn one_table_of_a_page_is_explained() {
    for table in ["codes", "2", "Table 2 Error codes"] {
        let ran = explain_page("error_codes.rst", &["--table", table]);
        assert!(ran.out.contains("404 ") && !ran.out.contains("error_msg"), "{}", ran.out);
    }
    assert!(explain_page("error_codes.rst", &[]).out.contains("error_msg"));
}

#[test]
fn a_page_without_codes_is_told_in_the_words_of_the_macro() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.rst");
    fs::write(&page, "== ==\na  b\n== ==\nx  y\nx  y\n== ==\n").unwrap();
    let ran = run(command(["explain", "1", "--page"]).arg(&page));
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.starts_with("error: no table on page `"), "{}", ran.err);
}
