//! A simple table whose borders do not fit its texts, as the [`Simple`] that was meant.
//!
//! Its columns are those of most of its borders. A line that does not keep to them is cut where it has two blanks, if
//! that makes as many texts as there are columns.

use super::line::Line;
use super::{Simple, gaps, runs};
use crate::fmt::columns::Columns;
use std::ops::Range;

/// The table that some lines were meant to be, if that can be known, and how many of the lines it takes. They have no
/// tabs and no indent.
pub(crate) fn mend(lines: &[&str]) -> Option<(Simple, usize)> {
    let borders: Vec<usize> =
        (0..lines.len()).filter(|&index| lines.get(index).is_some_and(|l| is_like_border(l))).collect();
    let end = end(lines, &borders)?;
    let borders: Vec<usize> = borders.into_iter().filter(|border| *border <= end.last).collect();
    let ruler = ruler(lines.get(..=end.last)?, &borders)?;
    if end.lacks_border && goes_on(lines.get(end.last + 1..)?, &ruler) {
        return None;
    }
    let whole = Line::Rule('=', (0..ruler.len()).map(|column| column..column + 1).collect());
    let mut read = Vec::new();
    for (index, line) in lines.iter().enumerate().take(end.last + 1).skip(1) {
        read.push(match line.trim() {
            "" => Line::Blank,
            _ if borders.contains(&index) => whole.clone(),
            text if text.chars().all(|c| matches!(c, '-' | ' ')) && text.len() > 1 => return None,
            _ => Line::Text(cut(line, &ruler)?),
        });
    }
    read.extend(end.lacks_border.then_some(whole));
    let widths = ruler.iter().map(Range::len).collect();
    Some((Simple { widths, gaps: gaps(&ruler), lines: read }, end.last + 1))
}

/// Where a table ends.
struct End {
    last: usize,
    lacks_border: bool,
}

/// The second border after the top one, or the first if a blank line follows; else the last line before a blank one.
fn end(lines: &[&str], borders: &[usize]) -> Option<End> {
    let is_blank_after = |line: usize| lines.get(line + 1).is_none_or(|line| line.trim().is_empty());
    match *borders {
        [0, bottom, ..] if is_blank_after(bottom) => Some(End { last: bottom, lacks_border: false }),
        [0, _, bottom, ..] => Some(End { last: bottom, lacks_border: false }),
        [0] | [0, _] => {
            let last = (1..lines.len()).find(|&line| is_blank_after(line))?;
            Some(End { last, lacks_border: true })
        }
        _ => None,
    }
}

/// Whether rows follow the blank line at which a table without a bottom border ends.
fn goes_on(lines: &[&str], ruler: &[Range<usize>]) -> bool {
    let next = lines.iter().find(|line| !line.trim().is_empty()).map(|line| Columns::new(line));
    next.is_some_and(|line| texts_beginning(&line, ruler) > 1 && keeps_to(&line, ruler))
}

/// Whether a line may be a border of at least two columns, damaged as it may be.
pub(crate) fn is_like_border(line: &str) -> bool {
    let line = line.trim();
    let (all, marks) = (line.chars().filter(|c| *c != ' ').count(), line.chars().filter(|c| *c == '=').count());
    line.starts_with('=') && line.contains(' ') && all >= 2 && marks * 4 >= all * 3
}

/// The columns of most borders; of several that are as frequent, those that most lines of text keep to.
fn ruler(lines: &[&str], borders: &[usize]) -> Option<Vec<Range<usize>>> {
    let of_border = |index: &usize| {
        lines.get(*index).filter(|line| line.chars().all(|c| matches!(c, '=' | ' '))).map(|line| runs(line))
    };
    let rulers: Vec<Vec<Range<usize>>> = borders.iter().filter_map(of_border).filter(|runs| runs.len() > 1).collect();
    let texts: Vec<Columns<'_>> = lines
        .iter()
        .enumerate()
        .filter(|(index, line)| !borders.contains(index) && !line.trim().is_empty())
        .map(|(_, line)| Columns::new(line))
        .collect();
    let score = |ruler: &Vec<Range<usize>>| {
        let beginning: usize = texts.iter().map(|line| texts_beginning(line, ruler)).sum();
        (rulers.iter().filter(|other| *other == ruler).count(), beginning)
    };
    // The first of those with the best score.
    rulers.iter().rev().max_by_key(|ruler| score(ruler)).cloned()
}

/// In how many columns a text begins where the column does.
fn texts_beginning(line: &Columns<'_>, ruler: &[Range<usize>]) -> usize {
    let is_text = |column: usize| line.get(column).is_some_and(|c| c != ' ');
    let begins = |column: &&Range<usize>| {
        is_text(column.start) && column.start.checked_sub(1).is_none_or(|before| !is_text(before))
    };
    ruler.iter().filter(begins).count()
}

/// Whether a line has no text between columns.
fn keeps_to(line: &Columns<'_>, ruler: &[Range<usize>]) -> bool {
    ruler
        .iter()
        .zip(ruler.iter().skip(1))
        .all(|(column, next)| (column.end..next.start).all(|margin| matches!(line.get(margin), None | Some(' '))))
}

fn cut(line: &str, ruler: &[Range<usize>]) -> Option<Vec<(Range<usize>, String)>> {
    let columns = Columns::new(line);
    let texts: Vec<String> = if keeps_to(&columns, ruler) {
        let ends = ruler.iter().skip(1).map(|next| next.start).chain([usize::MAX]);
        ruler.iter().zip(ends).map(|(column, end)| columns.slice(column.start..end).trim_end().to_owned()).collect()
    } else {
        line.split("  ").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
    };
    let is_first_blank = columns.get(0).is_none_or(|c| c == ' ');
    let is_clear = keeps_to(&columns, ruler) || (texts.len() == ruler.len() && !is_first_blank);
    is_clear.then(|| texts.into_iter().enumerate().map(|(column, text)| (column..column + 1, text)).collect())
}
