//! The patterns by which docutils tells what a line begins.

use super::enumerator::{self, Enumerator};
use super::{grid, option_list, simple};

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

/// How much of a line its marker takes, with the blanks behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) bytes: usize,
    pub(crate) chars: usize,
}

impl Marker {
    /// A marker of `length` bytes, which a blank or the end of the line must follow.
    pub(crate) fn behind(line: &str, length: usize) -> Option<Self> {
        let rest = line.get(length..)?;
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let chars = line.get(..length)?.chars().count() + blanks;
        (blanks > 0 || rest.is_empty()).then_some(Self { bytes: length + blanks, chars })
    }

    fn of(line: &str, mark: &str) -> Option<Self> {
        if line.starts_with(mark) { Self::behind(line, mark.len()) } else { None }
    }
}

/// What a line that is neither blank nor indented begins, in docutils' order.
pub(crate) fn classify(line: &str) -> Start {
    let Some(first) = line.chars().next() else { return Start::Text };
    // Most lines are text, which their first character often tells.
    let start = match first {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '#' | '(' => enumerator::read(line).map(|(e, m)| Start::Enumerator(e, m)),
        '-' | '+' => dash_or_plus(line, first),
        '*' | '\u{2022}' | '\u{2023}' | '\u{2043}' => bullet(line, first),
        ':' => field(line).map(Start::Field),
        '/' => option_list::marker(line).map(Start::Option),
        '>' => Marker::of(line, ">>>").map(|_| Start::Doctest),
        '|' => Marker::of(line, "|").map(Start::Line),
        '=' => simple::is_top(line).then_some(Start::Simple),
        '.' => Marker::of(line, "..").map(Start::Explicit),
        '_' => Marker::of(line, "__").map(Start::Anonymous),
        _ => None,
    };
    start.unwrap_or_else(|| if is_rule(line) { Start::Rule } else { Start::Text })
}

fn dash_or_plus(line: &str, first: char) -> Option<Start> {
    bullet(line, first)
        .or_else(|| option_list::marker(line).map(Start::Option))
        .or_else(|| (first == '+' && grid::is_border(line)).then_some(Start::Grid))
}

fn bullet(line: &str, bullet: char) -> Option<Start> {
    Marker::behind(line, bullet.len_utf8()).map(|marker| Start::Bullet(bullet, marker))
}

/// `:name: value`; the name may hold escaped colons, and others that no blank or backquote follows.
pub(crate) fn field(line: &str) -> Option<Marker> {
    let rest = line.strip_prefix(':')?;
    if rest.starts_with([':', ' ']) {
        return None;
    }
    let mut chars = rest.char_indices();
    let mut blank_before = false;
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()?),
            ':' if chars.as_str().is_empty() || chars.as_str().starts_with([' ', '`']) => {
                return if blank_before { None } else { Marker::behind(line, at + 2) };
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
