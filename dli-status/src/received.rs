//! A code that was received: it is kept, listed or not.

mod as_code;

pub use self::as_code::AsCode;

use crate::pad::pad;
use crate::{Class, StatusTable};
use core::fmt;

/// A code that a server sent, whether the page lists it or not.
///
/// A server may send a code that its documentation lacks. `Received` is made from any code, gives the same code back, and
/// knows the row if there is one. It cannot hold a listed code as unlisted.
///
/// ```
/// use dli_status::{Received, StatusCode};
///
/// let listed = Received::<StatusCode>::new(404);
/// assert_eq!(listed.listed(), Some(StatusCode::NotFound));
/// assert_eq!(listed.to_string(), "404 NotFound");
///
/// let unlisted = Received::<StatusCode>::new(599);
/// assert_eq!(unlisted.listed(), None);
/// assert_eq!(unlisted.code(), 599);
/// assert!(unlisted.is_server_error());
/// ```
///
/// `C` is the type of the code. The default is that of the table. A text that does not live forever, such as one of a
/// response, is borrowed:
///
/// ```
/// use dli_status::Received;
///
/// dli_status::include_status_table! {
///     #[source("examples/pages/errors.rst")]
///     pub enum Error {
///         #[column("Error Code")]
///         code: &'static str,
///     }
/// }
///
/// let response = String::from("SHOP.0999");
/// let received = Received::<Error, &str>::new(&response);
/// assert_eq!(received.listed(), None);
/// assert_eq!(received.code(), "SHOP.0999");
///
/// // With the feature `alloc`, it can also be owned.
/// # #[cfg(feature = "alloc")] {
/// let received = Received::<Error, String>::new(response);
/// assert_eq!(received.as_str(), "SHOP.0999");
/// assert_eq!(received.into_code(), "SHOP.0999");
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Received<E, C = <E as StatusTable>::Code> {
    code: C,
    listed: Option<E>,
}

impl<E: StatusTable, C: AsCode<E>> Received<E, C> {
    /// Keeps a code.
    ///
    /// ```
    /// # use dli_status::{Received, StatusCode};
    /// assert_eq!(Received::<StatusCode>::new(42).code(), 42);
    /// ```
    #[must_use]
    #[inline]
    pub fn new(code: C) -> Self {
        let listed = code.to_row();
        Self { code, listed }
    }
}

impl<E: StatusTable, C> Received<E, C> {
    /// The code, as it was received.
    ///
    /// ```
    /// # use dli_status::{Received, StatusCode};
    /// assert_eq!(Received::<StatusCode>::from(StatusCode::Gone).code(), 410);
    /// ```
    #[must_use]
    #[inline]
    pub const fn code(&self) -> C
    where
        C: Copy,
    {
        self.code
    }

    /// The code, as it was received, of any type.
    ///
    /// ```
    /// # use dli_status::{Received, StatusCode};
    /// assert_eq!(Received::<StatusCode>::new(599).into_code(), 599);
    /// ```
    #[must_use]
    #[inline]
    pub fn into_code(self) -> C {
        self.code
    }

    #[cfg(feature = "serde")]
    pub(crate) const fn code_ref(&self) -> &C {
        &self.code
    }

    /// The code, if it is a text.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str
    where
        C: AsRef<str>,
    {
        self.code.as_ref()
    }

    /// The row of the code, if the page lists it.
    ///
    /// ```
    /// # use dli_status::{Received, StatusCode};
    /// match Received::<StatusCode>::new(503).listed() {
    ///     Some(StatusCode::ServiceUnavailable) => { /* try again later */ }
    ///     Some(other) => panic!("{other:#}"),
    ///     None => panic!("not documented"),
    /// }
    /// ```
    #[must_use]
    #[inline]
    pub const fn listed(&self) -> Option<E> {
        self.listed
    }
}

impl<E> Received<E, u16> {
    /// The class of the code, listed or not; `None` outside of 100 to 599.
    ///
    /// ```
    /// # use dli_status::{Class, Received, StatusCode};
    /// assert_eq!(Received::<StatusCode>::new(299).class(), Some(Class::Success));
    /// assert_eq!(Received::<StatusCode>::new(999).class(), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn class(&self) -> Option<Class> {
        Class::from_code(self.code)
    }

    /// Whether the code is in 100 to 199.
    #[must_use]
    #[inline]
    pub const fn is_informational(&self) -> bool {
        matches!(self.class(), Some(Class::Informational))
    }

    /// Whether the code is in 200 to 299.
    #[must_use]
    #[inline]
    pub const fn is_success(&self) -> bool {
        matches!(self.class(), Some(Class::Success))
    }

    /// Whether the code is in 300 to 399.
    #[must_use]
    #[inline]
    pub const fn is_redirection(&self) -> bool {
        matches!(self.class(), Some(Class::Redirection))
    }

    /// Whether the code is in 400 to 499.
    #[must_use]
    #[inline]
    pub const fn is_client_error(&self) -> bool {
        matches!(self.class(), Some(Class::ClientError))
    }

    /// Whether the code is in 500 to 599.
    #[must_use]
    #[inline]
    pub const fn is_server_error(&self) -> bool {
        matches!(self.class(), Some(Class::ServerError))
    }
}

/// Any code converts into a `Received`. So does every row, by an implementation that the macro emits with each table.
impl<E: StatusTable, C: AsCode<E>> From<C> for Received<E, C> {
    #[inline]
    fn from(code: C) -> Self {
        Self::new(code)
    }
}

/// Whether it is this row. The macro emits the same comparison with the row on the left.
///
/// ```
/// # use dli_status::{Received, StatusCode};
/// assert!(Received::<StatusCode>::new(404) == StatusCode::NotFound);
/// assert!(StatusCode::NotFound == Received::<StatusCode>::new(404));
/// ```
impl<E: StatusTable, C> PartialEq<E> for Received<E, C> {
    fn eq(&self, row: &E) -> bool {
        self.listed == Some(*row)
    }
}

/// The text of the row if the code is listed, otherwise the code.
impl<E: StatusTable, C: fmt::Display> fmt::Display for Received<E, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.listed {
            Some(row) => fmt::Display::fmt(row, f),
            None => pad(f, format_args!("{}", self.code)),
        }
    }
}

/// `Received(NotFound)` or `Received(599)`.
impl<E: StatusTable, C: fmt::Debug> fmt::Debug for Received<E, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.listed {
            Some(row) => f.debug_tuple("Received").field(row).finish(),
            None => f.debug_tuple("Received").field(&self.code).finish(),
        }
    }
}
