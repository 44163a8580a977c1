//! A grid table whose borders do not fit its cells, as the [`Grid`] that was meant.
//!
//! All its borders run from side to side, and all its rows have the same cells: a table in which cells span rows or
//! columns could have been meant in more than one way, and is refused. `ruler` finds where the columns were, `split`
//! cuts a line of text at its bars.

pub(crate) mod line;
mod ruler;
mod split;

use self::line::{Kind, kind};
use super::read::dedent;
use super::{Cell, Grid};
use crate::fmt::columns::Columns;

/// The table that some lines were meant to be, if that can be known. They have no tabs and no indent.
pub(crate) fn mend(lines: &[&str]) -> Option<Grid> {
    let kinds: Vec<Kind> = lines.iter().map(|line| kind(line)).collect();
    let columns: Vec<Columns<'_>> = lines.iter().map(|line| Columns::new(line)).collect();
    let ruler = ruler::find(&kinds, &columns)?;
    let mut rows: Vec<Vec<&Columns<'_>>> = Vec::new();
    let mut head = None;
    for (index, (kind, line)) in kinds.iter().zip(&columns).enumerate() {
        match (kind, rows.last_mut()) {
            (Kind::Text, Some(row)) => row.push(line),
            // The top border is missing.
            (Kind::Text, None) => return None,
            (kind, _) => {
                if ruler::is_broken(line, &ruler) || (*kind == Kind::HeadRule && head.is_some()) {
                    return None;
                }
                head = head.or((*kind == Kind::HeadRule).then_some(rows.len()));
                let is_last = index + 1 == lines.len();
                rows.extend((!is_last).then(Vec::new));
            }
        }
    }
    let cells =
        rows.iter().enumerate().map(|(row, lines)| row_cells(row, lines, &ruler)).collect::<Option<Vec<_>>>()?;
    let widths = ruler.windows(2).map(|pair| if let [left, right] = pair { right - left - 1 } else { 0 }).collect();
    let heights = rows.iter().map(Vec::len).collect();
    let head = head.filter(|&head| head < rows.len()).unwrap_or(0);
    Some(Grid { widths, heights, head, cells: cells.into_iter().flatten().collect() })
}

fn row_cells(row: usize, lines: &[&Columns<'_>], ruler: &[usize]) -> Option<Vec<Cell>> {
    let cuts = lines.iter().map(|line| split::at_bars(line, ruler, lines)).collect::<Option<Vec<_>>>()?;
    let cell = |column: usize| {
        let texts = lines.iter().zip(&cuts).map(|(line, cuts)| {
            let range = cuts.get(column).cloned().unwrap_or_default();
            line.slice(range).trim_end().to_owned()
        });
        let (lines, pad) = dedent(texts.collect());
        Cell { row, column, rowspan: 1, colspan: 1, lines, pad }
    };
    Some((0..ruler.len() - 1).map(cell).collect())
}
