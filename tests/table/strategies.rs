//! Whatever the distribution of a table's codes, every lookup finds what a search through all rows finds.

use dli_status::{StatusTable, include_status_table};
use std::collections::HashMap;

macro_rules! tables {
    ($($page:literal $name:ident $code:ty;)*) => {$(
        include_status_table! {
            #[source($page)]
            pub enum $name {
                #[column("Status Code")]
                code: $code,
                #[column("Message")]
                #[name]
                message: &'static str,
                #[column("Description")]
                description: &'static str,
            }
        }
    )*};
}

tables! {
    "$OUT_DIR/consecutive.rst" Consecutive u16;
    "$OUT_DIR/holes.rst" Holes u16;
    "$OUT_DIR/one_row.rst" OneRow u16;
    "$OUT_DIR/spread.rst" Spread u16;
    "$OUT_DIR/few_spread.rst" FewSpread u16;
    "$OUT_DIR/far.rst" Far u32;
    "$OUT_DIR/far.rst" Farther u64;
    "$OUT_DIR/far.rst" Farthest i64;
    "$OUT_DIR/spread.rst" SignedSpread i32;
    "$OUT_DIR/text.rst" Text &'static str;
    "$OUT_DIR/case.rst" Case &'static str;
}

fn near_misses(text: &str) -> Vec<String> {
    let mut near = vec![format!(" {text}"), format!("{text} "), format!("{text}!"), format!("0{text}"), String::new()];
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        near.push(format!("{}{}", &text[..start], &text[end..]));
        near.push(format!("{}\u{7f}{}", &text[..start], &text[end..]));
        near.push(format!("{}{}{}", &text[..start], letter.to_ascii_uppercase(), &text[end..]));
        near.push(format!("{}{}{}", &text[..start], char::from(text.as_bytes()[start] ^ 0x20), &text[end..]));
        near.push(text[..start].to_owned());
    }
    near
}

/// The row that a text means, found by a search for a code, a name, a message and a `Display` text, in this order.
fn search<T: StatusTable>(text: &str) -> Option<T> {
    let by_display = || {
        T::ALL.iter().copied().find(|row| {
            let message = row.message_text().unwrap_or_default();
            let code = text.len().checked_sub(message.len() + 1).and_then(|index| text.split_at_checked(index));
            code.is_some_and(|(code, rest)| {
                rest.starts_with(' ') && rest[1..].eq_ignore_ascii_case(message) && by_code(code) == Ok(*row)
            })
        })
    };
    by_code(text)
        .or_else(|twice| if twice { Err(true) } else { only(|row: T| row.name().eq_ignore_ascii_case(text)) })
        .or_else(|twice| {
            let same = |row: T| row.message_text().unwrap_or_default().eq_ignore_ascii_case(text);
            if twice { Err(true) } else { only(same) }
        })
        .ok()
        .or_else(by_display)
}

/// The row with this code, or else with this code in other case; `Err(true)` if two rows have it.
fn by_code<T: StatusTable>(text: &str) -> Result<T, bool> {
    only(|row: T| row.code().to_string() == text)
        .or_else(|_| only(|row: T| row.code().to_string().eq_ignore_ascii_case(text)))
}

fn only<T: StatusTable>(same: impl Fn(T) -> bool) -> Result<T, bool> {
    let mut found = T::ALL.iter().copied().filter(|row| same(*row));
    let first = found.next().ok_or(false)?;
    if found.next().is_some() { Err(true) } else { Ok(first) }
}

fn check_texts<T: StatusTable>(step: usize) {
    for (index, row) in T::ALL.iter().enumerate() {
        let texts = [row.code().to_string(), row.name().to_owned(), row.message_text().unwrap_or_default().to_owned()];
        for text in texts.into_iter().chain([row.to_string()]) {
            assert_eq!(text.parse(), search::<T>(&text).ok_or(dli_status::__private::parse_error()), "{text}");
            // A search is slow: the near misses of some rows are enough.
            for near in near_misses(&text).into_iter().filter(|_| index % step == 0) {
                assert_eq!(near.parse::<T>().ok(), search::<T>(&near), "{near:?}");
            }
        }
        assert_eq!(row.description_text(), Some(format!("row {index}").as_str()));
    }
}

fn check_numbers<T: StatusTable>(codes: impl Iterator<Item = T::Code>) {
    let naive: HashMap<T::Code, T> = T::ALL.iter().map(|row| (row.code(), *row)).collect();
    for code in codes {
        assert_eq!(T::from_code(code), naive.get(&code).copied(), "{code}");
    }
}

#[test]
fn all_numbers_of_16_bits() {
    check_numbers::<Consecutive>(0..=u16::MAX);
    check_numbers::<Holes>(0..=u16::MAX);
    check_numbers::<OneRow>(0..=u16::MAX);
    check_numbers::<Spread>(0..=u16::MAX);
    check_numbers::<FewSpread>(0..=u16::MAX);
    check_numbers::<SignedSpread>((i32::from(i16::MIN)..=70_000).chain([i32::MIN, i32::MAX]));
}

#[test]
fn wider_numbers_and_their_neighbours() {
    let around = |code: u64| [code.wrapping_sub(1), code, code + 1, code ^ 1 << 31, code ^ 1 << 32, code ^ 1 << 63];
    let codes: Vec<u64> = Farther::ALL.iter().flat_map(|row| around(row.code())).chain([0, u64::MAX]).collect();
    check_numbers::<Far>(codes.iter().map(|&code| code as u32));
    check_numbers::<Farther>(codes.iter().copied());
    check_numbers::<Farthest>(codes.iter().map(|&code| code as i64));
}

#[test]
fn all_texts_and_near_misses() {
    check_texts::<Consecutive>(50);
    check_texts::<Holes>(50);
    check_texts::<OneRow>(1);
    check_texts::<Spread>(50);
    check_texts::<FewSpread>(1);
    check_texts::<Farther>(50);
    check_texts::<Text>(50);
    check_texts::<Case>(1);
}

#[test]
fn text_codes_and_near_misses() {
    fn check<T: StatusTable<Code = &'static str>>(from_code: fn(&str) -> Option<T>) {
        for row in T::ALL {
            assert_eq!(from_code(row.code()), Some(*row));
            for near in near_misses(row.code()) {
                assert_eq!(from_code(&near), T::ALL.iter().find(|row| row.code() == near).copied(), "{near:?}");
            }
        }
    }
    check(Text::from_code);
    check(Case::from_code);
}
