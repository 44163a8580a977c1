//! The shape of a table, by which two readings are compared.

use std::borrow::Cow;
use std::sync::Arc;

use crate::context::shared::{Place, Shared};
use crate::pattern::is_grid_border;
use crate::source::lines::Lines;
use crate::source::region::Region;
use crate::table::Rows;
use crate::table::grid;

/// The numbers of a table's columns, rows and cells.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shape {
    columns: usize,
    rows: usize,
    cells: usize,
}

/// The shape of the table that these lines are; `None` if they are not exactly one that can be read.
pub(super) fn shape<'t>(lines: impl Iterator<Item = &'t str>) -> Option<Shape> {
    let region = Region::new(Arc::new(Lines::of_texts(Arc::default(), lines.map(Cow::Borrowed))));
    let place = Place { shared: Arc::new(Shared::default()), roles: 0 };
    if !is_grid_border(region.text(0)) {
        return None;
    }
    let isolated = grid::read(&place, &region, 0);
    let Rows { columns, head, body } = isolated.table.ok().filter(|_| isolated.next == region.end())?;
    let rows = head.len() + body.len();
    (columns > 0).then(|| Shape { columns, rows, cells: head.iter().chain(&body).map(Vec::len).sum() })
}
