//! What this repository promises to its readers and to the users of its crates.

mod guide;
mod manifests;
mod packed;
mod readme;
mod reproducible;
mod structure;

/// The published libraries and their folders, each before those that it depends on.
const LIBRARIES: [(&str, &str); 5] = [
    ("dli-status", "dli-status"),
    ("dli-status-macros", "dli-status-macros"),
    ("dli-status-codegen", "dli-status-macros/codegen"),
    ("dli-status-patterns", "dli-status-macros/patterns"),
    ("rst-tables", "dli-status-macros/rst-tables"),
];

/// The published command.
const COMMAND: &str = "dli-status-cli";
