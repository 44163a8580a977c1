//! Whether a request is sent again, according to the answer, the page and HTTP.

use crate::Status;
use dli_status::{Class, StatusCode};
use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Method};
use std::fmt;
use std::time::{Duration, SystemTime};

/// Whether a request may be sent again after its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// It is not sent again: it succeeded, or nothing says that a repetition would help, or it might be carried out twice.
    Never,
    /// It is not sent again unchanged.
    AfterChange,
    /// It may be sent again at any time.
    AnyTime,
    /// It may be sent again after this time.
    After(Duration),
}

impl Retry {
    /// Decides from the answer to a request.
    ///
    /// * Only a failed request is sent again: after 4xx, 5xx, and a number that is not an HTTP status, which counts as 5xx.
    ///   After a redirection comes a different request.
    /// * `Retry-After` in the answer takes precedence: it is about this request, the page about every answer with the status.
    /// * Then the page decides: [`needs_change`](StatusCode::needs_change), [`may_repeat`](StatusCode::may_repeat),
    ///   [`retry_after`](StatusCode::retry_after).
    /// * A request that must not be carried out twice, such as a `POST`, is sent again only after 4xx, which refuses it. A
    ///   server that answers 5xx may have done half of the work.
    ///
    /// ```
    /// use dli_status_service::Retry;
    /// use http::{HeaderMap, Method};
    /// use std::time::Duration;
    ///
    /// let after = |code: u16, fields| Retry::of(&Method::GET, code.into(), &fields);
    /// assert_eq!(after(404, HeaderMap::new()), Retry::AfterChange);
    /// assert_eq!(after(403, HeaderMap::new()), Retry::AfterChange);
    /// assert_eq!(after(408, HeaderMap::new()), Retry::AnyTime);
    /// assert_eq!(after(429, HeaderMap::new()), Retry::AnyTime);
    /// assert_eq!(after(410, HeaderMap::new()), Retry::Never);
    ///
    /// let busy = HeaderMap::from_iter([(http::header::RETRY_AFTER, 30.into())]);
    /// assert_eq!(after(503, busy), Retry::After(Duration::from_secs(30)));
    /// ```
    #[must_use]
    pub fn of(method: &Method, status: Status, answer: &HeaderMap) -> Self {
        let class = status.class().unwrap_or(Class::ServerError);
        if class < Class::ClientError {
            return Self::Never;
        }
        let advice = retry_after(answer).map_or_else(|| documented(status, class), Self::After);
        match advice {
            Self::AnyTime | Self::After(_) if class != Class::ClientError && !method.is_idempotent() => Self::Never,
            advice => advice,
        }
    }

    /// The pause before the request is sent again, if it is. `backoff` is the client's own pause.
    pub(crate) fn pause(self, backoff: Duration) -> Option<Duration> {
        match self {
            Self::Never | Self::AfterChange => None,
            Self::AnyTime => Some(backoff),
            Self::After(asked) => Some(asked.max(backoff)),
        }
    }
}

/// The page's advice about a status. One that it does not list is treated as the first of its class, as HTTP requires.
fn documented(status: Status, class: Class) -> Retry {
    let first = if class == Class::ClientError { StatusCode::BadRequest } else { StatusCode::InternalServerError };
    match status.listed().unwrap_or(first) {
        status if status.needs_change() => Retry::AfterChange,
        // A time to wait for would be in the answer.
        status if status.may_repeat() || status.retry_after() => Retry::AnyTime,
        _ => Retry::Never,
    }
}

/// The pause that `Retry-After` asks for, as seconds or until a date. Any other value is ignored.
fn retry_after(answer: &HeaderMap) -> Option<Duration> {
    let field = answer.get(RETRY_AFTER)?;
    seconds(field).or_else(|| {
        // The clocks of server and client may differ.
        let now = answer.get(DATE).and_then(date).unwrap_or_else(SystemTime::now);
        Some(date(field)?.duration_since(now).unwrap_or_default())
    })
}

fn seconds(field: &HeaderValue) -> Option<Duration> {
    let digits =
        field.to_str().ok().filter(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))?;
    // A number that overflows is too long to wait for.
    Some(digits.parse().map_or(Duration::MAX, Duration::from_secs))
}

fn date(field: &HeaderValue) -> Option<SystemTime> {
    httpdate::parse_http_date(field.to_str().ok()?).ok()
}

/// `not sent again without changes`
impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => f.write_str("not sent again"),
            Self::AfterChange => f.write_str("not sent again without changes"),
            Self::AnyTime => f.write_str("may be sent again"),
            Self::After(pause) => write!(f, "may be sent again after {pause:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: &str = "Sun, 06 Nov 1994 12:00:00 GMT";

    fn asked(field: &'static str) -> Option<u64> {
        let fields = [(RETRY_AFTER, HeaderValue::from_static(field)), (DATE, HeaderValue::from_static(NOON))];
        retry_after(&HeaderMap::from_iter(fields)).map(|pause| pause.as_secs())
    }

    #[test]
    fn retry_after_is_a_number_of_seconds() {
        assert_eq!(asked("120"), Some(120));
        assert_eq!(asked("0"), Some(0));
        assert_eq!(asked("99999999999999999999999"), Some(u64::MAX));
    }

    #[test]
    fn retry_after_is_a_date_in_any_of_its_forms() {
        assert_eq!(asked("Sun, 06 Nov 1994 12:01:30 GMT"), Some(90));
        assert_eq!(asked("Sunday, 06-Nov-94 12:01:30 GMT"), Some(90));
        assert_eq!(asked("Sun Nov  6 12:01:30 1994"), Some(90));
        assert_eq!(asked("Sun, 06 Nov 1994 11:59:59 GMT"), Some(0), "in the past");
    }

    #[test]
    fn any_other_retry_after_is_ignored() {
        for field in ["", "-1", "+1", "1.5", "soon", "1 2", "Sun, 06 Nov 1994"] {
            assert_eq!(asked(field), None, "{field:?}");
        }
    }

    #[test]
    fn without_a_date_in_the_answer_the_local_clock_is_used() {
        let later = SystemTime::now() + Duration::from_secs(3600);
        let field = httpdate::fmt_http_date(later).parse().unwrap();
        let pause = retry_after(&HeaderMap::from_iter([(RETRY_AFTER, field)])).unwrap();
        assert!((3590..=3600).contains(&pause.as_secs()), "{pause:?}");
    }
}
