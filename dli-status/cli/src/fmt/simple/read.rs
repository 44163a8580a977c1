//! A simple table that docutils reads, as a [`Simple`].

use super::line::Line;
use super::{Simple, gaps, runs};
use crate::fmt::columns::{Columns, expand_tabs};
use rst_tables::{Cell, Table};
use std::ops::Range;

/// The table whose top border is the first of these lines, `indent` columns from the left.
///
/// `None` if there are lines that docutils drops.
pub(crate) fn read(table: &Table<'_>, lines: &[&str], indent: usize) -> Option<Simple> {
    let lines: Vec<String> = lines
        .iter()
        .map(|line| {
            let line = expand_tabs(line);
            Columns::new(&line).slice(indent..usize::MAX).to_owned()
        })
        .collect();
    let top = runs(lines.first()?);
    let rows: Vec<&Vec<Cell<'_>>> = table.head().iter().chain(table.body()).collect();
    let read = lines.iter().enumerate().skip(1).map(|(index, line)| {
        let row = rows
            .iter()
            .find(|row| row.first().and_then(|cell| cell.area()).is_some_and(|area| area.lines.contains(&index)));
        match row {
            Some(_) if line.trim().is_empty() => Some(Line::Blank),
            Some(row) => texts(row, line).map(Line::Text),
            None if line.trim().is_empty() => Some(Line::Blank),
            None => rule(line, &top),
        }
    });
    let lines = read.collect::<Option<Vec<Line>>>()?;
    Some(Simple { widths: top.iter().map(Range::len).collect(), gaps: gaps(&top), lines })
}

fn texts(row: &[Cell<'_>], line: &str) -> Option<Vec<(Range<usize>, String)>> {
    let columns = Columns::new(line);
    let text = |cell: &Cell<'_>| {
        let area = cell.area()?.columns;
        let range = cell.column()..cell.column() + cell.colspan();
        Some((range, columns.slice(area).trim_end().to_owned()))
    };
    row.iter().map(text).collect()
}

/// The columns that each run of a rule joins.
fn rule(line: &str, top: &[Range<usize>]) -> Option<Line> {
    let mark = line.chars().next().filter(|mark| matches!(mark, '=' | '-'))?;
    let is_rule = line.chars().all(|c| c == mark || c == ' ');
    let column_at = |edge: usize, of: fn(&Range<usize>) -> usize| top.iter().position(|column| of(column) == edge);
    let joined = runs(line).into_iter().map(|run| {
        let first = column_at(run.start, |column| column.start)?;
        Some(first..column_at(run.end, |column| column.end)? + 1)
    });
    let joined = joined.collect::<Option<Vec<_>>>()?;
    is_rule.then_some(Line::Rule(mark, joined))
}
