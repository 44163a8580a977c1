//! A grid or simple table where a block begins: read, and put where tables go.

use super::block::Block;
use super::draft::Isolated;
use super::found::{Found, FoundTable};
use super::malformed::{Fault, Malformed};
use super::parser::{Frame, Kid, Output, Parser};
use super::table::Kind;
use super::{grid, simple};

impl<'p> Parser<'p> {
    pub(crate) fn grid(&mut self, frame: &mut Frame<'p>) {
        let isolated = grid::read(&self.page, &frame.region, frame.at);
        self.table_block(frame, Kind::Grid, isolated);
    }

    pub(crate) fn simple(&mut self, frame: &mut Frame<'p>) {
        let isolated = simple::read(&self.page, &frame.region, frame.at);
        self.table_block(frame, Kind::Simple, isolated);
    }

    fn table_block(&mut self, frame: &mut Frame<'p>, kind: Kind, isolated: Isolated<'p>) {
        let line = frame.at + 1;
        frame.at = isolated.next;
        match isolated.table {
            Ok(draft) => {
                let label = frame.kids.label.take();
                self.kid(frame, Kid::Table);
                match &mut self.output {
                    Output::Tables { found, hidden: 0 } => {
                        found.push(Found::Table(FoundTable { kind, line, label, title: None, draft }));
                    }
                    Output::Tables { .. } => {}
                    Output::Steps(_) => self.enter(Block::Table),
                }
            }
            Err(fault) => {
                self.malformed(kind, line, &fault);
                self.message(frame);
            }
        }
        self.message_unless(frame, isolated.blank_finish);
    }

    fn malformed(&mut self, kind: Kind, line: usize, fault: &Fault) {
        if let Output::Tables { found, hidden: 0 } = &mut self.output {
            let (error, detail) = ("Malformed table.".to_owned(), Some(fault.cause.to_string()));
            found.push(Found::Malformed(Malformed { kind, line, span: fault.span.clone(), error, detail }));
        }
    }
}
