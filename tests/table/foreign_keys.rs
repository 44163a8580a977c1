//! Tables whose columns hold the codes of other tables.

use dli_status::{Received, include_status_table};

// A foreign table may be declared after the one that refers to it.
include_status_table! {
    #[source("pages/error_codes.rst", table = "errors")]
    pub enum Error {
        #[column("Error Code")]
        code: &'static str,
        #[column("Status Code", regex = r"\d+")]
        states: &'static [State],
        #[column("Status Code", regex = r"\d+$")]
        last: State,
        #[column("Status Code", regex = r"/(\d+)")]
        second: Option<State>,
        #[column("Status Code", regex = "/")]
        several: bool,
        #[column("Error Message")]
        message: &'static str,
    }
}

include_status_table! {
    #[source("pages/error_codes.rst", table = "Table 2  States")]
    #[exhaustive]
    pub enum State {
        #[column("Status")]
        code: u16,
        #[column("Word")]
        message: &'static str,
    }
}

include_status_table! {
    #[source("pages/error_codes.rst", table = 1)]
    pub enum ByText {
        #[column("Error Code", regex = r"\d+$")]
        code: &'static str,
        #[column("Error Code")]
        #[name]
        error: Error,
    }
}

#[test]
fn error_codes_refer_to_states() {
    let rows = Error::ALL
        .iter()
        .map(|row| (row.name(), row.code(), row.states(), row.last(), row.second(), row.several(), row.message()));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            (
                "Shop0001",
                "SHOP.0001",
                [State::Bad, State::Lost].as_slice(),
                State::Lost,
                Some(State::Lost),
                true,
                "The order is unknown."
            ),
            ("Shop0002", "SHOP.0002", &[State::Busy], State::Busy, None, false, "The order is closed."),
            ("ShopTray01", "SHOP.TRAY.01", &[State::Lost], State::Lost, None, false, "The tray is gone, it seems so."),
        ]
    );
    assert_eq!(ByText::ALL.iter().map(|row| row.error()).collect::<Vec<_>>(), Error::ALL);
    assert_eq!(ByText::ALL.iter().map(|row| row.name()).collect::<Vec<_>>(), ["Shop0001", "Shop0002", "ShopTray01"]);
}

#[test]
fn text_codes_are_case_sensitive_and_parsing_is_not() {
    for &row in Error::ALL {
        assert_eq!(Error::from_code(row.code()), Some(row));
        assert_eq!(Error::from_code(&row.code().to_lowercase()), None);
        for text in [row.code(), row.name(), row.message(), &row.to_string()] {
            assert_eq!(text.to_lowercase().parse(), Ok(row), "{text}");
            assert_eq!(text.to_uppercase().parse(), Ok(row), "{text}");
        }
        assert_eq!(<&str>::from(row), row.code());
        assert_eq!(Error::try_from(row.code()), Ok(row));
    }
    let text = String::from("SHOP.9999");
    assert_eq!(Error::try_from(text.as_str()).unwrap_err().code(), "SHOP.9999");
    let received = Received::<Error, &str>::new(&text);
    assert_eq!((received.code(), received.listed()), ("SHOP.9999", None));
    assert!(Error::ALL.is_sorted(), "text codes are in document order");
}
