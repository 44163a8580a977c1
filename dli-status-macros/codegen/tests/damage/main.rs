//! The real page, damaged at random in the ways that hands and tools damage pages: nothing panics, what is read as a
//! table becomes a type, and what is not is an error that shows a line of the page.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod lines;

use dli_status_codegen::Page;
use dli_status_codegen::expand;
use fastrand::Rng;
use proc_macro2::TokenStream;
use std::fs;
use std::path::Path;

/// Three rows of the page are enough to damage, and quick to read.
fn page(rng: &mut Rng) -> Vec<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/damage/dli_02_0012.txt");
    let text = fs::read_to_string(page).unwrap();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let borders: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].trim_start().starts_with("+-")).collect();
    let from = 1 + rng.usize(..borders.len() - 4);
    [&lines[..borders[0] + 3], &lines[borders[from] + 1..=borders[from + 3]]].concat()
}

fn expansion(page: &str) -> String {
    let call: TokenStream = "dli_status; \"page.rst\"".parse().unwrap();
    expand(call, &|_| Ok(page.as_bytes().to_vec())).to_string()
}

/// A page with a grid table in which nothing is wrong, and its name.
fn sound_page(rng: &mut Rng, round: usize) -> (&'static str, String) {
    match round % 3 {
        0 => ("the published page", page(rng).join("\n") + "\n"),
        1 => ("a table of its own", SMALL.replace("\n   ", "\n")),
        _ => ("a table in a directive", format!(".. table:: Codes\n\n{}", SMALL.trim_start_matches('\n'))),
    }
}

const SMALL: &str = "
   +-------------+-----------+---------------------+
   | Status Code | Message   | Description         |
   +=============+===========+=====================+
   | 200         | OK        | It worked.          |
   |             |           |                     |
   |             |           | - at once           |
   +-------------+-----------+---------------------+
   | 404         | Not Found | It is not there.    |
   +-------------+-----------+---------------------+
   | 503         | Busy      | Come back later, or |
   |             |           | **much** later.     |
   +-------------+-----------+---------------------+
";

fn damage(rng: &mut Rng, lines: &mut Vec<String>) {
    let at = rng.usize(..lines.len());
    let other = rng.usize(..lines.len());
    let mut chars: Vec<char> = lines[at].chars().collect();
    let place = rng.usize(..chars.len());
    match rng.usize(..12) {
        0 if !chars.is_empty() => drop(chars.remove(place)),
        1 if !chars.is_empty() => chars.insert(place, chars[place]),
        2 if place > 0 => chars.swap(place - 1, place),
        3 => chars.truncate(place),
        4 if at + 1 < lines.len() => chars.extend(lines.remove(at + 1).chars()),
        5 => return lines.insert(at, lines[other].clone()),
        6 => drop(chars.splice(0..0, " ".repeat(1 + rng.usize(..4)).chars())),
        7 => chars = chars.iter().map(|&c| if c.is_alphanumeric() { ' ' } else { c }).collect(),
        8 => return drop(lines.remove(at)),
        9 => return lines.swap(at, other),
        10 if !chars.is_empty() => {
            chars[place] = ['é', '表', '\u{301}', '\t', '\0', '|', '+', '-', '=', '"', '\u{2028}'][rng.usize(..11)]
        }
        _ => chars = chars.iter().map(|&c| if c.is_ascii_digit() { '4' } else { c }).collect(),
    }
    lines[at] = chars.into_iter().collect();
}

#[test]
fn a_damaged_page_is_read_or_refused_with_a_line() {
    let mut rng = Rng::with_seed(0x2545_F491_4F6C_DD1D);
    let (mut built, mut refused) = (0, 0);
    for round in 0..3_000 {
        let mut lines = page(&mut rng);
        for _ in 0..=rng.usize(..3) {
            damage(&mut rng, &mut lines);
        }
        let text = lines.join("\n");
        let call: TokenStream = "dli_status; \"page.rst\"".parse().unwrap();
        let expansion = expand(call, &|_| Ok(text.clone().into_bytes())).to_string();
        if expansion.contains("compile_error") {
            let tables = rst_tables::tables(&text);
            let page = Page::new("page.rst", text.as_str());
            for error in tables.iter().filter_map(|table| table.as_ref().err()) {
                let (line, _) = page.position(error.span().start);
                assert!(
                    expansion.contains(&format!("page.rst:{line}:")),
                    "round {round}: not line {line}\n{expansion}"
                );
            }
            let places = expansion.matches("page.rst:").count();
            assert!(places > 0 || tables.is_empty(), "round {round}: no line in {expansion}\n{text}");
            refused += 1;
        } else {
            assert!(expansion.contains("enum StatusCode"), "round {round}");
            assert!(
                rst_tables::tables(&text).iter().all(Result::is_ok),
                "round {round}: a malformed table is passed over"
            );
            built += 1;
        }
    }
    assert!(built > 300 && refused > 300, "{built} built, {refused} refused");
}

#[test]
fn any_bytes_are_read_or_refused() {
    let mut rng = Rng::with_seed(0x9E37_79B9_7F4A_7C15);
    const PIECES: [&[u8]; 16] = [
        b"+---+---+\n",
        b"| 1 | a |\n",
        b"+===+===+\n",
        b"=== ===\n",
        b".. table:: x\n\n   ",
        b".. list-table::\n",
        b"   * - a\n     - b\n",
        b"\xff",
        b"\r\n",
        b"\t",
        "é表".as_bytes(),
        b"Status Code",
        b"Message",
        b"Description",
        b"\0",
        b".. csv-table::\n\n   1, \"a\n",
    ];
    for _ in 0..3_000 {
        let bytes: Vec<u8> = (0..rng.usize(..24)).flat_map(|_| PIECES[rng.usize(..PIECES.len())].to_vec()).collect();
        let call: TokenStream = "dli_status; \"page.rst\"".parse().unwrap();
        let expansion = expand(call, &|_| Ok(bytes.clone())).to_string();
        assert!(expansion.contains("compile_error"), "{:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn ten_thousand_mistakes_are_told_as_twenty_and_a_number() {
    let rows: String = (0..10_000).map(|row| format!("{:<11} Message {row:<6} It is.\n", format!("x{row}"))).collect();
    let border = "=========== ============== ===========\n";
    let text = format!("{border}Status Code Message        Description\n{border}{rows}{border}");
    let call: TokenStream = "dli_status; \"page.rst\"".parse().unwrap();
    let expansion = expand(call, &|_| Ok(text.clone().into_bytes())).to_string();
    assert_eq!(expansion.matches("compile_error").count(), 21);
    assert!(expansion.contains("and 9980 more errors"));
}

#[test]
fn a_cell_may_hold_a_million_characters_and_nul() {
    for text in ["word ".repeat(200_000), "\0".repeat(1_000_000), "*".repeat(1_000_000), "表".repeat(1_000_000)] {
        let page = format!(
            ".. list-table::\n   :header-rows: 1\n\n   * - Status Code\n     - Message\n     - Description\n   * - 1\n     - One\n     - {text}\n"
        );
        let call: TokenStream = "dli_status; \"page.rst\"".parse().unwrap();
        let expansion = expand(call, &|_| Ok(page.clone().into_bytes())).to_string();
        assert!(expansion.contains("One = 1"), "{:?}", expansion.get(..300));
    }
}
