//! Width, fill, alignment and precision hold for the whole text of everything that is shown.

use dli_status::{Class, Received, StatusCode, StatusTable as _, include_status_table};
use std::fmt::Display;

include_status_table! {
    #[source("pages/another_language.rst")]
    pub enum Translated {
        #[column("Kürzel")]
        code: u32,
        #[column("Meldung")]
        message: &'static str,
    }
}

include_status_table! {
    #[source("pages/another_language.rst")]
    pub enum CodesOnly {
        #[column("Kürzel")]
        code: &'static str,
    }
}

type Format = fn(&dyn Display, usize, usize) -> String;

macro_rules! formats {
    (|$width:ident, $precision:ident| $($format:literal: $($argument:ident)*;)*) => {
        [$(($format, (|value, $width, $precision| {
            let _ = ($width, $precision);
            format!($format, value, $($argument = $argument),*)
        }) as Format)),*]
    };
}

/// `str` formats its text by [`std::fmt::Formatter::pad`], so it says what is expected.
#[track_caller]
fn is_padded_as_text(value: &dyn Display) {
    let text = value.to_string();
    let formats = formats! {
        |width, precision|
        "{:width$}": width;
        "{:<width$}": width;
        "{:>width$}": width;
        "{:^width$}": width;
        "{:*<width$}": width;
        "{:·>width$}": width;
        "{:未^width$}": width;
        "{:0width$}": width;
        "{:+width$}": width;
        "{:.precision$}": precision;
        "{:>.precision$}": precision;
        "{:width$.precision$}": width precision;
        "{:>width$.precision$}": width precision;
        "{:->width$.precision$}": width precision;
        "{:-^width$.precision$}": width precision;
        "{:🦀<width$.precision$}": width precision;
    };
    let longest = text.chars().count() + 3;
    for (format, write) in formats {
        for width in 0..=longest {
            for precision in 0..=longest {
                let expected = write(&text, width, precision);
                assert_eq!(write(value, width, precision), expected, "{format}, {width}, {precision}");
            }
        }
    }
}

#[test]
fn rows_are_padded_as_a_whole() {
    for row in Translated::ALL {
        is_padded_as_text(row);
    }
    CodesOnly::ALL.iter().for_each(|row| is_padded_as_text(row));
    is_padded_as_text(&StatusCode::NotFound);
    assert_eq!(format!("[{:>16}]", StatusCode::NotFound), "[    404 NotFound]");
}

#[test]
fn received_codes_are_padded_as_a_whole() {
    is_padded_as_text(&Received::<Translated>::new(404));
    is_padded_as_text(&Received::<Translated>::new(70_000));
    is_padded_as_text(&Received::<CodesOnly, &str>::new("410"));
    is_padded_as_text(&Received::<CodesOnly, &str>::new("Größe"));
    let padded = [200, 299].map(|code| format!("{:<9}|", Received::<StatusCode>::new(code)));
    assert_eq!(padded, ["200 Success|", "299      |"]);
}

#[test]
fn a_description_is_padded_with_its_row() {
    let text = format!("{:#}", StatusCode::SwitchingProtocols);
    assert!(text.starts_with("101 Switching Protocols: "), "{text}");
    let count = text.chars().count();
    for width in [0, count - 1, count, count + 1, count + 2, 2 * count] {
        assert_eq!(format!("{:#width$}", StatusCode::SwitchingProtocols), format!("{text:width$}"));
        assert_eq!(format!("{:*^#width$}", StatusCode::SwitchingProtocols), format!("{text:*^width$}"));
        for precision in [0, 3, 30, count, count + 1] {
            let expected = format!("{text:->width$.precision$}");
            assert_eq!(format!("{:->#width$.precision$}", StatusCode::SwitchingProtocols), expected);
            let received = Received::<StatusCode>::new(101);
            assert_eq!(format!("{received:->#width$.precision$}"), expected);
        }
    }
}

#[test]
fn locations_classes_and_errors_are_padded_as_a_whole() {
    is_padded_as_text(&Translated::ALL[0].place());
    for class in [Class::Informational, Class::ClientError] {
        is_padded_as_text(&class);
    }
    is_padded_as_text(&StatusCode::try_from(799).unwrap_err());
    is_padded_as_text(&CodesOnly::try_from("Größe").unwrap_err());
    is_padded_as_text(&"Größe".parse::<StatusCode>().unwrap_err());
}
