//! Tells at first sight that nothing is damaged, as in most tables of most pages.

use std::ops::Range;

use super::row::is_drawn;
use crate::table::Table;

/// Whether a grid table that was read is as it seems to be: no cell spans anything, no border is among its texts, and no
/// line around it looks as if it belonged to it.
pub(super) fn is_sound(page: &str, table: &Table<'_>) -> bool {
    let Range { start, end } = table.span();
    let part = |range: Range<usize>| page.get(range).unwrap_or_default();
    let (above, inside, below) = (part(0..start), part(start..end), part(end..page.len()));
    let mut cells = table.head().iter().chain(table.body()).flatten().peekable();
    cells.peek().is_some()
        && cells.all(|cell| cell.rowspan() == 1 && cell.colspan() == 1)
        && !inside.lines().any(is_border_of_bars)
        && !above.lines().rev().skip(usize::from(!above.ends_with('\n'))).take(2).any(|line| is_drawn(line.trim()))
        && !below.lines().skip(1).take(2).any(|line| is_drawn(line.trim()))
}

/// `|---|---|`
fn is_border_of_bars(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("|-") || line.starts_with("|=")
}

/// The bytes of the lines that look like borders, outside of these parts of the page, which are in order.
pub(super) fn borders_outside<'p>(page: &'p str, seen: &'p [Range<usize>]) -> impl Iterator<Item = Range<usize>> + 'p {
    let starts = std::iter::once(0).chain(seen.iter().map(|range| range.end));
    let ends = seen.iter().map(|range| range.start).chain(std::iter::once(page.len()));
    starts.zip(ends).flat_map(|(start, end)| borders(page, start..end))
}

fn borders(page: &str, part: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut next = part.start;
    page.get(part).unwrap_or_default().split_inclusive(['\n', '\r']).filter_map(move |line| {
        let border = line.trim_start_matches(' ');
        let start = next + line.len() - border.len();
        next += line.len();
        (border.starts_with("+-") || border.starts_with("+=")).then(|| start..start + border.trim_end().len())
    })
}
