//! Characters that do not show, or that change how others show. In a page they are slips or tricks, so a cell that a
//! field reads may not hold some of them.

/// A character with the name that Unicode gives it.
type Named = (char, &'static str);

/// They turn the direction of the text around them, so that a page shows something else than it says. rustc refuses the
/// same ones in literals.
const BIDIRECTIONAL: [Named; 9] = [
    ('\u{202A}', "LEFT-TO-RIGHT EMBEDDING"),
    ('\u{202B}', "RIGHT-TO-LEFT EMBEDDING"),
    ('\u{202C}', "POP DIRECTIONAL FORMATTING"),
    ('\u{202D}', "LEFT-TO-RIGHT OVERRIDE"),
    ('\u{202E}', "RIGHT-TO-LEFT OVERRIDE"),
    ('\u{2066}', "LEFT-TO-RIGHT ISOLATE"),
    ('\u{2067}', "RIGHT-TO-LEFT ISOLATE"),
    ('\u{2068}', "FIRST STRONG ISOLATE"),
    ('\u{2069}', "POP DIRECTIONAL ISOLATE"),
];

/// They take no room, so that two codes may look alike.
const ZERO_WIDTH: [Named; 9] = [
    ('\u{AD}', "SOFT HYPHEN"),
    ('\u{61C}', "ARABIC LETTER MARK"),
    ('\u{200B}', "ZERO WIDTH SPACE"),
    ('\u{200C}', "ZERO WIDTH NON-JOINER"),
    ('\u{200D}', "ZERO WIDTH JOINER"),
    ('\u{200E}', "LEFT-TO-RIGHT MARK"),
    ('\u{200F}', "RIGHT-TO-LEFT MARK"),
    ('\u{2060}', "WORD JOINER"),
    ('\u{FEFF}', "ZERO WIDTH NO-BREAK SPACE"),
];

/// The first character of a text that may stand in no cell, or, if it is a code, in no code.
pub(crate) fn first_in(text: &str, is_code: bool) -> Option<(char, &'static str)> {
    if text.is_ascii() {
        return None;
    }
    let refused = BIDIRECTIONAL.iter().chain(if is_code { ZERO_WIDTH.as_slice() } else { &[] });
    let named = |c: char| refused.clone().find(|(known, _)| *known == c).copied();
    text.chars().find_map(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_is_refused_everywhere_and_zero_width_in_codes() {
        assert_eq!(first_in("a\u{202E}b", false), Some(('\u{202E}', "RIGHT-TO-LEFT OVERRIDE")));
        assert_eq!(first_in("4\u{200B}04", true), Some(('\u{200B}', "ZERO WIDTH SPACE")));
        assert_eq!(first_in("a\u{200D}b – é", false), None);
        assert_eq!(first_in("404", true), None);
    }
}
