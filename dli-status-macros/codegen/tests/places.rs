//! The lines that are shown are those of an editor: what else ends a line to docutils moves no place.

#![allow(clippy::unwrap_used)]

use dli_status_codegen::expand;
use quote::quote;

fn expansion(page: &str) -> String {
    expand(quote!(dli_status; "page.rst"), &|_| Ok(page.as_bytes().to_vec())).to_string()
}

#[test]
fn separators_that_no_editor_breaks_at_move_no_place() {
    let page = |separator: char, code: &str| {
        format!(
            "One{separator}two.\n\n=========== ======= ===========\nStatus Code Message Description\n=========== \
             ======= ===========\n{code}         OK      Fine.\n=========== ======= ===========\n"
        )
    };
    for code in ["200", "2x0"] {
        let expected = expansion(&page(' ', code));
        assert!(expected.contains("page.rst:6"), "{expected}");
        for separator in ['\u{2028}', '\u{2029}', '\u{85}', '\x1c', '\x1d', '\x1e'] {
            assert_eq!(expansion(&page(separator, code)), expected, "{separator:?}");
        }
    }
}

#[test]
fn a_malformed_table_is_marked_where_it_begins() {
    let page = "One\u{2028}two.\n\n+-----+\n| 404  |\n+-----+\n";
    let seen = expansion(page);
    assert!(seen.contains("page.rst:4:8"), "{seen}");
}
