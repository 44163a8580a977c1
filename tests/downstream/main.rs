//! Crates that depend on `dli-status`: what builds, what is refused, and what cargo, clippy and rustdoc make of it.

mod assertion;
mod attached;
mod clean;
mod features;
mod hostile;
mod no_std;
mod regenerate;
mod rustdoc;
mod versions;
