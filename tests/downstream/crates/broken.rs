//! Uses broken tables in every way that a type can be named.
#![deny(warnings, missing_docs, unreachable_pub)]

/// Answers.
pub mod status {
    dli_status::include_status_table!("broken.rst");

    /// All of them.
    #[must_use]
    pub const fn all() -> &'static [StatusCode] {
        StatusCode::ALL
    }

    impl StatusCode {
        /// Twice.
        #[must_use]
        pub const fn twice(self) -> u16 {
            self.code() * 2
        }
    }
}

/// Next to the call.
pub mod next {
    dli_status::include_status_table! {
        #[source("broken.rst")]
        enum Private;
    }

    dli_status::include_status_table! {
        /// Docs.
        #[source("broken.rst")]
        pub(crate) enum Inner {
            #[column("Status Code")]
            code: u16,
            #[column("Message")]
            message: &'static str,
        }
    }

    #[cfg(all())]
    dli_status::include_status_table! {
        #[source("broken.rst")]
        #[cfg(not(any()))]
        #[with(serde)]
        pub(in crate::next) enum Conditional {
            #[column("Status Code")]
            code: u16,
            #[cfg(all())]
            #[column("Message")]
            message: &'static str,
            #[cfg(any())]
            #[column("Description")]
            description: &'static str,
        }
    }

    dli_status::include_status_table! {
        #[source("broken.rst")]
        #[cfg(any())]
        pub enum Absent;
    }

    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    struct Holder {
        inner: Inner,
        list: [Option<self::Private>; 2],
    }

    impl From<Inner> for Holder {
        fn from(inner: Inner) -> Self {
            Self { inner, list: [None, Some(Private::Gone)] }
        }
    }

    impl Private {
        fn of(inner: Inner) -> Self {
            let holder = Holder::from(inner);
            match holder.inner {
                Inner::Ok | Inner::NotFound => Private::Ok,
                inner if inner.is_success() => Self::NotFound,
                _ => holder.list[1].unwrap_or(Private::from_code(200).unwrap()),
            }
        }
    }

    impl PartialEq<u16> for Conditional {
        fn eq(&self, other: &u16) -> bool {
            self.code() == *other && !matches!(self, Conditional::Ok)
        }
    }

    /// A child.
    pub mod child {
        use super::*;

        pub(super) fn private(row: super::Private) -> Private {
            let inner: Inner = "200".parse().unwrap();
            if let super::Inner::Gone = inner { Private::of(inner) } else { row }
        }
    }

    /// Calls the child.
    #[must_use]
    pub fn is_private() -> bool {
        child::private(Private::Ok).code() == 200 && Conditional::Gone != 410
    }
}

mod explicit {
    use crate::status::StatusCode;
    use crate::status::StatusCode as Renamed;
    use crate::status::StatusCode::{Gone, Ok as Fine};
    use crate::status::{self, all};

    pub(crate) const ROW: Renamed = Renamed::Ok;
    pub(crate) static ROWS: &[StatusCode] = &[StatusCode::Ok, Gone, status::StatusCode::NotFound];
    type Alias = StatusCode;

    pub(crate) fn count() -> usize {
        let of = |row: Alias| row == Fine || Alias::from_code(410) == Some(row);
        all().iter().copied().filter(|&row| of(row)).count() + ROWS.len()
    }
}

mod globs {
    pub(crate) mod prelude {
        #[allow(unreachable_pub)]
        pub use crate::status::*;
    }
    use crate::globs::prelude::*;
    use dli_status::{Received, StatusTable};

    pub(crate) trait Retry {
        type Row: StatusTable;
        fn retry(self) -> bool;
    }

    impl Retry for StatusCode {
        type Row = StatusCode;
        fn retry(self) -> bool {
            match self {
                StatusCode::Ok | Self::Gone => false,
                other => other.message().is_empty(),
            }
        }
    }

    impl core::fmt::LowerHex for StatusCode {
        fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            write!(f, "{:x}", self.code())
        }
    }

    pub(crate) fn received<T>(code: u16) -> Received<prelude::StatusCode> {
        let received = Received::<StatusCode>::new(code);
        let _: Vec<String> = vec![200, 410].into_iter().filter_map(StatusCode::from_code).map(|row| row.to_string()).collect();
        received
    }
}

pub use globs::prelude::StatusCode as Exported;
pub use status::StatusCode;

/// In a body.
#[must_use]
pub fn body() -> u16 {
    dli_status::include_status_table! {
        #[source("broken.rst")]
        enum Local {
            #[column("Status Code")]
            code: u16,
            #[column("Message")]
            message: &'static str,
        }
    }
    impl Local {
        const FIRST: Local = Local::Ok;
    }
    let rows: [Local; 2] = [Local::FIRST, Local::Gone];
    match rows {
        [Local::Ok, row] => row.code(),
        _ => crate::Exported::Ok.code() + crate::StatusCode::Ok.code() + explicit::count() as u16,
    }
}

/// Everything.
#[must_use]
pub fn main(row: crate::status::StatusCode) -> bool {
    use globs::Retry as _;
    let _ = (explicit::ROW, globs::received::<Exported>(body()), globs::prelude::StatusCode::ALL.len());
    crate::status::StatusCode::Ok.twice() == crate::StatusCode::Gone as u16 || self::status::StatusCode::Ok.retry() || row == StatusCode::Ok
}
