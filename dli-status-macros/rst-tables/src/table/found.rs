//! The tables of a page while the page is being read.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::error::TableError;
use crate::table::{Kind, Row};

/// A table that was found, or one that is rejected.
#[derive(Debug)]
pub(crate) enum Found<'p> {
    Table(FoundTable<'p>),
    Rejected(TableError),
    /// Nothing: a table that docutils drops, or none yet.
    Nothing,
}

#[derive(Debug)]
pub(crate) struct FoundTable<'p> {
    pub(crate) kind: Kind,
    pub(crate) span: Range<usize>,
    pub(crate) label: Option<Arc<str>>,
    /// The title's source.
    pub(crate) title: Option<Cow<'p, str>>,
    /// How many role directives stand before the table.
    pub(crate) roles: usize,
    pub(crate) columns: usize,
    pub(crate) head: Vec<Row<'p>>,
    pub(crate) body: Vec<Row<'p>>,
}
