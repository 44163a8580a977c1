//! Differences for a terminal.

use super::changes::{Change, Changes, Row, Step};
use super::words::{self, Part};
use crate::output::{ERROR, FAINT, Output, STRONG};
use anstyle::{AnsiColor, Style};
use std::io;

const REMOVED: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();

pub(super) fn write(output: &mut Output, changes: &Changes) -> io::Result<()> {
    writeln!(output, "{STRONG}{}{STRONG:#}", changes.name)?;
    for change in &changes.changes {
        let breaks =
            if changes.step_of(change) == Step::Major { format!(" {ERROR}(breaking){ERROR:#}") } else { String::new() };
        writeln!(output, "  {}{breaks}", text(change))?;
    }
    writeln!(output, "{}: {}", changes.step().name(), changes.verdict().replace('`', ""))
}

fn text(change: &Change) -> String {
    match change {
        Change::Removed(row) => format!("{REMOVED}removed{REMOVED:#}   {}", of_row(row)),
        Change::Added(row) => format!("{ADDED}added{ADDED:#}     {}", of_row(row)),
        Change::Renamed { code, old, new } => {
            format!("renamed   {code} {REMOVED}[-{old}-]{REMOVED:#} {ADDED}{{+{new}+}}{ADDED:#}")
        }
        Change::Recoded { name, old, new } => {
            format!("re-coded  {REMOVED}[-{old}-]{REMOVED:#} {ADDED}{{+{new}+}}{ADDED:#} {name}")
        }
        Change::Text { row, field, old, new } => {
            let words = words::join(&words::compare(old, new), part);
            format!("text      {} {FAINT}{field}{FAINT:#}: {words}", of_row(row))
        }
        Change::Moved(row) => format!("moved     {}", of_row(row)),
        Change::Shared { message, names } => {
            format!("shared    {message:?} is the message of {} now, and FromStr refuses it", names.join(" and "))
        }
    }
}

fn of_row(row: &Row) -> String {
    format!("{} {}", row.code, row.name)
}

/// As `git diff --word-diff` shows words.
fn part(part: &Part) -> String {
    match part {
        Part::Kept(text) => text.clone(),
        Part::Removed(text) => format!("{REMOVED}[-{text}-]{REMOVED:#}"),
        Part::Added(text) => format!("{ADDED}{{+{text}+}}{ADDED:#}"),
        Part::LeftOut => "…".to_owned(),
    }
}
