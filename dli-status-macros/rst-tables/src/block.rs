//! The blocks of a page or a cell, and how they are read.

mod classifier;
mod explicit;
pub(crate) mod list;
mod paragraph;
pub(crate) mod parser;
mod quote;
pub(crate) mod scope;
mod substitution;
mod table;
mod target;
pub(crate) mod text;
mod title;
pub(crate) mod tree;
pub(crate) mod visit;
