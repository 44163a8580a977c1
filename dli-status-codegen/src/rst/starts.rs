//! The patterns by which docutils tells what a line begins.

/// The marker of a bullet list item: the bullet, and how many bytes and characters it takes with the blanks behind it.
pub(crate) fn bullet(line: &str) -> Option<(char, Marker)> {
    let bullet = line.chars().next().filter(|c| matches!(c, '-' | '+' | '*' | '\u{2022}' | '\u{2023}' | '\u{2043}'))?;
    let marker = Marker::behind(line, bullet.len_utf8())?;
    Some((bullet, Marker { chars: marker.chars + 1 - bullet.len_utf8(), ..marker }))
}

/// How much of a line its marker takes, with the blanks behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) bytes: usize,
    pub(crate) chars: usize,
}

impl Marker {
    /// A marker of `length` ASCII characters, which a blank or the end of the line must follow.
    pub(crate) fn behind(line: &str, length: usize) -> Option<Self> {
        let rest = line.get(length..)?;
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let bytes = length + blanks;
        (blanks > 0 || rest.is_empty()).then_some(Self { bytes, chars: bytes })
    }
}

/// A line of one punctuation character over and over: the underline of a title or a transition.
pub(crate) fn is_line(line: &str) -> bool {
    let line = line.trim_end_matches(' ').as_bytes();
    line.first().is_some_and(|first| first.is_ascii_punctuation() && line.iter().all(|b| b == first))
}
