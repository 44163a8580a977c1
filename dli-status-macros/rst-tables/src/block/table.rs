//! A grid or simple table where a block begins.

use std::sync::Arc;

use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::tree::{Block, TableBlock};
use crate::source::lines;
use crate::source::region::Region;
use crate::table::isolated::Isolated;
use crate::table::{Cell, Kind, Rows};
use crate::table::{grid, simple};

impl<'p> Parser<'p> {
    pub(super) fn grid(&mut self, scope: &mut Scope<'p>) {
        let isolated = grid::read(&self.place(), &scope.region, scope.line);
        self.table_block(scope, Kind::Grid, isolated);
    }

    pub(super) fn simple(&mut self, scope: &mut Scope<'p>) {
        let isolated = simple::read(&self.place(), &scope.region, scope.line);
        self.table_block(scope, Kind::Simple, isolated);
    }

    fn table_block(&mut self, scope: &mut Scope<'p>, kind: Kind, isolated: Isolated<'p>) {
        let span = scope.region.span_of_lines(scope.line, isolated.last);
        let origin = Arc::clone(scope.region.origin());
        scope.line = isolated.next;
        match isolated.table {
            Ok(rows) => {
                let cells = self.cells(&scope.region, &rows);
                scope.push(Block::Table(Box::new(TableBlock {
                    kind,
                    origin,
                    span,
                    titles: Vec::new(),
                    names: Vec::new(),
                    rows,
                    cells,
                })));
            }
            Err(error) => {
                self.rejected += 1;
                scope.push(Block::Rejected(Box::new(error.of(kind, origin, span))));
                scope.warn();
            }
        }
        scope.warn_unless(isolated.blank_finish);
    }

    /// The blocks of each cell of a table in that region, if it is in a cell. The cells of the page's tables are read here only for what they
    /// may define.
    pub(crate) fn cells(&mut self, region: &Region<'p>, rows: &Rows<'p>) -> Vec<Vec<Vec<Block<'p>>>> {
        if self.reads_cells() {
            let mut row = |row: &Vec<Cell<'p>>| row.iter().map(|cell| self.cell(cell)).collect();
            return rows.iter().map(&mut row).collect();
        }
        if region.lines().may_define() {
            for cell in rows.iter().flatten().filter(|cell| may_define(cell)) {
                self.cell(cell);
            }
        }
        Vec::new()
    }

    fn cell(&mut self, cell: &Cell<'p>) -> Vec<Block<'p>> {
        self.within_table(|parser| parser.blocks(cell.region(), Parent::Body))
    }
}

fn may_define(cell: &Cell<'_>) -> bool {
    cell.lines().iter().any(|line| lines::may_define(line))
}
