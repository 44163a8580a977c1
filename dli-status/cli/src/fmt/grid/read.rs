//! A grid table that docutils reads, as a [`Grid`].

use super::{Cell, Grid};
use crate::fmt::columns::{Columns, expand_tabs};
use rst_tables::Table;
use std::ops::Range;

/// The table whose top border is the first of these lines, `indent` columns from the left.
///
/// `None` if it cannot be drawn from its cells: a border has a corner that belongs to none of them.
pub(crate) fn read(table: &Table<'_>, lines: &[&str], indent: usize) -> Option<Grid> {
    let rows: Vec<_> = table.head().iter().chain(table.body()).collect();
    let mut columns = Edges::new(table.columns());
    let mut heights = Edges::new(rows.len());
    let mut cells = Vec::new();
    for (row, cell) in rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |cell| (row, cell))) {
        let area = cell.area()?;
        columns.add(cell.column(), cell.colspan(), &area.columns)?;
        heights.add(row, cell.rowspan(), &area.lines)?;
        let lines: Vec<&str> = lines.get(area.lines)?.to_vec();
        let (lines, pad) = cut(&lines, area.columns.start + indent..area.columns.end + indent);
        cells.push(Cell { row, column: cell.column(), rowspan: cell.rowspan(), colspan: cell.colspan(), lines, pad });
    }
    Some(Grid { widths: columns.lengths()?, heights: heights.lengths()?, head: table.head().len(), cells })
}

/// The text of some lines between two columns without the indent that they share, and that indent.
fn cut(lines: &[&str], columns: Range<usize>) -> (Vec<String>, usize) {
    let lines: Vec<String> = lines
        .iter()
        .map(|line| Columns::new(&expand_tabs(line)).slice(columns.clone()).trim_end().to_owned())
        .collect();
    dedent(lines)
}

/// Takes off the indent that the lines share.
pub(crate) fn dedent(mut lines: Vec<String>) -> (Vec<String>, usize) {
    let filled = lines.iter().filter(|line| !line.is_empty());
    let indent = filled.map(|line| line.chars().take_while(|&c| c == ' ').count()).min().unwrap_or(0);
    for line in &mut lines {
        line.drain(..indent.min(line.len()));
    }
    (lines, indent)
}

/// Where columns (or rows) begin and end.
struct Edges {
    starts: Vec<Option<usize>>,
    ends: Vec<Option<usize>>,
}

impl Edges {
    fn new(count: usize) -> Self {
        Self { starts: vec![None; count], ends: vec![None; count] }
    }

    fn add(&mut self, first: usize, count: usize, range: &Range<usize>) -> Option<()> {
        *self.starts.get_mut(first)? = Some(range.start);
        *self.ends.get_mut((first + count).checked_sub(1)?)? = Some(range.end);
        Some(())
    }

    /// How long each is; `None` if a cell begins or ends nowhere.
    fn lengths(self) -> Option<Vec<usize>> {
        let mut next = self.starts.first().copied().flatten()?;
        let mut lengths = Vec::with_capacity(self.starts.len());
        for index in 0..self.starts.len() {
            // An edge that no cell begins at is where the one before it ends.
            let following = self.starts.get(index + 1).copied().flatten().and_then(|start| start.checked_sub(1));
            let end = self.ends.get(index).copied().flatten().or(following)?;
            lengths.push(end.checked_sub(next)?);
            next = end + 1;
        }
        Some(lengths)
    }
}
