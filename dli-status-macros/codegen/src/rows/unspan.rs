//! The rows of a table with one cell per column: a cell that spans rows is in each of them, one that spans columns in
//! each of those.

use rst_tables::{Cell, Row};

pub(super) struct Unspanned<'r, 'p> {
    rows: std::slice::Iter<'r, &'p Row<'p>>,
    /// By column: the cell that reaches down from above, and for how many more rows.
    pending: Vec<Option<(&'p Cell<'p>, usize)>>,
}

/// One row.
pub(super) struct FullRow<'p> {
    /// One cell per column.
    pub(super) cells: Vec<&'p Cell<'p>>,
    /// The first cell that begins in this row, unless all reach down from above.
    pub(super) first: Option<&'p Cell<'p>>,
}

impl<'r, 'p> Unspanned<'r, 'p> {
    /// The rows of a table with this number of columns.
    pub(super) fn new(columns: usize, rows: &'r [&'p Row<'p>]) -> Self {
        Self { rows: rows.iter(), pending: vec![None; columns] }
    }
}

impl<'p> Iterator for Unspanned<'_, 'p> {
    type Item = FullRow<'p>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = *self.rows.next()?;
        for cell in row {
            let columns = self.pending.iter_mut().skip(cell.column()).take(cell.colspan());
            columns.for_each(|pending| *pending = Some((cell, cell.rowspan())));
        }
        let cells = self.pending.iter().map(|pending| pending.expect("the cells of a table leave no gap").0).collect();
        for pending in &mut self.pending {
            *pending = pending.and_then(|(cell, left)| (left > 1).then(|| (cell, left - 1)));
        }
        Some(FullRow { cells, first: row.first() })
    }
}
