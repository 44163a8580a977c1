//! What is around tables and in lists, on pages whose reading is plain to see.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)] // The helpers of tests are tests too.

use rst_tables::{HeadingKind, Page, Table};

/// The titles of the headings around each table.
fn paths(page: &str) -> Vec<Vec<String>> {
    let page = Page::read(page);
    let path = |table: &Table<'_>| table.headings().iter().map(|heading| heading.title().to_owned()).collect();
    page.tables().iter().flatten().map(path).collect()
}

fn rows(table: &Table<'_>) -> Vec<Vec<String>> {
    table.body().iter().map(|row| row.iter().map(|cell| cell.text()).collect()).collect()
}

const TABLE: &str = "== ==\na  b\n== ==\n\n";

#[test]
fn tables_are_under_their_sections() {
    let page = format!(
        "{TABLE}A\n=\n\n{TABLE}B\n-\n\n{TABLE}C\n-\n\n{TABLE}D\n=\n\nE\n-\n\n===\n*F*\n===\n\n{TABLE}G\n=\n\n{TABLE}"
    );
    let expected: [&[&str]; 6] = [&[], &["A"], &["A", "B"], &["A", "C"], &["D", "E", "F"], &["G"]];
    assert_eq!(paths(&page), expected);
}

#[test]
fn tables_are_under_directives_with_a_title() {
    let inside = TABLE.replace("== ==\n", "   == ==\n").replace("a  b", "   a  b");
    let page = format!(
        "A\n=\n\n.. a:b:: X *y*\n   :no-index:\n\n{inside}\n.. note::\n\n{inside}\n.. topic:: T\n\n{inside}\n{TABLE}"
    );
    assert_eq!(paths(&page), [vec!["A", "X y"], vec!["A"], vec!["A", "T"], vec!["A"]]);
    let page = Page::read(&page);
    let headings: Vec<_> = page.headings().iter().map(|heading| (heading.kind().clone(), heading.title())).collect();
    let directive = |name: &str| HeadingKind::Directive { name: name.to_owned() };
    let section = HeadingKind::Section { level: 1 };
    assert_eq!(headings, [(section, "A"), (directive("a:b"), "X y"), (directive("topic"), "T")]);
}

#[test]
fn headings_have_the_labels_before_them() {
    let page = Page::read(".. _a:\n.. _b:\n\nTitle\n=====\n\n.. _c:\n\n.. x:: y\n\n   text\n");
    let labels: Vec<_> = page.headings().iter().map(|heading| heading.labels().join(" ")).collect();
    assert_eq!(labels, ["a b", "c"]);
}

#[test]
fn tables_have_all_labels() {
    let page = ".. _a:\n.. _b:\n\n.. table:: T\n   :name: C  c\n\n   == ==\n   a  b\n   == ==\n\n.. _d: https://e\n\n";
    let page = format!("{page}{TABLE}");
    let tables = rst_tables::tables(&page);
    let labels = |index: usize| tables[index].as_ref().unwrap().labels().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(labels(0), ["a", "b", "c c"]);
    assert_eq!(tables[0].as_ref().unwrap().label(), Some("b"));
    assert!(labels(1).is_empty());
}

#[test]
fn definition_lists_are_tables() {
    let text = "\
.. _codes:

E1 : *a* : b
   First.

   Second.
``E2``
   - x
   - y

     inner
        deeper
";
    let page = Page::read(text);
    let [list] = page.definition_lists() else { panic!("{:?}", page.definition_lists()) };
    assert_eq!(rows(list), [["E1", "a : b", "First.\n\nSecond."], ["E2", "", "- x\n- y\n\n  inner\n    deeper"]]);
    assert_eq!((list.columns(), list.label(), list.head().len()), (3, Some("codes"), 0));
    assert_eq!(&text[list.span()], text[text.find("E1").unwrap()..].trim_end());
    let row = &list.body()[0];
    let places: Vec<_> = row.iter().map(|cell| &text[cell.span()]).collect();
    assert_eq!(places, ["E1", "*a* : b", "First."]);
    assert_eq!(row[1].markdown(), "*a* : b");
}

#[test]
fn bullet_lists_are_tables() {
    let text = "A\n=\n\n- one\n- two\n\n  - three\n\n* four\n\n#. five\n";
    let page = Page::read(text);
    let lists: Vec<_> = page.bullet_lists().iter().map(rows).collect();
    assert_eq!(lists, [vec![vec!["one"], vec!["two\n\n- three"]], vec![vec!["four"]]]);
    assert_eq!(page.bullet_lists()[1].headings()[0].title(), "A");
}

#[test]
fn lists_of_list_tables_are_not_lists() {
    let page = Page::read(".. list-table::\n\n   * - a\n     - - b\n\n.. note::\n\n   - c\n");
    let lists: Vec<_> = page.bullet_lists().iter().map(rows).collect();
    assert_eq!(lists, [[["c"]]]);
}

#[test]
fn directives_that_may_hold_a_table_are_told() {
    let text = ".. flat-table:: T\n   :x: y\n\n   * - a\n     - b\n\n.. x:: T\n\n   - a\n\n.. XlsTable:: f\n\n.. y::\n\n   - - a\n";
    let page = Page::read(text);
    let names: Vec<_> = page.unknown_directives().iter().map(|directive| directive.name()).collect();
    assert_eq!(names, ["flat-table", "XlsTable", "y"]);
    assert!(text[page.unknown_directives()[0].span()].ends_with("- b"));
}

#[test]
fn positions_are_those_of_an_editor() {
    let page = Page::read("\u{feff}a\r\nb\u{2028}c\rd\n\u{e9}e");
    let position = |text: char| {
        let offset = "\u{feff}a\r\nb\u{2028}c\rd\n\u{e9}e".find(text).unwrap();
        (page.position(offset).line, page.position(offset).column)
    };
    assert_eq!(['a', 'b', 'c', 'd', 'e'].map(position), [(1, 1), (2, 1), (2, 3), (3, 1), (4, 2)]);
}
