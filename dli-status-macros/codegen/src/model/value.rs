//! A cell's text as a value of its field's type.

use super::cut::cut_number;
use super::number::{self, Decimal, Number, Written};
use super::value_error::ValueError;
use crate::declaration::{Digits, Field, FieldType, Pattern, PatternMatch, Role, Scalar};
use std::ops::Range;

/// What a cell became.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Value {
    /// No value: of an `Option` field.
    Nothing,
    /// Of an integer field.
    Integer(Written<Number>),
    /// Of a field of decimal numbers.
    Decimal(Written<Decimal>),
    /// Of a text field.
    Text(String),
    /// Of a `bool` field.
    Bool(bool),
    /// Of a field whose type is another table's: the code there.
    Foreign(String),
    /// Of a slice field.
    List(Vec<Value>),
}

impl Value {
    /// As a page would write it; names are made from it, and messages show it.
    pub(crate) fn to_text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Integer(number) => number.to_string(),
            Self::Decimal(number) => number.to_string(),
            Self::Text(text) | Self::Foreign(text) => text.clone(),
            Self::Bool(value) => value.to_string(),
            Self::List(values) => values.iter().map(Self::to_text).collect::<Vec<_>>().join(", "),
        }
    }

    /// As a page would write it; of several texts the first.
    pub(crate) fn first_text(&self) -> String {
        match self {
            Self::List(values) => values.first().map_or_else(String::new, Self::to_text),
            value => value.to_text(),
        }
    }
}

/// What layouts are made from; each asks the values of a field only for what its type makes them.
impl Value {
    pub(crate) fn as_integer(&self) -> Option<Number> {
        if let Self::Integer(number) = self { Some(number.value) } else { None }
    }

    pub(crate) fn as_decimal(&self) -> Option<f64> {
        if let Self::Decimal(number) = self { Some(number.value.0) } else { None }
    }

    pub(crate) fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    pub(crate) fn as_foreign(&self) -> Option<&str> {
        if let Self::Foreign(code) = self { Some(code) } else { None }
    }

    pub(crate) fn as_list(&self) -> Option<&[Value]> {
        if let Self::List(values) = self { Some(values) } else { None }
    }
}

/// The value of a field for the text of its cell.
pub(crate) fn read(field: &Field, text: &str) -> Result<Value, ValueError> {
    let reader = Reader::of(field);
    match &field.ty {
        FieldType::Bool => {
            let pattern = field.pattern.as_ref().expect("a `bool` field has a pattern");
            Ok(Value::Bool(pattern.is_match(text)))
        }
        FieldType::Scalar(scalar) => match reader.find(scalar, text)? {
            Some(found) => reader.parse(scalar, found),
            None if text.is_empty() => reader.parse(scalar, text),
            None => Err(no_match(field.role, scalar, text)),
        },
        FieldType::Option(scalar) => match reader.find(scalar, text)? {
            None | Some("") => Ok(Value::Nothing),
            Some(found) => reader.parse(scalar, found),
        },
        FieldType::Slice(scalar) | FieldType::OptionSlice(scalar) => reader.read_slice(scalar, text).map(Value::List),
    }
}

fn no_match(role: Role, scalar: &Scalar, text: &str) -> ValueError {
    ValueError::new(text, "does not match the pattern").help(match role {
        Role::Code => {
            "every row needs a code: make the pattern match this one too, leave the row out with #[skip(…)], or \
                       its table with `table = …`"
                .to_owned()
        }
        _ => format!("if some rows need not match, declare the field as `Option<{scalar}>`"),
    })
}

/// The text that becomes the value of a field, if the pattern finds one and cuts no number.
pub(crate) fn found<'t>(field: &Field, text: &'t str) -> Option<&'t str> {
    let reader = Reader::of(field);
    reader.find(field.ty.scalar()?, text).ok()?
}

/// How a field reads the texts of its cells.
struct Reader<'f> {
    pattern: Option<&'f Pattern>,
    digits: Digits,
    is_key: bool,
}

impl<'f> Reader<'f> {
    fn of(field: &'f Field) -> Self {
        Self { pattern: field.pattern.as_ref(), digits: field.digits, is_key: field.role == Role::Code }
    }

    /// What the pattern finds first; all of the text without a pattern.
    fn find<'t>(&self, scalar: &Scalar, text: &'t str) -> Result<Option<&'t str>, ValueError> {
        let Some(pattern) = self.pattern else { return Ok(Some(text)) };
        pattern.first_match(text).map_or(Ok(None), |found| self.picked(scalar, text, &found))
    }

    fn read_slice(&self, scalar: &Scalar, text: &str) -> Result<Vec<Value>, ValueError> {
        match self.pattern {
            Some(pattern) => {
                let matches = pattern.matches(text);
                let matches = matches.iter().filter_map(|found| self.picked(scalar, text, found).transpose());
                matches.map(|found| self.parse(scalar, found?)).collect()
            }
            None if text.is_empty() => Ok(Vec::new()),
            None => Ok(vec![self.parse(scalar, text)?]),
        }
    }

    fn parse(&self, scalar: &Scalar, text: &str) -> Result<Value, ValueError> {
        match scalar {
            Scalar::Str => Ok(Value::Text(text.to_owned())),
            Scalar::Foreign(_) if text.is_empty() => {
                Err(ValueError::new(text, format!("is empty, which is not a code of `{scalar}`")))
            }
            Scalar::Foreign(_) => Ok(Value::Foreign(text.to_owned())),
            Scalar::Integer(integer) => number::read_integer(text, *integer, self.digits).map(Value::Integer),
            Scalar::Float(float) => number::read_decimal(text, *float, self.digits).map(Value::Decimal),
        }
    }

    /// The first group of a match, or the whole match if the pattern has none.
    fn picked<'t>(
        &self,
        scalar: &Scalar,
        text: &'t str,
        (whole, group): &PatternMatch,
    ) -> Result<Option<&'t str>, ValueError> {
        let part = |range: &Range<usize>| text.get(range.clone()).expect("what a pattern finds is a part of the text");
        if let Scalar::Integer(_) | Scalar::Float(_) = scalar
            && let Some(number) = cut_number(text, whole, self.is_key)
        {
            let number = part(&number);
            let why = format!("is cut in two by the pattern, which matches only `{}` of it", part(whole));
            return Err(
                ValueError::new(number, why).help("match all of the number: its sign, all digits, its fraction")
            );
        }
        Ok(group.as_ref().map(part))
    }
}
