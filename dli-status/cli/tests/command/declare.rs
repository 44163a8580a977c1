//! `declare` on the pages of the examples: what it prints is a call that reads its page.

use crate::run::{command, repository, run};
use std::fs;

#[test]
fn a_declaration_has_the_columns_of_its_table() {
    let ran = run(command(["declare", "dli-status/examples/pages/errors.rst"]).current_dir(repository()));
    let expected = "\
dli_status::include_status_table! {
    #[source(\"examples/pages/errors.rst\")]
    pub enum ErrorCodes {
        #[column(\"Module\")]
        module: &'static str,
        #[column(\"Error Code\")]
        code: &'static str,
        #[column(\"HTTP Status\")]
        http_status: &'static str,
        #[column(\"Message\")]
        message: &'static str,
    }
}
";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), expected, ""));
}

#[test]
fn every_declaration_reads_its_page() {
    let folder = tempfile::tempdir().unwrap();
    let declaration = folder.path().join("call.rs");
    let mut count = 0;
    for entry in fs::read_dir(repository().join("dli-status/examples/pages")).unwrap() {
        let page = entry.unwrap().path();
        let ran = run(command(["declare"]).arg(&page));
        for call in ran.out.split("\n\n").filter(|call| !call.trim().is_empty()) {
            fs::write(&declaration, call).unwrap();
            let ran = run(command(["diff", "--declaration"]).arg(&declaration).args([&page, &page]));
            assert_eq!(ran.status, Some(0), "{}\n{call}\n{}", page.display(), ran.err);
            assert!(ran.out.contains("none: "), "{}", ran.out);
            count += 1;
        }
    }
    assert!(count > 8, "{count}");
}

#[test]
fn one_table_is_picked_by_label_title_or_number() {
    let page = repository().join("dli-status/examples/pages/error_codes.rst");
    let by_label = run(command(["declare", "--table", "codes"]).arg(&page));
    assert_eq!((by_label.status, by_label.out.matches("include_status_table!").count()), (Some(0), 1));
    for table in ["2", "Table 2 Error codes"] {
        assert_eq!(run(command(["declare", "--table", table]).arg(&page)), by_label);
    }
    let ran =
        run(command(["declare", "--table", "cods", "dli-status/examples/pages/error_codes.rst"])
            .current_dir(repository()));
    let expected = "error: expected a table `cods` on page `examples/pages/error_codes.rst`, found none\n";
    assert_eq!((ran.status, ran.err.as_str()), (Some(2), expected));
}

#[test]
fn a_table_without_a_header_is_declared() {
    let ran = run(command(["declare", "dli-status/examples/pages/limits.rst"]).current_dir(repository()));
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.out.matches(", header_rows = 1)]").count(), 2, "{}", ran.out);
}

#[test]
fn a_table_without_codes_is_a_struct_and_one_with_spanned_cells_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.rst");
    let tables = "== ==\na  b\n== ==\nx  y\nx  y\n== ==\n\n\
                  +---+---+---+\n| a | b | c |\n+===+===+===+\n| x     | y |\n+-------+---+\n";
    fs::write(&page, tables).unwrap();
    let ran = run(command(["declare"]).arg(&page));
    assert!(ran.out.contains("pub struct ") && !ran.out.contains("pub enum "), "{}", ran.out);
    assert_eq!((ran.status, ran.err.matches("error: no declaration for table 2").count()), (Some(1), 1), "{}", ran.err);
}

#[test]
fn tables_are_picked_by_the_heading_above_them() {
    let table = |code: &str| format!("====  =======\nCode  Message\n====  =======\n{code}     Text\n====  =======\n\n");
    let page = format!("One\n===\n\n{}.. _two:\n\nOther\n=====\n\n{}{}", table("1"), table("2"), table("3"));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("page.rst"), page).unwrap();
    for (arguments, expected) in [
        (&["--under", "One"][..], &["1"][..]),
        (&["--under", "Other"], &["2", "3"]),
        (&["--under", "two", "--table", "2"], &["3"]),
    ] {
        let declared = run(command(["declare", "page.rst"]).args(arguments).current_dir(&folder));
        assert_eq!(declared.out.matches("pub enum ").count(), expected.len(), "{}{}", declared.out, declared.err);
        let ran = run(command(["explain", "--json", "--page", "page.rst"]).args(arguments).current_dir(&folder));
        let code = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["code"].to_string();
        assert_eq!(ran.out.lines().map(code).collect::<Vec<_>>(), expected, "{}", ran.err);
    }
    let ran = run(command(["declare", "page.rst", "--under", "Three"]).current_dir(&folder));
    assert_eq!(ran.err, "error: expected a table under `Three` on page `page.rst`, found none\n");
    let ran = run(command(["explain", "--page", "page.rst", "--under", "two", "3"]).current_dir(&folder));
    assert!(ran.out.starts_with("3 Text\n"), "{}{}", ran.out, ran.err);
}
