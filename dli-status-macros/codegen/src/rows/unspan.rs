//! The rows of a table with one cell per column: a cell that spans rows is in each of them, one that spans columns in
//! each of those.

use rst_tables::{Cell, Row, Table};

pub(super) struct Unspanned<'p> {
    rows: std::iter::Chain<std::slice::Iter<'p, Row<'p>>, std::slice::Iter<'p, Row<'p>>>,
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

impl<'p> Unspanned<'p> {
    /// The last rows of a table, this many of them. Those above are its header, whose cells may reach down.
    pub(super) fn new(table: &'p Table<'p>, rows: usize) -> Self {
        let header = table.head().len() + table.body().len() - rows;
        let mut all = Self { rows: table.head().iter().chain(table.body()), pending: vec![None; table.columns()] };
        all.by_ref().take(header).for_each(drop);
        all
    }
}

impl<'p> Iterator for Unspanned<'p> {
    type Item = FullRow<'p>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.rows.next()?;
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
