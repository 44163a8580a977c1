//! What building the generated code costs beside the peers: time, and memory of the compiler, by the number of rows.
//!
//! `cargo run --release --bin build_cost [ROWS…]`

use dli_status_benches::command::{cargo, relay};
use dli_status_benches::crates::{Crate, ours};
use dli_status_benches::peers;
use dli_status_benches::rows::{Codes, Row, page, synthetic};
use std::io;

/// Name, dependency, source of a table.
type Contender = (&'static str, String, fn(&[Row]) -> String);

fn main() -> io::Result<()> {
    relay()?;
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|count| count.parse().ok()).collect();
    let counts = if asked.is_empty() { vec![1_000, 2_000, 5_000, 10_000, 20_000] } else { asked };
    let contenders: [Contender; 4] = [
        ("dli-status", ours(), |rows| peers::ours("page.rst", rows)),
        ("match", String::new(), |rows| peers::by_hand(rows, "", true)),
        ("strum", "strum = { version = \"0.27\", features = [\"derive\"] }".to_owned(), peers::strum),
        ("phf", "phf = { version = \"0.13\", features = [\"macros\"] }".to_owned(), peers::phf),
    ];
    println!("{:12} {:>6} {:>10} {:>9} {:>12} {:>9}", "", "rows", "check", "memory", "release", "memory");
    for (name, dependency, source) in contenders {
        let target = tempfile::tempdir()?;
        for &count in &counts {
            let rows = synthetic(count, Codes::Spread);
            let made = Crate::new(&dependency, &[("src/lib.rs", ""), ("page.rst", &page(&rows))])?;
            let mut costs = Vec::new();
            for command in [["check"].as_slice(), &["build", "--release"]] {
                // The dependencies first, so that the table alone is measured.
                made.write("src/lib.rs", "")?;
                cargo(made.path(), target.path(), command)?;
                made.write("src/lib.rs", &format!("{}\n#[allow(dead_code)]\nfn main() {{}}\n", source(&rows)))?;
                let cost = cargo(made.path(), target.path(), command)?;
                costs.push(if cost.finished {
                    format!("{:8.2} s {:6.0} MB", cost.seconds, cost.megabytes)
                } else {
                    format!("{:>20}", "not in 120 s")
                });
                if !cost.finished {
                    break;
                }
            }
            println!("{name:12} {count:6} {}", costs.join("  "));
        }
    }
    Ok(())
}
