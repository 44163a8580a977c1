//! The texts by which a row is known besides its code, its name and its first message.

use super::index::{equal, equal_folded};
use super::index_format::Case;
use super::{Index, Names, Numbers, Texts};
use crate::ParseStatusError;

/// Such texts, those that are as good as a code first.
#[derive(Debug, Clone, Copy)]
pub struct Aliases {
    exact: Index,
    folded: Index,
    texts: Texts,
    rows: Numbers,
    /// How many of the texts are as good as a code.
    codes: usize,
}

impl Aliases {
    /// Both indexes hold the position of each text.
    #[must_use]
    pub const fn new(exact: Index, folded: Index, texts: Texts, rows: Numbers, codes: usize) -> Self {
        Self { exact, folded, texts, rows, codes }
    }

    /// The row of a text that is as good as its code.
    #[must_use]
    #[inline]
    pub const fn code(&self, text: &str) -> Option<usize> {
        match self.exact(text) {
            Some(position) if position < self.codes => self.rows.get(position),
            _ => None,
        }
    }

    /// The row of a text, in any ASCII case if it is not there as it is.
    #[must_use]
    pub fn row(&self, text: &str) -> Option<usize> {
        self.exact(text).or_else(|| self.folded(text)).and_then(|position| self.rows.get(position))
    }

    const fn exact(&self, text: &str) -> Option<usize> {
        match self.exact.find(text, Case::Exact) {
            Some(position) if position < self.rows.len() && equal(self.texts.get(position), text) => Some(position),
            _ => None,
        }
    }

    fn folded(&self, text: &str) -> Option<usize> {
        let position = self.folded.find(text, Case::Folded).filter(|&position| position < self.rows.len())?;
        equal_folded(self.texts.get(position), text).then_some(position)
    }
}

/// The row of a text in a table with aliases. `row_of` finds it as in a table without them.
///
/// # Errors
///
/// [`ParseStatusError`], if it means none or several.
pub fn parse_alias(
    text: &str,
    names: &Names,
    aliases: &Aliases,
    row_of: impl FnOnce(&str) -> Result<usize, ParseStatusError>,
) -> Result<usize, ParseStatusError> {
    // As it is first: the page may write the code of one row like the number of another, in another base.
    if let Some(row) = aliases.exact(text).and_then(|position| aliases.rows.get(position)) {
        return Ok(row);
    }
    row_of(text).or_else(|error| aliases.row(text).or_else(|| row_of_display(text, names, aliases)).ok_or(error))
}

/// The row of a `Display` text whose code is written like an alias.
fn row_of_display(text: &str, names: &Names, aliases: &Aliases) -> Option<usize> {
    let (code, message) = text.split_once(' ')?;
    aliases.row(code).filter(|&row| names.is_message(row, message))
}
