//! Codes that are negative or hexadecimal, and rows that are known by several codes or names.

use dli_status::{assert_status_table, include_status_table};

include_status_table! {
    #[source("pages/json_rpc.rst", under = "reserved")]
    pub enum Reserved {
        #[column("Code")]
        code: i32,
        #[column("Message")]
        message: &'static str,
    }
}

include_status_table! {
    #[source("pages/hresults.rst")]
    pub enum Hresult {
        #[column("Value")]
        code: u32,
        #[column("Message")]
        message: &'static str,
    }
}

include_status_table! {
    #[source("pages/units.rst")]
    #[rename("M" = "Month")]
    #[exhaustive]
    pub enum Unit {
        #[column("Unit")]
        code: &'static str,
        #[column("Names", regex = r"\w+")]
        #[aliases]
        names: &'static [&'static str],
        #[column("Seconds")]
        seconds: Option<u16>,
    }
}

include_status_table! {
    #[source("pages/units.rst")]
    enum Duration {
        #[column("Names", regex = r"(\w+)$")]
        code: &'static str,
        #[column("Unit")]
        unit: Unit,
        #[column("Names", regex = r"\w+$")]
        by_alias: Unit,
    }
}

include_status_table! {
    #[source("pages/errno.rst")]
    pub enum Errno {
        #[column("Value")]
        code: u8,
        #[column("Name")]
        message: &'static [&'static str],
    }
}

/// Kept by hand.
#[assert_status_table("pages/json_rpc.rst", under = "Reserved", column("Code"))]
#[derive(Debug, Clone, Copy)]
#[allow(dead_code)]
enum ByHand {
    Parse = -32700,
    Invalid = -32600,
    Method = -32601,
}

#[test]
fn codes_may_be_negative() {
    for (code, text) in [(-32700, "Parse error"), (-32600, "Invalid Request"), (-32601, "Method not found")] {
        let row = Reserved::from_code(code).unwrap();
        assert_eq!((row.code(), row as i32, row.message()), (code, code, text));
        assert_eq!(row.to_string(), format!("{code} {text}"));
        for text in [row.to_string(), code.to_string(), text.to_uppercase()] {
            assert_eq!(text.parse(), Ok(row), "{text}");
        }
    }
    assert_eq!("\u{2212}32600".parse(), Ok(Reserved::InvalidRequest), "as the page writes it");
    for code in [0, 32700, -32602, i32::MIN, i32::MAX] {
        assert_eq!((Reserved::from_code(code), code.to_string().parse::<Reserved>().ok()), (None, None));
    }
    assert!(Reserved::ParseError < Reserved::MethodNotFound && Reserved::MethodNotFound < Reserved::InvalidRequest);
}

#[test]
fn hexadecimal_codes_are_shown_and_read_as_the_page_has_them() {
    let page = include_str!("../pages/hresults.rst");
    let rows = page.lines().filter_map(|line| line.trim().split_once("   ").filter(|(code, _)| code.starts_with("0x")));
    let mut count = 0;
    for ((code, message), row) in rows.zip(Hresult::ALL) {
        let number = u32::from_str_radix(code.trim_start_matches("0x"), 16).unwrap();
        assert_eq!((row.code(), Hresult::from_code(number)), (number, Some(*row)));
        assert_eq!(row.to_string(), format!("{code} {message}"));
        for text in [code.to_owned(), code.to_lowercase(), number.to_string(), row.to_string()] {
            assert_eq!(text.parse(), Ok(*row), "{text}");
        }
        count += 1;
    }
    assert_eq!(count, Hresult::ALL.len());
    assert!("0x80070006".parse::<Hresult>().is_err() && "80070005".parse::<Hresult>().is_err());
}

#[test]
fn aliases_are_as_good_as_codes() {
    for unit in Unit::ALL {
        for name in unit.names() {
            assert_eq!((Unit::from_code(name), name.parse()), (Some(*unit), Ok(*unit)), "{name}");
        }
    }
    assert_eq!("SEC".parse(), Ok(Unit::S), "in any case");
    assert_eq!(("m".parse(), "M".parse()), (Ok(Unit::M), Ok(Unit::Month)), "exactly, where only the case differs");
    assert_eq!(Unit::from_code("SEC"), None, "codes are exact");
    assert_eq!(Unit::S.to_string(), "s");
}

#[test]
fn a_key_may_be_an_alias() {
    const SECOND: Unit = Duration::Second.by_alias();
    assert_eq!(SECOND, Unit::S);
    for row in Duration::ALL {
        assert_eq!(row.unit(), row.by_alias(), "{row:?}");
    }
}

#[test]
fn a_number_has_several_names() {
    assert_eq!(Errno::Eagain.message(), ["EAGAIN", "EWOULDBLOCK"]);
    assert_eq!(Errno::Eagain.to_string(), "11 EAGAIN");
    for text in ["EAGAIN", "ewouldblock", "11", "11 EAGAIN"] {
        assert_eq!(text.parse(), Ok(Errno::Eagain), "{text}");
    }
    assert_eq!(Errno::Enoent.message(), ["ENOENT"]);
}
