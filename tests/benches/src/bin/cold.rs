//! A cold build of a hello-world crate, beside one of the packages that the macro is built on; and a rebuild after an
//! edit of the page, beside one of the same enum written by hand, with the share of the macro in it.

use dli_status_benches::command::{Cost, cargo, expansion, relay};
use dli_status_benches::crates::{Crate, ours, root};
use dli_status_benches::peers;
use dli_status_benches::rows::{Codes, page, synthetic};
use std::{fs, io};

const HELLO: &str = "fn main() { println!(\"hello\"); }\n";
const ROUNDS: usize = 3;
/// As the workspace's `Cargo.toml` has them. They are for a build script, because cargo builds those of a macro as it builds
/// these: without debug information.
const BUILT_ON: &str = r#"
[build-dependencies]
proc-macro2 = "1.0.101"
quote = "1.0.41"
strsim = "0.11"
regex = { version = "1.11", default-features = false, features = ["std", "unicode-case", "unicode-perl"] }
syn = { version = "3", default-features = false, features = ["derive", "parsing", "printing", "clone-impls", "proc-macro"] }
"#;

fn main() -> io::Result<()> {
    relay()?;
    first_builds()?;
    rebuilds()?;
    expansions()
}

/// The first build of a crate, next to that of one that has only the packages.
fn first_builds() -> io::Result<()> {
    let cold = |dependencies: &str| -> io::Result<Cost> {
        let made = Crate::new(dependencies, &[("src/main.rs", HELLO), ("build.rs", "fn main() {}\n")])?;
        cargo(made.path(), made.path(), &["generate-lockfile"])?;
        let target = tempfile::tempdir()?;
        cargo(made.path(), target.path(), &["build"])
    };
    // The wall clock and the processor time, each the least of all rounds.
    let (mut with_ours, mut built_on) = ([f64::MAX; 2], [f64::MAX; 2]);
    for _ in 0..ROUNDS {
        for (least, dependencies) in [(&mut with_ours, ours().as_str()), (&mut built_on, BUILT_ON)] {
            let cost = cold(dependencies)?;
            *least = [least[0].min(cost.seconds), least[1].min(cost.processor)];
        }
    }
    let ([wall, processor], [wall_of_packages, of_packages]) = (with_ours, built_on);
    let of_ours = processor - of_packages;
    println!("cold build: {wall:.2} s, of the packages only {wall_of_packages:.2} s: {:.2}", wall / wall_of_packages);
    println!(
        "processor time of our crates: {of_ours:.2} s, of the packages {of_packages:.2} s: {:.2}",
        of_ours / of_packages
    );
    Ok(())
}

/// Builds after an edit of the page, beside those after an edit of an enum by hand.
fn rebuilds() -> io::Result<()> {
    for count in [42, 1_000, 10_000] {
        let rows = synthetic(count, Codes::Dense);
        let (table, by_hand) = (peers::ours("page.rst", &rows), peers::by_hand(&rows, "", false));
        let mut seconds = [f64::MAX; 2];
        let ours = Crate::new(&ours(), &[("src/main.rs", &(table + HELLO)), ("page.rst", &page(&rows))])?;
        let hand = Crate::new("", &[("src/main.rs", &("#![allow(dead_code)]\n".to_owned() + &by_hand + HELLO))])?;
        for round in 0..=ROUNDS {
            let edit = format!("{}\n{round}\n", page(&rows));
            ours.write("page.rst", &edit)?;
            hand.write("src/main.rs", &format!("#![allow(dead_code)]\n{by_hand}{HELLO}// {round}\n"))?;
            for (made, best) in [&ours, &hand].into_iter().zip(&mut seconds) {
                let cost = cargo(made.path(), &made.path().join("target"), &["build"])?;
                // The first one builds the dependencies.
                *best = if round == 0 { f64::MAX } else { best.min(cost.seconds) };
            }
        }
        let [ours, hand] = seconds;
        println!("rebuild, {count:6} rows: {ours:.2} s, by hand {hand:.2} s: {:.2}", ours / hand);
    }
    Ok(())
}

/// What the macro takes of the compiler's time.
fn expansions() -> io::Result<()> {
    for (name, text) in [
        ("the page", fs::read_to_string(root().join("docs-src/dli_02_0012.txt"))?),
        ("1000 rows", page(&synthetic(1_000, Codes::Dense))),
        ("10000 rows", page(&synthetic(10_000, Codes::Dense))),
    ] {
        let table = "dli_status::include_status_table!(\"page.rst\");\n";
        let made = Crate::new(&ours(), &[("src/main.rs", &(table.to_owned() + HELLO)), ("page.rst", &text)])?;
        let mut best = (f64::MAX, f64::NAN);
        for round in 0..=ROUNDS {
            made.write("page.rst", &format!("{text}\n{round}\n"))?;
            let (macros, total) = expansion(made.path(), &made.path().join("target"))?;
            if macros < best.0 {
                best = (macros, total);
            }
        }
        let (macros, total) = best;
        println!("expansion of {name}: {:.1} ms of {:.0} ms in the compiler", macros * 1e3, total * 1e3);
    }
    Ok(())
}
