//! Addresses in running text, `https://example.com` or `user@example.com`.

use std::ops::Range;

use super::chars::{may_follow_end, may_precede_start};
use super::escape::ESCAPE;
use super::names::{after, before};

/// The addresses in `text` that a link can lead to: `http`, `https` and `mailto` ones, and e-mail addresses.
pub(crate) fn links(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = if may_hold_link(text) { 0 } else { text.len() };
    std::iter::from_fn(move || {
        loop {
            let mark = from + text.get(from..)?.find([':', '@'])?;
            let found =
                if text.get(mark..)?.starts_with(':') { web(text, from, mark) } else { email(text, from, mark) };
            from = found.as_ref().map_or(mark + 1, |link| link.end);
            if found.is_some() {
                return found;
            }
        }
    })
}

/// Whether a text has a character that each address has. Most have none, and a search for one character looks at many
/// bytes at a time.
pub(crate) fn may_hold_link(text: &str) -> bool {
    text.contains(':') || text.contains('@')
}

/// An address whose scheme ends with the colon at `colon`.
fn web(text: &str, from: usize, colon: usize) -> Option<Range<usize>> {
    let scheme = ["https", "http", "mailto"].into_iter().find_map(|scheme| {
        let start = colon.checked_sub(scheme.len()).filter(|&start| start >= from)?;
        text.get(start..colon)?.eq_ignore_ascii_case(scheme).then_some(start)
    })?;
    before(text, scheme).is_none_or(may_precede_start).then_some(())?;
    Some(scheme..absolute_end(text, colon)?)
}

/// The e-mail address around an `@`.
fn email(text: &str, from: usize, at_sign: usize) -> Option<Range<usize>> {
    let before_sign = text.get(from..at_sign)?;
    let other = before_sign.trim_end_matches(|c| is_email_char(c) || c == '.');
    let name = before_sign.get(other.len()..)?.trim_start_matches('.');
    let start = at_sign - name.len();
    let end = email_end(text, start)?;
    before(text, start).is_none_or(may_precede_start).then_some(start..end)
}

/// Whether `text` begins with an address of any scheme.
pub(super) fn is_uri(text: &str) -> bool {
    let colon = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-')));
    let scheme =
        colon.filter(|&colon| text.starts_with(|c: char| c.is_ascii_alphabetic()) && after(text, colon) == Some(':'));
    scheme.is_some_and(|colon| absolute_end(text, colon).is_some()) || email_end(text, 0).is_some()
}

/// Whether all of `text` is an e-mail address.
pub(super) fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        is_email_name(name)
            && host.starts_with(is_email_char)
            && host.chars().all(|c| is_email_char(c) || c == '.')
            && host.ends_with(is_last)
            && host.chars().count() > 1
    })
}

/// The end of the address whose scheme ends with the colon at `colon`: path, query and fragment, each as long as
/// possible.
fn absolute_end(text: &str, colon: usize) -> Option<usize> {
    let path = colon + 1;
    candidates(text, path).find_map(|end| {
        let end_of_query = rest_end(text, end, '?').into_iter().flatten().find_map(|end| fragment_end(text, end));
        end_of_query.or_else(|| fragment_end(text, end))
    })
}

/// The end of the address whose path and query end at `end`.
fn fragment_end(text: &str, end: usize) -> Option<usize> {
    let fragment = rest_end(text, end, '#').into_iter().flatten().find(|&end| is_closed(text, end));
    fragment.or_else(|| is_closed(text, end).then_some(end))
}

fn rest_end(text: &str, end: usize, mark: char) -> Option<impl Iterator<Item = usize>> {
    (after(text, end) == Some(mark)).then(|| candidates(text, end + 1))
}

/// The ends that a run of address characters from `start` may have, the longest first.
fn candidates(text: &str, start: usize) -> impl Iterator<Item = usize> {
    let rest = text.get(start..).expect("an address goes on after one of its characters");
    let (run, after) = rest.split_at(rest.find(|c| !is_address_char(c)).unwrap_or(rest.len()));
    let before_bracket = after.starts_with('>');
    let length = run.len();
    run.char_indices().rev().filter_map(move |(offset, c)| {
        let end = offset + 1;
        (is_last(c) || (before_bracket && end == length)).then_some(start + end)
    })
}

fn is_closed(text: &str, end: usize) -> bool {
    after(text, end).is_none_or(may_follow_end)
}

/// The end of the e-mail address that begins at `start`.
fn email_end(text: &str, start: usize) -> Option<usize> {
    let (name, host) = text.get(start..)?.split_once('@')?;
    if !is_email_name(name) || !host.starts_with(is_email_char) {
        return None;
    }
    let host_start = start + name.len() + 1;
    let length = host.find(|c| !(is_email_char(c) || c == '.')).unwrap_or(host.len());
    let before_bracket = host.get(length..)?.starts_with('>');
    let run = host.get(..length)?;
    run.char_indices().rev().find_map(|(offset, c)| {
        let end = host_start + offset + 1;
        let fits = offset > 0 && (is_last(c) || (before_bracket && offset + 1 == length));
        (fits && is_closed(text, end)).then_some(end)
    })
}

/// Words joined by single dots, if the `@` after them is not escaped.
fn is_email_name(name: &str) -> bool {
    !name.ends_with(ESCAPE) && name.split('.').all(|word| !word.is_empty() && word.chars().all(is_email_char))
}

fn is_email_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == ESCAPE || "-_!~*'{|}/#?^`&=+$%".contains(c)
}

fn is_address_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == ESCAPE || "-_.!~*'()[];/:@&=+$,%".contains(c)
}

/// What an address may end with.
fn is_last(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_~*/=+".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        links(text).filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn addresses_end_before_punctuation() {
        assert_eq!(found("see https://example.com/a_b?c=d#e."), ["https://example.com/a_b?c=d#e"]);
        assert_eq!(found("(http://example.com/), <https://a.b/c;d>"), ["http://example.com/", "https://a.b/c;d"]);
        assert_eq!(found("mail to first.last@example.com!"), ["first.last@example.com"]);
    }

    #[test]
    fn other_schemes_and_words_with_colons_are_text() {
        assert!(found("ftp://example.com and note: this xhttp://a.b at 12:30").is_empty());
    }
}
