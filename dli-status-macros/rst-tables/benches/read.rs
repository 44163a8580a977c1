//! How fast pages are read: `cargo bench -p rst-tables --bench read`, and without optimisation
//! `cargo bench --profile dev -p rst-tables --bench read`.
//!
//! The page has the published page's table with 10,000 rows: 10.7 MB in lines of 428 characters.
//! `RST_PAGE=page.rst cargo bench -p rst-tables --bench read` writes it to a file, for other readers. In
//! CPU time on one core of a shared machine:
//!
//! | | MB/s |
//! |---|---|
//! | tables | 2,030 |
//! | tables, text of all cells | 1,010 |
//! | tables, text and place of all cells | 950 |
//! | the same three without optimisation | 152, 76, 64 |
//! | docutils 0.22.4, `rst.Parser().parse` | 2.3 |
//! | pandoc 2.17, `pandoc -f rst -t native page.rst` | 1.2 |

use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() -> std::io::Result<()> {
    if let Some(path) = std::env::var_os("RST_PAGE") {
        return std::fs::write(path, page(ROWS));
    }
    divan::main();
    Ok(())
}

/// A page with a table like the published one: three columns of 23, 33 and 365 characters.
fn page(rows: usize) -> String {
    let widths = [23, 33, 365];
    let border = |fill: &str| -> String {
        let cells: Vec<_> = widths.iter().map(|&width| fill.repeat(width)).collect();
        format!("   +{}+\n", cells.join("+"))
    };
    let line = |cells: [&str; 3]| -> String {
        let cells: Vec<_> =
            cells.iter().zip(widths).map(|(cell, width)| format!(" {cell:width$}", width = width - 1)).collect();
        format!("   |{}|\n", cells.join("|"))
    };
    let mut page = String::from(".. _codes:\n\n.. table:: **Table 1** Status codes\n\n");
    page.push_str(&border("-"));
    page.push_str(&line(["Status Code", "Message", "Description"]));
    page.push_str(&border("="));
    for row in 0..rows {
        let code = row.to_string();
        page.push_str(&line([&code, "Continue", "The client should continue with its request."]));
        if row % 4 == 0 {
            page.push_str(&line(["", "", ""]));
            page.push_str(&line([
                "",
                "",
                "This interim response is used to inform the client that part of it was received.",
            ]));
        }
        page.push_str(&border("-"));
    }
    page
}

const ROWS: usize = 10_000;

/// Tables, rows and cells with their spans.
#[divan::bench]
fn tables(bencher: Bencher<'_, '_>) {
    let page = page(ROWS);
    bencher.counter(BytesCount::of_str(&page)).bench(|| rst_tables::tables(black_box(&page)));
}

/// The same, and the plain text of each cell.
#[divan::bench]
fn tables_and_text(bencher: Bencher<'_, '_>) {
    let page = page(ROWS);
    bencher.counter(BytesCount::of_str(&page)).bench(|| {
        let mut length = 0;
        for table in rst_tables::tables(black_box(&page)).iter().flatten() {
            length += table.body().iter().flatten().map(|cell| cell.text().len()).sum::<usize>();
        }
        length
    });
}

/// The same, and the place of each cell.
#[divan::bench]
fn tables_text_and_places(bencher: Bencher<'_, '_>) {
    let page = page(ROWS);
    bencher.counter(BytesCount::of_str(&page)).bench(|| {
        let mut sum = 0;
        for table in rst_tables::tables(black_box(&page)).iter().flatten() {
            for cell in table.body().iter().flatten() {
                sum += cell.text().len() + cell.span().start;
            }
        }
        sum
    });
}
