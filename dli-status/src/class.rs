//! The class of an HTTP status code: its first digit.

/// The class of an HTTP status code: the first of its three digits.
///
/// The classes are those of [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15).
///
/// ```
/// use dli_status::{Class, StatusCode};
///
/// assert_eq!(StatusCode::NotFound.class(), Some(Class::ClientError));
/// assert_eq!(Class::from_code(599), Some(Class::ServerError));
/// assert_eq!(Class::from_code(600), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 100 to 199: the request was received, and the server continues with it.
    Informational,
    /// 200 to 299: the request was received, understood and accepted.
    Success,
    /// 300 to 399: the client has to do more to complete the request.
    Redirection,
    /// 400 to 499: the request is wrong or cannot be fulfilled.
    ClientError,
    /// 500 to 599: the server failed at a request that seems valid.
    ServerError,
}

impl Class {
    /// The class of a code; `None` outside of 100 to 599, where HTTP has none.
    ///
    /// ```
    /// use dli_status::Class;
    ///
    /// assert_eq!(Class::from_code(204), Some(Class::Success));
    /// assert_eq!(Class::from_code(99), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn from_code(code: u16) -> Option<Self> {
        match code {
            100..=199 => Some(Self::Informational),
            200..=299 => Some(Self::Success),
            300..=399 => Some(Self::Redirection),
            400..=499 => Some(Self::ClientError),
            500..=599 => Some(Self::ServerError),
            _ => None,
        }
    }
}

/// In the words of RFC 9110: `client error`.
impl core::fmt::Display for Class {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(match self {
            Self::Informational => "informational",
            Self::Success => "success",
            Self::Redirection => "redirection",
            Self::ClientError => "client error",
            Self::ServerError => "server error",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_three_digits_is_the_class() {
        let classes =
            [Class::Informational, Class::Success, Class::Redirection, Class::ClientError, Class::ServerError];
        for code in 0..=u16::MAX {
            let class = match code / 100 {
                digit @ 1..=5 => Some(classes[usize::from(digit) - 1]),
                _ => None,
            };
            assert_eq!(Class::from_code(code), class, "{code}");
        }
    }
}
