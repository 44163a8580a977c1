//! Blocks within blocks, however deep: the page is read on a small stack, and what is too deep is one paragraph.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // The helpers of tests are tests too.

use std::thread;

/// What a thread of Rust has unless it asks for more.
const STACK: usize = 2 << 20;

/// Levels whose marks are on one line.
const LEVELS: usize = 100_000;

/// Levels each of which is indented further than the one around it, so that the page grows with the square.
const INDENTED_LEVELS: usize = 300;

/// What begins a block within a block on one line.
const MARKS: &[&str] = &[
    "- ",
    "1. ",
    ":a: ",
    "-a  ",
    "| ",
    ".. [1] ",
    ".. note:: ",
    ".. a:: ",
    ".. only:: ",
    ".. container:: ",
    ".. figure:: ",
    ".. class:: ",
    ".. header:: ",
    ".. epigraph:: ",
    ".. table:: ",
    ".. list-table:: ",
    ".. csv-table:: ",
    ".. |a| replace:: ",
    ".. |a| b:: ",
    "- .. note:: 1. :a: .. a:: -a  ",
];

/// What holds a block that is indented, on a line before it.
const HEADS: &[&str] = &[
    "",
    "a",
    "-",
    ".. note::",
    ".. a::",
    ".. topic:: a",
    ".. sidebar:: a",
    ".. figure:: a",
    ".. table::",
    ".. list-table::",
    ".. list-table::\n\n * -",
    ".. admonition:: a",
    ".. only:: a",
    ".. |a| replace::",
];

/// A page of blocks that are indented further and further, the innermost a table.
fn indented(head: &str) -> String {
    let mut page = String::new();
    let mut indent = String::new();
    for _ in 0..INDENTED_LEVELS {
        for line in head.split('\n') {
            page.push_str(&format!("{indent}{line}\n"));
        }
        page.push('\n');
        indent.push_str(if head.contains("* -") { "     " } else { "  " });
    }
    page + &format!("{indent}+---+\n{indent}| x |\n{indent}+---+\n")
}

/// Tables in the cells of tables.
fn tables_in_tables() -> String {
    let mut lines = vec!["x".to_owned()];
    for _ in 0..INDENTED_LEVELS / 4 {
        let border = format!("+{}+", "-".repeat(lines[0].len() + 2));
        let inner = lines.iter().map(|line| format!("| {line} |"));
        lines = [border.clone()].into_iter().chain(inner).chain([border]).collect();
    }
    lines.join("\n") + "\n"
}

/// A page with the line in the only cell of a table.
fn in_a_cell(line: &str) -> String {
    format!(".. list-table::\n\n   * - {line}\n")
}

/// Reads a page with all texts on a small stack.
fn read(page: String) {
    let read = move || {
        let tables = rst_tables::tables(&page).into_iter().flatten();
        for cell in tables.flat_map(|table| [table.head(), table.body()].concat()).flatten() {
            cell.text();
            cell.markdown();
        }
    };
    thread::Builder::new().stack_size(STACK).spawn(read).unwrap().join().unwrap();
}

#[test]
fn nothing_that_is_nested_ends_the_stack() {
    for mark in MARKS {
        let line = mark.repeat(LEVELS / mark.len().div_ceil(4)) + "x";
        read(in_a_cell(&line));
        read(line);
    }
    for head in HEADS {
        let page = indented(head);
        read(format!(
            ".. list-table::\n\n   * -\n{}",
            page.lines().map(|line| format!("       {line}\n")).collect::<String>()
        ));
        read(page);
    }
    read(tables_in_tables());
}

/// `#.` shows as `1.` where it is a mark, and as it is in a paragraph.
#[test]
fn what_is_too_deep_is_a_paragraph() {
    let page = in_a_cell(&("#. ".repeat(200) + "x"));
    let tables = rst_tables::tables(&page);
    let text = tables[0].as_ref().unwrap().body()[0][0].text();
    assert_eq!(text, "1. ".repeat(128) + &"#. ".repeat(72) + "x");
}
