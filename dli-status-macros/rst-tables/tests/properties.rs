//! What holds for any page, tried on many random ones.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // The helpers of tests are tests too.

use fastrand::Rng;
use rst_tables::{Cell, Page, Row, Sources, Table};

const PIECES: &[&str] = &[
    "+---+---+",
    "| a | b |",
    "+===+===+",
    "+---+",
    "| a |",
    "| a",
    "+",
    "|",
    "== ==",
    "a  b",
    "-----",
    "==",
    "- ",
    "* ",
    "1. ",
    "(a) ",
    ":f: ",
    "-o  ",
    "/x",
    ".. ",
    "..",
    ".. table:: t",
    ".. list-table::",
    ".. csv-table:: t",
    ".. note::",
    ".. x::",
    ".. only:: a",
    ".. figure:: f",
    ".. topic:: t",
    ".. class:: c",
    ".. role:: r",
    ".. |s| replace:: ",
    ".. _l:",
    ".. [1] ",
    "__ u",
    "   :widths: 1 2",
    "   :header-rows: 1",
    "   :align: left",
    "   * - a",
    "     - b",
    "   a, \"b\"",
    "\"",
    "::",
    ">>> ",
    "| ",
    "-- me",
    "term",
    "  ",
    "   ",
    " ",
    "",
    "",
    "",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\x0b",
    "\u{85}",
    "\u{2028}",
    "\0",
    "\\",
    "`a`",
    "**",
    "|s|",
    "``",
    "漢",
    "e\u{301}",
    "\u{3000}",
    "\u{a0}",
    "\u{feff}",
    "x",
];

/// Lines that mean something in RST, and lines that nearly do.
fn soup(rng: &mut Rng) -> String {
    let mut page = String::new();
    for _ in 0..1 + rng.usize(..40) {
        page.push_str(&" ".repeat(rng.usize(..3) * rng.usize(..3)));
        for _ in 0..=rng.usize(..3) {
            page.push_str(rng.choice(PIECES).expect("there are pieces"));
        }
        page.push('\n');
    }
    page
}

/// A page with a table some of whose characters are replaced.
fn damaged(rng: &mut Rng) -> String {
    let (page, ..) = grid(rng);
    let mut chars: Vec<_> = page.chars().collect();
    for _ in 0..rng.usize(..4) {
        let index = rng.usize(..chars.len());
        chars[index] = rng.choice(['+', '-', '|', '=', ' ', '\n', 'x']).expect("there are characters");
    }
    chars.into_iter().collect()
}

fn pages(count: usize, make: fn(&mut Rng) -> String) -> impl Iterator<Item = String> {
    let mut rng = Rng::with_seed(0x5eed);
    (0..count).map(move |_| make(&mut rng))
}

fn all_pages() -> impl Iterator<Item = String> {
    pages(3000, soup).chain(pages(2000, damaged))
}

fn rows<'t, 'p>(table: &'t Table<'p>) -> impl Iterator<Item = &'t Row<'p>> {
    table.head().iter().chain(table.body())
}

#[test]
fn no_page_panics_and_places_are_on_it() {
    for page in all_pages() {
        let tables = rst_tables::tables(&page);
        for damage in rst_tables::damages(&page, &tables) {
            for place in [damage.span(), damage.line(), damage.drawing()] {
                assert!(page.get(place).is_some(), "{damage:?} of {page:?}");
            }
        }
        for table in tables {
            match table {
                Ok(table) => rows(&table).flatten().for_each(|cell| check_places(&page, cell)),
                Err(error) => assert!(page.get(error.span()).is_some(), "{error:?} of {page:?}"),
            }
        }
    }
}

#[test]
fn lists_and_headings_are_on_the_page() {
    for text in all_pages() {
        let page = Page::read(&text);
        for list in page.definition_lists().iter().chain(page.bullet_lists()) {
            let span = list.span();
            assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
            for cell in list.body().iter().flatten() {
                check_places(&text, cell);
                assert!(span.start <= cell.span().start && cell.span().end <= span.end, "{cell:?} of {text:?}");
            }
        }
        for heading in page.headings() {
            assert!(text.get(heading.span()).is_some(), "{heading:?} of {text:?}");
        }
    }
}

/// Whatever the files are, each place is in the file that it says.
#[test]
fn places_of_several_files_are_in_them() {
    let texts: Vec<_> = all_pages().step_by(50).collect();
    for files in texts.windows(3) {
        let page = format!("{}\n.. include:: 1\n\n{}\n\n.. include:: 2\n   :start-line: 2\n", files[0], files[1]);
        let sources = Sources::new(|path| match path {
            "page" => Ok(page.clone()),
            "1" => Ok(format!("{}\n.. include:: 2\n", files[1])),
            "2" => Ok(files[2].clone()),
            _ => Err("no such file".to_owned()),
        });
        for table in sources.read("page").unwrap().tables() {
            match table {
                Ok(table) => rows(table).flatten().for_each(|cell| {
                    assert!(sources.text(cell.origin().path()).unwrap().get(cell.span()).is_some(), "{files:?}");
                    cell.text();
                }),
                Err(error) => {
                    assert!(sources.text(error.origin().path()).unwrap().get(error.span()).is_some(), "{files:?}");
                }
            }
        }
    }
}

fn check_places(page: &str, cell: &Cell<'_>) {
    let place = page.get(cell.span()).unwrap_or_else(|| panic!("{:?} is not in {page:?}", cell.span()));
    let raw = cell.raw();
    assert!(!place.starts_with(' ') && !place.ends_with(' '), "{place:?} of {page:?}");
    if place.is_ascii()
        && !place.contains(['\t', '\x0b', '"', '\\', '\0'])
        && cell.span().start > page.find('\n').unwrap_or(0)
    {
        assert!(raw.contains(place), "{place:?} is not in {raw:?} of {page:?}");
    }
    for unresolved in cell.unresolved() {
        assert!(page.get(unresolved.span()).is_some(), "{unresolved:?} of {page:?}");
    }
    cell.text();
    cell.markdown();
}

#[test]
fn the_cells_of_a_table_tile_it() {
    for page in all_pages() {
        for table in rst_tables::tables(&page).into_iter().flatten() {
            let height = rows(&table).count();
            let mut covered = vec![0; height * table.columns()];
            for (top, row) in rows(&table).enumerate() {
                assert!(row.is_sorted_by_key(Cell::column));
                for cell in row {
                    for y in top..top + cell.rowspan() {
                        for x in cell.column()..cell.column() + cell.colspan() {
                            covered[y * table.columns() + x] += 1;
                        }
                    }
                }
            }
            assert!(covered.iter().all(|&times| times == 1), "{covered:?} of {page:?}");
        }
    }
}

/// How many lines end before a byte of the page.
fn line(page: &str, offset: usize) -> usize {
    page.get(..offset).expect("places are between characters").replace("\r\n", "\n").matches(['\n', '\r']).count()
}

/// The reading of a page, without places.
fn reading(page: &str) -> Vec<String> {
    let cell = |cell: &Cell<'_>| {
        format!("{}+{}*{} {:?} {:?}", cell.column(), cell.colspan(), cell.rowspan(), cell.raw(), cell.text())
    };
    let table = |table: &Table<'_>| {
        let rows: Vec<Vec<_>> = rows(table).map(|row| row.iter().map(cell).collect()).collect();
        let line = line(page, table.span().start);
        format!("{:?} {line} {:?} {:?} {rows:?}", table.kind(), table.label(), table.title())
    };
    let tables = rst_tables::tables(page).into_iter();
    tables
        .map(|read| {
            read.map_or_else(|error| format!("{} {error}", line(page, error.table().start)), |read| table(&read))
        })
        .collect()
}

#[test]
fn line_endings_do_not_matter() {
    let pages = all_pages().map(|page| page.replace('\r', ""));
    // A second byte order mark is a character.
    for page in pages.filter(|page| !page.starts_with('\u{feff}')) {
        let expected = reading(&page);
        assert_eq!(reading(&page.replace('\n', "\r\n")), expected, "{page:?}");
        assert_eq!(reading(&page.replace('\n', "\r")), expected, "{page:?}");
        assert_eq!(reading(&format!("\u{feff}{page}")), expected, "{page:?}");
    }
}

#[test]
fn a_table_reads_the_same_in_a_directive() {
    for page in pages(500, |rng| grid(rng).0) {
        let inside: String = page.lines().map(|line| format!("   {line}\n")).collect();
        let table =
            |page: &str| reading(page).pop().and_then(|table| table.split_once('[').map(|(_, rows)| rows.to_owned()));
        assert_eq!(table(&page), table(&format!(".. table::\n\n{inside}")), "{page}");
    }
}

/// A grid table and the texts of its cells, row by row.
fn grid(rng: &mut Rng) -> (String, Vec<Vec<String>>) {
    let columns = 1 + rng.usize(..4);
    let widths: Vec<_> = (0..columns).map(|_| 8 + rng.usize(..6)).collect();
    let border =
        |mark: &str| widths.iter().map(|&width| format!("+{}", mark.repeat(width))).collect::<String>() + "+\n";
    let words = ["one", "two", "404", "a+b", "c|d", "-", "x - y", "", "e = f", "OK"];
    let mut page = border("-");
    let mut texts = Vec::new();
    let count = 1 + rng.usize(..5);
    let head = rng.usize(..2 * count);
    for row in 0..count {
        let cells: Vec<String> = widths
            .iter()
            .map(|_| format!("w {}", rng.choice(words).expect("there are words")).trim_end().to_owned())
            .collect();
        let line: String = cells.iter().zip(&widths).map(|(cell, &width)| format!("| {cell:0$}", width - 1)).collect();
        page.push_str(&(line + "|\n"));
        page.push_str(&border(if row == head && row + 1 < count { "=" } else { "-" }));
        texts.push(cells);
    }
    (page, texts)
}

#[test]
fn the_text_of_a_table_comes_back() {
    let mut rng = Rng::with_seed(0xca11);
    for _ in 0..1000 {
        let (page, texts) = grid(&mut rng);
        let read = rst_tables::tables(&page);
        let [Ok(table)] = read.as_slice() else { panic!("{read:?} of\n{page}") };
        let cells: Vec<Vec<_>> = rows(table).map(|row| row.iter().map(Cell::text).collect()).collect();
        assert_eq!(cells, texts, "{page}");
    }
}
