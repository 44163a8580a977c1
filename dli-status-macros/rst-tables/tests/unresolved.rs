//! Words that refer to nothing, and where they are on the page.

#![allow(clippy::indexing_slicing, clippy::string_slice)]

use rst_tables::UnresolvedKind::{self, AnonymousReference, Reference, Substitution, Title};
use rst_tables::{Cell, Page, Sources};

/// What is unresolved in all cells of a page, with the words that the page has there.
fn unresolved(page: &str) -> Vec<(&str, UnresolvedKind)> {
    let tables = rst_tables::tables(page).into_iter().map(|table| table.expect("the table can be read"));
    let cells = tables.flat_map(|table| [table.head(), table.body()].concat().concat());
    cells
        .flat_map(|cell| cell.unresolved())
        .map(|found| (page.get(found.span()).expect("the span is on the page"), found.kind().clone()))
        .collect()
}

#[track_caller]
fn assert_unresolved(page: &str, expected: &[(&str, UnresolvedKind)]) {
    assert_eq!(unresolved(page), expected, "{page}");
    let page = page.replace('\n', "\r\n");
    let expected: Vec<_> = expected.iter().map(|(words, kind)| (words.replace('\n', "\r\n"), kind)).collect();
    assert!(
        unresolved(&page).iter().map(|(words, kind)| (*words, kind)).eq(expected.iter().map(|(w, k)| (w.as_str(), *k)))
    );
}

fn reference(name: &str) -> UnresolvedKind {
    Reference(name.to_owned())
}

fn substitution(name: &str) -> UnresolvedKind {
    Substitution(name.to_owned())
}

#[test]
fn what_is_defined_is_not_reported() {
    assert_unresolved(
        "\
+-----------------------------------+
| here_ WEB_ `a section`_ noted_    |
+-----------------------------------+
| |fine| `a <https://a.b>`__ one__  |
+-----------------------------------+
| ``E_ERROR_`` E\\_ERROR\\_ a_b [1]_  |
+-----------------------------------+
| *open ``literal |none|``          |
+-----------------------------------+

.. _here:
.. _web: https://example.com
.. |fine| replace:: to here_

__ https://example.com

.. note::
   :name: noted

   A note.

A *section*
===========
",
        &[],
    );
}

#[test]
fn references_are_reported_where_they_are_written() {
    assert_unresolved(
        "\
+------------------+-----------------------+
| E_ERROR_         | 漢字 |none|, FOO__ é_ |
+------------------+-----------------------+
| - a *b* |No| and | term `x`_ : y_ : z    |
|   `over          |   :field_: a          |
|   two lines`_    |     | line_           |
| - c_             |     |  on_            |
|                  |                       |
|   Quote:         | +----+------+         |
|                  | | a_ | b|x| |         |
|     text         | |    | |x|  |         |
|                  | +----+------+         |
|     -- whom_     |                       |
+------------------+-----------------------+
",
        &[
            ("E_ERROR_", reference("e_error")),
            ("|none|", substitution("none")),
            ("FOO__", AnonymousReference),
            ("é_", reference("é")),
            ("|No|", substitution("No")),
            ("`over          |   :field_: a          |\n|   two lines`_", reference("over two lines")),
            ("c_", reference("c")),
            ("whom_", reference("whom")),
            ("`x`_", reference("x")),
            ("y_", reference("y")),
            ("field_", reference("field")),
            ("line_", reference("line")),
            ("on_", reference("on")),
            ("a_", reference("a")),
            ("|x|", substitution("x")),
        ],
    );
}

/// The same words in a literal are not meant.
#[test]
fn words_are_not_found_by_searching_for_them() {
    let page = "\
== ====================
a  ``|x|`` \\|x| not |x|
== ====================
";
    let tables = rst_tables::tables(page);
    let unresolved = tables[0].as_ref().unwrap().body()[0][1].unresolved();
    let spans: Vec<_> = unresolved.iter().map(|found| found.span().start).collect();
    assert_eq!(spans, [page.rfind("|x|").unwrap()]);
}

#[test]
fn list_tables_and_csv_tables_have_them_too() {
    assert_unresolved(
        "\
.. list-table::

   * - one |two| three_
     - .. note:: four_

.. csv-table::

   five, \"six_ \"\"seven_\"\"
   eight_\"
",
        &[
            ("|two|", substitution("two")),
            ("three_", reference("three")),
            ("four_", reference("four")),
            ("six_ \"\"seven_\"\"", reference("six")),
            ("six_ \"\"seven_\"\"", reference("seven")),
            ("six_ \"\"seven_\"\"", reference("eight")),
        ],
    );
}

#[test]
fn lists_have_them_too() {
    let text = "term_ : one_ : two\n  A |definition|.\n";
    let page = Page::read(text);
    let row = &page.definition_lists()[0].body()[0];
    let words: Vec<_> = row.iter().flat_map(Cell::unresolved).map(|found| &text[found.span()]).collect();
    assert_eq!(words, ["term_", "one_", "|definition|"]);
}

/// The place of a cell is in its own file.
#[test]
fn words_of_another_file_are_where_the_cell_is() {
    let page = "\
.. list-table::

   * - Own |word|
     - .. include:: part.txt
";
    let sources =
        Sources::new(|path| Ok(if path == "page.rst" { page } else { "A |word|.\n\nTitle\n=====\n" }.to_owned()));
    let read = sources.read("page.rst").expect("the page is there");
    let row = &read.tables()[0].as_ref().expect("the table can be read").body()[0];
    let words: Vec<_> = row.iter().flat_map(Cell::unresolved).map(|found| &page[found.span()]).collect();
    assert_eq!(words, ["|word|", ".. include:: part.txt", ".. include:: part.txt"]);
}

#[test]
fn what_a_definition_refers_to_is_reported_where_it_is_used() {
    assert_unresolved(
        "\
== ==========
a  |dangling|
== ==========

.. |dangling| replace:: to *nothing* and `No One`_ or |none|
",
        &[("|dangling|", reference("no one")), ("|dangling|", substitution("none"))],
    );
}

#[test]
fn lines_that_are_read_as_titles_are_reported() {
    assert_unresolved(
        "\
+---------+------+
| Title   | ---- |
| =====   |      |
| and_    | a    |
|         | --   |
| Another |      |
| ------- |      |
+---------+------+
| ==      | -    |
+---------+------+
",
        &[("Title", Title), ("and_", reference("and")), ("Another", Title), ("----", Title), ("a", Title)],
    );
}

#[test]
fn messages_name_what_is_missing() {
    let tables = rst_tables::tables("== ==================\na  |none| one_ two__\n== ==================\n");
    let cell = &tables[0].as_ref().unwrap().body()[0][1];
    let messages: Vec<_> = cell.unresolved().iter().map(ToString::to_string).collect();
    let expected = ["nothing replaces `|none|`", "no target is named `one`", "there is no anonymous target"];
    assert_eq!(messages, expected);
}
