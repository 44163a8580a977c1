//! Differences for a pull request or a changelog.

use super::changes::{Change, Changes, Row, Step};
use super::words::{self, Part};
use crate::output::Output;
use rst_tables::{escape_markdown, markdown_code};
use std::io;

pub(super) fn write(output: &mut Output, changes: &Changes) -> io::Result<()> {
    writeln!(output, "**{}** ({})", changes.verdict(), changes.step().name())?;
    for (index, change) in changes.changes.iter().enumerate() {
        let breaks = if changes.step_of(change) == Step::Major { " (breaking)" } else { "" };
        output.write(if index == 0 { b"\n" } else { b"" })?;
        writeln!(output, "- {}{breaks}", text(change))?;
    }
    Ok(())
}

fn text(change: &Change) -> String {
    match change {
        Change::Removed(row) => format!("Removed {}", of_row(row)),
        Change::Added(row) => format!("Added {}", of_row(row)),
        Change::Renamed { code, old, new } => format!("Renamed {code} from `{old}` to `{new}`"),
        Change::Recoded { name, old, new } => {
            format!("Changed the code of `{name}` from {} to {}", markdown_code(old), markdown_code(new))
        }
        Change::Text { row, field, old, new } => {
            format!("Changed the {field} of {}: {}", of_row(row), words::join(&words::compare(old, new), part))
        }
        Change::Moved(row) => format!("Moved {}", of_row(row)),
        Change::Shared { message, names } => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            format!(
                "{} is the message of {} now, and `FromStr` refuses it",
                markdown_code(message),
                names.join(" and ")
            )
        }
    }
}

fn of_row(row: &Row) -> String {
    markdown_code(&format!("{} {}", row.code, row.name))
}

fn part(part: &Part) -> String {
    match part {
        Part::Kept(text) => escape_markdown(text),
        Part::Removed(text) => format!("~~{}~~", escape_markdown(text)),
        Part::Added(text) => format!("**{}**", escape_markdown(text)),
        Part::LeftOut => "…".to_owned(),
    }
}
