//! What this crate knows about characters: which change how a line shows without showing themselves, and how wide the
//! others are in a terminal.

/// A character with the name that Unicode gives it.
type Named = (char, &'static str);

/// They turn the direction of the text around them, so that a page shows something else than it says. rustc refuses the
/// same characters in literals.
const BIDI_CONTROLS: [Named; 9] = [
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

/// They take no room, so that two texts which differ may look alike.
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

/// The first character of a text that changes the direction of what follows it.
pub(crate) fn bidi_control(text: &str) -> Option<(char, &'static str)> {
    first_of(&BIDI_CONTROLS, text)
}

/// The first character of a text that takes no room.
pub(crate) fn zero_width(text: &str) -> Option<(char, &'static str)> {
    first_of(&ZERO_WIDTH, text)
}

fn first_of(set: &[Named], text: &str) -> Option<Named> {
    if text.is_ascii() {
        return None;
    }
    text.chars().find_map(|c| set.iter().find(|(known, _)| *known == c).copied())
}

/// What a terminal shows of a character, and in how many columns: nothing of a byte order mark, a stand-in for what
/// would not show or would move what does.
pub(crate) fn shown(c: char) -> Option<(char, usize)> {
    let is_in = |set: &[Named]| set.iter().any(|(known, _)| *known == c);
    match c {
        '\u{FEFF}' => None,
        ' '..='~' => Some((c, 1)),
        _ if c.is_control() || is_in(&BIDI_CONTROLS) || is_in(&ZERO_WIDTH) => Some((char::REPLACEMENT_CHARACTER, 1)),
        _ if rst_tables::is_combining(c) => Some((c, 0)),
        _ if rst_tables::is_wide(c) => Some((c, 2)),
        _ => Some((c, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_found_by_name() {
        assert_eq!(bidi_control("a\u{202E}b"), Some(('\u{202E}', "RIGHT-TO-LEFT OVERRIDE")));
        assert_eq!(zero_width("4\u{200B}04"), Some(('\u{200B}', "ZERO WIDTH SPACE")));
        assert_eq!(bidi_control("a\u{200D}b – é"), None);
        assert_eq!(zero_width("404"), None);
    }

    #[test]
    fn a_terminal_shows_one_two_or_no_columns() {
        assert_eq!(shown('a'), Some(('a', 1)));
        assert_eq!(shown('表'), Some(('表', 2)));
        assert_eq!(shown('\u{301}'), Some(('\u{301}', 0)));
        assert_eq!(shown('\u{FEFF}'), None);
        for c in ['\0', '\u{202E}', '\u{200B}', '\u{61C}'] {
            assert_eq!(shown(c), Some(('\u{FFFD}', 1)), "{c:?}");
        }
    }
}
