//! A grid or simple table where a block begins: read, and put where tables go.

use crate::block::frame::{Close, Frame, Kid};
use crate::block::parser::Parser;
use crate::block::tree::Block;
use crate::table::draft::{Draft, Isolated};
use crate::table::found::FoundTable;
use crate::table::{Cell, Kind, Row};
use crate::table::{grid, simple};

impl<'p> Parser<'p> {
    pub(crate) fn grid(&mut self, frame: &mut Frame<'p>) {
        let isolated = grid::read(&self.place(), &frame.region, frame.at);
        self.table_block(frame, Kind::Grid, isolated);
    }

    pub(crate) fn simple(&mut self, frame: &mut Frame<'p>) {
        let isolated = simple::read(&self.place(), &frame.region, frame.at);
        self.table_block(frame, Kind::Simple, isolated);
    }

    fn table_block(&mut self, frame: &mut Frame<'p>, kind: Kind, isolated: Isolated<'p>) {
        let span = frame.region.span_of_lines(frame.at, isolated.last);
        frame.at = isolated.next;
        match isolated.table {
            Ok(Draft { columns, head, body }) => {
                self.enter_table(frame, None);
                self.nest_rows(head.iter().chain(&body));
                let roles = self.roles;
                let label = frame.kids.label.take();
                self.kid(frame, Kid::Table { columns });
                self.push_table(FoundTable { kind, span, label, title: None, roles, columns, head, body });
            }
            Err(error) => {
                self.rejected_blocks += usize::from(self.found().is_some());
                self.reject(error.of(kind, span));
                self.message(frame);
            }
        }
        self.message_unless(frame, isolated.blank_finish);
    }

    /// Reads the cells of a table: those of a table in a cell up to the table's end, those of a table of the page
    /// for what they may define.
    pub(crate) fn nest_rows<'r>(&mut self, rows: impl Iterator<Item = &'r Row<'p>>)
    where
        'p: 'r,
    {
        if self.wants_steps() {
            self.nest_steps(rows);
        } else if self.cells_define {
            self.nest(Frame::nothing(Close::Hide(1)));
            for cell in rows.flatten().filter(|cell| may_define(cell)) {
                self.nest(Frame::inside(cell.region(), 0));
            }
            self.nest(Frame::nothing(Close::Hide(-1)));
        }
    }

    fn nest_steps<'r>(&mut self, rows: impl Iterator<Item = &'r Row<'p>>)
    where
        'p: 'r,
    {
        for row in rows {
            let mut opens = vec![Block::Row];
            for (at, cell) in row.iter().enumerate() {
                opens.push(Block::Entry);
                let is_last = at + 1 == row.len();
                let frame = Frame::inside(cell.region(), 1 + usize::from(is_last));
                self.nest(Frame { opens: std::mem::take(&mut opens), ..frame });
            }
            if row.is_empty() {
                self.nest(Frame { opens, ..Frame::nothing(Close::Leave(1)) });
            }
        }
        self.nest(Frame::nothing(Close::Leave(1)));
    }
}

fn may_define(cell: &Cell<'_>) -> bool {
    cell.lines().iter().any(|line| line.contains(".. |") || line.contains("role::"))
}
