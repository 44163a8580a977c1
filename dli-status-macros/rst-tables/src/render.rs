//! Blocks written out: as plain text, and as Markdown.

mod layout;
pub(crate) mod markdown;
pub(crate) mod plain;
