//! The trait of every table that the macro makes, for code that is generic over tables.

use crate::lookup::Numbers;
use crate::{ParseStatusError, UnknownCode};
use core::fmt::{self, Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

/// An enum made from a documentation table: one variant a code.
///
/// [`include_status_table!`](crate::include_status_table) implements it for each enum that it emits. The enum has methods
/// of the same names, most of them `const`, so the trait need not be imported but for generic code and for [`place`].
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
    Copy
    + Debug
    + Display
    + Eq
    + Ord
    + Hash
    + Send
    + Sync
    + FromStr<Err = ParseStatusError>
    + TryFrom<<Self as StatusTable>::Code, Error = UnknownCode<<Self as StatusTable>::Code>>
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
    fn message(self) -> Option<&'static str>;

    /// The text of the field `description`; `None` if it is empty, or if the table has no such field of text.
    fn description(self) -> Option<&'static str>;

    /// Where the first row of the code stands.
    fn place(self) -> Place;
}

/// Where a row stands: a page and a line of it.
///
/// ```
/// use dli_status::{StatusCode, StatusTable};
///
/// let place = StatusCode::Continue.place();
/// assert_eq!(place.to_string(), "docs-src/dli_02_0012.txt:17");
/// assert_eq!(place.line(), 17);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    page: &'static str,
    line: u32,
}

impl Place {
    #[doc(hidden)]
    #[must_use]
    pub fn of_row(row: usize, lines: &Numbers, pages: &[(usize, &'static str)]) -> Self {
        let page = pages.iter().find(|(end, _)| row < *end).map_or("", |(_, page)| page);
        let line = lines.get(row).and_then(|line| u32::try_from(line).ok()).unwrap_or(0);
        Self { page, line }
    }

    /// The path of the page, as the macro call gives it.
    #[must_use]
    pub const fn page(self) -> &'static str {
        self.page
    }

    /// The line, counted from one.
    #[must_use]
    pub const fn line(self) -> u32 {
        self.line
    }
}

/// `page:line`, as editors and terminals understand it.
impl Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.page, self.line)
    }
}
