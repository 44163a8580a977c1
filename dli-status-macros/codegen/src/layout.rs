//! How the checked table is laid out in the program: which lookup finds a code, which widths numbers take, which text
//! means which row. Plain data; what is decided here is only written out by `emit`.

mod aliases;
mod codes;
mod columns;
mod comb;
mod names;
mod numbers;
mod perfect_hash;
mod texts;

pub(crate) use self::aliases::AliasLookup;
pub(crate) use self::codes::CodeLookup;
pub(crate) use self::columns::{ColumnData, Elements, ForeignKey, Keys};
pub(crate) use self::comb::Comb;
pub(crate) use self::names::NameLookup;
pub(crate) use self::numbers::{Numbers, Width};
pub(crate) use self::perfect_hash::PerfectHash;
pub(crate) use self::texts::TextTable;

use self::numbers::number;
use crate::declaration::{Field, Key, Source, TableSpec};
use crate::indexed::{By, Id};
use crate::model::{Model, Number, Value};

/// All tables of a type, row by row.
pub(crate) struct Layout<'a> {
    pub(crate) codes: CodeLookup,
    pub(crate) names: NameLookup,
    /// Other texts by which rows are known; `None` if there are none.
    pub(crate) aliases: Option<AliasLookup>,
    /// Other numbers by which rows are known, with the rows.
    pub(crate) code_aliases: Vec<(Number, usize)>,
    /// What is shown for each code, where that is not what Rust would show.
    pub(crate) shown_codes: Option<TextTable>,
    /// The first message of each row, where a row has several.
    pub(crate) first_messages: Option<TextTable>,
    pub(crate) columns: By<Field, ColumnData<'a>>,
    /// By row, the line of its page.
    pub(crate) lines: Numbers,
    /// The pages, each with the number of rows up to its last.
    pub(crate) page_ends: Vec<(usize, Id<Source>)>,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(table: &'a TableSpec, key: &Key, model: &Model) -> Self {
        let columns = table.fields.enumerate().map(|(id, field)| match id == key.code {
            true => ColumnData::Code,
            false => ColumnData::new(&field.ty, id, &model.variants),
        });
        let names = NameLookup::new(key, model);
        let mut layout = Self {
            codes: CodeLookup::new(key, model),
            aliases: AliasLookup::new(key, model, &names.other_messages),
            names,
            code_aliases: code_aliases(model),
            shown_codes: shown_codes(key, model),
            first_messages: first_messages(table, key, model),
            columns: columns.collect(),
            lines: model.variants.iter().map(|variant| number(variant.record.line)).collect(),
            page_ends: page_ends(model),
        };
        layout.widen_names(table, key);
        layout
    }

    /// Gives the bounds of all texts by which a row is known one width, so that a lookup need not ask which kind of text
    /// it has found: half names, half messages, that would be a branch that no processor predicts.
    fn widen_names(&mut self, table: &TableSpec, key: &Key) {
        let codes = match &mut self.codes {
            CodeLookup::Hashed { texts, .. } => Some(texts),
            _ => None,
        };
        let messages = key.message.filter(|&message| table.fields[message].is_text());
        let messages =
            messages.map(|message| self.columns[message].texts_mut().expect("a column of texts is laid out as one"));
        let messages = messages.or(self.first_messages.as_mut());
        let mut tables: Vec<&mut TextTable> =
            [Some(&mut self.names.names), codes, messages].into_iter().flatten().collect();
        let width = tables.iter().map(|table| table.bounds.width).max().expect("there are names");
        tables.iter_mut().for_each(|table| table.bounds.width = width);
    }
}

fn code_aliases(model: &Model) -> Vec<(Number, usize)> {
    let rows = model.variants.iter().enumerate();
    rows.flat_map(|(row, variant)| variant.aliases.numbers.iter().map(move |&number| (number, row))).collect()
}

fn shown_codes(key: &Key, model: &Model) -> Option<TextTable> {
    let codes = || model.variants.iter().map(|variant| &variant.record.values[key.code]);
    let is_plain = |code: &Value| code.as_integer().is_none_or(|number| number.to_string() == code.to_text());
    (!codes().all(is_plain)).then(|| codes().map(Value::to_text).collect())
}

fn first_messages(table: &TableSpec, key: &Key, model: &Model) -> Option<TextTable> {
    let message = key.message.filter(|&message| table.fields[message].is_texts())?;
    Some(model.variants.iter().map(|variant| variant.record.values[message].first_text()).collect())
}

/// Where the rows of each page end; they are adjacent.
fn page_ends(model: &Model) -> Vec<(usize, Id<Source>)> {
    let mut ends: Vec<(usize, Id<Source>)> = Vec::new();
    for (row, variant) in model.variants.iter().enumerate() {
        match ends.last_mut() {
            Some((end, source)) if *source == variant.record.source => *end = row + 1,
            _ => ends.push((row + 1, variant.record.source)),
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::expand::{Checked, read};
    use proc_macro2::TokenStream;
    use quote::quote;

    /// The layout of two tables with three rows in all, of which the second is much longer.
    fn with_layout(code: TokenStream, check: impl Fn(&Layout<'_>)) {
        let call = quote! {
            dli_status;
            #[source("page.rst", table = 1)]
            #[source("other.rst", table = 2)]
            enum Code {
                #[column("Code")]
                code: #code,
                #[column("Text")]
                message: &'static str,
                #[column("Note")]
                note: &'static str,
            }
        };
        let rule = format!("==== {} ====", "=".repeat(300));
        let table = |rows: &str| format!("{rule}\nCode {:300} Note\n{rule}\n{rows}{rule}\n\n", "Text");
        let long = "long ".repeat(60);
        let page = table("7    First\n9    Second\n") + &table(&format!("8    {}\n", long.trim()));
        let diagnostics = Diagnostics::default();
        let call = syn::parse2(call).expect("it is a call");
        let read = read(call, &|_| Ok(page.clone().into_bytes()), dli_status_patterns::compile, &diagnostics);
        let read = read.unwrap_or_else(|_| panic!("{:?}", diagnostics.into_errors()));
        let Checked::Enum { table, spec, model } = read else { panic!("it is an enum") };
        check(&Layout::new(&table, &spec.key, &model));
    }

    #[test]
    fn the_texts_that_identify_a_row_have_bounds_of_one_width() {
        with_layout(quote!(&'static str), |layout| {
            let CodeLookup::Hashed { texts: codes, .. } = &layout.codes else { panic!("codes are texts") };
            let texts = |field| match &layout.columns[Id::new(field)] {
                ColumnData::Texts { texts, .. } => texts.bounds.width,
                other => panic!("{other:?}"),
            };
            let names = layout.names.names.bounds.width;
            assert_eq!([codes.bounds.width, names, texts(1)], [Width::U16; 3], "one message is long");
            assert_eq!(texts(2), Width::U8, "a note identifies no row");
        });
    }

    #[test]
    fn rows_know_their_pages() {
        with_layout(quote!(u8), |layout| {
            assert_eq!(layout.page_ends, [(2, Id::new(0)), (3, Id::new(1))]);
            assert_eq!(layout.lines.values, [4, 5, 11]);
            let rows = [0, 2, 1].into_iter().collect();
            assert_eq!(layout.codes, CodeLookup::Direct { lowest: 7, rows });
        });
    }
}
