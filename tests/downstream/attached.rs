//! Which token of the macro call an error points at, and that no other errors follow from it, however the crate uses the
//! type that is missing.

use dli_status_tests::{self as tests, Downstream};

const PAGE: &str = "\
====  =========  ======
Code  Message    Status
====  =========  ======
1     One        200
2     Two        999
3     Three      998
====  =========  ======
";

/// A crate with one table, which is declared by this call and used in every way that a type can be.
fn user(package: &str, call: &str) -> Downstream {
    let user = Downstream::with_dli_status(package, &[]);
    user.write("page.rst", PAGE);
    user.write("src/table.rs", call);
    user.write(
        "src/main.rs",
        "
mod table;
use table::Table;
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Holder { row: Table }
impl From<Table> for Holder { fn from(row: Table) -> Self { Self { row } } }
trait Retry { fn retry(&self) -> bool; }
impl Retry for Table { fn retry(&self) -> bool { matches!(self, Table::One | Table::Two) } }
mod inner { pub fn all() -> &'static [super::table::Table] { crate::Table::ALL } }
fn main() {
    let row = Table::from_code(1).unwrap();
    let text: &'static str = match row { Table::One => row.message(), _ => \"\" };
    println!(\"{text} {row} {:?} {}\", dli_status::Received::<Table>::new(2), Holder::from(row).row.retry() || inner::all().is_empty());
}
",
    );
    user
}

/// The text of the call that each error points at, and the first line of the error.
#[track_caller]
fn errors(package: &str, call: &str) -> Vec<(String, String)> {
    let stderr = format!("\n{}", user(package, call).check_fails());
    let mut errors = Vec::new();
    for part in stderr.split("\nerror").skip(1).filter(|part| !part.starts_with(": could not compile")) {
        let message =
            part.lines().next().unwrap_or_default().split_once(": ").map_or("", |(_, message)| message).to_owned();
        let place = part.lines().rfind(|line| line.trim_start().starts_with("--> src/table.rs:"));
        let place: Vec<usize> = place
            .unwrap_or_else(|| panic!("{stderr}"))
            .rsplit(':')
            .take(2)
            .map(|number| number.parse().unwrap())
            .collect();
        let line = call.lines().nth(place[1] - 1).unwrap();
        errors.push((line[place[0] - 1..].chars().take(9).collect(), message));
    }
    errors
}

fn call(source: &str, code: &str, message: &str, extra: &str) -> String {
    format!(
        "dli_status::include_status_table! {{\n    {source}\n    pub enum Table {{\n        {code},\n        {message},\n        {extra}\n    }}\n}}\n"
    )
}

const SOURCE: &str = "#[source(\"page.rst\")]";
const CODE: &str = "#[column(\"Code\")] code: u16";
const MESSAGE: &str = "#[column(\"Message\")] message: &'static str";

#[track_caller]
fn one(package: &str, call: &str, token: &str, message: &str) {
    let errors = errors(package, call);
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].0.starts_with(token), "{errors:?}");
    assert!(errors[0].1.starts_with(message), "{errors:?}");
}

#[test]
fn a_good_call_builds() {
    let user = user("good_call", &call(SOURCE, CODE, MESSAGE, ""));
    assert_eq!(user.run(), "One 1 One Received(Two) true\n");
}

#[test]
fn errors_of_the_page_point_at_its_path() {
    one("missing_page", &call("#[source(\"pages.rst\")]", CODE, MESSAGE, ""), "\"pages.rs", "cannot read `");
    let one_name = "#[name] #[column(\"Status\", regex = \"^.\")] digit: u8";
    one("one_name", &call(SOURCE, CODE, MESSAGE, one_name), "\"page.rst", "codes 2 and 3 would both be named `Digit9`");
}

#[test]
fn names_that_are_equal_to_the_compiler_clash() {
    let user = user("composed", &call(SOURCE, CODE, MESSAGE, ""));
    user.write(
        "page.rst",
        "====  =======\nCode  Message\n====  =======\n1     \u{e9}tat\n2     e\u{301}tat\n====  =======\n",
    );
    let stderr = user.check_fails();
    assert!(stderr.contains("error: codes 1 and 2 would both be named `\u{c9}tat`"), "{stderr}");
    assert_eq!(stderr.matches("\nerror").count(), 1, "one error, and rustc's count of errors: {stderr}");
}

#[test]
fn errors_of_the_call_point_at_their_token() {
    one(
        "header",
        &call(SOURCE, "#[column(\"Number\")] code: u16", MESSAGE, ""),
        "\"Number\"",
        "no column has the header `Number`",
    );
    one(
        "type",
        &call(SOURCE, CODE, "#[column(\"Message\")] message: String", ""),
        "String",
        "unsupported field type `String`",
    );
    one(
        "pattern",
        &call(SOURCE, "#[column(\"Code\", regex = r\"(\")] code: u16", MESSAGE, ""),
        "r\"(\"",
        "invalid pattern: unclosed group",
    );
    one(
        "label",
        &call("#[source(\"page.rst\", table = \"codes\")]", CODE, MESSAGE, ""),
        "\"codes\"",
        "no table on page",
    );
    let renamed = format!("{SOURCE} #[rename(\"9\" = \"Nine\")]");
    one("rename", &call(&renamed, CODE, MESSAGE, ""), "\"9\"", "no row has the code `9`");
    one(
        "attribute",
        &call(SOURCE, "#[column(\"Code\", fil_down)] code: u16", MESSAGE, ""),
        "fil_down",
        "unknown option `fil_down`",
    );
}

#[test]
fn errors_of_several_fields_are_reported_together() {
    let call = call(SOURCE, CODE, "#[column(\"Massage\")] message: &'static str", "#[column(\"State\")] state: u8");
    let tokens: Vec<String> = errors("several", &call).into_iter().map(|(token, _)| token).collect();
    assert_eq!(tokens, ["\"Massage\"", "\"State\")]"]);
}

#[test]
fn a_foreign_code_must_be_listed() {
    let call = call(SOURCE, CODE, MESSAGE, "#[column(\"Status\")] status: dli_status::StatusCode");
    let stderr = user("foreign", &call).check_fails();
    assert!(stderr.contains("--> src/table.rs:6:37"), "{stderr}");
    for (line, code) in [(5, 999), (6, 998)] {
        let text = format!(
            "the `status` of this row, `{code}`, is not a code of `dli_status::StatusCode` in docs-src/dli_02_0012.txt of \
             the package dli-status (page.rst:{line}:18)"
        );
        assert!(stderr.contains(&text), "{stderr}");
    }
    assert!(stderr.contains(" | 2     Two        999\n") && stderr.contains(" |                  ^^^\n"), "{stderr}");
    assert_eq!(stderr.matches("\nerror").count() + 1, 3, "two errors, and rustc's count of them: {stderr}");
    assert!(!stderr.contains("erroneous constant"), "{stderr}");
}

#[test]
fn a_foreign_cell_that_is_not_a_number_is_an_error_at_the_type() {
    let call = call(SOURCE, CODE, MESSAGE, "#[column(\"Message\")] status: dli_status::StatusCode");
    let stderr = user("foreign_words", &call).check_fails();
    assert!(stderr.contains("--> src/table.rs:6:38"), "{stderr}");
    assert!(stderr.contains("pick the number out with `regex = …`"), "{stderr}");
}

#[test]
fn a_misspelled_optional_column_is_a_warning() {
    let call = call(SOURCE, CODE, MESSAGE, "#[column(\"Statsu\")] status: Option<u16>");
    let stderr = user("misspelled", &format!("#![deny(deprecated)]\n{call}")).check_fails();
    assert!(stderr.contains("no table has the column `Statsu`, so `status` is `None` in every row"), "{stderr}");
    assert!(stderr.contains("there is a similar column, `Status`"), "{stderr}");
}

#[test]
fn a_foreign_code_may_be_of_a_type_without_a_page() {
    let by_hand = "pub struct State(u16);
        impl State {
            pub const fn from_code(code: u16) -> Option<Self> { if code < 999 { Some(Self(code)) } else { None } }
        }
        impl Copy for State {}
        impl Clone for State { fn clone(&self) -> Self { *self } }
    ";
    let call = call(SOURCE, CODE, MESSAGE, "#[column(\"Status\")] status: State");
    let stderr = user("foreign_by_hand", &format!("{call}\n{by_hand}")).check_fails();
    assert!(stderr.contains("the `status` of this row, `999`, is not a code of `State` (page.rst:5:18)\n"), "{stderr}");
}

#[test]
fn a_table_that_a_typo_leaves_out_is_a_warning() {
    let user = user("slip", "dli_status::include_status_table!(\"page.rst\");\n");
    user.write("src/main.rs", "mod table;\nfn main() { println!(\"{}\", table::StatusCode::ALL.len()); }\n");
    let row = "| 200         | OK      | Yes         |";
    let table = |header: &str| {
        let border = "+-------------+---------+-------------+";
        format!("{border}\n{header}\n{}\n{row}\n{border}\n\n", border.replace('-', "="))
    };
    let good = table("| Status Code | Message | Description |");
    user.write("page.rst", &(good.clone() + &table("| Status Code | Mesage  | Description |")));
    let stderr = tests::stderr(&user.cargo(&["check", "--quiet"]));
    assert!(
        stderr.contains("this table is left out, although its headers are similar to those of the columns"),
        "{stderr}"
    );
    assert!(stderr.contains("--> page.rst:7:1") && stderr.contains("`Mesage` is not `Message`"), "{stderr}");
    assert!(stderr.contains("--> src/table.rs:1:35"), "{stderr}");

    // A different table is not a typo.
    user.write("page.rst", &(good + &table("| Parameter   | Type    | Description |")));
    let stderr = tests::stderr(&user.cargo(&["check", "--quiet"]));
    assert_eq!(stderr, "");
}

/// An error about the type leads to the call: to the head of the enum, and for a variant to the `#` of its source.
#[test]
fn the_enum_and_its_variants_are_defined_in_the_call() {
    let user = user("defined", &call(SOURCE, CODE, MESSAGE, "").replace("#[source", "#[exhaustive] #[source"));
    let error = |statement: &str| {
        user.write("src/main.rs", &format!("mod table;\nfn main() {{ {statement} }}\n"));
        user.check_fails()
    };
    let missing = error("table::Table::Missing;");
    assert!(missing.contains("3 |     pub enum Table {\n  |     -------------- variant"), "{missing}");
    let uncovered = error("match table::Table::One { table::Table::One | table::Table::Two => {} }");
    assert!(
        uncovered.contains("2 |     #[exhaustive] #[source(\"page.rst\")]\n  |                   - not covered"),
        "{uncovered}"
    );
    assert!(uncovered.contains("3 |     pub enum Table {\n  |              ^^^^^\n"), "{uncovered}");
}

#[test]
fn the_short_form_is_defined_at_its_path() {
    let user = user("short", "dli_status::include_status_table!(\"page.rst\");");
    let rule = "===========  =======  ===========\n";
    user.write(
        "page.rst",
        &format!("{rule}Status Code  Message  Description\n{rule}200          OK       Fine.\n{rule}"),
    );
    user.write("src/main.rs", "mod table;\nfn main() { table::StatusCode::Missing; }\n");
    let missing = user.check_fails();
    let path = "1 | dli_status::include_status_table!(\"page.rst\");\n  |                                   ---------- variant";
    assert!(missing.contains(path), "{missing}");
}
