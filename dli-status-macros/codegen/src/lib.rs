//! Documentation tables that are Rust types: the engine of `dli-status`.
//!
//! In reading order, which is the order the data takes:
//!
//! * `call`: the grammar of a macro call, from tokens to what is written;
//! * `declaration`: the call checked: which table to read, and which type to emit for it;
//! * `load`: the pages, read; `rst_tables` finds the tables in them;
//! * `select`: the tables and columns that are meant;
//! * `rows`: their rows, with the cell that each field reads;
//! * `model`: the rows checked: one variant per code, with a name and values;
//! * `docs` and `layout`: the texts of the documentation, and the tables of the program;
//! * `emit`: all of that as tokens.
//!
//! `expand` runs them all, `inspect` as many as a tool needs.
//!
//! `diagnostic` is what each stage reports, about a place on a `page`; `indexed`, `naming`, `similar` and `unicode` know
//! nothing of tables.
//!
//! This crate is published as a part of `dli-status`. Its own interface may change with any version: ask for one exactly,
//! as in `dli-status-codegen = "=0.1.0"`.

#![forbid(unsafe_code)]

mod call;
mod declaration;
mod diagnostic;
mod docs;
mod emit;
mod expand;
mod index_format;
mod indexed;
mod inspect;
mod layout;
mod load;
mod model;
mod naming;
mod page;
mod rows;
mod select;
mod similar;
mod unicode;

pub use self::declaration::{CompilePattern, FindMatches, PatternMatch};
pub use self::diagnostic::{Diagnostic, Severity};
pub use self::expand::{expand, expand_assertion};
pub use self::inspect::{CheckedCall, CheckedRow, findings, suggest_declaration};
pub use self::load::{ReadPage, decode};
pub use self::page::{Page, PagePath};
pub use self::similar::best_match;
