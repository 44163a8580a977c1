//! Tables in Markdown, which docutils reads as text.

use std::ops::Range;

/// The bytes of each table: a line with `|`, one like `|---|:-:|` below it, and the lines with `|` that follow.
pub(super) fn tables(text: &str) -> Vec<Range<usize>> {
    let mut tables = Vec::new();
    let mut lines = lines(text).peekable();
    // What is below a border is a row of a grid table.
    let mut is_below_border = false;
    while let Some((start, line)) = lines.next() {
        let is_header = line.contains('|') && !is_below_border && !is_delimiter(line);
        is_below_border = line.trim_start().starts_with('+');
        if !is_header || !lines.peek().is_some_and(|(_, line)| is_delimiter(line)) {
            continue;
        }
        let mut end = start + line.len();
        while let Some((start, line)) = lines.next_if(|(_, line)| line.contains('|')) {
            end = start + line.len();
        }
        tables.push(start..end);
    }
    tables
}

/// The lines of a text without white space around them, each with its first byte.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    text.split(['\n', '\r']).map(move |line| {
        let start = next + line.len() - line.trim_start().len();
        next += line.len() + 1;
        (start, line.trim())
    })
}

/// `|---|:-:|`, the line below the header.
fn is_delimiter(line: &str) -> bool {
    let cells = line.trim_start_matches('|').trim_end_matches('|').split('|');
    let is_dashes = |cell: &str| {
        let dashes = cell.trim().trim_start_matches(':').trim_end_matches(':');
        dashes.len() > 2 && dashes.bytes().all(|b| b == b'-')
    };
    line.contains('|') && cells.into_iter().all(is_dashes)
}
