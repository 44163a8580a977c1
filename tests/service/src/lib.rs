//! A server and a client that know the status codes of an API by its documentation alone.
//!
//! The [`Server`] answers with any status that it is asked for. The [`Client`] tells what each status means and whether
//! to send the request again, and does so. Both run on the loopback address. Neither of them writes down what a code
//! means: [`dli_status::StatusCode`] says it, and so the page it is made of.

mod body;
mod client;
mod report;
mod retry;
mod server;

pub use self::client::{Attempt, Client, Error, Exchange, Policy};
pub use self::retry::Retry;
pub use self::server::{Entry, Server};

/// A status as it came over the wire, documented or not.
pub type Status = dli_status::Received<dli_status::StatusCode>;
