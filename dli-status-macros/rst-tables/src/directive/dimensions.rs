//! How many rows and columns the options of a table directive mention, and whether the table has them.

use std::ops::Range;

use super::check::{count, widths};
use super::options::Options;
use super::parts::Directive;
use crate::error::{DirectiveError, SpannedError};

/// The numbers that the options `widths`, `header-rows` and `stub-columns` give.
#[derive(Debug)]
pub(crate) struct Dimensions {
    widths: Option<Given>,
    header_rows: Option<Given>,
    stub_columns: Option<Given>,
}

/// A number that an option gives.
#[derive(Debug)]
struct Given {
    number: usize,
    span: Range<usize>,
}

impl Dimensions {
    pub(crate) fn of(directive: &Directive<'_>) -> Self {
        let given = |name, read: fn(&str) -> Option<usize>| given(&directive.options, name, read);
        Self {
            // The other values are words, which leave the number open.
            widths: given("widths", widths),
            header_rows: given("header-rows", count).filter(|given| given.number > 0),
            stub_columns: given("stub-columns", count).filter(|given| given.number > 0),
        }
    }

    pub(crate) fn header_rows(&self) -> usize {
        self.header_rows.as_ref().map_or(0, |given| given.number)
    }

    /// Checks a table with this number of columns.
    pub(crate) fn check_widths(&self, columns: usize) -> Result<(), SpannedError> {
        match &self.widths {
            Some(Given { number: found, span }) if *found != columns => {
                Err(SpannedError::new(DirectiveError::Widths { columns, found: *found }, span.clone()))
            }
            _ => Ok(()),
        }
    }

    /// Checks that the body has a row and that each row has a column that is not a header.
    pub(crate) fn check_headers(&self, columns_of_rows: &[usize]) -> Result<(), SpannedError> {
        let rows = columns_of_rows.len();
        if let Some(Given { number: found, span }) = self.header_rows.as_ref().filter(|given| given.number >= rows) {
            return Err(SpannedError::new(DirectiveError::HeaderRows { rows, found: *found }, span.clone()));
        }
        let Some(Given { number: found, span }) = &self.stub_columns else { return Ok(()) };
        match columns_of_rows.iter().find(|columns| *columns <= found) {
            Some(&columns) => {
                Err(SpannedError::new(DirectiveError::StubColumns { columns, found: *found }, span.clone()))
            }
            None => Ok(()),
        }
    }

    /// Whether the number of columns is given.
    pub(crate) fn has_widths(&self) -> bool {
        self.widths.is_some()
    }
}

fn given(options: &Options<'_>, name: &str, read: fn(&str) -> Option<usize>) -> Option<Given> {
    let number = read(options.get(name)?)?;
    Some(Given { number, span: options.span(name)? })
}
