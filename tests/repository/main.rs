//! What this repository promises to its readers and to the users of its crates.

mod explain;
mod guide;
mod manifests;
mod packed;
mod readme;
mod reproducible;
mod structure;
