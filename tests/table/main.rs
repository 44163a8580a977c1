//! What the macro makes of a table: the page of the DLI API, tables of many shapes, and codes spread in many ways.

mod comparison;
mod display;
mod foreign_keys;
mod lookup;
mod page;
mod shapes;
mod strategies;
