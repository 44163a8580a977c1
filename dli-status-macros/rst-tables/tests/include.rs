//! Pages made of several files: which part of a file is read, where its tables are, and what is refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)] // The helpers of tests are tests too.

use std::sync::Mutex;
use std::thread;

use rst_tables::{CsvError, IncludeReason, Page, Reason, Sources, Table};

/// Sources of these files, each a path and a text.
fn sources<'f>(files: &'f [(&'f str, &'f str)]) -> Sources<'f> {
    Sources::new(move |path| {
        let file = files.iter().find(|(name, _)| *name == path);
        file.map(|(_, text)| (*text).to_owned()).ok_or_else(|| "not found".to_owned())
    })
}

fn rows(table: &Table<'_>) -> Vec<Vec<String>> {
    table.head().iter().chain(table.body()).map(|row| row.iter().map(|cell| cell.text()).collect()).collect()
}

/// The first cell of each table.
fn firsts(page: &Page<'_>) -> Vec<String> {
    page.tables().iter().flatten().map(|table| rows(table)[0][0].clone()).collect()
}

const PARTS: &str = "\
=== =
one 1
=== =

.. after

=== =
two 2
=== =

.. before

=== =
six 6
=== =
";

/// The tables that a page has which includes the parts with these options.
#[track_caller]
fn assert_part(options: &str, expected: &[&str]) {
    let page = format!(".. include:: parts.txt\n{options}");
    let files = [("page.rst", page.as_str()), ("parts.txt", PARTS)];
    let sources = sources(&files);
    assert_eq!(firsts(&sources.read("page.rst").unwrap()), expected, "{options}");
}

#[test]
fn options_choose_a_part() {
    assert_part("", &["one", "two", "six"]);
    assert_part("   :start-line: 4\n", &["two", "six"]);
    assert_part("   :end-line: 4\n", &["one"]);
    assert_part("   :start-line: 6\n   :end-line: 9\n", &["two"]);
    assert_part("   :start-line: -3\n", &["six"]);
    assert_part("   :end-line: -4\n", &["one", "two"]);
    assert_part("   :start-line: 99\n", &[]);
    assert_part("   :start-after: after\n", &["two", "six"]);
    assert_part("   :end-before: .. before\n", &["one", "two"]);
    assert_part("   :start-after: .. after\n   :end-before: .. before\n", &["two"]);
    assert_part("   :start-line: 5\n   :start-after: .. after\n", &[]);
    assert_part("   :encoding: UTF-8\n   :tab-width: 4\n", &["one", "two", "six"]);
}

#[test]
fn literal_text_and_other_parsers_bring_no_tables() {
    for option in [":literal:", ":code: x", ":code:", ":parser: markdown"] {
        assert_part(&format!("   {option}\n"), &[]);
    }
}

#[test]
fn wrong_options_are_refused_as_docutils_refuses_them() {
    for option in ["start-line: x", "end-line:", "start-after:", "end-before:", "literal: x", "other: x"] {
        assert_part(&format!("   :{option}\n"), &[]);
    }
}

#[test]
fn places_are_in_the_file_that_holds_them() {
    let files = [
        ("docs/index.rst", "Intro.\n\n.. include:: parts/a.txt\n\n= =\nx y\n= =\n"),
        ("docs/parts/a.txt", "A\n=\n\n.. _lab:\n\n.. include:: ../b.txt\n   :start-after: BEGIN\n"),
        ("docs/b.txt", "BEGIN\n\n= =\nb *c*\n= =\n\n- item\n"),
    ];
    let sources = sources(&files);
    let page = sources.read("docs/index.rst").unwrap();
    let [Ok(included), Ok(own)] = page.tables() else { panic!("{:?}", page.tables()) };
    let text = |path: &str| sources.text(path).unwrap();
    assert_eq!(included.origin().path(), "docs/b.txt");
    assert_eq!(&text("docs/b.txt")[included.span()], "= =\nb *c*\n= =");
    assert_eq!(&text("docs/b.txt")[included.body()[0][1].span()], "*c*");
    assert_eq!((included.label(), included.headings()[0].title()), (Some("lab"), "A"));
    assert_eq!(included.headings()[0].origin().path(), "docs/parts/a.txt");
    let (from, span) = included.origin().included_from().unwrap();
    assert_eq!((from.path(), &text(from.path())[span]), ("docs/parts/a.txt", ".. include:: ../b.txt"));
    let (from, span) = from.included_from().unwrap();
    assert_eq!((from.path(), &text(from.path())[span]), ("docs/index.rst", ".. include:: parts/a.txt"));
    assert_eq!(from.included_from(), None);
    assert_eq!(own.origin().path(), "docs/index.rst");
    assert_eq!(own.headings()[0].title(), "A");
    assert_eq!(page.bullet_lists()[0].origin().path(), "docs/b.txt");
    assert_eq!(sources.paths().collect::<Vec<_>>(), ["docs/index.rst", "docs/parts/a.txt", "docs/b.txt"]);
}

#[test]
fn definitions_come_along() {
    let files = [
        ("page.rst", "=== ===\n|a| |b|\n=== ===\n\n.. include:: definitions\n\n======= =\n:r:`*x` y\n======= =\n"),
        ("definitions", ".. |a| replace:: A\n.. role:: r(strong)\n"),
        ("prolog.txt", ".. |b| replace:: B"),
    ];
    let sources = sources(&files).with_prolog("prolog.txt");
    let page = sources.read("page.rst").unwrap();
    assert_eq!(rows(page.tables()[0].as_ref().unwrap()), [["A", "B"]]);
    assert_eq!(page.tables()[1].as_ref().unwrap().body()[0][0].markdown(), "**\\*x**");
}

#[test]
fn a_file_may_be_included_within_a_cell() {
    let files = [
        ("page.rst", ".. list-table::\n\n   * - .. include:: cell.txt\n     - |a|\n"),
        ("cell.txt", "- *x*\n- y\n\n.. |a| replace:: A\n"),
    ];
    let sources = sources(&files);
    let page = sources.read("page.rst").unwrap();
    assert_eq!(rows(page.tables()[0].as_ref().unwrap()), [["- x\n- y", "A"]]);
}

#[test]
fn values_may_be_in_a_file() {
    let files = [
        (
            "docs/page.rst",
            ".. csv-table:: T\n   :header-rows: 1\n   :file: ../data/codes.csv\n\n.. csv-table::\n   :file: x.csv\n",
        ),
        ("data/codes.csv", "Code,\"Mess\nage\"\r\n404, \"*Not* found\"\n"),
        ("docs/x.csv", "a,\"b\"c\n"),
    ];
    let sources = sources(&files);
    let page = sources.read("docs/page.rst").unwrap();
    let [Ok(table), Err(error)] = page.tables() else { panic!("{:?}", page.tables()) };
    assert_eq!(rows(table), [["Code", "Mess age"], ["404", "Not found"]]);
    assert_eq!(table.origin().path(), "docs/page.rst");
    let cell = &table.body()[0][1];
    assert_eq!((cell.origin().path(), &files[1].1[cell.span()]), ("data/codes.csv", "*Not* found"));
    assert_eq!(*error.reason(), Reason::Csv(CsvError::TextAfterQuote { quote: '"', delimiter: ',' }));
    assert_eq!((error.origin().path(), error.table_origin().path()), ("docs/x.csv", "docs/page.rst"));
    assert_eq!(&files[2].1[error.span()], "c");
}

#[test]
fn values_that_cannot_be_had_are_errors_of_the_table() {
    let reason = |options: &str| {
        let page = format!(".. csv-table::\n{options}");
        let files = [("page.rst", page.as_str()), ("a.csv", "x"), ("empty.csv", "")];
        let sources = sources(&files);
        let page = sources.read("page.rst").unwrap();
        page.tables()[0].as_ref().unwrap_err().reason().clone()
    };
    let unreadable = |path: &str, message: &str| {
        Reason::Csv(CsvError::Unreadable { path: path.to_owned(), message: message.to_owned() })
    };
    assert_eq!(reason("   :file: b.csv\n"), unreadable("b.csv", "not found"));
    assert_eq!(reason("   :file: a.csv\n   :encoding: latin-1\n"), unreadable("a.csv", "the encoding is not UTF-8"));
    assert_eq!(reason("   :file: empty.csv\n"), Reason::Csv(CsvError::NoValues));
    assert_eq!(reason("   :file: a.csv\n\n   x\n"), Reason::Csv(CsvError::FileAndValues));
    assert_eq!(reason("   :url: https://a.b\n"), Reason::Csv(CsvError::Url));
    let alone = rst_tables::tables(".. csv-table::\n   :file: a.csv\n");
    assert_eq!(*alone[0].as_ref().unwrap_err().reason(), Reason::Csv(CsvError::File));
}

#[test]
fn what_is_refused_is_told_with_its_directive() {
    let page = "\
.. include:: missing.txt
.. include:: page.rst
.. include:: a.txt
   :start-after: x
.. include:: a.txt
   :end-before: x
.. include:: a.txt
   :encoding: cp1252
.. include:: /etc/passwd
.. include:: ../up.txt
";
    let files = [("page.rst", page), ("a.txt", "a\n")];
    let sources = sources(&files);
    let page = sources.read("page.rst").unwrap();
    let errors: Vec<_> = page.include_errors().iter().map(|error| (error.path(), error.reason().clone())).collect();
    let unreadable = || IncludeReason::Unreadable { message: "not found".to_owned() };
    let expected = [
        ("missing.txt", unreadable()),
        ("page.rst", IncludeReason::Circular),
        ("a.txt", IncludeReason::TextNotFound { option: "start-after" }),
        ("a.txt", IncludeReason::TextNotFound { option: "end-before" }),
        ("a.txt", IncludeReason::Encoding),
        ("/etc/passwd", unreadable()),
        ("../up.txt", unreadable()),
    ];
    assert_eq!(errors, expected);
    assert_eq!(&files[0].1[page.include_errors()[1].span()], ".. include:: page.rst");
    assert_eq!(sources.read("missing.rst").unwrap_err(), "not found");
    assert!(Page::read(files[0].1).include_errors().is_empty());
}

#[test]
fn a_file_is_loaded_once() {
    let asked = Mutex::new(Vec::new());
    let sources = Sources::new(|path| {
        asked.lock().unwrap().push(path.to_owned());
        Ok(if path == "a" { ".. include:: b\n.. include:: ./b\n.. include:: c/../b\n" } else { "" }.to_owned())
    });
    sources.read("a").unwrap();
    sources.read("a").unwrap();
    assert_eq!(*asked.lock().unwrap(), ["a", "b"]);
}

/// Each file includes the next one twice.
#[test]
fn includes_that_multiply_are_bounded() {
    let sources = Sources::new(|path| {
        let next = path.parse::<usize>().unwrap() + 1;
        Ok(format!("= =\na b\n= =\n\n.. include:: {next}\n.. include:: {next}\n"))
    });
    let page = sources.read("0").unwrap();
    assert!(page.include_errors().iter().all(|error| *error.reason() == IncludeReason::TooMany));
    assert_eq!(page.tables().len(), 1001);
}

#[test]
fn a_long_chain_of_includes_does_not_end_the_stack() {
    let read = || {
        let sources = Sources::new(|path| Ok(format!(".. include:: {}\n", path.parse::<usize>().unwrap() + 1)));
        let page = sources.read("0").unwrap();
        assert_eq!(page.include_errors().len(), 1);
    };
    thread::Builder::new().stack_size(2 << 20).spawn(read).unwrap().join().unwrap();
}
