//! The characters that decide where inline markup begins and ends.

use super::tables;
use crate::white_space::is_space;
use crate::width::holds;

/// A letter or a digit; an underscore is neither.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && holds(tables::WORD, c))
}

/// What may join the words of a simple name.
pub(super) fn is_joint(c: char) -> bool {
    matches!(c, '-' | '.' | '_' | '+' | ':')
}

/// What a start-string may follow: white space, an opening mark, a delimiter.
pub(super) fn may_precede_start(c: char) -> bool {
    match c {
        '"' | '\'' | '(' | '<' | '[' | '{' | '-' | '/' | ':' => true,
        _ => is_space(c) || (!c.is_ascii() && holds(tables::BEFORE_START, c)),
    }
}

/// What may follow an end-string: white space, an escape, a delimiter, a closing mark.
pub(super) fn may_follow_end(c: char) -> bool {
    match c {
        super::escape::ESCAPE => true,
        '"' | '\'' | ')' | '>' | ']' | '}' | '-' | '/' | ':' | '\\' | '.' | ',' | ';' | '!' | '?' => true,
        _ => is_space(c) || (!c.is_ascii() && holds(tables::AFTER_END, c)),
    }
}

/// Whether `left` opens a quotation or a bracket that `right` closes.
pub(super) fn is_quoted_by(left: char, right: char) -> bool {
    match left {
        '"' | '\'' => right == left,
        '(' => right == ')',
        '<' => right == '>',
        '[' => right == ']',
        '{' => right == '}',
        _ => !left.is_ascii() && tables::QUOTES.binary_search(&(left, right)).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [tables::WORD, tables::BEFORE_START, tables::AFTER_END] {
            assert!(table.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
        assert!(tables::QUOTES.windows(2).all(|pair| pair[0] < pair[1]));
    }

    /// The searches for names rely on it: no part of a name is a character that may surround markup.
    #[test]
    fn words_are_no_punctuation() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32).filter(|&c| is_word(c)) {
            assert!(!may_precede_start(c) && !may_follow_end(c), "{c:?}");
        }
    }

    #[test]
    fn quotes_of_several_languages_pair() {
        for (left, right) in [('"', '"'), ('‘', '’'), ('„', '“'), ('»', '«'), ('’', '’'), ('「', '」')]
        {
            assert!(is_quoted_by(left, right), "{left}{right}");
        }
        for (left, right) in [('"', '\''), ('(', ']'), (')', '('), ('-', '-'), ('„', '„')] {
            assert!(!is_quoted_by(left, right), "{left}{right}");
        }
    }
}
