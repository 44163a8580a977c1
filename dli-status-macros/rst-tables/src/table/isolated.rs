//! What the readers of grid and simple tables return.

use crate::error::SpannedError;
use crate::table::Rows;

/// A table as it was read, or what is wrong with it, and where reading goes on.
#[derive(Debug)]
pub(crate) struct Isolated<'p> {
    pub(crate) table: Result<Rows<'p>, SpannedError>,
    /// The last line of the table.
    pub(crate) last: usize,
    /// The line at which the next block begins.
    pub(crate) next: usize,
    pub(crate) blank_finish: bool,
}

/// Whether a table has too many cells for the bytes that it is written in. Simple and CSV tables have cells that are not
/// written at all, so that a small page could fill any memory.
pub(crate) fn are_too_many(cells: usize, bytes: usize) -> bool {
    cells > 0x1_0000 + bytes.saturating_mul(4)
}
