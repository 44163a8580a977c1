//! A code that came from outside: listed or not, it is kept.

use crate::pad::pad;
use crate::{Class, StatusTable};
use core::fmt;

/// A code as a server sent it, whether the page lists it or not.
///
/// A server may send a code that its documentation lacks. `Received` is made of any code, gives the same code back, and
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
/// `C` is the type of the code. It can be left out, but for a text that does not live for ever, as one from a response:
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
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Received<E, C = <E as StatusTable>::Code> {
    code: C,
    listed: Option<E>,
}

impl<E: StatusTable + TryFrom<C>, C: Copy> Received<E, C> {
    /// Keeps a code.
    ///
    /// ```
    /// # use dli_status::{Received, StatusCode};
    /// assert_eq!(Received::<StatusCode>::new(42).code(), 42);
    /// ```
    #[must_use]
    #[inline]
    pub fn new(code: C) -> Self {
        Self { code, listed: E::try_from(code).ok() }
    }
}

impl<E: StatusTable, C: Copy> Received<E, C> {
    /// The code, as it was received.
    ///
    /// ```
    /// # use dli_status::{Received, StatusCode};
    /// assert_eq!(Received::<StatusCode>::from(StatusCode::Gone).code(), 410);
    /// ```
    #[must_use]
    #[inline]
    pub const fn code(self) -> C {
        self.code
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
    pub const fn listed(self) -> Option<E> {
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

/// Any code becomes a `Received`. So does every row: the macro emits that implementation beside each table.
impl<E: StatusTable + TryFrom<C>, C: Copy> From<C> for Received<E, C> {
    #[inline]
    fn from(code: C) -> Self {
        Self::new(code)
    }
}

/// Whether it is this row.
///
/// ```
/// # use dli_status::{Received, StatusCode};
/// assert!(Received::<StatusCode>::new(404) == StatusCode::NotFound);
/// ```
impl<E: StatusTable, C> PartialEq<E> for Received<E, C> {
    fn eq(&self, row: &E) -> bool {
        self.listed == Some(*row)
    }
}

/// The row's text if the code is listed, else the code alone.
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
