//! A page that was read: its tables, its lists, its headings, and the mistakes in the way they are written.

use super::candidate::Candidate;
use super::malformed::{Finding, findings};
use crate::declaration::{Form, Source};
use crate::page::Page;
use rst_tables::{Heading, Table, TableError};
use std::ops::Range;
use std::rc::Rc;

/// A page and what was read in it.
pub(crate) struct Reading<'p> {
    pub(crate) page: Rc<Page>,
    pub(crate) read: rst_tables::Page<'p>,
    /// Mistakes in the way its tables are written.
    pub(super) findings: Vec<Finding>,
}

/// A part of a page: below a heading, or all of it.
pub(super) struct Place<'r> {
    heading: Option<&'r Heading>,
    /// The bytes from the heading to the next one that is not below it.
    pub(super) bytes: Range<usize>,
}

impl<'p> Reading<'p> {
    /// Reads the tables of a page.
    pub(crate) fn new(page: &'p Rc<Page>) -> Self {
        let read = rst_tables::Page::read(page.text());
        let findings = findings(page, read.tables());
        Self { page: Rc::clone(page), read, findings }
    }

    /// The whole page.
    pub(super) fn everywhere(&self) -> Place<'_> {
        Place { heading: None, bytes: 0..self.page.text().len() }
    }

    /// The part below a heading.
    pub(super) fn below<'r>(&'r self, heading: &'r Heading) -> Place<'r> {
        let start = heading.span().start;
        let later = self.read.headings().iter().filter(|other| other.span().start > start);
        let mut outside = later.filter(|other| !is_within(other, heading));
        let end = outside.next().map_or(self.page.text().len(), |next| next.span().start);
        Place { heading: Some(heading), bytes: start..end }
    }

    /// What a source may read there, in the order of the page, malformed tables among it.
    pub(super) fn candidates(
        &'p self,
        place: &Place<'_>,
        source: &Source,
    ) -> Vec<Result<Candidate<'p>, &'p TableError>> {
        let tables: Vec<Result<&'p Table<'p>, &'p TableError>> = match source.form {
            Form::Table => self.read.tables().iter().map(Result::as_ref).collect(),
            Form::DefinitionList => self.read.definition_lists().iter().map(Ok).collect(),
            Form::BulletList => self.read.bullet_lists().iter().map(Ok).collect(),
        };
        let is_there = |table: &Result<&Table<'_>, &TableError>| match table {
            Ok(table) => place.holds(table),
            Err(error) => place.bytes.contains(&error.table().start),
        };
        let tables = tables.into_iter().filter(is_there).zip(1..);
        let candidate = |table, position| Candidate::new(position, table, source.form, source.header_rows);
        tables.map(|(table, position)| table.map(|table| candidate(table, position))).collect()
    }
}

impl Place<'_> {
    fn holds(&self, table: &Table<'_>) -> bool {
        self.heading.is_none_or(|heading| table.headings().iter().any(|around| around.span() == heading.span()))
    }
}

/// Whether a heading is below another.
fn is_within(heading: &Heading, outer: &Heading) -> bool {
    std::iter::successors(heading.parent(), |heading| heading.parent()).any(|parent| parent.span() == outer.span())
}
