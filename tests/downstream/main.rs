//! Crates that depend on `dli-status`: what builds, what does not, and what cargo, clippy and rustdoc report.

mod assertion;
mod attached;
mod broken;
mod clean;
mod features;
mod hostile;
mod hygiene;
mod no_std;
mod regenerate;
mod rustdoc;
mod versions;
