//! A line of text, cut into the cells of its columns.

use crate::fmt::columns::Columns;
use std::ops::Range;

/// The columns of each cell; `None` if it cannot be known which bars are borders. `row` is all lines of the row.
pub(super) fn at_bars(line: &Columns<'_>, ruler: &[usize], row: &[&Columns<'_>]) -> Option<Vec<Range<usize>>> {
    if holds_border(line, ruler) {
        return None;
    }
    if is_as_wide(line, ruler) && ruler.iter().all(|&column| is_bar_or_slip(line, column, ruler, row)) {
        return Some(between(ruler.to_vec()));
    }
    bars(line, ruler).map(between)
}

fn is_as_wide(line: &Columns<'_>, ruler: &[usize]) -> bool {
    ruler.last().is_some_and(|last| line.len() == last + 1)
}

/// Whether there is a bar, or another character by mistake. A blank between two cells may be meant, as it is where a cell
/// spans columns, unless another line of the row has a bar there.
fn is_bar_or_slip(line: &Columns<'_>, column: usize, ruler: &[usize], row: &[&Columns<'_>]) -> bool {
    let is_outer = ruler.first() == Some(&column) || ruler.last() == Some(&column);
    let is_alone = || {
        let is_blank = |column: Option<usize>| column.is_none_or(|column| matches!(line.get(column), None | Some(' ')));
        is_blank(column.checked_sub(1)) && is_blank(Some(column + 1))
    };
    match line.get(column) {
        Some('|') => true,
        Some(' ') => is_outer || row.iter().any(|other| is_as_wide(other, ruler) && other.get(column) == Some('|')),
        Some('+' | '!' | ':' | '/' | '\\') => is_alone(),
        _ => is_outer && is_alone(),
    }
}

/// Whether part of a border runs through the line, as it does next to a cell that spans rows.
fn holds_border(line: &Columns<'_>, ruler: &[usize]) -> bool {
    ruler.windows(2).any(|pair| {
        let [left, right] = *pair else { return false };
        let inner = line.slice(left + 1..right.min(line.len()));
        inner.len() > 1 && inner.chars().all(|c| matches!(c, '-' | '=' | '+')) && line.get(left) == Some('+')
    })
}

/// As many bars as there are borders, if they can be told from those in the text.
fn bars(line: &Columns<'_>, ruler: &[usize]) -> Option<Vec<usize>> {
    let count = ruler.len();
    let mut bars = line.positions('|');
    if bars.len() > count {
        bars.retain(|&bar| is_apart(line, bar));
    }
    let has_right = line.len().checked_sub(1).is_some_and(|last| line.get(last) == Some('|'));
    let is_cut = ruler.strip_suffix(ruler.get(count - 1..)?) == Some(bars.as_slice());
    if bars.len() + 1 == count && (!has_right || is_cut) {
        bars.push(line.len());
    }
    let runs_through = bars.first() == Some(&0) && bars.last().is_some_and(|&last| last + 1 >= line.len());
    (bars.len() == count && runs_through).then_some(bars)
}

/// Whether a bar has blanks around it, or is at an end of the line.
fn is_apart(line: &Columns<'_>, bar: usize) -> bool {
    let is_blank = |column: Option<usize>| column.and_then(|column| line.get(column)).is_none_or(|c| c == ' ');
    let (first, last) = (bar == 0, bar + 1 == line.len());
    first || last || (is_blank(bar.checked_sub(1)) && is_blank(Some(bar + 1)))
}

fn between(bars: Vec<usize>) -> Vec<Range<usize>> {
    bars.windows(2).filter_map(|pair| if let [left, right] = *pair { Some(left + 1..right) } else { None }).collect()
}
