//! Which tables of the pages are meant, and which of their columns each field reads.

mod candidate;
pub(crate) mod cells;
mod chooser;
mod heading;
mod malformed;
mod reading;
mod report;
mod suggest;
mod unread;

pub(crate) use self::chooser::Selected;
pub(crate) use self::malformed::{Effect, Finding, findings};
pub(crate) use self::reading::Reading;
pub(crate) use self::suggest::declaration as suggest;

use self::chooser::Chooser;
use self::report::{check_header_rows, warn_of_absent_columns};
use crate::declaration::{Source, TableSpec};
use crate::diagnostic::Diagnostics;
use crate::indexed::By;

/// The tables of all sources, in order.
pub(crate) fn select<'p>(
    spec: &TableSpec,
    readings: &'p By<Source, Reading<'p>>,
    diagnostics: &Diagnostics,
) -> Vec<Selected<'p>> {
    let choosers: Vec<Chooser<'_, 'p>> = readings
        .enumerate()
        .filter_map(|(source, reading)| Chooser::new(spec, source, reading, diagnostics).ok())
        .collect();
    let selected: Vec<Selected<'p>> = choosers.iter().flat_map(Chooser::choose).collect();
    warn_of_absent_columns(spec, &choosers, &selected, diagnostics);
    check_header_rows(spec, &selected, diagnostics);
    selected
}
