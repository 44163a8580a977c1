//! What the parts share: rows, the sources made of them, and how a command is measured.

pub mod command;
pub mod crates;
pub mod floor;
pub mod harness;
pub mod peers;
pub mod rows;
