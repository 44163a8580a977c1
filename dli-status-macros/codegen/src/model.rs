//! The checked table: for an enum one variant per code, for a struct one value per row. All rules across rows are here.

mod aliases;
mod cut;
mod group;
mod names;
mod number;
mod report;
mod row;
mod value;
mod value_error;

pub(crate) use self::aliases::Aliases;
pub(crate) use self::number::{Number, is_decimal, is_integer};
pub(crate) use self::value::Value;

use self::group::Group;
use self::report::Reporter;
use crate::declaration::{EnumSpec, Field, Key, Source, TableSpec};
use crate::diagnostic::{Diagnostics, Reported};
use crate::indexed::{By, Id};
use crate::page::Page;
use crate::rows::PageRow;
use std::collections::HashSet;
use std::rc::Rc;

/// What an enum is made from; nothing in it can be wrong any more.
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
    pub(crate) record: Record,
    /// Its description as Markdown; empty if it has none.
    pub(crate) description: String,
    pub(crate) aliases: Aliases,
}

/// The values of a row, and where it is.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) values: By<Field, Value>,
    pub(crate) page: Rc<Page>,
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
pub(crate) fn check(
    table: &TableSpec,
    enumeration: &EnumSpec,
    rows: &[PageRow<'_>],
    diagnostics: &Diagnostics,
) -> Model {
    let key = &enumeration.key;
    let groups = group::groups(table, key, rows, diagnostics);
    let names: Vec<Option<String>> =
        names::names(table, enumeration, &groups, diagnostics).into_iter().map(Result::ok).collect();
    let aliases = aliases::aliases(table, key, &groups, &names, diagnostics);
    let variants = groups.into_iter().zip(names).zip(aliases);
    let variants = variants.filter_map(|((group, name), aliases)| Some(variant(key, group, name?, aliases)));
    Model { variants: variants.collect() }
}

/// Checks the rows, each of which is a value of its own. What is wrong with a row is reported, and the row is left out.
pub(crate) fn records(table: &TableSpec, rows: &[PageRow<'_>], diagnostics: &Diagnostics) -> Vec<Record> {
    let rows = row::readable(&Reporter { table, diagnostics }, rows).into_iter();
    rows.map(|(row, values)| Record { values, page: Rc::clone(&row.page), source: row.source, line: row.line })
        .collect()
}

/// Checks the codes of the rows and lists them. Whether a variant could be named after each does not matter, nor whether
/// the rows of a code agree.
pub(crate) fn list(
    table: &TableSpec,
    key: &Key,
    rows: &[PageRow<'_>],
    diagnostics: &Diagnostics,
) -> Result<Vec<Listed>, Reported> {
    let rows = group::first_rows(table, key, rows, diagnostics);
    diagnostics.check()?;
    Ok(rows.into_iter().map(|(row, values)| listed(key, row, &values)).collect())
}

fn variant(key: &Key, group: Group<'_, '_>, name: String, aliases: Aliases) -> Variant {
    let description = description(key, &group);
    let first = group.first();
    let page = Rc::clone(&first.page);
    let record = Record { values: group.values, page, source: first.source, line: first.line };
    Variant { name, record, description, aliases }
}

/// The descriptions of all rows, each once, as paragraphs of Markdown.
fn description(key: &Key, group: &Group<'_, '_>) -> String {
    let cells = group.rows.iter().filter_map(|row| row.cells[key.description?].as_ref());
    let mut seen = HashSet::new();
    let paragraphs = cells.map(|cell| cell.cell.markdown()).filter(|markdown| !markdown.is_empty());
    paragraphs.filter(|markdown| seen.insert(markdown.clone())).collect::<Vec<_>>().join("\n\n")
}

fn listed(key: &Key, row: &PageRow<'_>, values: &By<Field, Value>) -> Listed {
    let message = key.message.map_or_else(String::new, |message| values[message].to_text());
    let code = values[key.code].clone();
    Listed { code, message: report::shorten(&message), source: row.source, line: row.line }
}
