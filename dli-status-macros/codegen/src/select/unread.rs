//! What a page has in place of a table that could be read.

use super::chooser::Chooser;
use crate::diagnostic::Diagnostic;
use std::ops::Range;

impl Chooser<'_, '_> {
    /// The error about tables that docutils does not see, if the page has some with the headers of all columns; or any at all,
    /// if it has no other tables.
    pub(super) fn unread(&self) -> Option<Diagnostic> {
        let is_meant = |bytes: &Range<usize>| self.tables.is_empty() || self.has_headers(bytes);
        let directive = self.reading.unknown_directives().iter().find(|directive| is_meant(&directive.span()));
        if let Some(directive) = directive {
            let text =
                format!("`{}` is not a directive that docutils knows, so its table is not read", directive.name());
            let line = self.page.line_span(directive.span().start);
            let error = Diagnostic::new(self.source.span, text).label(&self.page, line, "");
            return Some(error.help("write the table as a grid table, a `list-table` or a `csv-table`"));
        }
        let markdown = self.reading.markdown_tables().into_iter().find(is_meant)?;
        let line = self.page.line_span(markdown.start);
        let error = Diagnostic::new(self.source.span, "a table in Markdown is text to docutils, so it is not read");
        Some(error.label(&self.page, line, "").help("write it as a grid table, a `list-table` or a `csv-table`"))
    }

    /// Whether the headers of all columns are in these bytes.
    pub(super) fn has_headers(&self, bytes: &Range<usize>) -> bool {
        let text = self.page.slice(bytes.clone());
        self.required().all(|field| field.column.headers().any(|header| text.contains(&header)))
    }
}
