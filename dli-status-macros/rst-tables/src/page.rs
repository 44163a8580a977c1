//! A page: its tables with what is around them, and its lists as tables.

mod finder;
mod list;
mod markdown;
mod position;
mod unknown;

use std::ops::Range;
use std::sync::Arc;

pub use self::position::Position;
pub use self::unknown::UnknownDirective;

use self::finder::{Finder, Found};
use crate::block::parser::Parser;
use crate::context::shared::Shared;
use crate::error::{IncludeError, TableError};
use crate::heading::Heading;
use crate::source::files::Files;
use crate::source::lines::Lines;
use crate::source::origin::Origin;
use crate::source::region::Region;
use crate::table::Table;

/// A page that has been read: its tables, the headings around them, and its lists as tables.
///
/// ```
/// use rst_tables::Page;
///
/// let text = "\
/// Errors
/// ======
///
/// ===== ======
/// Name  Number
/// ===== ======
/// EPERM 1
/// ===== ======
///
/// Signals
/// =======
///
/// SIGHUP : 1
///    The terminal was closed.
/// SIGINT : 2
///    The user pressed *Ctrl+C*.
/// ";
/// let page = Page::read(text);
/// let table = page.tables()[0].as_ref().unwrap();
/// assert_eq!(table.headings()[0].title(), "Errors");
/// assert_eq!(page.position(table.span().start).line, 4);
///
/// let signals = &page.definition_lists()[0];
/// assert_eq!(signals.headings()[0].title(), "Signals");
/// let row: Vec<_> = signals.body()[1].iter().map(|cell| cell.text()).collect();
/// assert_eq!(row, ["SIGINT", "2", "The user pressed Ctrl+C."]);
/// ```
#[derive(Debug)]
pub struct Page<'p> {
    text: &'p str,
    found: Found<'p>,
    include_errors: Vec<IncludeError>,
}

impl<'p> Page<'p> {
    /// Reads a page. What it includes is left out: [`Sources`](crate::Sources) read other files too.
    pub fn read(text: &'p str) -> Self {
        Self::of(text, vec![Lines::of_page(text)], None)
    }

    /// Reads a page that may include files, after a prolog.
    pub(crate) fn with_files(path: &str, text: &'p str, prolog: Option<(&str, &'p str)>, files: &'p dyn Files) -> Self {
        let prolog = prolog.into_iter();
        let parts = prolog.chain([(path, text)]);
        let lines = parts.map(|(path, text)| Lines::of_file(text, 0..text.len(), Arc::new(Origin::page(path))));
        Self::of(text, lines.collect(), Some(files))
    }

    /// Reads lines, one part after the other.
    fn of(text: &'p str, parts: Vec<Lines<'p>>, files: Option<&'p dyn Files>) -> Self {
        let shared = Arc::new(Shared::new(files));
        let mut parser = Parser::of_page(Arc::clone(&shared));
        let blocks = parser.page(parts.into_iter().map(|lines| Region::new(Arc::new(lines))));
        let include_errors = std::mem::take(&mut parser.include_errors);
        shared.complete(parser.into_context());
        Self { text, found: Finder::new(&shared).find(blocks), include_errors }
    }

    /// The tables, in the order of the page. A table that docutils rejects is an error in its place. Tables in cells are
    /// part of the cell's text and not listed.
    pub fn tables(&self) -> &[Result<Table<'p>, TableError>] {
        &self.found.tables
    }

    /// The same as a value.
    pub fn into_tables(self) -> Vec<Result<Table<'p>, TableError>> {
        self.found.tables
    }

    /// The definition lists, each as a table of three columns without a head: term, classifiers (those of a term joined
    /// by ` : `), definition. Lists in items of other definition lists are part of these and not listed, nor are those in
    /// cells.
    pub fn definition_lists(&self) -> &[Table<'p>] {
        &self.found.definition_lists
    }

    /// The bullet lists, each as a table of one column without a head. Lists in items of other bullet lists are part of
    /// these and not listed, nor are those in cells.
    pub fn bullet_lists(&self) -> &[Table<'p>] {
        &self.found.bullet_lists
    }

    /// The headings, in the order of the page.
    pub fn headings(&self) -> &[Arc<Heading>] {
        &self.found.headings
    }

    /// The directives that seem to hold a table and are neither docutils' nor Sphinx's, so that it is not read.
    pub fn unknown_directives(&self) -> &[UnknownDirective] {
        &self.found.unknown
    }

    /// The bytes of what looks like a table in Markdown, which docutils reads as text.
    ///
    /// ```
    /// let text = "Codes:\n\n| Code | Text |\n|------|------|\n| 200  | OK   |\n";
    /// let tables = rst_tables::Page::read(text).markdown_tables();
    /// assert_eq!(tables, [8..text.len() - 1]);
    /// ```
    pub fn markdown_tables(&self) -> Vec<Range<usize>> {
        markdown::tables(self.text)
    }

    /// The files that the page includes and that are not read, and why.
    pub fn include_errors(&self) -> &[IncludeError] {
        &self.include_errors
    }

    /// The line and column of a byte of the page.
    pub fn position(&self, offset: usize) -> Position {
        Position::of(self.text, offset)
    }
}
