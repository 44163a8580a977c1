//! One row of a page, as fields see it.

use crate::declaration::{Field, Markup, Source, Whitespace};
use crate::indexed::{By, Id};
use crate::page::Page;
use rst_tables::Cell;
use std::ops::Range;
use std::rc::Rc;

/// One row of a page.
pub(crate) struct PageRow<'p> {
    pub(crate) source: Id<Source>,
    pub(crate) page: Rc<Page>,
    /// The line of its code, or else of its first cell, counted from 1.
    pub(crate) line: usize,
    pub(crate) cells: Cells<FieldCell<'p>>,
    /// Whether it continues the row above: its code is from there, and its other empty cells mean "as above".
    pub(crate) continues: bool,
}

/// A cell per field; `None` where the table lacks the column.
pub(crate) type Cells<C> = By<Field, Option<C>>;

/// What a field sees of a row.
#[derive(Clone)]
pub(crate) struct FieldCell<'p> {
    pub(crate) cell: &'p Cell<'p>,
    /// In the rendering and with the white space that the field asks for.
    pub(crate) text: String,
}

impl<'p> FieldCell<'p> {
    pub(super) fn new(field: &Field, cell: &'p Cell<'p>) -> Self {
        let text = match field.markup {
            Markup::Text => cell.text(),
            Markup::Markdown => cell.markdown(),
            Markup::Rst => cell.raw().trim().to_owned(),
        };
        let text = match field.whitespace {
            Whitespace::Keep => text,
            Whitespace::Fold => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Whitespace::Remove => text.split_whitespace().collect(),
        };
        Self { cell, text }
    }

    pub(crate) fn span(&self) -> Range<usize> {
        self.cell.span()
    }
}
