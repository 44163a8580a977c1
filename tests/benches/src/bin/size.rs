//! How large a table is in a program: bytes on top of its texts, and relocations, of a release build with the table and
//! one without; and whether texts that a program never asks for are in it.

use dli_status_benches::command::{cargo, relay};
use dli_status_benches::crates::{Crate, ours};
use dli_status_benches::peers;
use dli_status_benches::rows::{Codes, Row, page, synthetic, text_bytes};
use object::{Object, ObjectSection, SectionKind};
use std::path::Path;
use std::{fs, io};

/// Asks for all that a table can tell.
const USE_ALL: &str = "
fn main() {
    let text = std::env::args().next().unwrap_or_default();
    let found = text.parse::<u16>().ok().and_then(StatusCode::from_code).or_else(|| text.parse().ok());
    if let Some(row) = found { println!(\"{} {} {} {}\", row.code(), row.name(), row.message(), row.description()); }
}
";
/// The same without a table.
const USE_NONE: &str = "
fn main() {
    let text = std::env::args().next().unwrap_or_default();
    if let Ok(code) = text.parse::<u16>() { println!(\"{} {} {} {}\", code, text, text, text); }
}
";
const USE_MESSAGES: &str = "
fn main() {
    let text = std::env::args().next().unwrap_or_default();
    if let Some(row) = text.parse::<u16>().ok().and_then(StatusCode::from_code) { println!(\"{}\", row.message()); }
}
";
const PROFILE: &str = "\n[profile.release]\npanic = \"abort\"\nlto = true\ncodegen-units = 1\n";

struct Size {
    bytes: usize,
    relocations: usize,
    file: Vec<u8>,
}

fn main() -> io::Result<()> {
    relay()?;
    let target = tempfile::tempdir()?;
    for count in [42, 1_000, 10_000] {
        for codes in [Codes::Dense, Codes::Holes, Codes::Spread] {
            let rows = synthetic(count, codes);
            let table = peers::ours("page.rst", &rows);
            let without = build(target.path(), &rows, USE_NONE)?;
            let all = build(target.path(), &rows, &(table.clone() + USE_ALL))?;
            let messages = build(target.path(), &rows, &(table + USE_MESSAGES))?;
            let texts = text_bytes(&rows);
            let a_row = (all.bytes as f64 - without.bytes as f64 - texts as f64) / count as f64;
            let has = |text: &str| messages.file.windows(text.len()).any(|bytes| bytes == text.as_bytes());
            let asked = rows.first().is_some_and(|row| has(&row.message));
            let unasked = rows.first().is_some_and(|row| has(&row.description) || has(&row.name));
            println!(
                "{count:6} rows {codes:?}: {a_row:6.1} bytes a row, {:3} relocations; asked for messages: {asked} there, others {unasked}",
                all.relocations.saturating_sub(without.relocations)
            );
        }
    }
    Ok(())
}

fn build(target: &Path, rows: &[Row], source: &str) -> io::Result<Size> {
    let made = Crate::new(&(ours() + PROFILE), &[("src/main.rs", source), ("page.rst", &page(rows))])?;
    cargo(made.path(), target, &["build", "--release"])?;
    let file = fs::read(target.join("release/measured"))?;
    let (bytes, relocations) = {
        let read = object::File::parse(file.as_slice()).map_err(io::Error::other)?;
        let loaded = [SectionKind::Text, SectionKind::Data, SectionKind::ReadOnlyData, SectionKind::ReadOnlyString];
        let sections: Vec<(String, u64, bool)> = read
            .sections()
            .map(|s| (s.name().unwrap_or_default().to_owned(), s.size(), loaded.contains(&s.kind())))
            .collect();
        let relocations = sections.iter().filter(|s| s.0 == ".rela.dyn").map(|s| s.1).sum::<u64>();
        let bytes = sections.iter().filter(|s| s.2 || s.0.starts_with(".rela") || s.0 == ".data.rel.ro").map(|s| s.1);
        (bytes.sum::<u64>(), relocations / 24)
    };
    Ok(Size { bytes: bytes as usize, relocations: relocations as usize, file })
}
