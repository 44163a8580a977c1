//! Directives that are not read.

use std::ops::Range;
use std::sync::Arc;

use crate::source::origin::Origin;

/// A directive that is neither docutils' nor Sphinx's, and that seems to hold a table: `.. flat-table::`.
///
/// ```
/// let page = rst_tables::Page::read(".. flat-table::\n\n   * - a\n     - b\n");
/// assert_eq!(page.unknown_directives()[0].name(), "flat-table");
/// assert!(page.tables().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownDirective {
    pub(super) name: String,
    pub(super) origin: Arc<Origin>,
    pub(super) span: Range<usize>,
}

impl UnknownDirective {
    /// The name, as it is written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file that it is in.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The bytes of the page that the directive takes.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}
