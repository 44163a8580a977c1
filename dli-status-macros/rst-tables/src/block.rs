//! The blocks of a page or a cell: how they are read.

mod body;
pub(crate) mod classifier;
mod explicit;
pub(crate) mod frame;
pub(crate) mod list;
mod option_list;
mod paragraph;
pub(crate) mod parser;
pub(crate) mod quote;
pub(crate) mod read;
mod substitution;
mod table;
mod target;
pub(crate) mod tree;
