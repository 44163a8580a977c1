//! What an edit of a page means to other crates, as the documentation of the macro says: a library with a table, its
//! page, and a crate that depends on the library and never changes.

use dli_status_tests::{Downstream, dli_status, stderr};

const USER: &str = "
use library::Answer;

pub fn may_miss_some(answer: Answer) -> bool {
    match answer {
        Answer::Ok => true,
        Answer::NotFound => false,
        _ => false,
    }
}

pub fn to_http(answer: Answer) -> Option<http::StatusCode> {
    answer.try_into().ok()
}
";

const USER_OF_ALL: &str = "
pub fn misses_none(answer: library::Answer) -> bool {
    match answer {
        library::Answer::Ok => true,
        library::Answer::NotFound => false,
    }
}
";

const OK: &str = "200          OK         It worked.";
const NOT_FOUND: &str = "404          Not Found  It is not there.";

struct Library(Downstream);

impl Library {
    /// A library whose table has these attributes, and its user.
    fn new(name: &str, attributes: &str, user: &str) -> Self {
        let dependency = format!("library = {{ package = {name:?}, path = \"library\" }}");
        let crates =
            Downstream::new(&format!("user_of_{name}"), &format!("[dependencies]\n{dependency}\nhttp = \"1\""));
        crates.write("src/lib.rs", user);
        crates.write(
            "library/Cargo.toml",
            &format!(
                "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                 [dependencies]\ndli-status = {}\n",
                dli_status(&["http"])
            ),
        );
        crates.write(
            "library/src/lib.rs",
            &format!("dli_status::include_status_table! {{ #[source(\"page.rst\")] {attributes} pub enum Answer; }}"),
        );
        Self(crates)
    }

    /// What the compiler reports with these rows on the page: nothing if both crates build.
    fn errors(&self, rows: &[&str]) -> String {
        let border = "===========  =========  =================\n";
        let header = "Status Code  Message    Description\n";
        let page = format!("{border}{header}{border}{}\n{border}", rows.join("\n"));
        self.0.write("library/page.rst", &page);
        let output = self.0.cargo(&["check", "--quiet"]);
        let errors = stderr(&output);
        assert_eq!(output.status.success(), errors.is_empty(), "{errors}");
        errors
    }

    #[track_caller]
    fn builds(&self, rows: &[&str]) {
        assert_eq!(self.errors(rows), "");
    }

    #[track_caller]
    fn breaks(&self, rows: &[&str], error: &str, line: &str) {
        let errors = self.errors(rows);
        assert!(errors.contains(&format!("error[{error}]")) && errors.contains(line), "{errors}");
    }
}

#[test]
fn edits_of_an_open_table_break_what_the_docs_say() {
    let library = Library::new("open", "#[with(http)]", USER);
    library.builds(&[OK, NOT_FOUND]);
    library.builds(&[OK, NOT_FOUND, "410          Gone       It was deleted."]);
    library.builds(&[OK, NOT_FOUND, "1000         Fine       HTTP has no such code."]);
    library.builds(&[NOT_FOUND, OK]);
    library.builds(&["200          OK         It works.", NOT_FOUND]);
    library.breaks(&[OK], "E0599", "Answer::NotFound");
    library.breaks(&[OK, "404          Missing    It is not there."], "E0599", "Answer::NotFound");
}

#[test]
fn rename_keeps_a_name_when_the_message_changes() {
    let library = Library::new("renamed", "#[with(http)] #[rename(\"404\" = \"NotFound\")]", USER);
    library.builds(&[OK, "404          Missing    It is not there."]);
}

#[test]
fn a_new_row_of_an_exhaustive_table_breaks_its_users() {
    let library = Library::new("exhaustive", "#[exhaustive]", USER_OF_ALL);
    library.builds(&[OK, NOT_FOUND]);
    library.breaks(&[OK, NOT_FOUND, "410          Gone       It was deleted."], "E0004", "match answer");
}
