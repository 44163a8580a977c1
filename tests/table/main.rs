//! What the macro makes of a table: the page of the DLI API, tables of many shapes, and codes spread in many ways.

mod codes_of_other_kinds;
mod comparison;
mod display;
mod foreign_keys;
mod lists;
mod lookup;
mod page;
mod rows;
mod shapes;
mod strategies;
