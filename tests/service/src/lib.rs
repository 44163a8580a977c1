//! A server and a client that know the status codes of an API from its documentation only.
//!
//! The [`Server`] answers with any status that it is asked for. The [`Client`] reports what each status means, decides
//! whether to send the request again, and does so. Both run on the loopback address. Neither defines what a code means:
//! that comes from [`dli_status::StatusCode`], and so from the page.

mod body;
mod client;
mod report;
mod retry;
mod server;

pub use self::client::{Attempt, Client, Error, Exchange, Policy};
pub use self::retry::Retry;
pub use self::server::{Entry, Server};

/// A status as received, documented or not.
pub type Status = dli_status::Received<dli_status::StatusCode>;
