use super::*;
use crate::explain::builtin::entries;
use dli_status::StatusCode;

/// The codes that a text means.
fn codes(texts: &[&str]) -> Vec<u64> {
    let asked: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
    answer(&entries(), &asked).rows.iter().map(|entry| entry.code.as_u64().unwrap()).collect()
}

fn near_codes(text: &str) -> Vec<u64> {
    near(&entries(), text).iter().map(|entry| entry.code.as_u64().unwrap()).collect()
}

fn listed(wanted: impl Fn(StatusCode) -> bool) -> Vec<u64> {
    StatusCode::ALL.iter().filter(|status| wanted(**status)).map(|status| status.code().into()).collect()
}

fn spaced(text: &str) -> String {
    text.chars().flat_map(|c| [' ', c, '-']).collect()
}

#[test]
fn a_row_is_found_by_code_name_message_and_both() {
    for &row in StatusCode::ALL {
        for text in [row.code().to_string(), row.name().to_owned(), row.message().to_owned(), row.to_string()] {
            for text in [text.to_uppercase(), text.to_lowercase(), spaced(&text)] {
                assert_eq!(codes(&[&text]), [u64::from(row.code())], "{text}");
            }
        }
    }
}

#[test]
fn a_status_line_is_its_code() {
    for &row in StatusCode::ALL {
        for version in ["HTTP", "http", "HTTP/1.1", "HTTP/2"] {
            let line = format!("{version} {} I'm a Teapot", row.code());
            assert_eq!(codes(&[&line]), [u64::from(row.code())]);
            let words: Vec<&str> = line.split(' ').collect();
            assert_eq!(codes(&words), [u64::from(row.code())]);
        }
    }
    assert_eq!(codes(&["HTTP/1.1 9999"]), [0_u64; 0]);
}

#[test]
fn words_without_quotes_are_one_text_if_they_mean_a_row() {
    assert_eq!(codes(&["not", "modified"]), [304]);
    assert_eq!(codes(&["404", "304"]), [404, 304]);
}

#[test]
fn a_class_is_all_of_its_rows() {
    for digit in 0..=9 {
        assert_eq!(codes(&[&format!("{digit}XX")]), listed(|row| row.code() / 100 == digit));
    }
    assert_eq!(codes(&["Client-Error"]), listed(StatusCode::is_client_error));
}

#[test]
fn a_word_finds_the_rows_that_hold_it() {
    let with_timeout = listed(|row| row.name().to_lowercase().contains("timeout"));
    assert!(with_timeout.len() > 1);
    for word in ["timeout", "Time-Out", "time out"] {
        assert_eq!(codes(&[word]), with_timeout, "{word}");
    }
    for row in StatusCode::ALL {
        for header in row.headers() {
            assert!(codes(&[header]).contains(&row.code().into()), "{header}");
        }
    }
    assert_eq!(codes(&["imeout"]), [0_u64; 0], "a part from inside of a word");
}

#[test]
fn what_says_nothing_means_nothing() {
    for text in ["", " ", "?!", "x", "xx", "0404", "-", "99999999999999999999999"] {
        assert_eq!(codes(&[text]), [0_u64; 0], "{text:?}");
    }
}

#[test]
fn only_near_numbers_are_suggested() {
    for far in ["0", "999", "6xx", "99999999999999999999999", "42"] {
        assert!(near_codes(far).iter().all(|code| strsim::osa_distance(&code.to_string(), far) == 1), "{far}");
    }
    assert_eq!(near_codes("999"), [0_u64; 0]);
    assert!(near_codes("440").contains(&404), "two digits swapped");
    assert!(near_codes("4044").contains(&404));
}

#[test]
fn only_near_texts_are_suggested() {
    for row in StatusCode::ALL.iter().filter(|row| row.message().len() > 3) {
        let slip: String = row.message().chars().enumerate().filter(|(index, _)| *index != 2).map(|(_, c)| c).collect();
        assert_eq!(near_codes(&slip).first(), Some(&row.code().into()), "{slip}");
    }
    assert_eq!(near_codes("a purple elephant"), [0_u64; 0]);
}
