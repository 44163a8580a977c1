//! The command, run as its users run it: arguments in; output, exit code and files out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test may panic"
)]

mod check;
mod damage;
mod declare;
mod diff;
mod documents;
mod explain;
mod fmt;
mod run;
mod streams;
mod tables;
