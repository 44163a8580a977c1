//! Real exchanges on the loopback address.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod interim;
mod page;
mod readme;
mod retries;
mod travel;
