//! The values of a column, row by row.

use super::numbers::number;
use super::{Numbers, TextTable};
use crate::declaration::{Field, FieldType, Float, Integer, Scalar};
use crate::indexed::Id;
use crate::model::{Number, Record, Value, Variant};
use crate::page::Page;
use proc_macro2::TokenStream;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

/// What holds the values of a column.
#[derive(Debug)]
pub(crate) enum ColumnData<'a> {
    /// The code is found by its own lookup.
    Code,
    /// An empty text is `None` if the column is optional.
    Texts {
        texts: TextTable,
        is_optional: bool,
    },
    Bools(Vec<bool>),
    Integers {
        ty: Integer,
        values: Vec<Number>,
    },
    OptionalIntegers {
        ty: Integer,
        values: Vec<Option<Number>>,
    },
    Decimals {
        ty: Float,
        values: Vec<f64>,
    },
    OptionalDecimals {
        ty: Float,
        values: Vec<Option<f64>>,
    },
    /// The few different keys there are; by row, the position of its key, or their number if it has none.
    Foreign {
        ty: &'a TokenStream,
        is_optional: bool,
        keys: Vec<ForeignKey>,
        rows: Numbers,
    },
    /// The elements of all rows, one row after the other; where those of the first start, and where those of each end.
    Lists {
        elements: Elements<'a>,
        ends: Numbers,
        /// By row, whether its table has the column, if one may lack it.
        present: Option<Vec<bool>>,
    },
}

/// The elements of a column of lists.
#[derive(Debug)]
pub(crate) enum Elements<'a> {
    Texts(Vec<String>),
    Integers {
        ty: Integer,
        values: Vec<Number>,
    },
    Decimals {
        ty: Float,
        values: Vec<f64>,
    },
    /// By element, the position of its key.
    Foreign {
        ty: &'a TokenStream,
        keys: Vec<ForeignKey>,
        positions: Vec<u32>,
    },
}

/// A code of another table.
#[derive(Debug)]
pub(crate) struct ForeignKey {
    pub(crate) code: String,
    /// Of the first row that has it.
    pub(crate) page: Rc<Page>,
    /// The line of that row.
    pub(crate) line: usize,
}

impl<'a> ColumnData<'a> {
    pub(super) fn new(ty: &'a FieldType, field: Id<Field>, variants: &[Variant]) -> Self {
        let values = || variants.iter().map(|variant| &variant.record.values[field]);
        let integers = || values().map(Value::as_integer);
        match ty {
            FieldType::Scalar(Scalar::Str) => Self::Texts { texts: texts(values()), is_optional: false },
            FieldType::Option(Scalar::Str) => Self::Texts { texts: texts(values()), is_optional: true },
            FieldType::Scalar(Scalar::Integer(ty)) => {
                let integers = integers().map(|value| value.expect("a number field holds numbers"));
                Self::Integers { ty: *ty, values: integers.collect() }
            }
            FieldType::Option(Scalar::Integer(ty)) => Self::OptionalIntegers { ty: *ty, values: integers().collect() },
            FieldType::Scalar(Scalar::Float(ty)) => Self::Decimals { ty: *ty, values: values().map(decimal).collect() },
            FieldType::Option(Scalar::Float(ty)) => {
                Self::OptionalDecimals { ty: *ty, values: values().map(Value::as_decimal).collect() }
            }
            FieldType::Bool => {
                Self::Bools(values().map(|value| value.as_bool().expect("a `bool` field holds them")).collect())
            }
            FieldType::Scalar(Scalar::Foreign(ty)) => Self::foreign(ty, false, field, variants),
            FieldType::Option(Scalar::Foreign(ty)) => Self::foreign(ty, true, field, variants),
            FieldType::Slice(scalar) => Self::lists(scalar, false, field, variants),
            FieldType::OptionSlice(scalar) => Self::lists(scalar, true, field, variants),
        }
    }

    /// The texts of a column of texts.
    pub(super) fn texts_mut(&mut self) -> Option<&mut TextTable> {
        if let Self::Texts { texts, .. } = self { Some(texts) } else { None }
    }

    fn foreign(ty: &'a TokenStream, is_optional: bool, field: Id<Field>, variants: &[Variant]) -> Self {
        let mut keys = Keys::default();
        let positions = variants
            .iter()
            .map(|variant| Some(keys.position(variant.record.values[field].as_foreign()?, &variant.record)));
        let positions: Vec<Option<u32>> = positions.collect();
        let none = number(keys.distinct.len());
        let rows = positions.into_iter().map(|position| position.unwrap_or(none)).collect();
        Self::Foreign { ty, is_optional, keys: keys.distinct, rows }
    }

    fn lists(scalar: &'a Scalar, is_optional: bool, field: Id<Field>, variants: &[Variant]) -> Self {
        let lists = variants.iter().map(|variant| (variant, list(&variant.record.values[field])));
        let ends = lists.clone().scan(0, |end, (_, list)| {
            *end += list.len();
            Some(number(*end))
        });
        let ends = std::iter::once(0).chain(ends).collect();
        let elements = lists.flat_map(|(variant, list)| list.iter().map(move |value| (variant, value)));
        let present = || variants.iter().map(|variant| variant.record.values[field] != Value::Nothing).collect();
        Self::Lists { elements: Elements::new(scalar, elements), ends, present: is_optional.then(present) }
    }
}

impl<'a> Elements<'a> {
    fn new<'v>(scalar: &'a Scalar, elements: impl Iterator<Item = (&'v Variant, &'v Value)>) -> Self {
        match scalar {
            Scalar::Str => Self::Texts(elements.map(|(_, value)| value.to_text()).collect()),
            Scalar::Integer(ty) => {
                let values = elements.map(|(_, value)| value.as_integer().expect("a number field holds numbers"));
                Self::Integers { ty: *ty, values: values.collect() }
            }
            Scalar::Float(ty) => {
                Self::Decimals { ty: *ty, values: elements.map(|(_, value)| decimal(value)).collect() }
            }
            Scalar::Foreign(ty) => {
                let mut keys = Keys::default();
                let code = |value: &'v Value| value.as_foreign().expect("a field of keys holds keys");
                let positions = elements.map(|(variant, value)| keys.position(code(value), &variant.record)).collect();
                Self::Foreign { ty, keys: keys.distinct, positions }
            }
        }
    }
}

fn decimal(value: &Value) -> f64 {
    value.as_decimal().expect("a field of decimal numbers holds them")
}

fn texts<'v>(values: impl Iterator<Item = &'v Value>) -> TextTable {
    values.map(Value::to_text).collect()
}

/// A table without the column has no elements in its rows.
fn list(value: &Value) -> &[Value] {
    match value {
        Value::Nothing => &[],
        value => value.as_list().expect("a slice field holds lists"),
    }
}

/// Different codes, in order of appearance.
#[derive(Default)]
pub(crate) struct Keys {
    distinct: Vec<ForeignKey>,
    positions: HashMap<String, u32>,
}

impl Keys {
    /// Those of a field.
    pub(crate) fn of_field(field: Id<Field>, records: &[Record]) -> Self {
        let mut keys = Self::default();
        for record in records {
            let value = &record.values[field];
            let elements = value.as_list().unwrap_or(std::slice::from_ref(value));
            for code in elements.iter().filter_map(Value::as_foreign) {
                keys.position(code, record);
            }
        }
        keys
    }

    pub(crate) fn into_distinct(self) -> Vec<ForeignKey> {
        self.distinct
    }

    /// The position of a code that a row has.
    fn position(&mut self, code: &str, record: &Record) -> u32 {
        match self.positions.entry(code.to_owned()) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let position = number(self.distinct.len());
                self.distinct.push(ForeignKey {
                    code: code.to_owned(),
                    page: Rc::clone(&record.page),
                    line: record.line,
                });
                *new.insert(position)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Aliases;
    use quote::quote;

    fn variants(values: impl IntoIterator<Item = Value>) -> Vec<Variant> {
        let variant = |(line, value): (usize, Value)| Variant {
            name: String::new(),
            record: Record {
                values: [value].into_iter().collect(),
                page: Rc::new(Page::new("page.rst", "")),
                source: Id::new(0),
                line,
            },
            description: String::new(),
            aliases: Aliases::default(),
        };
        (1..).zip(values).map(variant).collect()
    }

    fn key(code: &str) -> Value {
        Value::Foreign(code.to_owned())
    }

    #[test]
    fn equal_keys_are_one_which_knows_its_first_row() {
        let ty = FieldType::Option(Scalar::Foreign(quote!(Other)));
        let rows = variants([key("7"), Value::Nothing, key("9"), key("7")]);
        let ColumnData::Foreign { keys, rows, .. } = ColumnData::new(&ty, Id::new(0), &rows) else { panic!("no keys") };
        let found: Vec<(&str, usize)> = keys.iter().map(|key| (key.code.as_str(), key.line)).collect();
        assert_eq!(found, [("7", 1), ("9", 3)]);
        assert_eq!(rows.values, [0, 2, 1, 0]);
    }

    #[test]
    fn lists_are_cut_at_their_ends() {
        let ty = FieldType::Slice(Scalar::Foreign(quote!(Other)));
        let rows = variants([Value::List(vec![key("7"), key("9")]), Value::List(vec![]), Value::List(vec![key("7")])]);
        let ColumnData::Lists { elements, ends, present: None } = ColumnData::new(&ty, Id::new(0), &rows) else {
            panic!("no lists")
        };
        let Elements::Foreign { keys, positions, .. } = elements else { panic!("no keys") };
        assert_eq!((keys.len(), positions.as_slice(), ends.values.as_slice()), (2, &[0, 1, 0][..], &[0, 2, 2, 3][..]));
    }
}
