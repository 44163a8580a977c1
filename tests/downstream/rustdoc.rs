//! Rustdoc's HTML of a table: each row has its line in the table of rows, which links to the variant of that row, and
//! no text of a page becomes markup.

use dli_status_tests::rustdoc::{Cell, RustdocPage};
use dli_status_tests::{Downstream, read};

const LIBRARY: &str = r##"//! Tables of many kinds.
#![deny(warnings, missing_docs, rustdoc::all)]

mod private {
    dli_status::include_status_table! {
        /// The status codes, re-exported.
        ///
        /// # Panics
        ///
        /// - It has no method that panics.
        #[source("dli_02_0012.txt")]
        pub enum Status;
    }
}
pub use private::Status;
pub use private::Status::*;

dli_status::include_status_table! {
    #[source("errors.rst")]
    pub enum r#Error {
        #[column("Error Code")]
        code: &'static str,
        #[column("HTTP Status", regex = r"^\d+")]
        status: Status,
        #[column("Module", fill_down)]
        module: &'static str,
        #[column("Message")]
        message: &'static str,
        #[column("Message", regex = "^Retry")]
        retry: bool,
    }
}

/// A hostile page.
pub mod hostile {
    dli_status::include_status_table!("hostile.rst");
}
"##;

/// Rustdoc's pages of the enums.
fn documented() -> [RustdocPage; 3] {
    let user = Downstream::with_dli_status("tables", &[]);
    for page in ["docs-src/dli_02_0012.txt", "dli-status/examples/pages/errors.rst", "tests/pages/hostile.rst"] {
        user.write(page.rsplit('/').next().unwrap(), &read(page));
    }
    user.write("src/lib.rs", LIBRARY);
    user.succeeds(&["doc", "--no-deps", "--quiet"]);
    let page = |path: &str| RustdocPage::read(&user.target().join("doc/tables").join(path)).unwrap();
    [page("enum.Status.html"), page("enum.Error.html"), page("hostile/enum.StatusCode.html")]
}

/// The documentation of the variant that a row links to.
fn linked(page: &RustdocPage, row: &[Cell]) -> Vec<String> {
    let links: Vec<&String> = row.iter().flat_map(|cell| &cell.links).collect();
    assert_eq!(links.len(), 1, "{row:?}");
    let anchor = percent_decoded(links[0].strip_prefix('#').unwrap());
    assert!(anchor.starts_with("variant."), "{anchor}");
    page.below(&anchor).unwrap_or_else(|| panic!("there is no {anchor}"))
}

fn percent_decoded(url: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), url);
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.as_bytes());
        let (digits, after) = after.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).unwrap());
        rest = after;
    }
    bytes.extend(rest.as_bytes());
    String::from_utf8(bytes).unwrap()
}

#[test]
fn rows_link_to_their_variants() {
    let [status, error, hostile] = documented();
    every_row_of_the_status_page(&status);
    texts_as_codes_and_other_columns(&error);
    hostile_cells_are_plain_text(&hostile);
}

/// Compared with docutils' reading of the page.
fn every_row_of_the_status_page(page: &RustdocPage) {
    let expected = read("tests/expected/dli_02_0012.jsonl");
    let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
    let expected = expected["body"].as_array().unwrap();
    let rows = page.rows();
    assert_eq!(rows.len(), expected.len());
    for (row, expected) in rows.iter().zip(expected) {
        let text = |column: usize| expected[column]["text"].as_str().unwrap();
        assert_eq!([&row[0].text, &row[1].text], [text(0), text(1)]);
        // A whole paragraph or sentence.
        assert!(!row[2].text.is_empty() && row.len() == 3);
        let rest = text(2).strip_prefix(&row[2].text).unwrap();
        assert!(rest.is_empty() || rest.starts_with("\n\n") || row[2].text.ends_with('.') && rest.starts_with(' '));

        let docs = linked(page, row);
        assert_eq!(docs[0], format!("{} {}", text(0), text(1)));
        assert!(docs[1].starts_with(&row[2].text), "{docs:?}");
    }
    // The caller's docs come first, and their list ends before the table starts.
    let places = ["The status codes, re-exported.", "id=\"panics\"", "id=\"rows\"", "<table>", "id=\"variants\""];
    let places = places.map(|text| page.find(text).unwrap());
    assert!(places.is_sorted(), "{places:?}");
    // The methods are grouped.
    let methods = ["method.from_code", "columns-of-the-page", "method.message", "class-of-the-code", "method.class"];
    let methods = methods.map(|id| page.find(&format!("id=\"{id}\"")).unwrap());
    assert!(methods.is_sorted(), "{methods:?}");
}

fn texts_as_codes_and_other_columns(page: &RustdocPage) {
    let rows = page.rows();
    let texts: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(
        texts,
        [
            ["SHOP.0001", "There is no order."],
            ["SHOP.0002", "The order is closed."],
            ["SHOP.0101", "Retry in a minute."],
        ]
    );
    let docs = linked(page, &rows[1]);
    let expected = [
        "SHOP.0002 The order is closed.",
        "status: 409",
        "module: Orders",
        "retry: false",
        "Documented in errors.rst:13.",
    ];
    assert_eq!(docs, expected);
}

fn hostile_cells_are_plain_text(page: &RustdocPage) {
    let source = read("tests/pages/hostile.rst");
    let rows = page.rows();
    assert_eq!(rows.len(), source.lines().filter(|line| line.starts_with("   * - ")).count() - 1);
    for (row, code) in rows.iter().zip(1..) {
        assert_eq!((row.len(), row[0].text.as_str()), (3, code.to_string().as_str()));
        assert_eq!(row.iter().map(|cell| (cell.tags, cell.links.len())).collect::<Vec<_>>(), [(0, 0), (0, 1), (0, 0)]);
        assert_eq!(linked(page, row)[0], format!("{} {}", row[0].text, row[1].text));
    }
    for (code, message, description) in [
        (
            1,
            r#""quotes" 'and' \ slashes"#,
            r##""#; } } fn main() { panic!() } /* */ */ // {} {0} %s %n {:?} \n \" r#"raw"#"##,
        ),
        (
            3,
            "<script>alert(1)</script>",
            r#"<script>alert("1")</script> <!-- --> &lt; &amp;amp; <b onclick=x>bold</b>"#,
        ),
        (4, "self", "Fences."),
        (8, "ошибка_сети", "Emoji 😀 and a combining e\u{301} and a soft\u{AD}hyphen and a zero\u{200B}width."),
        (11, "Option", ""),
        (15, r"a | b \| c d | e f\|g [h](#i)", r"The first | sentence \| of this | cell."),
        (16, "# j - k", "a line | block"),
        (17, "l</td></tr></table>m", "</code></a> &#124; &vert; n <!-- | -->"),
        (18, "n](#variant.Type) [o", r#"[p]: #q "r" ](s) ![t](u) <v>"#),
    ] {
        let row = &rows[code - 1];
        assert_eq!([&row[1].text, &row[2].text], [message, description]);
    }
}
