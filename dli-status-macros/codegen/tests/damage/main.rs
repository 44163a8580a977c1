//! Damaged pages: nothing panics, and the message says which line is damaged.
//!
//! [`lines`] damages one line of a grid table at a time and asks for the error at that line; [`random`] damages any lines
//! in any way; [`hostile`] makes pages that nobody would write.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod hostile;
mod lines;
mod random;

use dli_status_codegen::expand;
use dli_status_patterns::compile;
use fastrand::Rng;
use proc_macro2::TokenStream;
use std::fs;
use std::path::PathBuf;

/// What the short form makes of a page.
fn expansion(page: &[u8]) -> String {
    let call: TokenStream = "dli_status; \"page.rst\"".parse().unwrap();
    expand(call, &|_| Ok(page.to_vec()), compile).to_string()
}

/// The lines that an expansion names, in its order.
fn named_lines(expansion: &str) -> Vec<usize> {
    let places = expansion.split("--> page.rst:").skip(1);
    places.map(|place| place.split(':').next().unwrap().parse().unwrap()).collect()
}

/// The lines of the published page with the head of its table and three of the rows.
fn part_of_the_published_page(rng: &mut Rng) -> Vec<String> {
    let page = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("tests/damage/dli_02_0012.txt");
    let text = fs::read_to_string(page).unwrap();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let borders: Vec<usize> = (0..lines.len()).filter(|&line| lines[line].trim_start().starts_with("+-")).collect();
    let from = rng.usize(1..borders.len() - 3);
    [&lines[..borders[0] + 3], &lines[borders[from] + 1..=borders[from + 3]]].concat()
}
