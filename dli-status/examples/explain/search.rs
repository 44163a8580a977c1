//! Which rows a text means, and which are near it if it means none.

use dli_status::StatusCode;
use std::cmp::Reverse;

/// So many near ones are worth a look.
const NEAR: usize = 3;

/// The rows that a text means: those with this code, name or message, else those of this class.
pub(crate) fn rows(text: &str) -> Vec<StatusCode> {
    let wanted = fold(text);
    let by_text = select(|row| texts(row).contains(&wanted));
    if by_text.is_empty() { select(|row| classes(row).contains(&wanted)) } else { by_text }
}

fn select(meant: impl Fn(StatusCode) -> bool) -> Vec<StatusCode> {
    StatusCode::ALL.iter().copied().filter(|&row| meant(row)).collect()
}

/// Case, blanks and punctuation left out.
fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a row is known by.
fn texts(row: StatusCode) -> [String; 4] {
    [row.code().to_string(), fold(row.name()), fold(row.message()), fold(&row.to_string())]
}

/// What the class of a row is known by: `4xx` and `client error`.
fn classes(row: StatusCode) -> [String; 2] {
    [format!("{}xx", row.code() / 100), row.class().map(|class| fold(&class.to_string())).unwrap_or_default()]
}

/// The rows that are nearest to a text which means none, the nearest first: by their code for a number, else by their
/// name and message.
pub(crate) fn nearest(text: &str) -> Vec<StatusCode> {
    let wanted = fold(text);
    let mut rows = StatusCode::ALL.to_vec();
    match number(&wanted) {
        Some(number) => rows.sort_by_key(|row| u64::from(row.code()).abs_diff(number)),
        None => rows.sort_by_cached_key(|&row| Reverse(likeness(row, &wanted))),
    }
    rows.truncate(NEAR);
    rows
}

/// A number, or where a class such as `6xx` begins. One that is too large is as far away as can be.
fn number(wanted: &str) -> Option<u64> {
    let digits = wanted.strip_suffix("xx").map_or_else(|| wanted.to_owned(), |class| format!("{class}00"));
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

/// In thousandths: by common pairs of letters, which finds parts and turned words, or by slips of the pen.
fn likeness(row: StatusCode, wanted: &str) -> u32 {
    let alike =
        |text: &String| strsim::sorensen_dice(text, wanted).max(strsim::normalized_damerau_levenshtein(text, wanted));
    texts(row).iter().map(|text| (alike(text) * 1000.0) as u32).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spaced(text: &str) -> String {
        text.chars().flat_map(|c| [' ', c, '-']).collect()
    }

    #[test]
    fn a_row_is_found_by_all_that_it_is_known_by() {
        for &row in StatusCode::ALL {
            for text in [row.code().to_string(), row.name().to_owned(), row.message().to_owned(), row.to_string()] {
                for text in [text.to_uppercase(), text.to_lowercase(), spaced(&text)] {
                    assert_eq!(rows(&text), [row], "{text}");
                }
            }
        }
    }

    #[test]
    fn a_class_is_all_of_its_rows() {
        for digit in 0..=9 {
            let expected = select(|row| row.code() / 100 == digit);
            assert_eq!(rows(&format!("{digit}XX")), expected);
        }
        assert_eq!(rows("Client-Error"), select(StatusCode::is_client_error));
    }

    #[test]
    fn a_message_comes_before_a_class_of_the_same_name() {
        let named_as_a_class = |row: &StatusCode| classes(*row).contains(&fold(row.message()));
        for row in StatusCode::ALL.iter().filter(|row| named_as_a_class(row)) {
            assert_eq!(rows(row.message()), [*row]);
        }
    }

    #[test]
    fn what_says_nothing_means_nothing() {
        for text in ["", " ", "?!", "x", "xx", "0404", "-", "99999999999999999999999"] {
            assert!(rows(text).is_empty(), "{text:?}");
            assert_eq!(nearest(text).len(), NEAR, "{text:?}");
        }
    }

    #[test]
    fn near_a_number_are_the_numbers_around_it() {
        let codes = |text| nearest(text).iter().map(|row| row.code()).collect::<Vec<_>>();
        let (first, last) = (StatusCode::ALL.first().unwrap().code(), StatusCode::ALL.last().unwrap().code());
        assert_eq!(codes("0").first(), Some(&first));
        for high in ["6xx", "999", "99999999999999999999999"] {
            assert_eq!(codes(high).first(), Some(&last), "{high}");
        }
        let distance = |code: &u16| code.abs_diff(450);
        assert!(codes("450").iter().map(distance).is_sorted());
    }

    #[test]
    fn near_a_text_are_the_texts_like_it() {
        for &row in StatusCode::ALL {
            let slip: String = row.message().chars().enumerate().filter(|(at, _)| *at != 2).map(|(_, c)| c).collect();
            assert_eq!(nearest(&slip).first(), Some(&row), "{slip}");
        }
    }

    #[test]
    fn near_a_word_are_the_texts_that_hold_it() {
        for row in StatusCode::ALL {
            let Some((_, word)) = row.message().rsplit_once(' ') else { continue };
            let near = nearest(word);
            assert!(near.iter().any(|row| fold(row.message()).contains(&fold(word))), "{word}: {near:?}");
        }
    }
}
