//! What interpreted text shows, by its role.

use std::borrow::Cow;

use super::{Piece, chars, escape};

/// What a role makes of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The text, in no form that is kept: subscript, title reference, abbreviation, roles the page defines …
    Plain,
    Emphasis,
    Strong,
    /// Code; escapes are resolved.
    Literal,
    /// Code and formulas; backslashes stay.
    Source,
    Pep,
    Rfc,
    /// `raw`, which is turned off, and roles docutils reserves without having them: the markup shows as written.
    Refused,
    /// A role docutils lacks (Sphinx's `ref`, `doc` …): the text, or its title if there is a target in `<>`.
    Unknown,
}

impl Role {
    /// The role that docutils has under this name, whatever its case.
    pub(crate) fn of_docutils(name: &str) -> Option<Self> {
        Some(match name.to_lowercase().as_str() {
            "abbreviation" | "ab" | "acronym" | "ac" | "subscript" | "sub" | "superscript" | "sup"
            | "title-reference" | "title" | "t" => Self::Plain,
            "emphasis" => Self::Emphasis,
            "strong" => Self::Strong,
            "literal" => Self::Literal,
            "code" | "math" => Self::Source,
            "pep-reference" | "pep" => Self::Pep,
            "rfc-reference" | "rfc" => Self::Rfc,
            "raw"
            | "index"
            | "i"
            | "anonymous-reference"
            | "citation-reference"
            | "footnote-reference"
            | "named-reference"
            | "substitution-reference"
            | "uri-reference"
            | "uri"
            | "url"
            | "target"
            | "restructuredtext-unimplemented-role" => Self::Refused,
            _ => return None,
        })
    }

    /// What shows of `text`; `whole` is the construct with its role and backquotes.
    pub(super) fn show<'t>(self, text: &'t str, whole: &'t str) -> Piece<'t> {
        match self {
            Self::Plain => Piece::Text(escape::resolve(text)),
            Self::Emphasis => Piece::Emphasis(escape::resolve(text)),
            Self::Strong => Piece::Strong(escape::resolve(text)),
            Self::Literal => Piece::Literal(escape::resolve(text)),
            Self::Source => Piece::Literal(escape::restore(text)),
            Self::Pep => pep(text).unwrap_or_else(|| Piece::problem(whole)),
            Self::Rfc => rfc(text).unwrap_or_else(|| Piece::problem(whole)),
            Self::Refused => Piece::problem(whole),
            Self::Unknown => Piece::Text(escape::resolve(explicit_title(text).unwrap_or(text))),
        }
    }
}

/// `Title` of `Title <target>`; an escaped `<` is none.
fn explicit_title(text: &str) -> Option<&str> {
    let (before, _) = text.strip_suffix('>')?.rsplit_once('<')?;
    if before.is_empty() || before.ends_with(escape::ESCAPE) {
        return None;
    }
    Some(before.trim_end_matches(chars::is_space))
}

fn pep(text: &str) -> Option<Piece<'_>> {
    let shown = escape::resolve(text);
    let number = natural(&shown)?;
    if number.len() > 4 {
        return None;
    }
    let url = format!("https://peps.python.org/pep-{number:0>4}");
    Some(Piece::Link { text: Cow::Owned(format!("PEP {shown}")), url: Cow::Owned(url) })
}

fn rfc(text: &str) -> Option<Piece<'_>> {
    let shown = escape::resolve(text);
    let (number, section) = match shown.split_once('#') {
        Some((number, section)) => (number, Some(section)),
        None => (&*shown, None),
    };
    let number = natural(number)?;
    if number == "0" {
        return None;
    }
    let mut url = format!("https://datatracker.ietf.org/doc/html/rfc{number}.html");
    if let Some(section) = section {
        url.push('#');
        url.push_str(section);
    }
    Some(Piece::Link { text: Cow::Owned(format!("RFC {number}")), url: Cow::Owned(url) })
}

/// More digits than this are no number to Python.
const MOST_DIGITS: usize = 4300;

/// The digits of a number without leading zeros, in the forms that Python reads: blanks around, a sign, single
/// underscores between digits, the digits of any script.
fn natural(text: &str) -> Option<String> {
    let text = text.trim_matches(chars::is_space);
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let mut digits = String::new();
    for group in unsigned.split('_') {
        if group.is_empty() {
            return None;
        }
        for c in group.chars() {
            digits.push(char::from_digit(chars::digit(c)?, 10)?);
        }
    }
    if digits.len() > MOST_DIGITS {
        return None;
    }
    let number = digits.trim_start_matches('0');
    match number {
        "" => Some("0".to_owned()),
        _ if text.starts_with('-') => None,
        _ => Some(number.to_owned()),
    }
}
