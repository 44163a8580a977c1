//! Grid tables with one damaged line, named after the damage: `tests/fixtures/damage/NAME.rst` is the page, and `NAME.txt`
//! has what is wrong, where, and the line as it was meant.
//!
//! `UPDATE_EXPECT=1 cargo test -p rst-tables --test damage` writes what is expected anew; read the diff.

#![allow(clippy::unwrap_used, clippy::string_slice)] // The helpers of tests are tests too.

#[path = "support/fixture.rs"]
mod fixture;

use fixture::{check, pages, place};
use rst_tables::{Damage, Repair};
use std::fs;

fn damages(text: &str) -> Vec<Damage> {
    rst_tables::damages(text, &rst_tables::tables(text))
}

#[test]
fn the_damaged_line_is_found() {
    check("damage", |text| {
        let described = damages(text).into_iter().map(|damage| {
            let (kind, place) = (damage.kind(), place(text, damage.span()));
            let repair = match damage.repair() {
                None => String::new(),
                Some(Repair::InsertAbove(line)) => format!("above:\n{line}\n"),
                Some(Repair::InsertBelow(line)) => format!("below:\n{line}\n"),
                Some(repair) => format!("instead:\n{}\n", repair.text()),
            };
            format!("{kind:?}\n{place}{kind}\n{repair}")
        });
        described.collect::<Vec<_>>().join("\n")
    });
}

/// A page after a repair.
fn repaired(text: &str, damage: &Damage, repair: &Repair) -> String {
    let start = text[..damage.line().start].rfind('\n').map_or(0, |end| end + 1);
    let (before, line) = (&text[..start], &text[start..damage.line().end]);
    let lines = match repair {
        Repair::InsertAbove(new) => format!("{new}\n{line}"),
        Repair::InsertBelow(new) => format!("{line}\n{new}"),
        new => new.text().to_owned(),
    };
    format!("{before}{lines}{}", &text[damage.line().end..])
}

#[test]
fn a_repaired_page_is_read() {
    let mut repairs = 0;
    for path in pages("damage") {
        let text = fs::read_to_string(&path).unwrap();
        for damage in damages(&text) {
            let Some(repair) = damage.repair() else { continue };
            let page = repaired(&text, &damage, repair);
            let tables = rst_tables::tables(&page);
            assert!(!tables.is_empty() && tables.iter().all(Result::is_ok), "{}\n{page}", path.display());
            assert_eq!(damages(&page), [], "{}\n{page}", path.display());
            repairs += 1;
        }
    }
    assert!(repairs > 20, "{repairs}");
}
