//! Tables whose borders are damaged at random come back as they were.

use crate::run::{command, run};
use fastrand::Rng;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

const WORDS: [&str; 11] =
    ["a", "ok", "Not", "Found", "twice.", "404", "long-description", "`x`", "**bold**", "表表", "e\u{301}te\u{301}"];

fn words(random: &mut Rng) -> String {
    let count = random.usize(1..4);
    (0..count).map(|_| random.choice(WORDS).unwrap()).collect::<Vec<_>>().join(" ")
}

/// Columns of these words: a naive count, enough for them.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if c == '\u{301}' {
                0
            } else if c > '\u{2e80}' {
                2
            } else {
                1
            }
        })
        .sum()
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns - width(text)))
}

/// The texts of a table: rows of lines of cells.
type Rows = Vec<Vec<Vec<String>>>;

fn rows(random: &mut Rng, columns: usize) -> Rows {
    let row = |random: &mut Rng| {
        let lines = random.usize(1..3);
        let line = |random: &mut Rng, line: usize| {
            (0..columns).map(|_| if line == 0 || random.bool() { words(random) } else { String::new() }).collect()
        };
        (0..lines).map(|index| line(random, index)).collect()
    };
    let count = random.usize(2..6);
    (0..count).map(|_| row(random)).collect()
}

fn widths(rows: &Rows, random: &mut Rng) -> Vec<usize> {
    let lines = || rows.iter().flatten();
    (0..rows[0][0].len())
        .map(|column| lines().map(|line| width(&line[column])).max().unwrap() + random.usize(0..3))
        .collect()
}

fn grid(random: &mut Rng) -> Vec<String> {
    let columns = random.usize(1..5);
    let rows = rows(random, columns);
    let widths = widths(&rows, random);
    let border =
        |dash: &str| format!("+{}", widths.iter().map(|width| dash.repeat(width + 2) + "+").collect::<String>());
    let mut lines = vec![border("-")];
    let has_head = random.bool();
    for (index, row) in rows.iter().enumerate() {
        for line in row {
            let cells = line.iter().zip(&widths).map(|(text, width)| format!(" {} |", padded(text, *width)));
            lines.push(format!("|{}", cells.collect::<String>()));
        }
        lines.push(border(if has_head && index == 0 { "=" } else { "-" }));
    }
    lines
}

fn simple(random: &mut Rng) -> Vec<String> {
    let columns = random.usize(2..5);
    let mut rows = rows(random, columns);
    rows.iter_mut().flat_map(|row| row.iter_mut().skip(1)).for_each(|line| line[0].clear());
    rows.iter_mut().for_each(|row| row.retain(|line| line.iter().any(|text| !text.is_empty())));
    let widths = widths(&rows, random);
    let border = widths.iter().map(|width| "=".repeat((*width).max(1))).collect::<Vec<_>>().join("  ");
    let mut lines = vec![border.clone()];
    let has_head = random.bool();
    for (index, row) in rows.iter().enumerate() {
        for line in row {
            let cells = line.iter().zip(&widths).map(|(text, width)| padded(text, (*width).max(1)));
            lines.push(cells.collect::<Vec<_>>().join("  ").trim_end().to_owned());
        }
        lines.extend((has_head && index == 0).then(|| border.clone()));
    }
    lines.push(border);
    lines
}

/// A line of some kind, by index.
fn any_line(random: &mut Rng, lines: &[String], wanted: impl Fn(&str) -> bool) -> usize {
    let indexes: Vec<usize> = (0..lines.len()).filter(|&index| wanted(&lines[index])).collect();
    random.choice(indexes).unwrap()
}

fn replace(line: &mut String, from: usize, count: usize, with: &str) {
    let chars: Vec<char> = line.chars().collect();
    let end = (from + count).min(chars.len());
    *line = chars[..from].iter().collect::<String>() + with + &chars[end..].iter().collect::<String>();
}

/// What an edit does to the borders of a grid table without a doubt about what was meant.
fn damage_grid(random: &mut Rng, lines: &mut Vec<String>) {
    let border = any_line(random, lines, |line| line.starts_with('+'));
    let text = any_line(random, lines, |line| line.starts_with('|'));
    let column = random.usize(1..lines[border].chars().count());
    match random.usize(0..8) {
        0 => replace(&mut lines[border], column, random.usize(1..4), ""),
        1 => replace(&mut lines[border], column, 0, random.choice(["-", "--", "+", "=", " "]).unwrap()),
        2 => {
            let line = &mut lines[text];
            line.pop();
            line.truncate(line.trim_end().len());
        }
        3 | 4 => {
            let bars: Vec<usize> = lines[text].match_indices(" |").map(|(index, _)| index).collect();
            let bar = random.choice(bars).unwrap();
            let blanks = " ".repeat(random.usize(1..4));
            lines[text].insert_str(bar, &blanks);
        }
        5 => {
            let index = random.usize(1..lines.len());
            lines[index].insert(0, ' ');
        }
        6 => lines[border].push_str("---+"),
        _ => drop(lines.pop()),
    }
}

fn damage_simple(random: &mut Rng, lines: &mut Vec<String>) {
    let last = lines.len() - 1;
    // With one border less than two there is nothing to tell the columns by.
    let is_border = |line: &str| line.chars().all(|c| matches!(c, '=' | ' '));
    let is_clear = lines.iter().filter(|line| is_border(line)).count() > 2;
    match random.usize(0..3) {
        0 if is_clear => replace(&mut lines[last], 0, random.usize(1..3), ""),
        1 if is_clear => lines[last].insert(0, '='),
        _ => drop(lines.pop()),
    }
}

/// A page around a table.
fn page(lines: &[String], indent: &str) -> String {
    let directive = if indent.is_empty() { "" } else { ".. table:: Title\n\n" };
    let lines: Vec<String> = lines.iter().map(|line| format!("{indent}{line}\n")).collect();
    format!("Heading\n=======\n\n{directive}{}\nText after the table.\n", lines.concat())
}

#[track_caller]
fn tables_come_back(make: fn(&mut Rng) -> Vec<String>, damage: fn(&mut Rng, &mut Vec<String>)) {
    let folder = tempfile::tempdir().unwrap();
    let mut random = Rng::with_seed(2026);
    let mut pages = Vec::new();
    for number in 0..400 {
        let indent = if random.bool() { "   " } else { "" };
        let whole = make(&mut random);
        let mut damaged = whole.clone();
        damage(&mut random, &mut damaged);
        let path = folder.path().join(format!("{number}.rst"));
        fs::write(&path, page(&damaged, indent)).unwrap();
        pages.push((path, page(&whole, indent)));
    }
    let ran = run(command(["fmt"]).args(pages.iter().map(|(path, _)| path)));
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    for (path, whole) in pages {
        assert_eq!(fs::read_to_string(path).unwrap(), whole);
    }
}

#[test]
fn grid_tables_come_back() {
    tables_come_back(grid, damage_grid);
}

#[test]
fn simple_tables_come_back() {
    tables_come_back(simple, damage_simple);
}

/// A character of the drawing by another: what docutils still reads, with more columns or fewer, is read the same after
/// `fmt`; every other table comes back.
#[test]
fn a_replaced_character_changes_nothing_that_docutils_reads() {
    let folder = tempfile::tempdir().unwrap();
    let mut random = Rng::with_seed(1989);
    let mut pages = Vec::new();
    for number in 0..400 {
        let whole = grid(&mut random);
        let mut damaged = whole.clone();
        let line = random.usize(0..damaged.len());
        let drawn: Vec<usize> =
            damaged[line].chars().enumerate().filter(|(_, c)| "+-=|".contains(*c)).map(|(index, _)| index).collect();
        let column = random.choice(drawn).unwrap();
        replace(&mut damaged[line], column, 1, random.choice(["-", "=", "+", " ", "|", "x"]).unwrap());
        let path = folder.path().join(format!("{number}.rst"));
        fs::write(&path, page(&damaged, "")).unwrap();
        pages.push((path, page(&whole, "")));
    }
    let read = || {
        let ran = run(command(["tables", "--json"]).args(pages.iter().map(|(path, _)| path)));
        let table = |line: &str| {
            let mut table: Value = serde_json::from_str(line).unwrap();
            let path = table["file"].take().as_str().unwrap().to_owned();
            (path, table)
        };
        ran.out.lines().map(table).collect::<Vec<_>>()
    };
    let before = read();
    run(command(["fmt"]).args(pages.iter().map(|(path, _)| path)));
    let after = read();
    let mut mended = 0;
    for (path, whole) in &pages {
        let of_page = |tables: &[(String, Value)]| {
            let tables = tables.iter().filter(|(file, _)| path.as_os_str() == file.as_str());
            tables.map(|(_, table)| table.clone()).collect::<Vec<_>>()
        };
        let text = fs::read_to_string(path).unwrap();
        let (before, after) = (of_page(&before), of_page(&after));
        if text == *whole {
            mended += 1;
        } else if !before.iter().any(|table| table.get("error").is_some()) {
            assert_eq!(before, after, "{text}");
        }
    }
    assert!(mended > pages.len() / 2, "{mended}");
}

/// Wrapped and narrowed tables say what they said, and a second run changes nothing.
#[test]
fn wrapping_and_narrowing_change_no_text() {
    for arguments in [&["--width", "40"][..], &["--shrink"]] {
        let folder = tempfile::tempdir().unwrap();
        let mut random = Rng::with_seed(2014);
        let mut pages = Vec::new();
        for number in 0..200 {
            let table = if random.bool() { grid(&mut random) } else { simple(&mut random) };
            let path = folder.path().join(format!("{number}.rst"));
            fs::write(&path, page(&table, if random.bool() { "   " } else { "" })).unwrap();
            pages.push(path);
        }
        let before = texts(&pages);
        let ran = run(command(["fmt"]).args(arguments).args(&pages));
        assert_eq!(ran.status, Some(0), "{}", ran.err);
        assert!(ran.out.lines().count() > pages.len() / 2, "{}", ran.out);
        assert_eq!(texts(&pages), before);
        let again = run(command(["fmt", "--check"]).args(arguments).args(&pages));
        assert_eq!((again.status, again.out.as_str()), (Some(0), ""));
    }
}

/// The texts of all cells.
fn texts(pages: &[PathBuf]) -> Vec<String> {
    let ran = run(command(["tables", "--json"]).args(pages));
    let rows = ran.out.lines().flat_map(|line| {
        let table: Value = serde_json::from_str(line).unwrap();
        [&table["head"], &table["body"]]
            .into_iter()
            .flat_map(|rows| rows.as_array().unwrap().clone())
            .collect::<Vec<_>>()
    });
    rows.flat_map(|row| row.as_array().unwrap().clone()).map(|cell| cell["text"].to_string()).collect()
}
