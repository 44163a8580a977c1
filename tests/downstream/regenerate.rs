//! The page is the only source: a crate whose page is edited between builds.

use dli_status_tests::Downstream;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

const PAGE: &str = "docs/status.rst";

fn page(rows: &[(u16, &str)]) -> String {
    let border = "+-------------+----------------------+-------------+\n";
    let rows: String =
        rows.iter().map(|(code, message)| format!("| {code:<11} | {message:<20} | As it says. |\n{border}")).collect();
    format!("{border}| Status Code | Message              | Description |\n{}{rows}", border.replace('-', "="))
}

const LISTING: &str = "
dli_status::include_status_table!(\"docs/status.rst\");

fn main() {
    for status in StatusCode::ALL {
        println!(\"{status:?} {status}\");
    }
}
";

#[test]
fn an_edit_of_the_page_is_an_edit_of_the_type() {
    let user = Downstream::with_dli_status("an_edit", &[]);
    user.write("src/main.rs", LISTING);
    user.write(PAGE, &page(&[(200, "OK"), (404, "Not Found")]));
    assert_eq!(user.run(), "Ok 200 OK\nNotFound 404 Not Found\n");

    user.write(PAGE, &page(&[(200, "OK"), (404, "Not Found"), (410, "Gone")]));
    assert_eq!(user.run(), "Ok 200 OK\nNotFound 404 Not Found\nGone 410 Gone\n");

    user.write(PAGE, &page(&[(200, "Fine"), (404, "Not Found"), (410, "Gone")]));
    assert_eq!(user.run(), "Fine 200 Fine\nNotFound 404 Not Found\nGone 410 Gone\n");

    user.write("src/main.rs", &LISTING.replace("for status", "let _ = StatusCode::Gone; for status"));
    assert!(user.run().ends_with("Gone 410 Gone\n"));

    user.write(PAGE, &page(&[(200, "Fine"), (404, "Not Found")]));
    let errors = user.check_fails();
    assert!(errors.contains("named `Gone` found for enum `StatusCode`"), "{errors}");

    // A missing page is an error until it is back.
    fs::remove_file(user.path(PAGE)).unwrap();
    let errors = user.check_fails();
    assert!(errors.contains("docs/status.rst"), "{errors}");
    let count = errors.lines().filter(|line| line.starts_with("error")).count();
    assert_eq!(count, 2, "the error, and rustc's count of errors: {errors}");
    user.write(PAGE, &page(&[(410, "Gone")]));
    assert_eq!(user.run(), "Gone 410 Gone\n");
}

/// Cargo rebuilds what is newer than the last build, even if the file was newer still at that build.
#[test]
fn an_edit_may_have_an_older_time_stamp_than_the_page_before_it() {
    let user = Downstream::with_dli_status("an_older_edit", &[]);
    let stamp =
        |time: SystemTime| File::options().write(true).open(user.path(PAGE)).unwrap().set_modified(time).unwrap();
    user.write("src/main.rs", LISTING);
    user.write(PAGE, &page(&[(200, "OK")]));
    stamp(SystemTime::now() + Duration::from_secs(3600));
    assert_eq!(user.run(), "Ok 200 OK\n");

    user.write(PAGE, &page(&[(200, "Fine")]));
    stamp(SystemTime::now());
    assert_eq!(user.run(), "Fine 200 Fine\n");
}

#[test]
fn a_build_script_may_write_the_page() {
    let user = Downstream::with_dli_status("a_made_page", &[]);
    user.write("src/main.rs", &LISTING.replace("docs/status.rst", "$OUT_DIR/status.rst"));
    user.write(
        "build.rs",
        "fn main() {
            println!(\"cargo:rerun-if-changed=docs/status.rst\");
            let out = std::env::var(\"OUT_DIR\").unwrap();
            std::fs::copy(\"docs/status.rst\", out + \"/status.rst\").unwrap();
        }",
    );
    user.write(PAGE, &page(&[(200, "OK")]));
    assert_eq!(user.run(), "Ok 200 OK\n");
    user.write(PAGE, &page(&[(200, "OK"), (410, "Gone")]));
    assert_eq!(user.run(), "Ok 200 OK\nGone 410 Gone\n");
}
