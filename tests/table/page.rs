//! `dli_status::StatusCode` against the page it is made from: every row and accessor, compared with docutils' reading of
//! the page and with that of a deliberately naive reader.

use dli_status::{StatusCode, StatusTable};
use dli_status_tests::read;
use sha2::{Digest as _, Sha256};

/// A row as a reader of the page sees it.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    code: u16,
    message: String,
    description: String,
}

fn ours() -> Vec<Row> {
    let row = |status: &StatusCode| Row {
        code: status.code(),
        message: status.message().to_owned(),
        description: status.description().to_owned(),
    };
    StatusCode::ALL.iter().map(row).collect()
}

/// `expected/dli_02_0012.jsonl` is docutils 0.22.4's reading; `expected/README.md` says how it was made.
fn docutils() -> Vec<Row> {
    let table: serde_json::Value = serde_json::from_str(&read("tests/expected/dli_02_0012.jsonl")).unwrap();
    let text = |row: &serde_json::Value, column: usize| row[column]["text"].as_str().unwrap().to_owned();
    let rows = table["body"].as_array().unwrap().iter();
    rows.map(|row| Row { code: text(row, 0).parse().unwrap(), message: text(row, 1), description: text(row, 2) })
        .collect()
}

/// Cuts the lines of this one page at their pipes. Its only markup is bold print and references.
fn naive() -> Vec<Row> {
    let page = read("docs-src/dli_02_0012.txt");
    let mut rows: Vec<[String; 3]> = Vec::new();
    for line in page.lines().map(str::trim) {
        if line.starts_with('+') {
            rows.push(Default::default());
        } else if let Some(line) = line.strip_prefix('|') {
            let row = rows.last_mut().unwrap();
            for (cell, text) in row.iter_mut().zip(line.split('|')) {
                let text = text.trim().replace("**", "").replace(r"\ ", "");
                let paragraph = if text.is_empty() { "\n\n".to_owned() } else { text };
                cell.push_str(&paragraph);
            }
        }
    }
    rows.iter()
        .map(|row| row.each_ref().map(|cell| cell.trim().to_owned()))
        .filter(|row| row[0] != "Status Code" && !row[0].is_empty())
        .map(|[code, message, description]| Row { code: code.parse().unwrap(), message, description })
        .collect()
}

#[test]
fn every_row_equals_docutils_reading() {
    assert_eq!(ours(), docutils());
    assert_eq!(ours().len(), 42);
}

#[test]
fn every_row_equals_a_naive_reading() {
    assert_eq!(ours(), naive());
}

#[test]
fn a_place_is_the_line_of_its_code() {
    let page = read("docs-src/dli_02_0012.txt");
    for status in StatusCode::ALL {
        let place = status.place();
        let line = page.lines().nth(place.line() as usize - 1).unwrap();
        assert!(line.trim().starts_with(&format!("| {} ", status.code())), "{place}: {line}");
        assert_eq!(place.page(), "docs-src/dli_02_0012.txt");
    }
}

#[test]
fn names_are_messages_in_camel_case() {
    let names: Vec<&str> = StatusCode::ALL.iter().map(|status| status.name()).collect();
    assert_eq!(
        names,
        [
            "Continue",
            "SwitchingProtocols",
            "Success",
            "Created",
            "Accepted",
            "NonAuthoritativeInformation",
            "NoContent",
            "ResetContent",
            "PartialContent",
            "MultipleChoices",
            "MovedPermanently",
            "Found",
            "SeeOther",
            "NotModified",
            "UseProxy",
            "Unused",
            "BadRequest",
            "Unauthorized",
            "PaymentRequired",
            "Forbidden",
            "NotFound",
            "MethodNotAllowed",
            "NotAcceptable",
            "ProxyAuthenticationRequired",
            "RequestTimeOut",
            "Conflict",
            "Gone",
            "LengthRequired",
            "PreconditionFailed",
            "RequestEntityTooLarge",
            "RequestUriTooLarge",
            "UnsupportedMediaType",
            "RequestedRangeNotSatisfiable",
            "ExpectationFailed",
            "UnprocessableEntity",
            "TooManyRequests",
            "InternalServerError",
            "NotImplemented",
            "BadGateway",
            "ServiceUnavailable",
            "ServerTimeout",
            "HttpVersionNotSupported",
        ]
    );
    for status in StatusCode::ALL {
        assert_eq!(format!("{status:?}"), status.name());
        let squeezed = |text: &str| text.to_ascii_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "");
        assert_eq!(squeezed(status.name()), squeezed(status.message()));
    }
}

/// Also by the link in the crate's folder, through which it is packed, and according to `docs-src/README.md`.
#[test]
fn the_page_is_unchanged_since_its_publication() {
    const PUBLISHED: &str = "00ffc1be08e42cf934ba38523eb0c8c7d451a7b6fdb7f116964f357778da981d";
    for folder in ["docs-src", "dli-status/docs-src"] {
        let page = read(&format!("{folder}/dli_02_0012.txt"));
        let sum: String = Sha256::digest(page).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(sum, PUBLISHED, "{folder}");
    }
    assert!(read("docs-src/README.md").contains(PUBLISHED));
}

#[test]
fn columns_that_match_prose_find_all_of_it() {
    let codes = |holds: fn(StatusCode) -> bool| -> Vec<u16> {
        StatusCode::ALL.iter().filter(|status| holds(**status)).map(|status| status.code()).collect()
    };
    let described = |words: &str| -> Vec<u16> {
        docutils().iter().filter(|row| row.description.contains(words)).map(|row| row.code).collect()
    };
    // What the page tells a client to do, in every sentence that says so.
    let told: Vec<String> = docutils()
        .iter()
        .flat_map(|row| row.description.split_inclusive(['.', ',']).map(str::trim).collect::<Vec<_>>())
        .filter(|clause| clause.contains("client should") || clause.contains("client may"))
        .map(str::to_owned)
        .collect();
    let advice = [
        "The client should not repeat the request without modifications.",
        "The client should modify the request instead of re-initiating it.",
        "The client may repeat the request without modifications at any time later.",
        "the client should resend the request after the time specified in the Retry-After header of the response has \
         elapsed.",
    ];
    let other: Vec<&String> = told.iter().filter(|clause| !advice.contains(&clause.as_str())).collect();
    assert_eq!(other, ["The client should continue with its request."]);
    let [repeated, initiated, later, resent] = advice.map(described);
    let mut changed = [repeated, initiated].concat();
    changed.sort_unstable();
    assert_eq!(codes(StatusCode::needs_change), changed);
    assert_eq!((codes(StatusCode::may_repeat), codes(StatusCode::retry_after)), (later, resent));
    assert_eq!((codes(StatusCode::may_repeat), codes(StatusCode::retry_after)), (vec![408], vec![429]));
    assert!(changed.contains(&403), "{changed:?}");
    let named: Vec<(u16, &[&str])> = StatusCode::ALL
        .iter()
        .map(|status| (status.code(), status.headers()))
        .filter(|(_, headers)| !headers.is_empty())
        .collect();
    assert_eq!(
        named,
        [
            (411, ["Content-Length"].as_slice()),
            (413, &["Retry-After"]),
            (417, &["Expect"]),
            (429, &["Retry-After"]),
            (504, &["Timeout"]),
        ]
    );
}
