//! Writes the pages and the peers' sources of the tables that `lookup` measures.

#[path = "src/peers.rs"]
mod peers;
#[path = "src/rows.rs"]
#[allow(dead_code)]
mod rows;

use rows::{Codes, Row};
use std::path::PathBuf;
use std::{env, fs, io};

/// At 1,000 rows `match`es of texts and the derives of `strum` and `num_enum` take minutes to compile.
const MOST_FOR_DERIVES: usize = 42;

/// The page compiled in the crate that uses it, as a user's page is.
const OURS_PAGE: &str = "dli_status::include_status_table!(\"../../docs-src/dli_02_0012.txt\");";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/rows.rs");
    println!("cargo::rerun-if-changed=src/peers.rs");
    write("page", "pub use dli_status::StatusCode;", &page())?;
    write("page_here", OURS_PAGE, &page())?;
    for (name, codes) in
        [("dense", Codes::Dense), ("holes", Codes::Holes), ("spread", Codes::Spread), ("text", Codes::Text)]
    {
        for count in [42, 1_000, 10_000] {
            let (page, rows) = (format!("{name}_{count}"), rows::synthetic(count, codes));
            write(&page, &peers::ours(&format!("$OUT_DIR/{page}.rst"), &rows), &rows)?;
        }
    }
    Ok(())
}

/// The rows of the page, as the macro reads them.
fn page() -> Vec<Row> {
    let row = |row: &dli_status::StatusCode| Row {
        code: row.code().to_string(),
        name: row.name().to_owned(),
        message: row.message().to_owned(),
        description: row.description().to_owned(),
    };
    dli_status::StatusCode::ALL.iter().map(row).collect()
}

fn write(name: &str, ours: &str, rows: &[Row]) -> io::Result<()> {
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(folder.join(format!("{name}.rst")), rows::page(rows))?;
    let small = env::var_os("CARGO_FEATURE_DERIVES").is_some() && rows.len() <= MOST_FOR_DERIVES;
    let numeric = !name.starts_with("text");
    let derives = if small && numeric { ", num_enum::TryFromPrimitive" } else { "" };
    let mut source = ours.to_owned() + &peers::by_hand(rows, derives, small) + &peers::phf(rows);
    if small {
        source += &peers::strum(rows);
    }
    source += &peers::rows(rows);
    fs::write(folder.join(format!("{name}.rs")), source)
}
