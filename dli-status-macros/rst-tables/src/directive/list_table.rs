//! `.. list-table::`, whose rows are the items of a bullet list and whose cells those of the lists inside.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::block::frame::{Close, Frame, Kid, Kids, Node};
use crate::block::parser::Parser;
use crate::context::shared::Place;
use crate::directive::table::{DirectiveTable, no_content};
use crate::directive::{Dimensions, Directive, has_broken_markup};
use crate::error::{Content, DirectiveError, SpannedError};
use crate::source::region::Region;
use crate::table::{Cell, Kind, Row, Source, short};

/// A list table whose content is being read.
pub(crate) struct ListTable<'p> {
    span: Range<usize>,
    first_line: Range<usize>,
    title: Option<Cow<'p, str>>,
    dimensions: Dimensions,
    mark: usize,
    roles: usize,
    label: Option<Arc<str>>,
    rows: Vec<ListRow<'p>>,
}

/// A row of a list table.
pub(crate) struct ListRow<'p> {
    /// The bytes of its first line.
    pub(crate) span: Range<usize>,
    pub(crate) cells: Vec<ItemCell<'p>>,
    /// Whether it is a list of cells and nothing else.
    pub(crate) is_list: bool,
}

/// A cell: the line of its bullet, and its content.
pub(crate) type ItemCell<'p> = (usize, Region<'p>);

impl<'p> Parser<'p> {
    pub(crate) fn list_table(&mut self, frame: &mut Frame<'p>, directive: Directive<'p>) {
        if directive.content.is_empty() {
            self.message(frame);
            let error = no_content(&directive, Content::BulletList);
            return self.reject(error.of(Kind::ListTable, directive.span));
        }
        let table = ListTable {
            dimensions: Dimensions::of(&directive),
            mark: self.mark(),
            roles: self.roles,
            label: frame.kids.label.clone(),
            rows: Vec::new(),
            span: directive.span,
            first_line: directive.first_line,
            title: directive.argument,
        };
        self.hide(1);
        self.enter_table(frame, table.title.as_ref());
        self.nest(Frame::new(directive.content, Node::Loose, Close::ListTable(Box::new(table))));
    }

    pub(crate) fn end_list_row(&mut self, mut row: ListRow<'p>, kids: &Kids) {
        self.leave();
        row.is_list = kids.is_only(&Kid::BulletList);
        if let Some(Frame { close: Close::ListTable(table), .. }) = self.outer() {
            table.rows.push(row);
        }
    }

    pub(crate) fn end_list_table(&mut self, table: ListTable<'p>, kids: &Kids) {
        self.hide(-1);
        self.leave();
        let checked = table.check(kids);
        if let Some(outer) = self.outer() {
            outer.kids.add(checked.as_ref().map_or(Kid::Message, |&columns| Kid::Table { columns }));
            if checked.is_ok() && table.title.as_deref().is_some_and(has_broken_markup) {
                outer.kids.add(Kid::Message);
            }
        }
        let ListTable { span, title, dimensions, mark, roles, label, rows, .. } = table;
        let columns = match checked {
            Ok(columns) => columns,
            Err(error) => {
                self.rewind(mark);
                return self.reject(error.of(Kind::ListTable, span));
            }
        };
        let place = Place { roles, ..self.place() };
        let mut head: Vec<Row<'p>> = rows.into_iter().map(|row| cells(&place, row.cells)).collect();
        let body = head.split_off(dimensions.header_rows().min(head.len()));
        self.directive_table(DirectiveTable { kind: Kind::ListTable, span, title, roles, columns, head, body }, label);
    }
}

impl ListTable<'_> {
    /// The number of columns, if the table is in order.
    fn check(&self, kids: &Kids) -> Result<usize, SpannedError> {
        if !kids.is_only(&Kid::BulletList) {
            return Err(SpannedError::new(DirectiveError::NotOnly(Content::BulletList), self.first_line.clone()));
        }
        let columns = self.rows.first().map_or(0, |row| row.cells.len());
        for (row, ListRow { span, cells, is_list }) in (1..).zip(&self.rows) {
            let found = cells.len();
            if !is_list {
                return Err(SpannedError::new(DirectiveError::NotCells { row }, span.clone()));
            }
            if found != columns {
                let uneven = DirectiveError::UnevenRow { row, expected: columns, found };
                return Err(SpannedError::new(uneven, span.clone()));
            }
        }
        self.dimensions.check_widths(columns)?;
        let lengths: Vec<usize> = self.rows.iter().map(|row| row.cells.len()).collect();
        self.dimensions.check_headers(&lengths)?;
        Ok(columns)
    }
}

fn cells<'p>(place: &Place<'p>, cells: Vec<ItemCell<'p>>) -> Row<'p> {
    let cell = |(column, (line, region)): (usize, ItemCell<'p>)| Cell {
        source: Source::Item(Box::new((place.clone(), line, region.until_text()))),
        column: short(column),
        colspan: 1,
        rowspan: 1,
    };
    cells.into_iter().enumerate().map(cell).collect()
}
