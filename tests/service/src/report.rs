//! A report of an exchange: each status with its documented meaning, and whether the request was sent again.

use crate::{Attempt, Exchange, Retry, Status};
use dli_status::StatusTable as _;
use std::fmt;

/// One paragraph per status. The last line of an attempt is about the request.
impl fmt::Display for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut described = Vec::new();
        for attempt in &self.attempts {
            for &status in attempt.interim.iter().chain([&attempt.status]) {
                headline(f, status)?;
                if !described.contains(&status) {
                    description(f, status)?;
                    described.push(status);
                }
            }
            writeln!(f, "    -> {attempt}")?;
        }
        Ok(())
    }
}

/// Whether the request was sent again.
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
        None => f.write_str("not an HTTP status")?,
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
