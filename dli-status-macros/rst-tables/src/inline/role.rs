//! What interpreted text shows, by its role.

use std::borrow::Cow;

use super::{Piece, escape};
use crate::white_space::is_space;

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
    /// `raw`, which is turned off, and roles docutils reserves without having them: the markup shows as it is written.
    Refused,
    /// A role that docutils lacks (Sphinx's `ref`, `doc` …): the text, or the title before a target in `<>`.
    Unknown,
}

/// What a page says about the roles of interpreted text.
pub(crate) trait Roles {
    /// The role of that name.
    fn named(&self, name: &str) -> Role;
    /// The role of interpreted text that names none.
    fn default_role(&self) -> Role;
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
            Self::Pep => pep(&escape::resolve(text)).unwrap_or_else(|| problem(whole)),
            Self::Rfc => rfc(&escape::resolve(text)).unwrap_or_else(|| problem(whole)),
            Self::Refused => problem(whole),
            Self::Unknown => Piece::Text(escape::resolve(explicit_title(text).unwrap_or(text))),
        }
    }
}

/// The roles that docutils has, whatever the page makes of them.
pub(crate) struct DocutilsRoles;

impl Roles for DocutilsRoles {
    fn named(&self, name: &str) -> Role {
        Role::of_docutils(name).unwrap_or(Role::Unknown)
    }

    fn default_role(&self) -> Role {
        Role::Plain
    }
}

/// `Title` of `Title <target>`; an escaped `<` begins no target.
fn explicit_title(text: &str) -> Option<&str> {
    let (before, _) = text.strip_suffix('>')?.rsplit_once('<')?;
    if before.is_empty() || before.ends_with(escape::ESCAPE) {
        return None;
    }
    Some(before.trim_end_matches(is_space))
}

fn problem(whole: &str) -> Piece<'_> {
    Piece::Problem(escape::restore(whole))
}

/// `8` as `PEP 8`.
fn pep<'t>(text: &str) -> Option<Piece<'t>> {
    let number = number(text).filter(|&number| number < 10_000)?;
    Some(document(format!("PEP {text}"), format!("https://peps.python.org/pep-{number:04}")))
}

/// `9110` or `9110#section-15` as `RFC 9110`.
fn rfc<'t>(text: &str) -> Option<Piece<'t>> {
    let (number, section) = text.split_at(text.find('#').unwrap_or(text.len()));
    let number = self::number(number).filter(|&number| number > 0)?;
    let url = format!("https://datatracker.ietf.org/doc/html/rfc{number}.html{section}");
    Some(document(format!("RFC {number}"), url))
}

fn document<'t>(text: String, url: String) -> Piece<'t> {
    Piece::Link { text: Cow::Owned(text), url: Cow::Owned(url) }
}

/// The number of a document. Python's other ways to write one (signs, underscores, digits of other scripts) are
/// refused, as an error would be.
fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}
