//! Reading takes time linear in the page, whatever the page holds: each of these pages would take minutes or overflow the
//! stack if a nesting, a search or a copy were not bounded.
//!
//! No time is asserted, since times depend on the machine. They are printed for a page and for one four times as long: `RST_COST=1000000 cargo test --release -p rst-tables --test cost -- --nocapture`.

use std::time::{Duration, Instant};

/// Builds a page of about so many bytes.
type Page = fn(usize) -> String;

const PAGES: &[(&str, Page)] = &[
    ("pluses in one line", |n| "+".repeat(n)),
    ("pluses in lines", |n| "+\n".repeat(n / 2)),
    ("pluses with blanks", |n| "+ ".repeat(n / 2)),
    ("a grid of pluses", |n| {
        let side = n.isqrt().max(8);
        let line = format!("+-{}-+\n", "+".repeat(side - 4));
        line.repeat(n / side)
    }),
    ("many rows", |n| "+---+---+\n| a | b |\n".repeat(n / 20) + "+---+---+\n"),
    ("many simple rows", |n| format!("=== ===\n{}=== ===\n", "a   b\n".repeat(n / 6))),
    ("a wide grid", |n| {
        let (border, text) = ("+-".repeat(n / 6) + "+\n", "|a".repeat(n / 6) + "|\n");
        format!("{border}{text}{border}")
    }),
    ("a grid whose corners all fail", |n| {
        let side = n.isqrt().max(16) / 2 * 2;
        let top = "+-".repeat(side / 2) + "+\n";
        let text = format!(" {}|\n", " |".repeat(side / 2 - 1) + " ").replacen(' ', "|", 1);
        let gap = format!("+{}|\n", " |".repeat(side / 2 - 1) + " ");
        let bottom = format!("+{}+\n", "-".repeat(side - 1));
        format!("{top}{text}{top}{gap}{}{bottom}", text.repeat(n / side))
    }),
    ("a grid with a broken edge", |n| {
        let side = n.isqrt().max(16) / 2 * 2;
        let top = "+-".repeat(side / 2) + "+\n";
        let cells = format!("|{}|\n", "a|".repeat(side / 2 - 1) + "a");
        let broken = format!("|{}|\n", "+ ".repeat(side / 2 - 1) + "+");
        let bottom = format!("+{}+\n", "-".repeat(side - 1));
        format!("{top}{cells}{top}{}{bottom}", broken.repeat(n / side))
    }),
    ("a grid of lattices", |n| {
        let side = n.isqrt().max(16) / 2 * 2;
        let top = "+-".repeat(side / 2) + "+\n";
        let inner = format!("+ {}+\n", "+".repeat(side - 2));
        format!("{top}{}{top}", inner.repeat(n / side))
    }),
    ("borders of bars", |n| format!("+--+--+\n{}+--+--+\n", "|--|--|\n".repeat(n / 8))),
    ("gaps in all borders", |n| format!("+----+----+\n{}+----+----+\n", "| a  | b  |\n+- --+----+\n".repeat(n / 24))),
    ("cells that are joined in all lines", |n| {
        format!("+----+----+\n{}+----+----+\n", "| a  | b  |\n| c    d  |\n".repeat(n / 24))
    }),
    ("borders that begin everywhere", |n| "+--+\n +--+\n  +--+\n".repeat(n / 18)),
    ("drawings after text", |n| "x\n+--+\n| a\n+--+\n\n".repeat(n / 17)),
    ("drawings with gaps", |n| "+--+\n\n| a|\n\n+--+\n\n".repeat(n / 18)),
    ("borders and no bottom", |n| "+---+\n| x\n".repeat(n / 10)),
    ("bullets in one line", |n| "- ".repeat(n / 4) + "x" + &"\n".repeat(n / 2)),
    ("bullets in one line of a cell", |n| {
        let text = "- ".repeat(n / 4);
        let (border, blank) = ("-".repeat(text.len()), " ".repeat(text.len()));
        format!("+-{border}-+\n| {text} |\n| {blank} |\n+-{border}-+\n")
    }),
    ("bullets in one line of a list table", |n| {
        format!(".. list-table::\n\n   * - {}x{}\n   * - y\n", "- ".repeat(n / 4), "\n".repeat(n / 2))
    }),
    ("enumerators in one line", |n| "1. ".repeat(n / 3) + "x\n\ny"),
    ("fields in one line", |n| ":a: ".repeat(n / 4) + "x\n\ny"),
    ("options in one line", |n| "-a  ".repeat(n / 4) + "x\n\ny"),
    ("directives in one line", |n| ".. note:: ".repeat(n / 10) + "x\n\n+---+\n| a |\n+---+\n"),
    ("unknown directives in one line", |n| ".. a:: ".repeat(n / 7) + "x\n\n+---+\n| a |\n+---+\n"),
    ("substitutions in one line", |n| ".. |a| b:: ".repeat(n / 11) + "x"),
    ("replacements in one line", |n| ".. |a| replace:: ".repeat(n / 17) + "x"),
    ("footnotes in one line", |n| ".. [1] ".repeat(n / 7) + "x\n\n" + &"\n".repeat(n / 8)),
    ("a long name before nested directives", |n| {
        format!(".. _{}:\n\n{}x", "a".repeat(n / 2), ".. a:: ".repeat(n / 14))
    }),
    ("quotes in quotes", |n| {
        let depth = (2 * n).isqrt();
        (0..depth).rev().map(|indent| format!("{}x\n\n", " ".repeat(indent))).collect()
    }),
    ("quotes in quotes of a cell", |n| {
        let depth = n.isqrt();
        let border = format!("+{}+\n", "-".repeat(depth + 2));
        let lines: String =
            (1..depth).rev().map(|indent| format!("|{:<1$}|\n", " ".repeat(indent) + "x", depth + 2)).collect();
        format!("{border}{lines}{border}")
    }),
    ("odd white space in quotes", |n| {
        let depth = (2 * n / 3).isqrt();
        (0..depth).rev().map(|indent| format!("{}x\n\n", " \u{a0}".repeat(indent / 2))).collect()
    }),
    ("failing table directives in each other", |n| {
        let depth = (n / 8).isqrt();
        let mut page: String = (0..depth).map(|level| format!("{:1$}.. table:: t\n\n", "", level * 3)).collect();
        for _ in 0..n / (2 * depth * 3 + 40) {
            page.push_str(&format!("{:1$}+---+\n\n", "", depth * 3));
        }
        page
    }),
    ("tables in cells", |n| {
        let mut lines = vec!["x".to_owned()];
        while lines.len() * lines.len() * 5 < n {
            let border = format!("+{}+", "-".repeat(lines.first().map_or(0, String::len) + 2));
            let mut outer = vec![border.clone()];
            outer.extend(lines.iter().map(|line| format!("| {line} |")));
            outer.push(border);
            lines = outer;
        }
        lines.join("\n")
    }),
    ("attributions", |n| "   a\n\n   -- b\n\n".repeat(n / 15)),
    ("attributions that are none", |n| "   a\n\n   -- b\n     c\n   d\n\n".repeat(n / 30)),
    ("a target without an end", |n| format!(".. _{}", "a\n   ".repeat(n / 5))),
    ("a substitution without an end", |n| format!(".. |a{}", "a|b\n   ".repeat(n / 7))),
    ("a long line", |n| "word ".repeat(n / 5)),
    ("a long line in a cell", |n| {
        let text = "*word ".repeat(n / 18);
        format!("+-{0}-+\n| {text} |\n+-{0}-+\n", "-".repeat(text.len()))
    }),
    ("marks in a cell", |n| {
        let text = "`*|_:".repeat(n / 15);
        format!("+-{0}-+\n| {text} |\n+-{0}-+\n", "-".repeat(text.len()))
    }),
    ("columns that no row fills", |n| format!("{0}\n{1}{0}\n", "= ".repeat(n / 6) + "=", "a\n".repeat(n / 6))),
    ("values that no row fills", |n| {
        format!(".. csv-table::\n\n   {}\n{}", "a,".repeat(n / 4), "   a\n".repeat(n / 10))
    }),
    ("a value of many lines", |n| format!(".. csv-table::\n\n   \"{}\"\n", "a\n   ".repeat(n.min(100_000) / 5))),
    ("options without end", |n| {
        format!(".. table::\n{}\n", (0..n / 12).map(|at| format!("   :o{at}: x\n")).collect::<String>())
    }),
    ("literal blocks", |n| "::\n\n> a\n> b\n\n".repeat(n / 14)),
    ("terms", |n| "a : b\n c\n".repeat(n / 9)),
    ("terms in terms", |n| {
        let depth = (2 * n).isqrt();
        (0..depth).map(|indent| format!("{}x\n", " ".repeat(indent))).collect()
    }),
    ("titles", |n| "a\n=\n\nb\n-\n\n".repeat(n / 10)),
    ("wide characters", |n| {
        let text = "\u{6f22}".repeat(n / 9);
        format!("+-{0}-+\n| {text} |\n+-{0}-+\n", "-".repeat(text.len() / 3 * 2))
    }),
    ("combining characters in a simple table", |n| format!("== ==\n{} b\n== ==\n", "a\u{301}".repeat(n / 6))),
];

/// Asks a page for everything there is.
fn read(page: &str) -> usize {
    let mut sum = 0;
    let tables = rst_tables::tables(page);
    sum += rst_tables::damages(page, &tables).len();
    for table in tables {
        match table {
            Ok(table) => {
                for cell in table.head().iter().chain(table.body()).flatten() {
                    sum += cell.text().len() + cell.markdown().len() + cell.span().start;
                }
            }
            Err(error) => sum += error.span().start,
        }
    }
    sum
}

fn time(page: Page, bytes: usize) -> Duration {
    let page = page(bytes);
    let start = Instant::now();
    read(&page);
    start.elapsed()
}

/// `RST_COST` is the size of the smaller page, in bytes.
#[test]
fn no_page_runs_away() {
    let bytes = std::env::var("RST_COST").ok().and_then(|bytes| bytes.parse().ok()).unwrap_or(50_000);
    for &(name, page) in PAGES {
        println!("{name}: {:?}, {:?}", time(page, bytes), time(page, 4 * bytes));
    }
}
