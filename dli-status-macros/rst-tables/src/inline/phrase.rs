//! References by name or phrase: `` `phrase`_ ``, `` `text <https://…>`_ ``, `` `text <name_>`_ ``, `name_`.

use std::borrow::Cow;

use super::escape::{ESCAPE, address, resolve};
use super::{Piece, uri};
use crate::white_space::{fold_spaces, is_space};

/// What the angle brackets at the end of a phrase hold.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    Url(String),
    /// The name of another target, in the form names are compared in.
    Name(String),
}

/// A phrase reference, by its marked text without the backquotes.
pub(super) fn piece(phrase: &str, anonymous: bool) -> Piece<'_> {
    let Some((text, bracketed)) = split(phrase) else {
        let text = resolve(phrase);
        return reference(text.clone(), text, anonymous);
    };
    let text = resolve(text);
    match target(bracketed) {
        Target::Url(url) => {
            let text = if text.is_empty() { Cow::Owned(url.clone()) } else { text };
            Piece::Link { text, url: Cow::Owned(url) }
        }
        Target::Name(name) => {
            let text = if text.is_empty() { Cow::Owned(name.clone()) } else { text };
            Piece::Reference { written: text.clone(), text, name: Some(name) }
        }
    }
}

/// A reference that is just a name; `written` is the name with its underscores.
pub(super) fn by_name<'t>(name: &'t str, written: &'t str, anonymous: bool) -> Piece<'t> {
    reference(Cow::Borrowed(name), Cow::Borrowed(written), anonymous)
}

fn reference<'t>(text: Cow<'t, str>, written: Cow<'t, str>, anonymous: bool) -> Piece<'t> {
    let name = (!anonymous).then(|| normal_name(&text));
    Piece::Reference { text, name, written }
}

/// Whether the phrase brings its target along.
pub(super) fn has_target(phrase: &str) -> bool {
    split(phrase).is_some()
}

/// The form in which the names of targets are compared.
pub(crate) fn normal_name(name: &str) -> String {
    fold_spaces(&name.to_lowercase())
}

/// `text` and `target` of `text <target>`.
fn split(phrase: &str) -> Option<(&str, &str)> {
    let inner = phrase.strip_suffix('>')?;
    let open = last_bracket(inner).filter(|&open| inner.get(open..).is_some_and(|rest| rest.starts_with('<')))?;
    let (text, target) = (inner.get(..open)?, inner.get(open + 1..)?);
    if target.is_empty() || target.starts_with(is_space) || target.ends_with(|c| is_space(c) || c == ESCAPE) {
        return None;
    }
    let trimmed = text.trim_end_matches([' ', '\n']);
    (text.is_empty() || trimmed.len() < text.len()).then_some((trimmed, target))
}

/// The last angle bracket that is not escaped.
fn last_bracket(text: &str) -> Option<usize> {
    let mut end = text.len();
    loop {
        let (before, _) = text.get(..end)?.rsplit_once(['<', '>'])?;
        if !before.ends_with(ESCAPE) {
            return Some(before.len());
        }
        end = before.len();
    }
}

fn target(bracketed: &str) -> Target {
    if let Some(name) = bracketed.strip_suffix('_') {
        let escaped = name.ends_with([ESCAPE, '\\']);
        if !escaped && !uri::is_uri(bracketed) {
            return Target::Name(normal_name(&resolve(name)));
        }
    }
    Target::Url(url(bracketed))
}

/// The address; an e-mail address gets its scheme.
fn url(bracketed: &str) -> String {
    let url = address(bracketed);
    let scheme = if uri::is_email(&url) { "mailto:" } else { "" };
    match url.strip_suffix("\\_") {
        Some(stem) => format!("{scheme}{stem}_"),
        None => format!("{scheme}{url}"),
    }
}
