//! What a line begins: docutils' patterns (its `Body.patterns`), one line of text in, what it is out.

pub(crate) mod enumerator;
pub(crate) mod marker;
pub(crate) mod option;

use self::enumerator::Enumerator;
use self::marker::Marker;

/// What a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    Bullet(char, Marker),
    Enumerator(Enumerator, Marker),
    Field(Marker),
    Option(Marker),
    Doctest,
    Line(Marker),
    Grid,
    Simple,
    Explicit(Marker),
    Anonymous(Marker),
    /// A line of one punctuation character.
    Rule,
    Text,
}

/// What a line that is neither blank nor indented begins, in docutils' order.
pub(crate) fn classify(line: &str) -> Start {
    let Some(first) = line.chars().next() else { return Start::Text };
    // Most lines are text; the first character often shows it.
    let start = match first {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '#' | '(' => enumerator::read(line).map(|(e, m)| Start::Enumerator(e, m)),
        '-' | '+' => dash_or_plus(line, first),
        '*' | '\u{2022}' | '\u{2023}' | '\u{2043}' => bullet(line, first),
        ':' => field(line).map(Start::Field),
        '/' => option::marker(line).map(Start::Option),
        '>' => Marker::of(line, ">>>").map(|_| Start::Doctest),
        '|' => Marker::of(line, "|").map(Start::Line),
        '=' => is_simple_top(line).then_some(Start::Simple),
        '.' => Marker::of(line, "..").map(Start::Explicit),
        '_' => Marker::of(line, "__").map(Start::Anonymous),
        _ => None,
    };
    start.unwrap_or_else(|| if is_rule(line) { Start::Rule } else { Start::Text })
}

fn dash_or_plus(line: &str, first: char) -> Option<Start> {
    bullet(line, first)
        .or_else(|| option::marker(line).map(Start::Option))
        .or_else(|| (first == '+' && is_grid_border(line)).then_some(Start::Grid))
}

fn bullet(line: &str, bullet: char) -> Option<Start> {
    Marker::after(line, bullet.len_utf8()).map(|marker| Start::Bullet(bullet, marker))
}

/// `:name: value`; the name may hold escaped colons, and others that no blank or backquote follows.
pub(crate) fn field(line: &str) -> Option<Marker> {
    let rest = line.strip_prefix(':')?;
    if rest.starts_with([':', ' ']) {
        return None;
    }
    let mut chars = rest.char_indices();
    let mut blank_before = false;
    while let Some((offset, c)) = chars.next() {
        match c {
            '\\' => {
                blank_before = chars.next()?.1 == ' ';
                continue;
            }
            ':' if chars.as_str().is_empty() || chars.as_str().starts_with([' ', '`']) => {
                return if blank_before { None } else { Marker::after(line, offset + 2) };
            }
            _ => {}
        }
        blank_before = c == ' ';
    }
    None
}

/// A line of one punctuation character over and over: the underline of a title or a transition.
pub(crate) fn is_rule(line: &str) -> bool {
    let line = line.trim_end_matches(' ').as_bytes();
    line.first().is_some_and(|first| first.is_ascii_punctuation() && line.iter().all(|b| b == first))
}

/// `+---+`, the top or bottom of a table.
pub(crate) fn is_grid_border(line: &str) -> bool {
    match line.trim_end_matches(' ').as_bytes() {
        [b'+', b'-', middle @ .., b'-', b'+'] => !middle.is_empty() && middle.iter().all(|b| matches!(b, b'-' | b'+')),
        _ => false,
    }
}

/// `=== ===`, the top of a table: at least two columns.
pub(crate) fn is_simple_top(line: &str) -> bool {
    is_simple_rule(line) && line.trim_end_matches(' ').contains(' ')
}

/// `=== ===` or `=======`, the bottom or the rule between head and body.
pub(crate) fn is_simple_rule(line: &str) -> bool {
    line.starts_with('=') && line.bytes().all(|b| matches!(b, b'=' | b' '))
}
