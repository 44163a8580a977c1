//! What a client tells of an exchange: each status with its documented meaning, and what became of the request.

use crate::{Attempt, Exchange, Retry, Status};
use dli_status::StatusTable as _;
use std::fmt;

/// A paragraph for each status; the last line of an attempt is about the request.
impl fmt::Display for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told = Vec::new();
        for attempt in &self.attempts {
            for &status in attempt.interim.iter().chain([&attempt.status]) {
                headline(f, status)?;
                if !told.contains(&status) {
                    description(f, status)?;
                    told.push(status);
                }
            }
            writeln!(f, "    -> {attempt}")?;
        }
        Ok(())
    }
}

/// What became of the request.
impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.pause, self.retry) {
            (Some(pause), _) => write!(f, "sent again after {pause:.1?}"),
            (None, retry @ (Retry::AnyTime | Retry::After(_))) => write!(f, "{retry}, but the client gives up"),
            (None, retry) => write!(f, "{retry}"),
        }
    }
}

fn headline(f: &mut fmt::Formatter<'_>, status: Status) -> fmt::Result {
    write!(f, "{status} (")?;
    match status.class() {
        Some(class) => write!(f, "{class}")?,
        None => f.write_str("no status of HTTP")?,
    }
    match status.listed() {
        Some(row) => writeln!(f, ", {})", row.place()),
        None => writeln!(f, ", not documented)"),
    }
}

fn description(f: &mut fmt::Formatter<'_>, status: Status) -> fmt::Result {
    let lines = status.listed().map_or("", |row| row.description()).lines();
    lines.filter(|line| !line.is_empty()).try_for_each(|line| writeln!(f, "    {line}"))
}
