//! The checked table: one variant per code, one value per variant and field. All rules across rows are here.

mod group;
mod names;
mod report;
mod value;

pub(crate) use self::value::Value;

use self::group::Group;
use crate::declaration::{Declaration, Field, Source, TableSpec};
use crate::diagnostic::{Diagnostics, Reported};
use crate::indexed::{By, Id};
use crate::rows::PageRow;
use std::collections::HashSet;

/// What the type is made from; nothing in it can be wrong any more.
#[derive(Debug)]
pub(crate) struct Model {
    /// In the order of the page; empty only if something is wrong.
    pub(crate) variants: Vec<Variant>,
}

/// All rows of one code.
#[derive(Debug)]
pub(crate) struct Variant {
    /// Its identifier.
    pub(crate) name: String,
    pub(crate) values: By<Field, Value>,
    /// Its description as Markdown; empty if it has none.
    pub(crate) description: String,
    /// Of its first row.
    pub(crate) source: Id<Source>,
    /// The line of its first row, counted from 1.
    pub(crate) line: usize,
}

/// A listed code with just enough of its row to identify it in a message.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) code: Value,
    /// The beginning of its message; empty if there is no such field.
    pub(crate) message: String,
    /// Of its first row.
    pub(crate) source: Id<Source>,
    /// The line of its first row, counted from 1.
    pub(crate) line: usize,
}

/// Checks the rows and makes a variant of each code. What is wrong with a row is reported, and the row is left out.
pub(crate) fn check(declaration: &Declaration, rows: &[PageRow<'_>], diagnostics: &Diagnostics) -> Model {
    let Declaration { table, enumeration } = declaration;
    let groups = group::groups(table, rows, diagnostics);
    let names = names::names(table, enumeration, &groups, diagnostics);
    let variants = groups.into_iter().zip(names).filter_map(|(group, name)| Some(variant(table, group, name.ok()?)));
    Model { variants: variants.collect() }
}

/// Checks the codes of the rows and lists them. Whether a variant could be named after each does not matter, nor whether
/// the rows of a code agree.
pub(crate) fn list(
    table: &TableSpec,
    rows: &[PageRow<'_>],
    diagnostics: &Diagnostics,
) -> Result<Vec<Listed>, Reported> {
    let rows = group::first_rows(table, rows, diagnostics);
    diagnostics.check()?;
    Ok(rows.into_iter().map(|(row, values)| listed(table, row, &values)).collect())
}

fn variant(table: &TableSpec, group: Group<'_, '_>, name: String) -> Variant {
    let description = description(table, &group);
    let first = group.first();
    Variant { name, description, source: first.source, line: first.line, values: group.values }
}

/// The descriptions of all rows, each once, as paragraphs of Markdown.
fn description(table: &TableSpec, group: &Group<'_, '_>) -> String {
    let cells = group.rows.iter().filter_map(|row| row.cells[table.description?].as_ref());
    let mut seen = HashSet::new();
    let paragraphs = cells.map(|cell| cell.cell.markdown()).filter(|markdown| !markdown.is_empty());
    paragraphs.filter(|markdown| seen.insert(markdown.clone())).collect::<Vec<_>>().join("\n\n")
}

fn listed(table: &TableSpec, row: &PageRow<'_>, values: &By<Field, Value>) -> Listed {
    let message = table.message.map_or_else(String::new, |message| values[message].to_text());
    let code = values[table.code].clone();
    Listed { code, message: report::shorten(&message), source: row.source, line: row.line }
}
