//! The tables of a page as a person wants to see them.

use crate::output::{ERROR, FAINT, STRONG};
use dli_status_codegen::Page;
use rst_tables::{Row, Table, TableError};
use std::fmt::Write as _;

/// The column in which labels, titles and the like begin, after the number of the table.
const INDENT: usize = 5;

/// The longest name of a fact, `columns`, and two spaces.
const NAMES: usize = 9;

/// The name of the page, and a paragraph per table.
pub(crate) fn of_page(page: &Page, width: usize) -> String {
    let mut text = format!("{STRONG}{}{STRONG:#}\n", page.name());
    let tables = rst_tables::tables(page.text());
    if tables.is_empty() {
        text.push_str("  no tables\n");
    }
    for (table, number) in tables.iter().zip(1..) {
        let (headline, facts) = match table {
            Ok(table) => (good_headline(page, table), facts(table)),
            Err(error) => (malformed_headline(page, error), vec![("error", cause(page, error))]),
        };
        let _ = writeln!(text, "{STRONG}{number:>3}{STRONG:#}  {headline}");
        for (name, value) in facts {
            write_fact(&mut text, name, &value, width);
        }
    }
    text
}

fn good_headline(page: &Page, table: &Table<'_>) -> String {
    let rows = table.body().len();
    let plural = if rows == 1 { "" } else { "s" };
    let line = page.position(table.span().start).0;
    format!("{} in line {line}, {rows} row{plural}", kind_of_table(table.kind().name()))
}

fn malformed_headline(page: &Page, error: &TableError) -> String {
    let line = page.position(error.table().start).0;
    format!("{ERROR}malformed{ERROR:#} {} in line {line}", kind_of_table(error.kind().name()))
}

/// `grid table`, `csv-table`
fn kind_of_table(kind: &str) -> String {
    if kind.ends_with("table") { kind.to_owned() } else { format!("{kind} table") }
}

fn cause(page: &Page, error: &TableError) -> String {
    format!("line {}: {error}", page.position(error.span().start).0)
}

/// What the table can be found by, and what its columns are called.
fn facts(table: &Table<'_>) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    facts.extend(table.labels().map(|label| ("label", quoted(label))));
    facts.extend(table.title().map(|title| ("title", quoted(title))));
    let headings: Vec<String> = table.headings().iter().map(|heading| quoted(heading.title())).collect();
    facts.extend((!headings.is_empty()).then(|| ("under", headings.join(" > "))));
    match (table.head(), table.body().first()) {
        ([], Some(first)) => facts.push(("header", format!("none; the first row is {}", headers(first)))),
        ([], None) => facts.push(("header", "none".to_owned())),
        (head, _) => facts.extend(head.iter().map(|row| ("columns", headers(row)))),
    }
    facts
}

fn headers(row: &Row<'_>) -> String {
    row.iter().map(|cell| quoted(&cell.text())).collect::<Vec<_>>().join(", ")
}

/// As a macro call has it.
fn quoted(text: &str) -> String {
    format!("{:?}", text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn write_fact(text: &mut String, name: &str, value: &str, width: usize) {
    let indent = " ".repeat(INDENT + NAMES);
    let first = format!("{:INDENT$}{FAINT}{name}{FAINT:#}{:gap$}", "", "", gap = NAMES - name.len());
    let room = width.saturating_sub(indent.len()).max(1);
    let mut lines = textwrap::wrap(value, textwrap::Options::new(room).break_words(false)).into_iter();
    let _ = writeln!(text, "{first}{}", lines.next().unwrap_or_default());
    for line in lines {
        let _ = writeln!(text, "{indent}{line}");
    }
}
