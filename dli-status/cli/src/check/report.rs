//! Findings as people and programs want to read them.

use super::finding::Finding;
use crate::output::{ERROR, Output, STRONG};
use std::io;
use std::time::Duration;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// The page with the mistake marked, as the compiler shows it
    #[default]
    Human,
    /// A line per finding: file:line:column: error: message [code]
    Short,
    /// A JSON object per finding
    Json,
    /// Annotations of GitHub Actions
    Github,
}

pub(super) fn write(output: &mut Output, finding: &Finding, format: Format) -> io::Result<()> {
    match format {
        Format::Human => human(output, finding),
        Format::Short => short(output, finding),
        Format::Json => {
            writeln!(output, "{}", serde_json::to_string(finding).expect("a finding has text keys only"))
        }
        Format::Github => github(output, finding),
    }
}

fn human(output: &mut Output, finding: &Finding) -> io::Result<()> {
    let (message, rest) = finding.rendered.split_once('\n').unwrap_or((&finding.rendered, ""));
    writeln!(output, "{ERROR}error{ERROR:#}{STRONG}: {message}{STRONG:#}\n{rest}\n")
}

fn short(output: &mut Output, finding: &Finding) -> io::Result<()> {
    let Finding { file, line, column, severity, code, message, .. } = finding;
    writeln!(output, "{STRONG}{file}:{line}:{column}{STRONG:#}: {ERROR}{severity}{ERROR:#}: {message} [{code}]")
}

fn github(output: &mut Output, finding: &Finding) -> io::Result<()> {
    let Finding { file, line, column, end_line, end_column, severity, code, message, help, .. } = finding;
    let mut text = message.clone();
    for help in help {
        text += &format!("\n{help}");
    }
    let (file, text) = (property(file), data(&text));
    let place = format!("file={file},line={line},endLine={end_line},col={column},endColumn={end_column}");
    writeln!(output, "::{severity} {place},title={code}::{text}")
}

/// The text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// What was checked, in one line.
pub(super) fn summary(pages: usize, tables: usize, findings: usize, elapsed: Duration) -> String {
    let count = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let found = if findings == 0 { "no errors".to_owned() } else { count(findings, "error") };
    let (pages, tables) = (count(pages, "page"), count(tables, "table"));
    format!("checked {pages} with {tables} in {:.2} s: {found}", elapsed.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts() {
        let second = Duration::from_millis(1234);
        assert_eq!(summary(1, 1, 1, second), "checked 1 page with 1 table in 1.23 s: 1 error");
        assert_eq!(summary(2, 0, 0, second), "checked 2 pages with 0 tables in 1.23 s: no errors");
    }

    #[test]
    fn workflow_commands_are_escaped() {
        assert_eq!(data("100 %\r\nx: y, z"), "100 %25%0D%0Ax: y, z");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
