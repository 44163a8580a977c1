//! Places for people.

/// A place on a page, for people: the lines that an editor shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, counted from 1. Lines end with `\n`, `\r\n` or `\r`.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
}

impl Position {
    /// The line and column of a byte of a text.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let before = before.strip_prefix('\u{feff}').unwrap_or(before);
        let breaks =
            before.matches('\n').count() + before.split('\r').skip(1).filter(|rest| !rest.starts_with('\n')).count();
        let line = before.rsplit(['\n', '\r']).next().unwrap_or(before);
        Self { line: breaks + 1, column: line.chars().count() + 1 }
    }
}
