//! Rustdoc's page of an enum, read by its tags: the table of rows and the variants.

use std::path::Path;
use std::{fs, io};

/// The HTML of a page.
#[derive(Debug)]
pub struct RustdocPage(String);

/// A cell of a table, as a browser shows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Cell {
    /// The text without tags.
    pub text: String,
    /// The targets of its links.
    pub links: Vec<String>,
    /// The number of tags that are not links.
    pub tags: usize,
}

impl RustdocPage {
    /// Reads a page.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn read(path: &Path) -> io::Result<Self> {
        fs::read_to_string(path).map(Self)
    }

    /// The body rows of its only table.
    ///
    /// # Panics
    ///
    /// Unless it has exactly one table.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<Cell>> {
        let tables: Vec<_> = between(&self.0, "<table>", "</table>").collect();
        assert_eq!(tables.len(), 1, "it has one table");
        let rows = tables.iter().flat_map(|table| between(table, "<tr>", "</tr>")).skip(1);
        rows.map(|row| between(row, "<td>", "</td>").map(Cell::new).collect()).collect()
    }

    /// The paragraphs and list items from an anchor to the next section.
    #[must_use]
    pub fn below(&self, anchor: &str) -> Option<Vec<String>> {
        let (_, after) = self.0.split_once(&format!(" id=\"{anchor}\""))?;
        let section = after.split("<section").next()?;
        let blocks = section.replace("<li>", "<p>").replace("</li>", "</p>");
        Some(between(&blocks, "<p>", "</p>").map(|text| Cell::new(text).text).collect())
    }

    /// The offset of the first occurrence of a text, in bytes.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<usize> {
        self.0.find(text)
    }
}

impl Cell {
    fn new(html: &str) -> Self {
        let mut cell = Self { text: String::new(), links: Vec::new(), tags: 0 };
        let mut rest = html;
        while let Some((text, (tag, after))) =
            rest.split_once('<').and_then(|(text, rest)| Some((text, rest.split_once('>')?)))
        {
            cell.text.push_str(text);
            match tag.strip_prefix("a href=\"").and_then(|tag| tag.split('"').next()) {
                Some(link) => cell.links.push(link.to_owned()),
                None if tag == "/a" => {}
                None => cell.tags += 1,
            }
            rest = after;
        }
        cell.text.push_str(rest);
        for (entity, text) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            cell.text = cell.text.replace(entity, text);
        }
        cell
    }
}

/// The text between each `start` and the `end` that follows it.
fn between<'h>(html: &'h str, start: &'h str, end: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(start).skip(1).filter_map(move |after| Some(after.split_once(end)?.0))
}
