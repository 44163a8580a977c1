//! Pages that nobody would write: any bytes, very many mistakes, very long cells.

use crate::expansion;
use fastrand::Rng;

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

#[test]
fn any_bytes_are_read_or_refused() {
    let mut rng = Rng::with_seed(0x9E37_79B9_7F4A_7C15);
    for _ in 0..3_000 {
        let bytes: Vec<u8> = (0..rng.usize(..24)).flat_map(|_| rng.choice(PIECES).unwrap().to_vec()).collect();
        let expansion = expansion(&bytes);
        assert!(expansion.contains("compile_error"), "{:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn ten_thousand_mistakes_are_shown_as_twenty_and_a_number() {
    let rows: String = (0..10_000).map(|row| format!("{:<11} Message {row:<6} It is.\n", format!("x{row}"))).collect();
    let border = "=========== ============== ===========\n";
    let page = format!("{border}Status Code Message        Description\n{border}{rows}{border}");
    let expansion = expansion(page.as_bytes());
    assert_eq!(expansion.matches("compile_error").count(), 21);
    assert!(expansion.contains("and 9980 more errors"));
}

#[test]
fn a_cell_may_hold_a_million_characters_and_nul() {
    for text in ["word ".repeat(200_000), "\0".repeat(1_000_000), "*".repeat(1_000_000), "表".repeat(1_000_000)] {
        let page = format!(
            ".. list-table::\n   :header-rows: 1\n\n   * - Status Code\n     - Message\n     - Description\n   * - 1\n     - One\n     - {text}\n"
        );
        let expansion = expansion(page.as_bytes());
        assert!(expansion.contains("One = 1"), "{:?}", expansion.get(..300));
    }
}
