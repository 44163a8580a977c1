//! An enum that is written by hand, checked against a page: it builds if the codes are equal, and differences are listed.

use dli_status::__private::{Comparison, Keys, Side};
use dli_status_tests::{Downstream, read, stderr};
use std::fs;

const PAGE: &str = "\
===========  =========  ======================
Status Code  Message    Description
===========  =========  ======================
200          OK         It worked.
404          Not Found  There is no such order.
410          Gone       It was deleted.
===========  =========  ======================
";

const SAME: &str = "pub enum Answer { Fine = 200, Missing = 404, Deleted = 410 }";

/// A crate with this page and no source file yet.
fn user(package: &str, page: &str) -> Downstream {
    let user = Downstream::with_dli_status(package, &[]);
    user.write("page.rst", page);
    user
}

/// The lines of the comparison in cargo's output: the message of the error and the lines that are indented below it.
fn differences(stderr: &str) -> Vec<&str> {
    let inner = stderr.lines().filter_map(|line| {
        let first = line.strip_prefix("error[E0080]: evaluation panicked: ");
        first.or_else(|| line.strip_prefix("              "))
    });
    inner.collect()
}

#[track_caller]
fn builds(user: &Downstream, arguments: &[&str]) {
    let output = user.cargo(&[&["check", "--quiet"], arguments].concat());
    assert_eq!(stderr(&output), "");
    assert!(output.status.success());
}

#[track_caller]
fn differ(package: &str, source: &str, expected: &[&str]) {
    let user = user(package, PAGE);
    user.write("src/lib.rs", source);
    assert_eq!(differences(&user.check_fails()), expected);
}

const TITLE: &str = "`Answer` and the page `page.rst` do not list the same codes";

#[test]
fn an_enum_of_the_whole_page_is_compared_by_codes() {
    let page = read("docs-src/dli_02_0012.txt");
    let by_hand = read("tests/downstream/crates/by_hand.rs");
    let user = user("whole_page", &page);
    user.write("src/lib.rs", &by_hand);
    builds(&user, &[]);

    // Implicit discriminants follow from the explicit one before them.
    let edited = by_hand.replace("    Gone,\n", "").replace("Accepted,", "Accepted = 210,");
    user.write("src/lib.rs", &edited);
    let errors = user.check_fails();
    assert_eq!(
        differences(&errors),
        [
            "`Status` and the page `page.rst` do not list the same codes",
            "only on the page:",
            "    202 Accepted (page.rst:29)",
            "    203 Non-Authoritative Information (page.rst:31)",
            "    204 NoContent (page.rst:33)",
            "    205 Reset Content (page.rst:37)",
            "    206 Partial Content (page.rst:39)",
            "    417 Expectation Failed (page.rst:105)",
            "only in `Status`:",
            "    210 Accepted",
            "    211 NonAuthoritativeInformation",
            "    212 NoContent",
            "    213 ResetContent",
            "    214 PartialContent",
        ]
    );
    let line = edited.lines().position(|line| line.starts_with("dli_status::")).unwrap() + 1;
    assert!(errors.contains(&format!("--> src/lib.rs:{line}:34")), "not at the name of the enum: {errors}");
    assert_eq!(errors.matches("\nerror").count(), 1, "one error, and rustc's count of errors: {errors}");
}

#[test]
fn codes_of_one_side_are_listed() {
    let call = "dli_status::assert_status_table!(Answer, \"page.rst\");";
    let page_only = format!("pub enum Answer {{ Deleted = 410, Fine = 200 }} {call}");
    differ("page_only", &page_only, &[TITLE, "only on the page:", "    404 Not Found (page.rst:5)"]);
    let enum_only = format!("{} {call}", SAME.replace('}', ", Teapot = 418, Odd = -7 }"));
    differ("enum_only", &enum_only, &[TITLE, "only in `Answer`:", "    418 Teapot", "    -7 Odd"]);
    let empty = format!("pub enum Answer {{}} {call}");
    let all = ["    200 OK (page.rst:4)", "    404 Not Found (page.rst:5)", "    410 Gone (page.rst:6)"];
    differ("empty", &empty, &[&[TITLE, "only on the page:"], &all[..]].concat());
}

#[test]
fn an_edit_of_the_page_is_noticed() {
    let user = user("edit", PAGE);
    user.write("src/lib.rs", &format!("{SAME} dli_status::assert_status_table!(Answer, \"page.rst\");"));
    builds(&user, &[]);
    user.write("page.rst", &PAGE.replace("410", "411"));
    let expected = [TITLE, "only on the page:", "    411 Gone (page.rst:6)", "only in `Answer`:", "    410 Deleted"];
    assert_eq!(differences(&user.check_fails()), expected);
    user.write("page.rst", &PAGE.replace("410 ", "41O "));
    assert!(user.check_fails().contains("error: the `code` of this row, `41O`, is no number"));
    user.write("page.rst", PAGE);
    builds(&user, &[]);
}

#[test]
fn the_enum_may_be_in_another_module() {
    let user = user("elsewhere", PAGE);
    let call = "dli_status::assert_status_table!(Answer, \"page.rst\");";
    user.write("src/status.rs", SAME);
    // A file that ends in `.rs` is not always Rust.
    user.write("templates/answer.rs", "{{ enum Answer { \"");
    user.write("src/lib.rs", &format!("pub mod status; mod user {{ use super::status::*; {call} }}"));
    user.write("tests/guard.rs", &format!("use elsewhere::status::Answer; {call}"));
    builds(&user, &["--all-targets"]);
    user.write("src/status.rs", &SAME.replace("200", "201"));
    let expected = [TITLE, "only on the page:", "    200 OK (page.rst:4)", "only in `Answer`:", "    201 Fine"];
    assert_eq!(differences(&user.check_fails()), expected);

    // The module distinguishes enums of one name.
    user.write("src/orders.rs", "pub enum Answer { No = 1 }");
    user.write("src/status.rs", SAME);
    user.write("src/lib.rs", &format!("pub mod orders; pub mod status; use status::Answer; {call}"));
    let errors = user.check_fails();
    assert!(errors.contains("error: there are several `Answer`: in `src/orders.rs`, `src/status.rs`"), "{errors}");
    let call = call.replace("Answer", "status::Answer");
    user.write("src/lib.rs", &format!("pub mod orders; pub mod status; {call}"));
    builds(&user, &[]);
    fs::remove_file(user.path("src/status.rs")).unwrap();
    user.write("src/lib.rs", &format!("pub mod orders; pub mod status {{ {SAME} }} {call}"));
    builds(&user, &[]);
}

#[test]
fn each_scope_has_its_own_enum() {
    let call = "dli_status::assert_status_table!(Answer, \"page.rst\");";
    let one = "pub fn one() { enum Answer { Fine = 200, Missing = 404, Deleted = 410 }";
    let two = "pub fn two() { enum Answer { Fine = 200, Missing = 405, Deleted = 410 }";
    let source = format!("{one} {call} }}\n{two} if true {{ {call} }} }}");
    let expected =
        [TITLE, "only on the page:", "    404 Not Found (page.rst:5)", "only in `Answer`:", "    405 Missing"];
    differ("scopes", &source, &expected);
}

const ERRORS: &str = "\
==========  =======================
Error Code  Message
==========  =======================
SHOP.0001   There is no such order.
SHOP.0002   The order is closed.
==========  =======================
";

#[test]
fn a_method_may_return_the_codes_as_texts() {
    let source = "
        pub enum Error { NoOrder, Closed, Busy, Other(String) }
        impl Error {
            pub const fn code(&self) -> &'static str {
                match self {
                    Self::NoOrder => \"SHOP.0001\",
                    Self::Closed => \"SHOP.0003\",
                    Self::Busy => \"\u{dc}\",
                    Self::Other(_) => \"\",
                }
            }
        }
        dli_status::assert_status_table! {
            #[source(\"page.rst\")]
            enum Error {
                #[column(\"Error Code\")]
                code: &'static str,
            }
        }";
    let user = user("texts", ERRORS);
    user.write("src/lib.rs", source);
    let title = "`Error` and the page `page.rst` do not list the same codes";
    let page = "    SHOP.0002 (page.rst:5)";
    let expected = [title, "only on the page:", page, "only in `Error`:", "    SHOP.0003 Closed", "    \u{dc} Busy"];
    assert_eq!(differences(&user.check_fails()), expected);
}

#[test]
fn a_method_may_return_the_codes_as_numbers() {
    let code = "impl Answer {
        const fn code(self) -> u16 { match self { Self::Fine => 200, Self::Missing => 404, Self::Other(code) => code } }
    }";
    let call = "dli_status::assert_status_table!(Answer, \"page.rst\");";
    let expected = [TITLE, "only on the page:", "    410 Gone (page.rst:6)"];
    differ("with_value", &format!("pub enum Answer {{ Fine, Missing, Other(u16) }} {code} {call}"), &expected);
    let code = code.replace(", Self::Other(code) => code", "");
    differ("without_value", &format!("pub enum Answer {{ Fine, Missing }} {code} {call}"), &expected);
    let user = user("no_method", PAGE);
    user.write("src/lib.rs", &format!("pub enum Answer {{ Fine, Missing }} {call}"));
    assert!(user.check_fails().contains("no method named `code` found for enum `Answer`"));
}

/// Such as those of an enum from a macro, which is in no source file.
#[test]
fn a_list_of_variants_must_be_complete() {
    let made = "macro_rules! answers { ($($name:ident $code:literal),*) => { pub enum Answer { $($name = $code),* } } }
        answers! { Fine 200, Missing 404, Deleted 410 }";
    let call = |variants: &str| {
        format!(
            "{made} dli_status::assert_status_table! {{ #[source(\"page.rst\")] #[variants({variants})] enum Answer; }}"
        )
    };
    let user = user("made", PAGE);
    let check_fails = |source: &str| {
        user.write("src/lib.rs", source);
        user.check_fails()
    };
    let unlisted = check_fails(&format!("{made} dli_status::assert_status_table!(Answer, \"page.rst\");"));
    assert!(unlisted.contains("error: no source file of this package defines `enum Answer`"), "{unlisted}");
    let missing = check_fails(&call("Fine, Deleted"));
    assert!(missing.contains("error[E0004]: non-exhaustive patterns: `Answer::Missing` not covered"), "{missing}");
    let wrong = check_fails(&call("Fine, Missing, Deleted, Teapot"));
    assert!(wrong.contains("error[E0599]: no variant named `Teapot` found for enum `Answer`"), "{wrong}");
    user.write("src/lib.rs", &call("Deleted, Missing, Fine"));
    builds(&user, &[]);
}

/// Only variants of this build are compared, and deprecated ones cause no warning.
#[test]
fn variants_may_be_conditional_or_deprecated() {
    let source = "#![deny(warnings)]
        pub enum Answer { Fine = 200, #[deprecated] Missing = 404, #[cfg(test)] Deleted = 410 }
        dli_status::assert_status_table!(Answer, \"page.rst\");";
    let user = user("conditional", PAGE);
    user.write("src/lib.rs", source);
    assert_eq!(differences(&user.check_fails()), [TITLE, "only on the page:", "    410 Gone (page.rst:6)"]);
    builds(&user, &["--profile", "test", "--lib"]);
}

#[test]
fn long_lists_are_truncated() {
    let rows: String = (1000..1250).map(|code| format!("{code:<11}  X          .\n")).collect();
    let page = PAGE.replace("200          OK         It worked.\n", &rows);
    let user = user("long", &page);
    user.write(
        "src/lib.rs",
        "pub enum Answer { A = 404, B = 410 } dli_status::assert_status_table!(Answer, \"page.rst\");",
    );
    let errors = user.check_fails();
    let lines = differences(&errors);
    assert_eq!(lines.len(), 103);
    assert_eq!(lines.last(), Some(&"    \u{2026} and 150 more"));
    assert_eq!(lines.get(2), Some(&"    1000 X (page.rst:4)"));
}

/// All enums of four variants with codes below eight, in any order, compared with one page.
#[test]
fn the_comparison_is_a_difference_of_sets() {
    const ROWS: [i128; 5] = [1, 2, 4, 5, 7];
    let table = Side::new("page", Keys::Numbers(&ROWS), &["", "", "", "", ""]);
    for number in 0..8_i128.pow(4) {
        let codes = [0, 1, 2, 3].map(|digit| number / 8_i128.pow(digit) % 8);
        let keys = Keys::Numbers(Box::leak(Box::new(codes)));
        let compared = Comparison::<5, 4>::new("title", &table, &Side::new("enum", keys, &["", "", "", ""]));
        let differences = compared.differences::<200>();
        let listed = |heading: &str, codes: &[i128], others: &[i128]| {
            let codes: String =
                codes.iter().filter(|code| !others.contains(code)).map(|code| format!("\n    {code} ")).collect();
            if codes.is_empty() { codes } else { format!("\n{heading}:{codes}") }
        };
        let expected = format!("title{}{}", listed("page", &ROWS, &codes), listed("enum", &codes, &ROWS));
        assert_eq!(differences.as_str(), expected, "{codes:?}");
        assert_eq!(compared.differences::<0>().len(), expected.len(), "{codes:?}");
    }
}
