//! One text per row, as a single text with the bounds of each.

use super::Numbers;
use super::numbers::number;

/// The texts of all rows.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TextTable {
    /// All of them, one after the other.
    pub(crate) text: String,
    /// Where the first text starts, and where each ends.
    pub(crate) bounds: Numbers,
}

impl<S: AsRef<str>> FromIterator<S> for TextTable {
    fn from_iter<I: IntoIterator<Item = S>>(texts: I) -> Self {
        let (mut text, mut bounds) = (String::new(), vec![0]);
        for piece in texts {
            text.push_str(piece.as_ref());
            bounds.push(number(text.len()));
        }
        Self { text, bounds: bounds.into_iter().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_lies_between_its_bounds() {
        let texts = ["Not Found", "", "Größe"];
        let table: TextTable = texts.iter().collect();
        assert_eq!(table.bounds.values.len(), texts.len() + 1);
        for (bounds, text) in table.bounds.values.windows(2).zip(texts) {
            assert_eq!(table.text.get(bounds[0] as usize..bounds[1] as usize), Some(text));
        }
    }

    #[test]
    fn no_texts_have_one_bound() {
        assert_eq!([""; 0].iter().collect::<TextTable>().bounds.values, [0]);
    }
}
