//! How the checked table is laid out in the program: which lookup finds a code, which widths numbers take, which text
//! means which row. Plain data; what is decided here is only written out by `emit`.

mod codes;
mod columns;
mod comb;
mod names;
mod numbers;
mod perfect_hash;
mod texts;

pub(crate) use self::codes::CodeLookup;
pub(crate) use self::columns::{ColumnData, Elements, ForeignKey};
pub(crate) use self::comb::Comb;
pub(crate) use self::names::NameLookup;
pub(crate) use self::numbers::{Numbers, Width};
pub(crate) use self::perfect_hash::PerfectHash;
pub(crate) use self::texts::TextTable;

use self::numbers::number;
use crate::declaration::{Field, Source, TableSpec};
use crate::indexed::{By, Id};
use crate::model::Model;

/// All tables of a type, row by row.
pub(crate) struct Layout<'a> {
    pub(crate) codes: CodeLookup,
    pub(crate) names: NameLookup,
    pub(crate) columns: By<Field, ColumnData<'a>>,
    /// By row, the line of its page.
    pub(crate) lines: Numbers,
    /// The pages, each with the number of rows up to its last.
    pub(crate) page_ends: Vec<(usize, Id<Source>)>,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(table: &'a TableSpec, model: &Model) -> Self {
        let columns = table.fields.enumerate().map(|(id, field)| match id == table.code {
            true => ColumnData::Code,
            false => ColumnData::new(&field.ty, id, &model.variants),
        });
        let mut layout = Self {
            codes: CodeLookup::new(table, model),
            names: NameLookup::new(table, model),
            columns: columns.collect(),
            lines: model.variants.iter().map(|variant| number(variant.line)).collect(),
            page_ends: page_ends(table, model),
        };
        layout.widen_names(table);
        layout
    }

    /// Gives the bounds of all texts by which a row is known one width, so that a lookup need not ask which kind of text
    /// it has found: half names, half messages, that would be a branch that no processor predicts.
    fn widen_names(&mut self, table: &TableSpec) {
        let codes = match &mut self.codes {
            CodeLookup::Hashed { texts, .. } => Some(texts),
            _ => None,
        };
        let messages = table.message_text().map(|message| match &mut self.columns[message] {
            ColumnData::Texts { texts, .. } => Some(texts),
            _ => None,
        });
        let mut tables: Vec<&mut TextTable> =
            [Some(&mut self.names.names), codes, messages.flatten()].into_iter().flatten().collect();
        let width = tables.iter().map(|table| table.bounds.width).max().expect("there are names");
        tables.iter_mut().for_each(|table| table.bounds.width = width);
    }
}

/// The rows of a page are adjacent, so its last row tells where it ends.
fn page_ends(table: &TableSpec, model: &Model) -> Vec<(usize, Id<Source>)> {
    let ends = table.sources.ids().filter_map(|source| {
        let last = model.variants.iter().rposition(|variant| variant.source == source)?;
        Some((last + 1, source))
    });
    ends.collect()
}
