//! Writes the pages of `strategies.rs`: one per distribution of codes.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=table/build.rs");
    let mut random = fastrand::Rng::with_seed(1);
    let mut scattered = |limit: u64| distinct(std::iter::repeat_with(|| random.u64(..limit)).take(300));
    write("consecutive", (1000..1300).map(|code: u64| code.to_string()))?;
    write("holes", (100..700).rev().filter(|code| code % 8 < 5).map(|code: u64| code.to_string()))?;
    write("one_row", ["65535".to_owned()])?;
    write("spread", scattered(65_536).into_iter().map(|code| code.to_string()))?;
    write("few_spread", [0, 9, 513, 65_535, 40_000, 40_001].map(|code| code.to_string()))?;
    write("far", scattered(4_000_000_000).into_iter().map(|code| code.to_string()))?;
    write("text", (0..300).map(|n| format!("{}.{n:04}", ["Abc", "Job", "Long.Module"][n % 3])))?;
    write("case", ["Ab", "aB", "ab", "A", "B.1", "b.1", "Overflowing", "overflowing"].map(str::to_owned))
}

/// The codes without repetitions, in order of first appearance.
fn distinct(codes: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut seen = HashSet::new();
    codes.filter(|code| seen.insert(*code)).collect()
}

fn write(page: &str, codes: impl IntoIterator<Item = String>) -> io::Result<()> {
    let rule = format!("{}  {}  {}\n", "=".repeat(24), "=".repeat(24), "=".repeat(24));
    let mut text = format!("{rule}{:24}  {:24}  Description\n{rule}", "Status Code", "Message");
    for (row, code) in codes.into_iter().enumerate() {
        let message = format!("it {} {row}", ["is gone", "does not fit", "is ä"][row % 3]);
        let _ = writeln!(text, "{code:24}  {message:24}  row {row}");
    }
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets `OUT_DIR`"));
    fs::write(folder.join(format!("{page}.rst")), text + &rule)
}
