//! `tables` on pages of all kinds.

use crate::run::{command, repository, run};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

const PAGE: &str = "\
Errors
======

.. _codes:

.. table:: Codes of *all* errors

   +------+---------+
   | Code | Message |
   +======+=========+
   | 404  | Lost    |
   +------+---------+

.. list-table::

   * - a
     - \"b\"

==  ===
a   b
==  ===

+---+
| c  |
+---+

.. csv-table:: Values
   :header: Name

   x
";

fn folder(pages: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in pages {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn every_table_is_listed_with_what_it_can_be_picked_by() {
    let folder = folder(&[("page.rst", PAGE)]);
    let ran = run(command(["tables", "page.rst"]).current_dir(&folder));
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    let expected = "\
page.rst
  1  grid table in line 8, 1 row
     label    \"codes\"
     title    \"Codes of all errors\"
     under    \"Errors\"
     columns  \"Code\", \"Message\"
  2  list-table in line 14, 1 row
     under    \"Errors\"
     header   none; the first row is \"a\", \"\\\"b\\\"\"
  3  simple table in line 19, 1 row
     under    \"Errors\"
     header   none; the first row is \"a\", \"b\"
  4  malformed grid table in line 23
     error    line 24: expected a line of 5 columns, as the top border has,
              found 6
  5  csv-table in line 27, 1 row
     title    \"Values\"
     under    \"Errors\"
     columns  \"Name\"
";
    assert_eq!(ran.out, expected);
}

#[test]
fn lines_end_at_the_width() {
    let page =
        PAGE.replace("Message", "A header of many words that is far longer than any terminal is wide, or nearly");
    let folder = folder(&[("page.rst", &page)]);
    for width in ["40", "80", "200"] {
        let ran = run(command(["tables", "page.rst", "--width", width]).current_dir(&folder));
        assert!(ran.out.lines().all(|line| line.chars().count() <= width.parse().unwrap()), "{width}: {}", ran.out);
        assert_eq!(run(command(["tables", "page.rst"]).current_dir(&folder).env("COLUMNS", width)), ran);
    }
}

#[test]
fn json_is_what_docutils_reads() {
    let ran = run(command(["tables", "--json", "docs-src/dli_02_0012.txt"]).current_dir(repository()));
    let expected = fs::read_to_string(repository().join("tests/expected/dli_02_0012.jsonl")).unwrap();
    let json = |text: &str| text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>();
    let [read, expected] = [ran.out.as_str(), expected.as_str()].map(json);
    assert_eq!(read.len(), expected.len());
    for (read, expected) in read.iter().zip(&expected) {
        for (key, value) in expected.as_object().unwrap().iter().filter(|(key, _)| *key != "file") {
            assert_eq!(&read[key], value, "{key}");
        }
    }
}

#[test]
fn many_files_keep_their_order_and_an_unreadable_one_stops_nothing() {
    let names: Vec<String> = (0..2000).map(|number| format!("{number}.rst")).collect();
    let pages: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "== ==\na  b\n== ==\n")).collect();
    let folder = folder(&pages);
    fs::create_dir(folder.path().join("folder")).unwrap();
    let mut arguments = vec!["tables", "--json", "missing.rst", "folder"];
    arguments.extend(names.iter().map(String::as_str));
    let ran = run(command(&arguments).current_dir(&folder));
    assert_eq!(ran.status, Some(2));
    let file = |line: &str| serde_json::from_str::<Value>(line).unwrap()["file"].as_str().unwrap().to_owned();
    assert_eq!(ran.out.lines().map(file).collect::<Vec<_>>(), names);
    let expected =
        "error: cannot read `missing.rst`: no such file or directory\nerror: cannot read `folder`: it is a folder\n";
    assert_eq!(ran.err, expected);
}

#[test]
fn bytes_that_are_not_text_are_no_obstacle() {
    let folder = folder(&[]);
    fs::write(folder.path().join("page.rst"), b"== ==\n\xff  b\n== ==\n").unwrap();
    let ran = run(command(["tables", "page.rst"]).current_dir(&folder));
    assert!(ran.out.ends_with("the first row is \"\u{fffd}\", \"b\"\n"), "{}", ran.out);
}
