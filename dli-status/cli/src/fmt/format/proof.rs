//! The proof that a page says after some changes what it said before.

use super::change::{Change, Meant, Moves};
use super::placed::Reading;
use crate::fmt::grid::{self, Grid};
use crate::fmt::simple::Simple;
use crate::fmt::simple::line::Line;
use rst_tables::{Cell, Row, Table};
use std::collections::{HashMap, HashSet};

/// The changes after which a table is read differently, or not as it was meant, by index.
pub(crate) fn wrong_changes(before: &Reading<'_, '_>, after: &Reading<'_, '_>, changes: &[Change]) -> HashSet<usize> {
    if changes.is_empty() {
        return HashSet::new();
    }
    let by_line: HashMap<usize, &Table<'_>> = after.good().collect();
    let moves = Moves::new(changes);
    let mut wrong = HashSet::new();
    let mut expected = 0;
    for (line, table) in before.good() {
        let change = moves.change_of(line);
        if change.and_then(|index| changes.get(index)).is_some_and(|change| change.meant.is_some()) {
            continue;
        }
        expected += 1;
        let is_same = by_line.get(&moves.line_after(line)).is_some_and(|after| says_the_same(table, after));
        match change {
            _ if is_same => {}
            Some(index) => wrong.extend([index]),
            None => wrong.extend(0..changes.len()),
        }
    }
    for (index, change) in changes.iter().enumerate() {
        let Some(meant) = &change.meant else { continue };
        expected += 1;
        let read = by_line.get(&moves.line_after(change.lines.start));
        let is_meant = |table: &&Table<'_>| match meant {
            Meant::Grid(grid) => is_grid(table, grid),
            Meant::Simple(simple) => is_simple(table, simple),
        };
        if !read.is_some_and(is_meant) {
            wrong.insert(index);
        }
    }
    if wrong.is_empty() && by_line.len() != expected {
        wrong.extend(0..changes.len());
    }
    wrong
}

fn says_the_same(before: &Table<'_>, after: &Table<'_>) -> bool {
    let same_rows = |before: &[Row<'_>], after: &[Row<'_>]| {
        before.len() == after.len()
            && before.iter().zip(after).all(|(before, after)| {
                before.len() == after.len() && before.iter().zip(after).all(|(before, after)| same_cell(before, after))
            })
    };
    before.kind() == after.kind()
        && before.label() == after.label()
        && before.title() == after.title()
        && before.columns() == after.columns()
        && same_rows(before.head(), after.head())
        && same_rows(before.body(), after.body())
}

fn same_cell(before: &Cell<'_>, after: &Cell<'_>) -> bool {
    let place = |cell: &Cell<'_>| (cell.column(), cell.colspan(), cell.rowspan());
    place(before) == place(after)
        && (before.raw() == after.raw() || (before.text() == after.text() && before.markdown() == after.markdown()))
}

/// Whether a table has the cells that a grid has.
fn is_grid(table: &Table<'_>, wanted: &Grid) -> bool {
    let rows: Vec<&Row<'_>> = table.head().iter().chain(table.body()).collect();
    let cells = rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |cell| (row, cell)));
    let is_meant = |(row, cell): (usize, &Cell<'_>), meant: &grid::Cell| {
        (row, cell.column(), cell.rowspan(), cell.colspan()) == (meant.row, meant.column, meant.rowspan, meant.colspan)
            && cell.raw().trim() == meant.lines.join("\n").trim()
    };
    table.columns() == wanted.widths.len()
        && table.head().len() == wanted.head
        && rows.len() == wanted.heights.len()
        && cells.clone().count() == wanted.cells.len()
        && cells.zip(&wanted.cells).all(|(cell, meant)| is_meant(cell, meant))
}

/// Whether a table has in each column the words that a simple table has, and a row per text in the first column.
fn is_simple(table: &Table<'_>, wanted: &Simple) -> bool {
    let rows = || table.head().iter().chain(table.body());
    let texts = || wanted.lines.iter().filter_map(|line| if let Line::Text(texts) = line { Some(texts) } else { None });
    let has_words = |column: usize| {
        let read = rows().flat_map(|row| row.get(column)).map(Cell::raw);
        let read: Vec<String> = read.flat_map(|raw| words(&raw)).collect();
        let meant = texts().filter_map(|texts| texts.get(column)).flat_map(|(_, text)| words(text));
        meant.eq(read)
    };
    let first_texts = texts().filter(|texts| texts.first().is_some_and(|(_, text)| !text.is_empty())).count();
    table.columns() == wanted.widths.len()
        && rows().all(|row| row.iter().all(|cell| cell.colspan() == 1))
        && rows().count() == first_texts
        && (0..wanted.widths.len()).all(has_words)
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
