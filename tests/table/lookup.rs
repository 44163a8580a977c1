//! Every way into the table and back: over all codes, and over texts derived from the rows.

use dli_status::{Class, Received, StatusCode, StatusTable};
use std::collections::{BTreeSet, HashMap, HashSet};

fn naive() -> HashMap<u16, StatusCode> {
    StatusCode::ALL.iter().map(|status| (status.code(), *status)).collect()
}

#[test]
fn every_number_finds_its_row_or_nothing() {
    let table = naive();
    for code in 0..=u16::MAX {
        let expected = table.get(&code).copied();
        assert_eq!(StatusCode::from_code(code), expected, "{code}");
        assert_eq!(<StatusCode as StatusTable>::from_code(code), expected, "{code}");
        assert_eq!(StatusCode::try_from(code).ok(), expected, "{code}");
        if expected.is_none() {
            assert_eq!(StatusCode::try_from(code).unwrap_err().code(), code);
        }
        let received = Received::<StatusCode>::from(code);
        assert_eq!((received.code(), received.listed()), (code, expected));
        assert_eq!(received.class(), Class::from_code(code));
        assert_eq!(code.to_string().parse::<StatusCode>().ok(), expected, "{code}");
    }
}

#[test]
fn every_text_of_a_row_parses_as_that_row() {
    for &status in StatusCode::ALL {
        let display = status.to_string();
        assert_eq!(display, format!("{} {}", status.code(), status.message()));
        for text in [status.name(), status.message(), &status.code().to_string(), &display] {
            let upper = text.to_ascii_uppercase();
            let lower = text.to_ascii_lowercase();
            let mixed: String = text
                .char_indices()
                .map(|(index, c)| if index % 2 == 0 { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() })
                .collect();
            for text in [text, &upper, &lower, &mixed] {
                assert_eq!(text.parse(), Ok(status), "{text}");
            }
        }
    }
}

#[test]
fn near_misses_are_not_found() {
    let known: HashSet<String> = StatusCode::ALL
        .iter()
        .flat_map(|status| {
            [status.name().to_owned(), status.message().to_owned(), status.code().to_string(), status.to_string()]
        })
        .map(|text| text.to_ascii_lowercase())
        .collect();
    for text in &known {
        let mut near =
            vec![format!(" {text}"), format!("{text} "), format!("{text}x"), format!("+{text}"), format!("0{text}")];
        for index in 0..text.len() {
            let (mut without, mut changed) = (text.clone(), text.clone());
            without.remove(index);
            changed.replace_range(index..=index, "\u{7f}");
            near.extend([without, changed, text.get(..index).unwrap().to_owned()]);
        }
        for near in near {
            assert_eq!(near.parse::<StatusCode>().is_ok(), known.contains(&near), "{near:?}");
        }
    }
}

#[test]
fn a_code_with_another_rows_message_is_not_found() {
    for one in StatusCode::ALL {
        for other in StatusCode::ALL {
            let text = format!("{} {}", one.code(), other.message());
            assert_eq!(text.parse::<StatusCode>().is_ok(), one == other, "{text}");
        }
    }
}

#[test]
fn order_is_by_code_and_all_is_in_document_order() {
    let sorted: BTreeSet<StatusCode> = StatusCode::ALL.iter().copied().collect();
    assert!(sorted.iter().map(|status| status.code()).is_sorted());
    assert_eq!(sorted.len(), StatusCode::ALL.len());
    assert_eq!(StatusCode::ALL.first(), Some(&StatusCode::Continue));
    assert_eq!(StatusCode::ALL.last(), Some(&StatusCode::HttpVersionNotSupported));
}

#[test]
fn the_first_digit_decides_the_class() {
    for status in StatusCode::ALL {
        let tests = [
            status.is_informational(),
            status.is_success(),
            status.is_redirection(),
            status.is_client_error(),
            status.is_server_error(),
        ];
        let digit = usize::from(status.code() / 100);
        assert_eq!(tests.iter().position(|&holds| holds), Some(digit - 1));
        assert_eq!(tests.iter().filter(|&&holds| holds).count(), 1);
        assert_eq!(status.class(), Class::from_code(status.code()));
    }
}

#[test]
fn lookups_and_accessors_are_const() {
    const NOT_FOUND: StatusCode = StatusCode::from_code(404).unwrap();
    const MESSAGE: &str = NOT_FOUND.message();
    const ALL: &[StatusCode] = StatusCode::ALL;
    const _: () = assert!(NOT_FOUND.is_client_error() && !NOT_FOUND.is_success() && NOT_FOUND.class().is_some());
    assert_eq!((MESSAGE, NOT_FOUND.name(), NOT_FOUND.code(), ALL.len()), ("NotFound", "NotFound", 404, 42));
    assert!(NOT_FOUND.description().starts_with("The requested resource cannot be found."));
}

#[test]
fn conversions_are_lossless() {
    for &status in StatusCode::ALL {
        assert_eq!(u16::from(status), status.code());
        assert_eq!(status as u16, status.code());
        let received = Received::<StatusCode>::from(status);
        assert_eq!(received.listed(), Some(status));
        assert_eq!(received, status);
        assert_eq!(received.to_string(), status.to_string());
    }
    assert_eq!(Received::<StatusCode>::new(599).to_string(), "599");
    assert_eq!(format!("{:?}", Received::<StatusCode>::new(599)), "Received(599)");
    assert_eq!(format!("{:?}", Received::<StatusCode>::new(404)), "Received(NotFound)");
}

#[test]
fn the_alternate_form_adds_the_description() {
    assert_eq!(format!("{:#}", StatusCode::Unused), "306 Unused: The HTTP status code is no longer used.");
    assert_eq!(
        format!("{:#}", Received::<StatusCode>::new(306)),
        "306 Unused: The HTTP status code is no longer used."
    );
}
