//! Chooses the tables of one source.

use super::candidate::{Candidate, Found, has_label};
use super::malformed::Finding;
use super::reading::{Place, Reading};
use crate::declaration::{Column, Field, Skip, Source, TableChoice, TableSpec};
use crate::diagnostic::{Diagnostics, Reported};
use crate::indexed::{By, Id};
use crate::page::Page;
use rst_tables::{Row, Table, TableError};
use std::ops::Range;
use std::rc::Rc;

/// A table that was chosen.
pub(crate) struct Selected<'p> {
    pub(crate) source: Id<Source>,
    pub(crate) page: Rc<Page>,
    pub(crate) table: &'p Table<'p>,
    /// The rows below the header.
    pub(crate) rows: Vec<&'p Row<'p>>,
    /// The column that each field reads; `None` for an optional field whose column the table lacks.
    pub(crate) columns: By<Field, Option<usize>>,
    /// The column that each rule for rows to leave out looks at; `None` if the table lacks it.
    pub(crate) skips: By<Skip, Option<usize>>,
}

/// One source and the tables of its page.
pub(super) struct Chooser<'a, 'p> {
    pub(super) spec: &'a TableSpec,
    pub(super) id: Id<Source>,
    pub(super) source: &'a Source,
    pub(super) page: Rc<Page>,
    pub(super) read: &'p rst_tables::Page<'p>,
    /// Whether the heading was found below which to read.
    has_place: bool,
    /// The bytes of the page that may be read.
    pub(super) place: Range<usize>,
    /// Those below the heading that is meant, in the order of the page, malformed ones among them.
    pub(super) tables: Vec<Result<Candidate<'p>, &'p TableError>>,
    pub(super) findings: &'p [Finding],
    pub(super) diagnostics: &'a Diagnostics,
}

impl<'a, 'p> Chooser<'a, 'p> {
    pub(super) fn new(
        spec: &'a TableSpec,
        id: Id<Source>,
        reading: &'p Reading<'p>,
        diagnostics: &'a Diagnostics,
    ) -> Self {
        let source = &spec.sources[id];
        let everywhere = reading.everywhere();
        let mut chooser = Self {
            spec,
            id,
            source,
            page: Rc::clone(&reading.page),
            read: &reading.read,
            has_place: true,
            tables: reading.candidates(&everywhere, source),
            place: everywhere.bytes,
            findings: &reading.findings,
            diagnostics,
        };
        if let Some(name) = &source.under {
            match chooser.heading(reading, name) {
                Ok(heading) => chooser.restrict(reading, &reading.below(heading)),
                Err(Reported { .. }) => chooser.has_place = false,
            }
        }
        chooser
    }

    fn restrict(&mut self, reading: &'p Reading<'p>, place: &Place<'_>) {
        self.tables = reading.candidates(place, self.source);
        self.place = place.bytes.clone();
    }

    pub(super) fn choose(&self) -> Vec<Selected<'p>> {
        if !self.has_place {
            return Vec::new();
        }
        let selected = match &self.source.table {
            None => self.all_that_fit(),
            Some(choice) => self.the_one(choice).into_iter().collect(),
        };
        self.suspect_damage(&selected);
        selected
    }

    pub(super) fn candidates(&self) -> impl Iterator<Item = &Candidate<'p>> {
        self.tables.iter().flatten()
    }

    fn all_that_fit(&self) -> Vec<Selected<'p>> {
        let is_well_formed = self.report_malformed(None);
        let fitting: Vec<_> = self.candidates().filter(|table| self.missing(table).is_empty()).collect();
        if fitting.is_empty() && is_well_formed.is_ok() {
            self.report_no_fitting_table();
        }
        self.warn_of_near_misses();
        fitting.into_iter().filter_map(|table| self.columns(table).ok()).collect()
    }

    fn the_one(&self, choice: &TableChoice) -> Result<Selected<'p>, Reported> {
        let found = match choice {
            TableChoice::Position { number, .. } => self.tables.get(number - 1),
            TableChoice::Name(name) => {
                let name = name.value();
                self.tables.iter().find(|table| match table {
                    Ok(table) => table.is_called(&name),
                    Err(error) => has_label(error.labels(), &name),
                })
            }
        };
        match found {
            Some(Ok(table)) => {
                self.report_malformed(Some(&table.table.span()))?;
                if self.missing(table).is_empty() { self.columns(table) } else { Err(self.report_missing(table)) }
            }
            Some(Err(error)) => {
                let reported = self.report_malformed(Some(&error.table()));
                Err(reported.expect_err("each table that is rejected is among the findings"))
            }
            None => {
                let reported = self.diagnostics.report(self.no_such_table(choice));
                self.report_malformed(None).and(Err(reported))
            }
        }
    }

    pub(super) fn required(&self) -> impl Iterator<Item = &'a Field> {
        self.spec.fields.iter().filter(|field| !field.is_optional())
    }

    /// The fields without which the table cannot be read.
    pub(super) fn missing(&self, table: &Candidate<'p>) -> Vec<&'a Field> {
        self.required().filter(|field| !table.has(&field.column)).collect()
    }

    /// The table with the column of each field.
    fn columns(&self, table: &Candidate<'p>) -> Result<Selected<'p>, Reported> {
        let fields = self.spec.fields.iter();
        let columns = fields.map(|field| self.column(table, &field.column)).collect::<Vec<_>>();
        let skips = self.spec.skips.iter();
        let skips = skips.map(|skip| self.column(table, &skip.column)).collect::<Vec<_>>();
        // The mistakes of all fields come together.
        let (columns, skips) =
            (columns.into_iter().collect::<Result<_, _>>()?, skips.into_iter().collect::<Result<_, _>>()?);
        let (page, rows) = (Rc::clone(&self.page), table.body.clone());
        Ok(Selected { source: self.id, page, table: table.table, rows, columns, skips })
    }

    fn column(&self, table: &Candidate<'p>, column: &Column) -> Result<Option<usize>, Reported> {
        match table.find(column) {
            Found::Missing => Ok(None),
            Found::At(index) => Ok(Some(index)),
            Found::Spanning(header) => Err(self.report_spanning(column, header)),
            Found::Ambiguous(first, second) => Err(self.report_ambiguous(column, first, second)),
        }
    }
}
