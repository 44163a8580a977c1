//! Backslash escapes. Before markup is looked for, each escaping backslash becomes [`ESCAPE`], so that an escaped
//! character is no markup and a backslash that is left is a character of its own.

use std::borrow::Cow;

/// Stands for a backslash that escapes the character after it. A NUL of the page itself acts alike.
pub(super) const ESCAPE: char = '\0';

/// Marks the backslashes that escape; the length stays.
pub(super) fn mark(text: &str) -> Cow<'_, str> {
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

/// The characters meant: an escaped blank or line break vanishes, any other character stands for itself.
pub(super) fn resolve(marked: &str) -> Cow<'_, str> {
    if !marked.contains(ESCAPE) {
        return Cow::Borrowed(marked);
    }
    // One after the other, as docutils does: it shows where a page holds NULs of its own.
    Cow::Owned(marked.replace("\0 ", "").replace("\0\n", "").replace(ESCAPE, ""))
}

/// The source as it was written, for literals and for markup that is shown as it stands.
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
