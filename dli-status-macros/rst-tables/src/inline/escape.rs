//! Backslash escapes. Before markup is looked for, each escaping backslash becomes [`ESCAPE`], so that an escaped
//! character is not markup and a backslash that is left is a character of its own.

use std::borrow::Cow;

use crate::white_space::is_space;

/// Replaces a backslash that escapes the character after it. A NUL of the page itself acts alike.
pub(super) const ESCAPE: char = '\0';

/// Marks the backslashes that escape; the length stays.
pub(crate) fn mark(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut marked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        marked.push_str(before);
        marked.push(ESCAPE);
        let mut chars = after.chars();
        marked.extend(chars.next());
        rest = chars.as_str();
    }
    marked.push_str(rest);
    Cow::Owned(marked)
}

/// The characters meant: an escaped blank or line break vanishes, any other character is itself.
pub(crate) fn resolve(marked: &str) -> Cow<'_, str> {
    if !marked.contains(ESCAPE) {
        return Cow::Borrowed(marked);
    }
    // One after the other, as docutils does: it makes a difference if the page holds NULs of its own.
    Cow::Owned(marked.replace("\0 ", "").replace("\0\n", "").replace(ESCAPE, ""))
}

/// An address: of its white space only what is escaped counts.
pub(crate) fn address(marked: &str) -> String {
    let mut joined = String::with_capacity(marked.len());
    for (index, part) in marked.split("\0 ").flat_map(|part| part.split("\0\n")).enumerate() {
        if index > 0 {
            joined.push(' ');
        }
        joined.extend(part.split(is_space));
    }
    resolve(&joined).into_owned()
}

/// The source as it was written, for literals and for markup that shows as it is.
pub(super) fn restore(marked: &str) -> Cow<'_, str> {
    if !marked.contains(ESCAPE) {
        return Cow::Borrowed(marked);
    }
    Cow::Owned(marked.replace(ESCAPE, "\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_text_resolves_and_restores() {
        for (source, meant) in [
            ("plain", "plain"),
            (r"\*a\*", "*a*"),
            (r"a\ b", "ab"),
            ("a\\\nb", "ab"),
            (r"C:\\dir", r"C:\dir"),
            (r"\\\ ", r"\"),
            (r"end\", "end"),
        ] {
            let marked = mark(source);
            assert_eq!(resolve(&marked), meant);
            assert_eq!(restore(&marked), source);
        }
    }
}
