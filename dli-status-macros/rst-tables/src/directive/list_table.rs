//! `.. list-table::`, whose rows are the items of a bullet list and whose cells those of the lists inside.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::block::frame::{Close, Frame, Kid, Kids, Node};
use crate::block::parser::Parser;
use crate::context::shared::Place;
use crate::directive::table::{DirectiveTable, check_dimensions, widths_error};
use crate::directive::{Directive, Run, given_widths, has_broken_markup};
use crate::source::region::Region;
use crate::table::{Cell, Kind, Row, Source, short};

/// A list table whose content is being read.
pub(crate) struct ListTable<'p> {
    name: String,
    span: Range<usize>,
    first_line: Range<usize>,
    title: Option<Cow<'p, str>>,
    widths: Option<usize>,
    header_rows: usize,
    stub_columns: usize,
    mark: usize,
    roles: usize,
    label: Option<Arc<str>>,
    /// The cells of each row; none if the row is not just a list.
    rows: Vec<Option<Vec<ItemCell<'p>>>>,
}

/// A cell: the line of its bullet, and its content.
pub(crate) type ItemCell<'p> = (usize, Region<'p>);

impl<'p> Parser<'p> {
    pub(crate) fn list_table(&mut self, frame: &mut Frame<'p>, directive: Directive<'p>) {
        if directive.content.is_empty() {
            self.message(frame);
            let error = format!("The \"{}\" directive is empty; content required.", directive.name);
            return self.malformed_directive(Run::ListTable, &directive, error, None);
        }
        let table = ListTable {
            widths: given_widths(&directive),
            header_rows: directive.options.count("header-rows"),
            stub_columns: directive.options.count("stub-columns"),
            mark: self.mark(),
            roles: self.roles,
            label: frame.kids.label.clone(),
            rows: Vec::new(),
            name: directive.name,
            span: directive.span,
            first_line: directive.first_line,
            title: directive.argument,
        };
        self.hide(1);
        self.enter_table(frame, table.title.as_ref());
        self.nest(Frame::new(directive.content, Node::Loose, Close::ListTable(Box::new(table))));
    }

    pub(crate) fn end_list_row(&mut self, cells: Vec<ItemCell<'p>>, kids: &Kids) {
        self.leave();
        let is_row = kids.is_only(&Kid::BulletList);
        if let Some(Frame { close: Close::ListTable(table), .. }) = self.outer() {
            table.rows.push(is_row.then_some(cells));
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
        let ListTable { span, first_line, title, header_rows, mark, roles, label, rows, .. } = table;
        let columns = match checked {
            Ok(columns) => columns,
            Err(error) => {
                self.rewind(mark);
                return self.malformed_at(Run::ListTable, span, first_line, error, None);
            }
        };
        let place = Place { roles, ..self.place() };
        let mut head: Vec<Row<'p>> = rows.into_iter().map(|row| cells(&place, row.unwrap_or_default())).collect();
        let body = head.split_off(header_rows.min(head.len()));
        self.directive_table(DirectiveTable { kind: Kind::ListTable, span, title, roles, columns, head, body }, label);
    }
}

impl ListTable<'_> {
    /// The number of columns, if all is as it must be.
    fn check(&self, kids: &Kids) -> Result<usize, String> {
        let parsing = format!("Error parsing content block for the \"{}\" directive: ", self.name);
        if !kids.is_only(&Kid::BulletList) {
            return Err(parsing + "exactly one bullet list expected.");
        }
        let mut columns = None;
        for (at, row) in self.rows.iter().enumerate() {
            let Some(row) = row else {
                return Err(format!(
                    "{parsing}two-level bullet list expected, but row {} does not contain a second-level bullet list.",
                    at + 1
                ));
            };
            let columns = *columns.get_or_insert(row.len());
            if row.len() != columns {
                return Err(format!(
                    "{parsing}uniform two-level bullet list expected, but row {} does not contain the same number of \
                     items as row 1 ({} vs {columns}).",
                    at + 1,
                    row.len()
                ));
            }
        }
        let columns = columns.unwrap_or(0);
        if self.widths.is_some_and(|widths| widths != columns) {
            return Err(widths_error(&self.name, columns));
        }
        let mut lengths = self.rows.iter().map(|row| row.as_ref().map_or(0, Vec::len));
        check_dimensions(&self.name, self.header_rows, self.stub_columns, &mut lengths)?;
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
