//! Reads any bytes as a page. Run it in the folder of the crate, with the fixtures as seeds:
//! `cargo +nightly fuzz run read fuzz/corpus/read tests/fixtures/rst -- -dict=fuzz/rst.dict`. Nothing may panic, cells tile
//! their table, places are on the page, and line endings do not matter.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rst_tables::{Cell, Table, TableError};

fuzz_target!(|bytes: &[u8]| {
    let page = String::from_utf8_lossy(bytes);
    let tables = rst_tables::tables(&page);
    for table in &tables {
        match table {
            Ok(table) => check(&page, table),
            Err(error) => assert!(page.get(error.span()).is_some()),
        }
    }
    for damage in rst_tables::damages(&page, &tables) {
        assert!(page.get(damage.span()).is_some() && page.get(damage.line()).is_some());
        assert!(page.get(damage.drawing()).is_some());
    }
    let sources = rst_tables::Sources::new(|path| match path {
        "page" => Ok(format!("{page}\n.. include:: a\n")),
        "a" => Ok(page.to_string()),
        _ => Err("no such file".to_owned()),
    });
    let read = sources.read("page").expect("the page is there");
    for cell in read.tables().iter().flatten().chain(read.definition_lists()).chain(read.bullet_lists()).flat_map(cells)
    {
        let text = sources.text(cell.origin().path()).expect("the cell is in a file");
        assert!(text.get(cell.span()).is_some());
        cell.text();
    }
    if !page.contains('\r') {
        let other = page.replace('\n', "\r\n");
        let others = rst_tables::tables(&other);
        assert_eq!(tables.len(), others.len());
        assert!(tables.iter().zip(&others).all(|(one, other)| is_same(one, other)));
    }
});

fn cells<'t, 'p>(table: &'t Table<'p>) -> impl Iterator<Item = &'t Cell<'p>> {
    table.head().iter().chain(table.body()).flatten()
}

fn check(page: &str, table: &Table<'_>) {
    let (height, width) = (table.head().len() + table.body().len(), table.columns());
    let mut area = 0;
    for (row, cells) in table.head().iter().chain(table.body()).enumerate() {
        for cell in cells {
            assert!(row + cell.rowspan() <= height && cell.column() + cell.colspan() <= width);
            assert!(page.get(cell.span()).is_some());
            area += cell.rowspan() * cell.colspan();
            cell.raw();
            cell.text();
            cell.markdown();
        }
    }
    assert_eq!(area, height * width);
}

fn is_same(one: &Result<Table<'_>, TableError>, other: &Result<Table<'_>, TableError>) -> bool {
    let cells = |table: &Table<'_>| -> Vec<(String, String)> {
        let cell = |cell: &Cell<'_>| (cell.raw().into_owned(), cell.text());
        table.head().iter().chain(table.body()).flatten().map(cell).collect()
    };
    match (one, other) {
        (Ok(one), Ok(other)) => {
            one.title() == other.title() && one.label() == other.label() && cells(one) == cells(other)
        }
        (Err(one), Err(other)) => one.kind() == other.kind() && one.to_string() == other.to_string(),
        _ => false,
    }
}
