//! What the readers of grid and simple tables hand back.

use crate::table::Row;
use crate::table::malformed::Fault;

/// The rows of a table, before its directive and label are known.
#[derive(Debug)]
pub(crate) struct Draft<'p> {
    pub(crate) columns: usize,
    pub(crate) head: Vec<Row<'p>>,
    pub(crate) body: Vec<Row<'p>>,
}

/// A table as it was read, or what is wrong with it, and where reading goes on.
#[derive(Debug)]
pub(crate) struct Isolated<'p> {
    pub(crate) table: Result<Draft<'p>, Fault>,
    /// The last line of the table.
    pub(crate) last: usize,
    /// The line at which the next block begins.
    pub(crate) next: usize,
    pub(crate) blank_finish: bool,
}
