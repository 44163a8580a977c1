//! The trait of every table that the macro makes, for code that is generic over tables.

use crate::lookup::Numbers;
use crate::pad::pad;
use crate::{ParseStatusError, UnknownCodeError};
use core::fmt::{self, Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

/// An enum made from a documentation table: one variant per code.
///
/// [`include_status_table!`](crate::include_status_table) implements it for each enum that it emits, and nothing else can.
/// The enum has `const` methods for most of it, so the trait is needed only in generic code and for [`place`].
///
/// The methods of an enum have the types of its fields. The trait's `message_text` and `description_text` have one type for
/// all tables.
///
/// [`place`]: StatusTable::place
///
/// ```
/// use dli_status::{StatusCode, StatusTable};
///
/// fn listing<T: StatusTable>() -> String {
///     T::ALL.iter().map(|row| format!("{} {}\n", row.code(), row.name())).collect()
/// }
///
/// assert!(listing::<StatusCode>().starts_with("100 Continue\n101 SwitchingProtocols\n"));
/// ```
pub trait StatusTable:
    Sealed
    + Copy
    + Debug
    + Display
    + Eq
    + Ord
    + Hash
    + Send
    + Sync
    + FromStr<Err = ParseStatusError>
    + TryFrom<<Self as StatusTable>::Code, Error = UnknownCodeError<<Self as StatusTable>::Code>>
    + 'static
{
    /// What a code is: an integer type, or `&'static str`.
    type Code: Copy + Debug + Display + Eq + Ord + Hash + Send + Sync + From<Self> + 'static;

    /// All variants, in the order of the page.
    const ALL: &'static [Self];

    /// The variant of a code, if the page lists it.
    fn from_code(code: Self::Code) -> Option<Self>;

    /// The code.
    fn code(self) -> Self::Code;

    /// The variant's identifier.
    fn name(self) -> &'static str;

    /// The text of the field `message`; `None` if it is empty, or if the table has no such field of text.
    fn message_text(self) -> Option<&'static str>;

    /// The text of the field `description`; `None` if it is empty, or if the table has no such field of text.
    fn description_text(self) -> Option<&'static str>;

    /// Where the first row of the code is.
    fn place(self) -> Location;
}

/// Only generated code implements it.
pub trait Sealed: Sized {
    /// What other tables call its pages in a compile error.
    const PAGES: &'static str;
    /// The first row.
    const FIRST: Self;
}

/// Where a row is: a page, and a line of it.
///
/// ```
/// use dli_status::{StatusCode, StatusTable};
///
/// let location = StatusCode::Continue.place();
/// assert_eq!(location.to_string(), "docs-src/dli_02_0012.txt:17");
/// assert_eq!(location.line(), 17);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    page: &'static str,
    line: u32,
}

impl Location {
    pub(crate) fn of_row(row: usize, lines: &Numbers, pages: &[(usize, &'static str)]) -> Self {
        let page = pages.iter().find(|(end, _)| row < *end).map(|(_, page)| *page);
        let line = lines.get(row).and_then(|line| u32::try_from(line).ok());
        let (page, line) = page.zip(line).expect("the table has a page and a line for every row");
        Self { page, line }
    }

    /// The path of the page, as written in the macro call.
    #[must_use]
    pub const fn page(self) -> &'static str {
        self.page
    }

    /// The line, counted from 1.
    #[must_use]
    pub const fn line(self) -> u32 {
        self.line
    }
}

/// `page:line`, as editors and terminals understand it.
impl Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(f, format_args!("{}:{}", self.page, self.line))
    }
}
