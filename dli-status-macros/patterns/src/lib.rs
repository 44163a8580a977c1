//! The patterns of [`dli-status`](https://docs.rs/dli-status)'s columns. `dli-status-codegen` is built at the same time,
//! and is given [`compile`] by those who call it.

#![forbid(unsafe_code)]

use regex::{Captures, Regex};
use std::ops::Range;

/// Compiles a pattern.
///
/// The result finds the first matches in a text, at most the given number of them: for each, the byte ranges of all of it
/// and of its first group. The second is `None` if the group took no part, and the same as the first if the pattern has no
/// group.
///
/// ```
/// let matches = dli_status_patterns::compile(r"E(\d)?").unwrap();
/// assert_eq!(matches("E1, E", usize::MAX), [(0..2, Some(1..2)), (4..5, None)]);
/// assert_eq!(matches("E1, E", 1), [(0..2, Some(1..2))]);
/// ```
///
/// # Errors
///
/// What [`regex`] says of a pattern that it cannot read.
#[allow(clippy::type_complexity, reason = "only types of the standard library, so that nobody waits for this crate")]
pub fn compile(pattern: &str) -> Result<Box<dyn Fn(&str, usize) -> Vec<(Range<usize>, Option<Range<usize>>)>>, String> {
    let regex = Regex::new(pattern).map_err(|error| error.to_string())?;
    let group = usize::from(regex.captures_len() > 1);
    let ranges = move |captures: Captures<'_>| {
        let whole = captures.get(0).expect("group 0 is the whole match").range();
        (whole, captures.get(group).map(|found| found.range()))
    };
    Ok(Box::new(move |text, limit| regex.captures_iter(text).take(limit).map(ranges).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_those_of_regex() {
        for pattern in [r"\d+", r"(\d)\d*", "(a)|b", "", r"\bx|y*"] {
            let (found, regex) = (compile(pattern).unwrap(), Regex::new(pattern).unwrap());
            for text in ["", "12 345", "abba", "xé yy x", "ü"] {
                let whole: Vec<Range<usize>> = regex.find_iter(text).map(|found| found.range()).collect();
                let matches = found(text, usize::MAX);
                assert!(matches.iter().map(|(range, _)| range).eq(&whole), "{pattern} in {text}");
            }
        }
    }

    #[test]
    fn a_mistake_is_told_in_the_words_of_regex() {
        assert!(compile("(").err().unwrap().ends_with("error: unclosed group"));
    }
}
