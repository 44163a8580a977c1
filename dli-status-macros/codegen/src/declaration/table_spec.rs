//! What to read: sources, rows to leave out, and columns.

use super::{Field, Skip, Source};
use crate::indexed::By;

/// The part of a declaration that says what to read.
pub(crate) struct TableSpec {
    /// The pages, in order; never empty.
    pub(crate) sources: By<Source, Source>,
    /// The rows to leave out.
    pub(crate) skips: By<Skip, Skip>,
    /// The columns, in order.
    pub(crate) fields: By<Field, Field>,
    /// The declaration's beginning as it is written; `None` if the enum is written by hand.
    pub(crate) heading: Option<String>,
}
