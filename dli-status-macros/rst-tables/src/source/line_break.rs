//! Where lines end, as Python splits them.

/// Splits off the first line: the line and the length of its ending.
pub(crate) fn first_line(rest: &str) -> (&str, usize) {
    let line = rest.find('\n').and_then(|end| rest.get(..end)).unwrap_or(rest);
    split_break(line, rest)
}

/// The first line again, if up to its line feed there may be other line breaks.
pub(crate) fn split_break<'r>(line: &'r str, rest: &'r str) -> (&'r str, usize) {
    if let Some(end) = line.find(is_line_break) {
        let (line, _) = line.split_at_checked(end).expect("a line break is a character");
        let ending = rest.get(end..).expect("a line break is a character");
        let length = if ending.starts_with("\r\n") { 2 } else { ending.chars().next().map_or(0, char::len_utf8) };
        return (line, length);
    }
    (line, usize::from(line.len() < rest.len()))
}

pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
