//! Suggests how to mend a malformed table.

use std::cmp::Ordering;

use crate::diagnostic::display_width;
use crate::page::Page;
use rst_tables::{DirectiveError, GridError, OptionError, Reason, TableError};

/// The width of the widest line that is shown corrected, in terminal columns.
const MAX_WIDTH: usize = 160;

/// What the author of the page can do about an error.
pub(crate) fn advice(page: &Page, error: &TableError) -> Option<String> {
    match error.reason() {
        Reason::Grid(GridError::RightBorder { expected, found }) => {
            let top = page.slice(page.line_span(error.table().start));
            Some(width_advice(top, page.line_at(error.span().start).trim(), *expected, *found))
        }
        Reason::Option(OptionError::Unknown { known, .. }) if !known.is_empty() => {
            let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            Some(format!("the options are {}", known.join(", ")))
        }
        Reason::Directive(DirectiveError::BlankLineAfterTitle | DirectiveError::BlankLineAfterOptions) => {
            Some("add a blank line above this line".to_owned())
        }
        _ => None,
    }
}

/// How far a line of a grid is off, and the corrected line where it is plain what was meant.
fn width_advice(top: &str, line: &str, expected: usize, found: usize) -> String {
    let off = match found.cmp(&expected) {
        Ordering::Less => format!("this line is {} too short for its table", characters(expected - found)),
        Ordering::Greater => format!("this line is {} too long for its table", characters(found - expected)),
        Ordering::Equal => return "end the line with `|`".to_owned(),
    };
    let corrected = if line.starts_with('+') { border(top, line) } else { text(top, line) };
    match corrected.filter(|line| display_width(line) == expected && expected <= MAX_WIDTH) {
        Some(corrected) => format!("{off}; perhaps it should be\n{corrected}"),
        None => off,
    }
}

fn characters(count: usize) -> String {
    if count == 1 { "1 character".to_owned() } else { format!("{count} characters") }
}

/// A border of the same kind with the corners of the top border.
fn border(top: &str, line: &str) -> Option<String> {
    let fill = match line.chars().nth(1)? {
        fill @ ('-' | '=') => fill,
        _ => return None,
    };
    let plain = line.chars().all(|c| c == '+' || c == fill);
    let corners = |border: &str| border.matches('+').count();
    (plain && corners(line) == corners(top)).then(|| top.replace('-', &fill.to_string()))
}

/// The cells of the line, each as wide as its column; only if all fit and their number is right.
fn text(top: &str, line: &str) -> Option<String> {
    let columns = top.trim_matches('+').split('+').map(str::len);
    let cells: Vec<&str> = line.trim_start_matches('|').trim_end().trim_end_matches('|').split('|').collect();
    if columns.clone().count() != cells.len() {
        return None;
    }
    let mut corrected = String::from("|");
    for (width, cell) in columns.zip(cells) {
        let cell = cell.trim_end();
        let room = width.checked_sub(display_width(cell))?;
        corrected.extend([cell, &" ".repeat(room), "|"]);
    }
    Some(corrected)
}
