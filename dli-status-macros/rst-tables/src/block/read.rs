//! The entries to the block parser: the blocks of a cell, the tables of a page.

use std::sync::Arc;

use crate::block::parser::{Output, Parser};
use crate::block::tree::Step;
use crate::context::shared::Page;
use crate::source::region::Region;
use crate::table::found::Found;

/// The blocks of a cell before which this many role directives stand.
pub(crate) fn of_cell(region: Region<'_>, roles: usize) -> Vec<Step<'_>> {
    match Parser::new(Arc::default(), region, Output::Steps(Vec::new())).after_roles(roles).run() {
        Output::Steps(steps) => steps,
        Output::Tables { .. } => Vec::new(),
    }
}

/// The tables of a page.
pub(crate) fn tables_of<'p>(page: Arc<Page<'p>>, region: Region<'p>) -> Vec<Found<'p>> {
    let output = Output::Tables { found: Vec::new(), tables: Vec::new(), hidden: 0, context: Box::default() };
    match Parser::new(Arc::clone(&page), region, output).run() {
        Output::Tables { found, context, .. } => {
            page.complete(*context);
            found
        }
        Output::Steps(_) => Vec::new(),
    }
}
