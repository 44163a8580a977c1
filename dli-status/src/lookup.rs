//! The tables in which generated code looks rows up: numbers, texts and perfect hashes, laid out at compile time.
//!
//! They are plain data without a pointer per row, so a table takes few relocations, and a text that a program never asks
//! for is not part of it.

mod aliases;
mod codes;
mod index;
mod index_format;
mod names;
mod numbers;
mod unchecked;

pub use self::aliases::{Aliases, parse_alias};
pub use self::codes::Codes;
pub use self::index::{Index, TextCodes};
pub use self::names::{Names, digits, parse_number, parse_text, signed_digits};
pub use self::numbers::Numbers;
pub use self::unchecked::{Rows, Texts};

/// The value of a row.
#[must_use]
#[inline]
#[expect(clippy::indexing_slicing, reason = "the table has a value for every row; `get` is not const")]
pub const fn at<T: Copy>(values: &'static [T], row: usize) -> T {
    values[row]
}

/// The value that a row points to.
#[must_use]
#[inline]
pub const fn pointed<T: Copy>(values: &'static [T], places: &Numbers, row: usize) -> T {
    at(values, places.get(row).expect("every row points to a value"))
}

/// The value that a row points to; `None` if it points past the last value.
#[must_use]
#[inline]
pub const fn optional<T: Copy>(values: &'static [T], places: &Numbers, row: usize) -> Option<T> {
    let place = places.get(row).expect("every row points to a value or past the last");
    if place < values.len() { Some(at(values, place)) } else { None }
}

/// The values of a row: those between the end of the row above and its own end.
#[must_use]
#[inline]
pub const fn slice<T>(values: &'static [T], ends: &Numbers, row: usize) -> &'static [T] {
    let start = ends.get(row).expect("every row follows an end");
    let end = ends.get(row + 1).expect("every row has an end");
    values.split_at(end).0.split_at(start).1
}
