//! The tables in which generated code looks rows up: numbers, texts and perfect hashes, laid out at compile time.
//!
//! They are plain data without a pointer per row, so a table takes few relocations, and a text that a program never asks
//! for is not part of it.

mod codes;
mod index;
mod index_format;
mod names;
mod numbers;
mod unchecked;

pub use self::codes::Codes;
pub use self::index::{Index, TextCodes};
pub use self::names::{Names, digits, parse_number, parse_text};
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
    match places.get(row) {
        Some(place) => at(values, place),
        None => at(values, 0),
    }
}

/// The value that a row points to; `None` if it points past the last value.
#[must_use]
#[inline]
pub const fn optional<T: Copy>(values: &'static [T], places: &Numbers, row: usize) -> Option<T> {
    match places.get(row) {
        Some(place) if place < values.len() => Some(at(values, place)),
        _ => None,
    }
}

/// The values of a row: those between the end of the row above and its own end.
#[must_use]
#[inline]
pub const fn slice<T>(values: &'static [T], ends: &Numbers, row: usize) -> &'static [T] {
    if let (Some(start), Some(end)) = (ends.get(row), ends.get(row + 1))
        && let Some((head, _)) = values.split_at_checked(end)
        && let Some((_, slice)) = head.split_at_checked(start)
    {
        slice
    } else {
        &[]
    }
}
