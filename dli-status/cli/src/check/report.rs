//! Findings as people and programs want to read them.

use super::finding::{Finding, Level};
use crate::output::{ERROR, Output, STRONG, WARNING};
use anstyle::Style;
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
    let (style, severity) = (style(finding.severity), finding.severity.name());
    writeln!(output, "{style}{severity}{style:#}{STRONG}: {message}{STRONG:#}\n{rest}\n")
}

fn style(level: Level) -> Style {
    match level {
        Level::Error => ERROR,
        Level::Warning => WARNING,
    }
}

fn short(output: &mut Output, finding: &Finding) -> io::Result<()> {
    let Finding { file, line, column, severity, code, message, .. } = finding;
    let (style, severity) = (style(*severity), severity.name());
    writeln!(output, "{STRONG}{file}:{line}:{column}{STRONG:#}: {style}{severity}{style:#}: {message} [{code}]")
}

fn github(output: &mut Output, finding: &Finding) -> io::Result<()> {
    let Finding { file, line, column, end_line, end_column, severity, code, message, help, .. } = finding;
    let mut text = message.clone();
    for help in help {
        text += &format!("\n{help}");
    }
    let (file, text) = (property(file), data(&text));
    let place = format!("file={file},line={line},endLine={end_line},col={column},endColumn={end_column}");
    let severity = severity.name();
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

/// How much was checked and found.
#[derive(Debug, Default)]
pub(super) struct Totals {
    pub(super) pages: usize,
    pub(super) tables: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// How many of the errors `fmt` would mend.
    pub(super) mendable: usize,
}

impl Totals {
    pub(super) fn add(&mut self, tables: usize, findings: &[Finding], mendable: usize) {
        let errors = findings.iter().filter(|finding| finding.severity == Level::Error).count();
        self.pages += 1;
        self.tables += tables;
        self.errors += errors;
        self.warnings += findings.len() - errors;
        self.mendable += mendable;
    }

    /// All of it, in one line.
    pub(super) fn summary(&self, elapsed: Duration) -> String {
        let count = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        let (pages, tables) = (count(self.pages, "page"), count(self.tables, "table"));
        let mut found = if self.errors == 0 { "no errors".to_owned() } else { count(self.errors, "error") };
        if self.mendable > 0 {
            found += &format!(" (`dli-status fmt` mends {})", self.mendable);
        }
        if self.warnings > 0 {
            found += &format!(", {}", count(self.warnings, "warning"));
        }
        format!("checked {pages} with {tables} in {:.2} s: {found}", elapsed.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts() {
        let second = Duration::from_millis(1234);
        let one = Totals { pages: 1, tables: 1, errors: 1, warnings: 1, mendable: 1 };
        assert_eq!(
            one.summary(second),
            "checked 1 page with 1 table in 1.23 s: 1 error (`dli-status fmt` mends 1), 1 warning"
        );
        let none = Totals { pages: 2, ..Totals::default() };
        assert_eq!(none.summary(second), "checked 2 pages with 0 tables in 1.23 s: no errors");
    }

    #[test]
    fn workflow_commands_are_escaped() {
        assert_eq!(data("100 %\r\nx: y, z"), "100 %25%0D%0Ax: y, z");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
