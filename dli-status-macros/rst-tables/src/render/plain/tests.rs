//! Whole cells, compared with docutils' reading of them, which `scripts/plain_fixtures.py` writes; and their Markdown.

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;

use super::plain;
use crate::block::text::Text;
use crate::block::tree::Block;
use crate::context::{Context, Definition};
use crate::render::markdown::markdown;
use crate::tables;

/// The fixtures, each as the only cell of a page; what follows a line of `%` is on the page after the table.
fn cells() -> Vec<(PathBuf, String)> {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("tests/fixtures/plain");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let cells = files.filter(|path| path.extension().is_some_and(|kind| kind == "rst")).map(|path| {
        let source = fs::read_to_string(&path).unwrap();
        let (cell, rest) = source.split_once("\n%\n").unwrap_or((&source, ""));
        let lines: Vec<_> = cell.lines().map(|line| format!("       {line}").trim_end().to_owned()).collect();
        (path, format!(".. list-table::\n\n   * -\n{}\n\n{rest}", lines.join("\n")))
    });
    cells.collect()
}

#[test]
fn cells_have_docutils_words() {
    for (path, page) in cells() {
        let expected = fs::read_to_string(path.with_extension("txt")).unwrap();
        let tables = tables(&page);
        let text = tables[0].as_ref().unwrap().body()[0][0].text();
        assert_eq!(text + "\n", expected, "{}", path.display());
    }
}

/// `UPDATE_EXPECT=1` writes the Markdown anew; the tests of `markdown` say what must hold for it.
#[test]
fn cells_have_this_markdown() {
    for (path, page) in cells() {
        let path = path.with_extension("md");
        let tables = tables(&page);
        let markdown = tables[0].as_ref().unwrap().body()[0][0].markdown() + "\n";
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, &markdown).unwrap();
        }
        assert_eq!(
            markdown,
            fs::read_to_string(&path).unwrap(),
            "{}: UPDATE_EXPECT=1 accepts the new one",
            path.display()
        );
    }
}

fn paragraph(text: &str) -> [Block<'_>; 1] {
    [Block::Paragraph(Text { source: Cow::Borrowed(text), roles: 0, start: None })]
}

/// What makes a reader look far ahead or back, again and again.
#[rustfmt::skip]
const HOSTILE: &[&str] = &[
    "*", "`", "|", "_", "a_ ", "a_", "*a ", "**a ", "``a ", "`a ", "_`a ", "|a ", ":a", ":a:`", ":a:`b", "[a", "[1]_ ",
    "[#a-", "a-", "a-b_c", "\\", "\\*", "http:", "http://a ", "a@", "a@b.", "`a <b> ", "`a <", "`<", "*a* ", "`a`:b:",
    "\"*\" ", ":r:`a <b>` ", "mailto:a", "http:/^", "a://", "1.", "\u{301}",
];

/// Time that is not linear would show: each text is long enough for it to take minutes.
#[test]
fn hostile_text_takes_little_time() {
    for unit in HOSTILE {
        let text = unit.repeat((1 << 18) / unit.len());
        assert!(plain(&paragraph(&text), &Context::default(), text.len()).len() <= text.len(), "{unit}");
        assert!(markdown(&paragraph(&text), &Context::default(), text.len()).len() <= 2 * text.len() + 2, "{unit}");
    }
}

fn shown(text: &str, context: &Context<'_>) -> String {
    plain(&paragraph(text), context, text.len())
}

#[test]
fn substitutions_show_no_more_than_they_may() {
    let mut context = Context::default();
    for level in 0..100 {
        let twice = format!("|level {}| |level {}|", level + 1, level + 1);
        assert!(context.define(&format!("level {level}"), Definition::Source(twice.into())));
    }
    context.define("long", Definition::Text("long ".repeat(1000).into()));
    context.define("too long", Definition::Text("long ".repeat(10_000).into()));
    assert_eq!(shown("|too long|", &context), "|too long|");
    assert_eq!(shown("|level 98|", &context), "|level 100| |level 100| |level 100| |level 100|");
    assert_eq!(shown("|long|", &context).len(), 5000);
    for text in ["|level 0|".to_owned(), "|level 0| ".repeat(10_000), "|long| ".repeat(10_000)] {
        assert!(shown(&text, &context).len() < 40_000 + 20 * text.len());
    }
}
