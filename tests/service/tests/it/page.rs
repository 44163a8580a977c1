//! The page, read by a deliberately naive reader: it splits lines at pipes.

use std::fs;

/// A row of the page.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) code: u16,
    pub(crate) message: String,
    /// One text per line.
    pub(crate) description: Vec<String>,
}

impl Row {
    pub(crate) fn says(&self, text: &str) -> bool {
        self.description.iter().any(|line| line.contains(text))
    }
}

pub(crate) fn rows() -> Vec<Row> {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs-src/dli_02_0012.txt");
    let mut rows: Vec<Row> = Vec::new();
    for line in fs::read_to_string(page).unwrap().lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, code, message, description, _] = cells[..] else { continue };
        let description = description.replace("**", "");
        if let Ok(code) = code.parse() {
            rows.push(Row { code, message: message.to_owned(), description: vec![description] });
        } else if let Some(row) = rows.last_mut() {
            row.description.extend(Some(description).filter(|text| !text.is_empty()));
        }
    }
    rows
}
