//! A hand-written enum, checked against a page: it builds if the codes are equal, and differences are listed.

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

const GUARD: &str = "#[dli_status::assert_status_table(\"page.rst\")]";

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

    // Discriminants that nobody writes down move with the one that is written.
    user.write("src/lib.rs", &by_hand.replace("    Gone,\n", "").replace("Accepted,", "Accepted = 210,"));
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
    assert!(errors.contains("--> src/lib.rs:10:10"), "at the name of the enum: {errors}");
    assert_eq!(errors.matches("\nerror").count(), 1, "and the count of it: {errors}");
}

#[test]
fn codes_of_one_side_are_listed() {
    let page_only = format!("{GUARD} pub enum Answer {{ Deleted = 410, Fine = 200 }}");
    differ("page_only", &page_only, &[TITLE, "only on the page:", "    404 Not Found (page.rst:5)"]);
    let enum_only = format!("{GUARD} {}", SAME.replace('}', ", Teapot = 418, Odd = -7 }"));
    differ("enum_only", &enum_only, &[TITLE, "only in `Answer`:", "    418 Teapot", "    -7 Odd"]);
    let empty = format!("{GUARD} pub enum Answer {{}}");
    let all = ["    200 OK (page.rst:4)", "    404 Not Found (page.rst:5)", "    410 Gone (page.rst:6)"];
    differ("empty", &empty, &[&[TITLE, "only on the page:"], &all[..]].concat());
}

/// Only codes are compared, so rows with equal codes may differ otherwise.
#[test]
fn a_code_may_have_several_rows() {
    let page =
        PAGE.replace("410  ", "200          Fine       It worked, too.\n             Good       Once more.\n410  ");
    let user = user("several_rows", &page);
    user.write("src/lib.rs", &format!("{GUARD} {SAME}"));
    builds(&user, &[]);
}

#[test]
fn an_edit_of_the_page_is_noticed() {
    let user = user("edit", PAGE);
    user.write("src/lib.rs", &format!("{GUARD} {SAME}"));
    builds(&user, &[]);
    user.write("page.rst", &PAGE.replace("410", "411"));
    let expected = [TITLE, "only on the page:", "    411 Gone (page.rst:6)", "only in `Answer`:", "    410 Deleted"];
    assert_eq!(differences(&user.check_fails()), expected);
    user.write("page.rst", &PAGE.replace("410 ", "41O "));
    let errors = user.check_fails();
    assert!(errors.contains("error: the `code` of this row, `41O`, "), "{errors}");
    user.write("page.rst", PAGE);
    builds(&user, &[]);
}

/// The enum remains despite a mistake, so that its uses cause no errors.
#[test]
fn a_mistake_leaves_the_enum_in_place() {
    let user = user("mistakes", PAGE);
    for arguments in ["", "\"no.rst\"", "\"page.rst\", column(\"Kode\")", "\"page.rst\", crate = \"x\""] {
        let guard = format!("#[dli_status::assert_status_table({arguments})]");
        user.write("src/lib.rs", &format!("{guard} {SAME} pub const GONE: Answer = Answer::Deleted;"));
        let errors = user.check_fails();
        assert_eq!(errors.matches("\nerror").count(), 1, "and the count of it: {errors}");
    }
}

/// Modules, paths, bodies of functions, and two enums of one name.
#[test]
fn the_enum_may_be_anywhere() {
    let user = user("elsewhere", PAGE);
    user.write(
        "src/lib.rs",
        &format!(
            "pub mod status {{
                #[derive(Debug)] {GUARD} #[repr(i16)] #[derive(Clone)] pub(crate) enum Answer {{
                    Fine = 100 + 100, Missing = {{ const ONE: i16 = 1; 403 + ONE }}, Deleted = GONE
                }}
                const GONE: i16 = 410;
                pub fn fine() -> impl Clone {{ let _ = (Answer::Missing, Answer::Deleted); Answer::Fine }}
            }}
            pub fn body() -> u16 {{ use dli_status::assert_status_table as guard; #[guard(\"page.rst\")] {SAME} Answer::Fine as u16 }}"
        ),
    );
    builds(&user, &[]);
    let one = format!("pub fn one() {{ {GUARD} {SAME} }}");
    let two = format!("pub fn two() {{ {GUARD} {} }}", SAME.replace("404", "405"));
    let expected =
        [TITLE, "only on the page:", "    404 Not Found (page.rst:5)", "only in `Answer`:", "    405 Missing"];
    differ("scopes", &format!("{one}\n{two}"), &expected);
}

#[test]
fn a_guard_may_be_for_tests_only() {
    let user = user("tests_only", PAGE);
    let manifest = fs::read_to_string(user.path("Cargo.toml")).unwrap();
    user.write("Cargo.toml", &manifest.replace("[dependencies]", "[dev-dependencies]"));
    let source =
        format!("#[cfg_attr(test, dli_status::assert_status_table(\"page.rst\"))] {}", SAME.replace("200", "201"));
    user.write("src/lib.rs", &source);
    builds(&user, &[]);
    let errors = stderr(&user.cargo(&["check", "--quiet", "--tests"]));
    let expected = [TITLE, "only on the page:", "    200 OK (page.rst:4)", "only in `Answer`:", "    201 Fine"];
    assert_eq!(differences(&errors), expected);
}

#[test]
fn the_runtime_crate_may_be_renamed() {
    let user = user("renamed", PAGE);
    let manifest = fs::read_to_string(user.path("Cargo.toml")).unwrap();
    user.write("Cargo.toml", &manifest.replace("dli-status = {", "status = {"));
    let guard = |path: &str| format!("#[status::assert_status_table(\"page.rst\", crate = {path})] {SAME}");
    user.write(
        "src/lib.rs",
        &format!(
            "pub mod again {{ pub use status as codes; }} {} pub mod b {{ {} }}",
            guard("::status"),
            guard("crate::again::codes")
        ),
    );
    builds(&user, &[]);
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
        #[dli_status::assert_status_table(\"page.rst\", column(\"Error Code\"))]
        pub enum Error<'a> { NoOrder, Closed, Busy, Other(&'a str) }
        impl Error<'_> {
            pub const fn code(&self) -> &'static str {
                match self {
                    Self::NoOrder => \"SHOP.0001\",
                    Self::Closed => \"SHOP.0003\",
                    Self::Busy => \"\u{dc}\",
                    Self::Other(_) => \"\",
                }
            }
        }";
    let user = user("texts", ERRORS);
    user.write("src/lib.rs", source);
    let title = "`Error` and the page `page.rst` do not list the same codes";
    let page = "    SHOP.0002 The order is closed. (page.rst:5)";
    let expected = [title, "only on the page:", page, "only in `Error`:", "    SHOP.0003 Closed", "    \u{dc} Busy"];
    assert_eq!(differences(&user.check_fails()), expected);
    // A pattern picks the code out of its cell, here as a number.
    let picked = source.replace("\"Error Code\")", "\"Error Code\", regex = r\"SHOP\\.0*(\\d+)\")");
    let picked = picked.replace("&'static str", "i8").replace("\"SHOP.0001\"", "1").replace("\"SHOP.0003\"", "2");
    user.write("src/lib.rs", &picked.replace("\"\u{dc}\"", "-3").replace("\"\"", "0"));
    assert_eq!(differences(&user.check_fails()), [title, "only in `Error`:", "    -3 Busy"]);
}

#[test]
fn a_method_may_return_the_codes_as_numbers() {
    let code = "impl Answer {
        const fn code(self) -> u16 { match self { Self::Fine => 200, Self::Missing => 404, Self::Other(code) => code } }
    }";
    let expected = [TITLE, "only on the page:", "    410 Gone (page.rst:6)"];
    differ("with_value", &format!("{GUARD} pub enum Answer {{ Fine, Missing, Other(u16) }} {code}"), &expected);
    let code = code.replace(", Self::Other(code) => code", "");
    differ("without_value", &format!("{GUARD} pub enum Answer {{ Fine, Missing }} {code}"), &expected);
    // As texts, the same codes are the same.
    let code = code.replace("u16", "&'static str").replace("200", "\"200\"").replace("404", "\"404\"");
    differ("numbers_as_texts", &format!("{GUARD} pub enum Answer {{ Fine, Missing }} {code}"), &expected);
    let user = user("no_method", PAGE);
    user.write("src/lib.rs", &format!("{GUARD} pub enum Answer {{ Fine, Missing }}"));
    assert!(user.check_fails().contains("no method named `code` found for enum `Answer`"));
}

#[test]
fn a_macro_made_enum_has_the_attribute_in_its_macro() {
    let source = "macro_rules! answers { ($page:literal $($name:ident $code:literal),*) => {
            #[dli_status::assert_status_table($page)] pub enum Answer { $($name = $code),* }
        } }
        answers! { \"page.rst\" Fine 200, Missing 404, Deleted 410 }";
    let user = user("made", PAGE);
    user.write("src/lib.rs", source);
    builds(&user, &[]);
    user.write("src/lib.rs", &source.replace("Missing 404", "Missing 405"));
    let expected =
        [TITLE, "only on the page:", "    404 Not Found (page.rst:5)", "only in `Answer`:", "    405 Missing"];
    assert_eq!(differences(&user.check_fails()), expected);
}

/// Only variants of this build are compared, and deprecated ones cause no warning.
#[test]
fn variants_may_be_conditional_or_deprecated() {
    let source = format!(
        "#![deny(warnings)]
        {GUARD} pub enum Answer {{ Fine = 200, #[deprecated] Missing = 404, #[cfg(test)] Deleted = 410 }}
        {GUARD} #[cfg(not(test))] pub enum Rest {{ Fine = 200, Missing = 404, Deleted = 410 }}"
    );
    let user = user("conditional", PAGE);
    user.write("src/lib.rs", &source);
    assert_eq!(differences(&user.check_fails()), [TITLE, "only on the page:", "    410 Gone (page.rst:6)"]);
    builds(&user, &["--profile", "test", "--lib"]);
}

#[test]
fn long_lists_are_truncated() {
    let rows: String = (1000..1250).map(|code| format!("{code:<11}  X          .\n")).collect();
    let page = PAGE.replace("200          OK         It worked.\n", &rows);
    let user = user("long", &page);
    user.write("src/lib.rs", &format!("{GUARD} pub enum Answer {{ A = 404, B = 410 }}"));
    let errors = user.check_fails();
    let lines = differences(&errors);
    assert_eq!(lines.len(), 103);
    assert_eq!(lines.last(), Some(&"    \u{2026} and 150 more"));
    assert_eq!(lines.get(2), Some(&"    1000 X (page.rst:4)"));
}
