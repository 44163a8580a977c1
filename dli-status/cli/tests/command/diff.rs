//! `diff` on every kind of edit, on what git keeps, and with declarations from everywhere.

use crate::run::{Ran, command, run};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// Rows of code, message and description.
type Rows<'a> = &'a [(&'a str, &'a str, &'a str)];

const OLD: Rows<'_> = &[
    ("200", "OK", "It worked."),
    ("404", "Not Found", "It cannot be found anywhere."),
    ("409", "Conflict", "It is closed."),
    ("410", "Gone", "It was deleted."),
];

fn page(rows: Rows<'_>) -> String {
    let border = format!("{} {} {}\n", "=".repeat(20), "=".repeat(20), "=".repeat(40));
    let line = |(code, message, description): &(&str, &str, &str)| format!("{code:20} {message:20} {description}\n");
    let lines: String = rows.iter().map(line).collect();
    format!("{border}{}{border}{lines}{border}", line(&("Status Code", "Message", "Description")))
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

#[track_caller]
fn diff(folder: &Path, arguments: &[&str]) -> Ran {
    run(command(["diff"]).args(arguments).current_dir(folder))
}

/// The differences between two tables as JSON.
#[track_caller]
fn changes(old: Rows<'_>, new: Rows<'_>) -> Value {
    let folder = folder(&[("old.rst", &page(old)), ("new.rst", &page(new))]);
    let ran = diff(folder.path(), &["old.rst", "new.rst", "--format", "json"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// The rows of `OLD` with one in place of the other.
fn with<'a>(index: usize, row: (&'a str, &'a str, &'a str)) -> Vec<(&'a str, &'a str, &'a str)> {
    let mut rows = OLD.to_vec();
    rows[index] = row;
    rows
}

#[track_caller]
fn edit(new: Rows<'_>, step: &str, expected: &Value) {
    let changes = changes(OLD, new);
    assert_eq!(changes["step"], step);
    assert_eq!(changes["breaking"], step == "major");
    assert_eq!(&changes["changes"], expected);
}

#[test]
fn the_same_page_has_no_differences() {
    edit(OLD, "none", &json!([]));
}

#[test]
fn a_row_is_added_or_removed() {
    let mut more = OLD.to_vec();
    more.insert(2, ("405", "Not Allowed", "No."));
    edit(&more, "minor", &json!([{ "kind": "added", "code": "405", "name": "NotAllowed", "breaking": false }]));
    edit(&OLD[1..], "major", &json!([{ "kind": "removed", "code": "200", "name": "Ok", "breaking": true }]));
}

#[test]
fn a_message_that_names_its_variant_renames_it() {
    let expected = json!([
        { "kind": "renamed", "code": "404", "old": "NotFound", "new": "Missing", "breaking": true },
        { "kind": "text", "code": "404", "name": "Missing", "field": "message", "old": "Not Found", "new": "Missing",
          "breaking": false },
    ]);
    edit(&with(1, ("404", "Missing", OLD[1].2)), "major", &expected);
}

#[test]
fn another_spelling_of_a_name_is_a_text() {
    let expected = json!([{ "kind": "text", "code": "404", "name": "NotFound", "field": "message", "old": "Not Found",
                            "new": "not found", "breaking": false }]);
    edit(&with(1, ("404", "not found", OLD[1].2)), "patch", &expected);
}

#[test]
fn a_code_changes_under_its_name() {
    let expected = json!([{ "kind": "recoded", "name": "Conflict", "old": "409", "new": "419", "breaking": true }]);
    edit(&with(2, ("419", "Conflict", OLD[2].2)), "major", &expected);
}

#[test]
fn a_description_changes() {
    let expected = json!([{ "kind": "text", "code": "410", "name": "Gone", "field": "description",
                            "old": "It was deleted.", "new": "It was thrown away.", "breaking": false }]);
    edit(&with(3, ("410", "Gone", "It was thrown away.")), "patch", &expected);
}

#[test]
fn rows_change_places() {
    let mut moved = OLD.to_vec();
    let row = moved.remove(0);
    moved.push(row);
    edit(&moved, "patch", &json!([{ "kind": "moved", "code": "200", "name": "Ok", "breaking": false }]));
}

#[test]
fn all_at_once() {
    let new: Rows<'_> = &[
        ("410", "Gone", "It was deleted."),
        ("200", "OK", "It works."),
        ("419", "Conflict", "It is closed."),
        ("500", "Failed", "It failed."),
    ];
    let kinds: Vec<Value> =
        changes(OLD, new)["changes"].as_array().unwrap().iter().map(|change| change["kind"].clone()).collect();
    assert_eq!(kinds, ["removed", "recoded", "added", "text", "moved"]);
}

#[test]
fn a_person_sees_the_words_that_changed() {
    let new = with(1, ("404", "Not Found", "It could not be found anywhere."));
    let folder = folder(&[("old.rst", &page(OLD)), ("new.rst", &page(&new))]);
    let ran = diff(folder.path(), &["old.rst", "new.rst"]);
    let expected = "\
StatusCode
  text      404 NotFound description: It [-cannot-] {+could not+} be found anywhere.
patch: StatusCode keeps all names and codes: a patch version
";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), expected, ""));
    let ran = diff(folder.path(), &["old.rst", "new.rst", "--format", "markdown"]);
    let expected = "\
**`StatusCode` keeps all names and codes: a patch version** (patch)

- Changed the description of `404 NotFound`: It ~~cannot~~ **could not** be found anywhere.
";
    assert_eq!(ran.out, expected);
}

#[test]
fn what_breaks_is_denied_on_demand() {
    let folder = folder(&[("old.rst", &page(OLD)), ("new.rst", &page(&OLD[1..])), ("more.rst", &page(OLD))]);
    let denied = diff(folder.path(), &["old.rst", "new.rst", "--deny", "breaking"]);
    assert_eq!(denied.status, Some(1));
    assert!(denied.out.ends_with("major: StatusCode can break a build: a major version, or a minor one before 1.0\n"));
    assert!(denied.out.contains("  removed   200 Ok (breaking)\n"), "{}", denied.out);
    assert_eq!(diff(folder.path(), &["new.rst", "old.rst", "--deny", "breaking"]).status, Some(0));
    assert_eq!(diff(folder.path(), &["old.rst", "new.rst"]).status, Some(0));
}

const MANIFEST: &str = "[package]\nname = \"shop\"\n";

/// The differences as the calls in `src/lib.rs` declare the page.
fn declared(sources: &str, new: Rows<'_>) -> Vec<Value> {
    let folder = folder(&[
        ("shop/Cargo.toml", MANIFEST),
        ("shop/src/lib.rs", sources),
        ("shop/docs/codes.rst", &page(new)),
        ("old.rst", &page(OLD)),
        ("shop/docs/other.rst", &page(OLD)),
    ]);
    let ran = diff(folder.path(), &["old.rst", "shop/docs/codes.rst", "--format", "json"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_calls_in_the_sources_of_the_package_declare_the_types() {
    let sources = "\
        mod a { dli_status::include_status_table!(\"docs/other.rst\"); }
        dli_status::include_status_table! {
            #[source(\"docs/codes.rst\")]
            #[exhaustive]
            pub enum Open { #[column(\"Status Code\")] code: u16, #[column(\"Message\")] message: &'static str }
        }
        fn inside() {
            dli_status::include_status_table! {
                #[source(\"docs/codes.rst\")]
                enum Hidden { #[column(\"Status Code\")] code: u16 }
            }
        }
    ";
    let mut more = OLD.to_vec();
    more.push(("500", "Failed", "It failed."));
    let types = declared(sources, &more);
    let said = |value: &Value| (value["type"].clone(), value["public"].clone(), value["step"].clone());
    assert_eq!(
        types.iter().map(said).collect::<Vec<_>>(),
        [(json!("Open"), json!(true), json!("major")), (json!("Hidden"), json!(false), json!("patch")),]
    );
    assert_eq!(types[1]["changes"], json!([{ "kind": "added", "code": "500", "name": "Code500", "breaking": false }]));
}

#[test]
fn a_page_without_a_call_has_the_short_form_and_a_named_package_must_have_one() {
    assert_eq!(declared("", OLD)[0]["type"], "StatusCode");
    let folder = folder(&[("shop/Cargo.toml", MANIFEST), ("shop/src/lib.rs", ""), ("page.rst", &page(OLD))]);
    let ran = diff(folder.path(), &["page.rst", "page.rst", "--in", "shop"]);
    assert_eq!(ran.status, Some(2));
    assert_eq!(ran.err, "error: no call of `include_status_table!` in `shop` names the page `page.rst`\n");
}

#[test]
fn a_file_declares_the_type() {
    let declaration = "#[source(\"anything.rst\")] pub enum Code { #[column(\"Status Code\")] code: u16 }";
    let folder = folder(&[("old.rst", &page(OLD)), ("new.rst", &page(&OLD[1..])), ("call.txt", declaration)]);
    let ran = diff(folder.path(), &["old.rst", "new.rst", "--declaration", "call.txt"]);
    assert!(ran.out.starts_with("Code\n  removed   200 Code200 (breaking)\n"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_file_declares_several_types() {
    let folder = folder(&[("page.rst", &(page(OLD) + "\n" + &page(OLD)))]);
    let declared = run(command(["declare", "page.rst"]).current_dir(&folder));
    fs::write(folder.path().join("calls.rs"), declared.out).unwrap();
    let ran = diff(folder.path(), &["page.rst", "page.rst", "--declaration", "calls.rs"]);
    assert_eq!(ran.out, "StatusCode\nnone: StatusCode is the same\n\nStatusCode2\nnone: StatusCode2 is the same\n");
}

#[test]
fn mistakes_of_a_page_are_told_with_the_side_they_are_on() {
    let bad = page(OLD).replace("404", "4O4");
    let folder = folder(&[("old.rst", &page(OLD)), ("new.rst", &bad)]);
    let ran = diff(folder.path(), &["old.rst", "new.rst"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.starts_with("in new.rst:\nerror: "), "{}", ran.err);
    assert!(ran.err.contains("4O4"), "{}", ran.err);
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]).args(arguments);
    assert!(git.current_dir(folder).output().unwrap().status.success(), "{arguments:?}");
}

#[test]
fn git_keeps_old_pages() {
    let folder = folder(&[("docs/codes.rst", &page(OLD))]);
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-q", "-m", "one"]);
    fs::write(folder.path().join("docs/codes.rst"), page(&OLD[1..])).unwrap();
    let ran = diff(folder.path(), &["HEAD:docs/codes.rst", "docs/codes.rst"]);
    assert!(ran.out.contains("removed   200 Ok"), "{}{}", ran.out, ran.err);
    let ran = diff(folder.path(), &["HEAD:docs/missing.rst", "docs/codes.rst"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.starts_with("error: cannot read `HEAD:docs/missing.rst`: path 'docs/missing.rst' does not exist"));
    let ran = run(command(["diff", "HEAD:docs/codes.rst", "docs/codes.rst"]).current_dir(&folder).env("PATH", ""));
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.starts_with("error: cannot read `HEAD:docs/codes.rst`: git cannot be run: "), "{}", ran.err);
}

#[test]
fn rows_without_a_key_break_nothing() {
    let sources = "\
        dli_status::include_status_table! {
            #[source(\"docs/codes.rst\")]
            pub struct Plain { #[column(\"Message\")] pub message: &'static str }
        }
    ";
    let types = declared(sources, &OLD[1..]);
    assert_eq!((&types[0]["type"], &types[0]["step"]), (&json!("Plain"), &json!("patch")));
    assert_eq!(types[0]["changes"][0]["kind"], "removed");
}
