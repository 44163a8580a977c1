//! The term of a definition list and its classifiers: `term : classifier`.

use std::ops::Range;

use crate::inline::outside_markup;
use crate::white_space::is_space;

/// The bytes of the term and of its classifiers in their line. Only a colon outside of markup separates them.
pub(crate) fn parts(line: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for text in outside_markup(line) {
        for separator in separators(line, text) {
            parts.push(start..separator.start);
            start = separator.end;
        }
    }
    parts.push(start..line.len());
    parts
}

/// The colons in a part of the line that blanks set off, with the white space around them.
fn separators(line: &str, text: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut start = text.start;
    std::iter::from_fn(move || {
        let (before, after) = line.get(start..text.end)?.split_once(" : ")?;
        // docutils takes all white space off what is before the first one, else blanks only.
        let before = if start == text.start { before.trim_end_matches(is_space) } else { before.trim_end_matches(' ') };
        let separator = start + before.len()..text.end - after.trim_start_matches(' ').len();
        start = separator.end;
        Some(separator)
    })
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[track_caller]
    fn assert_parts(line: &str, expected: &[&str]) {
        let parts: Vec<_> = parts(line).into_iter().filter_map(|part| line.get(part)).collect();
        assert_eq!(parts, expected, "{line:?}");
    }

    #[test]
    fn colons_in_markup_do_not_separate() {
        assert_parts("term", &["term"]);
        assert_parts("term : one  :  two", &["term", "one", "two"]);
        assert_parts("*a : b* : `c : d` : e", &["*a : b*", "`c : d`", "e"]);
        assert_parts("a : : b:c", &["a", ": b:c"]);
    }

    /// A character of the private use areas is text like any other.
    #[test]
    fn private_characters_are_text() {
        assert_parts("*a : b* \u{f0000}x", &["*a : b* \u{f0000}x"]);
        assert_parts("\u{f0000} : *a\u{f0001} : b*", &["\u{f0000}", "*a\u{f0001} : b*"]);
    }
}
