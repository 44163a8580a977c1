//! A cell's text as a value of its field's type.

use crate::declaration::{Field, FieldType, Integer, Pattern, Role, Scalar};
use regex::Captures;

/// What a cell became.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Value {
    /// No value: of an `Option` field.
    Nothing,
    /// Of an integer field.
    Integer(u128),
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
            Self::Text(text) | Self::Foreign(text) => text.clone(),
            Self::Bool(value) => value.to_string(),
            Self::List(values) => values.iter().map(Self::to_text).collect::<Vec<_>>().join(", "),
        }
    }
}

/// What layouts are made from; each asks the values of a field only for what its type makes them.
impl Value {
    pub(crate) fn as_integer(&self) -> Option<u128> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
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

/// Why a cell could not be converted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ValueError {
    /// The text that is at fault: the cell's, or what the pattern matched in it.
    pub(crate) text: String,
    /// What is wrong with it, to be read after the text.
    pub(crate) why: String,
    /// What to do.
    pub(crate) help: Option<String>,
}

impl ValueError {
    fn new(text: &str, why: impl Into<String>) -> Self {
        Self { text: text.to_owned(), why: why.into(), help: None }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// The value of a field for the text of its cell.
pub(crate) fn read(field: &Field, text: &str) -> Result<Value, ValueError> {
    let pattern = field.pattern.as_ref();
    match &field.ty {
        FieldType::Bool => {
            let pattern = pattern.expect("a `bool` field has a pattern");
            Ok(Value::Bool(pattern.regex.is_match(text)))
        }
        FieldType::Scalar(scalar) => read_scalar(field, scalar, text),
        FieldType::Option(scalar) => match find(pattern, text) {
            None | Some("") => Ok(Value::Nothing),
            Some(text) => parse(scalar, text),
        },
        FieldType::Slice(scalar) => read_slice(pattern, scalar, text).map(Value::List),
    }
}

fn read_scalar(field: &Field, scalar: &Scalar, text: &str) -> Result<Value, ValueError> {
    match find(field.pattern.as_ref(), text) {
        Some(text) => parse(scalar, text),
        None if text.is_empty() => parse(scalar, text),
        None => Err(ValueError::new(text, "does not match the pattern").help(match field.role {
            Role::Code => {
                "every row needs a code: make the pattern match this one too, or leave its table out with `table = …`"
                    .to_owned()
            }
            _ => format!("if some rows need not match, declare the field as `Option<{scalar}>`"),
        })),
    }
}

fn read_slice(pattern: Option<&Pattern>, scalar: &Scalar, text: &str) -> Result<Vec<Value>, ValueError> {
    match pattern {
        Some(pattern) => {
            let matches = pattern.regex.captures_iter(text).filter_map(|captures| captured(&captures));
            matches.map(|text| parse(scalar, text)).collect()
        }
        None if text.is_empty() => Ok(Vec::new()),
        None => Ok(vec![parse(scalar, text)?]),
    }
}

/// What the pattern finds: its first group, or the whole match if it has none. All of the text without a pattern.
fn find<'t>(pattern: Option<&Pattern>, text: &'t str) -> Option<&'t str> {
    match pattern {
        Some(pattern) => pattern.regex.captures(text).and_then(|captures| captured(&captures)),
        None => Some(text),
    }
}

fn captured<'t>(captures: &Captures<'t>) -> Option<&'t str> {
    let group = usize::from(captures.len() > 1);
    captures.get(group).map(|found| found.as_str())
}

fn parse(scalar: &Scalar, text: &str) -> Result<Value, ValueError> {
    match scalar {
        Scalar::Str => Ok(Value::Text(text.to_owned())),
        Scalar::Integer(integer) => parse_integer(text, *integer).map(Value::Integer),
        Scalar::Foreign(_) if text.is_empty() => {
            Err(ValueError::new(text, format!("is empty, which is not a code of `{scalar}`")))
        }
        Scalar::Foreign(_) => Ok(Value::Foreign(text.to_owned())),
    }
}

fn parse_integer(text: &str, integer: Integer) -> Result<u128, ValueError> {
    let (name, max) = (integer.name(), integer.max());
    if text.is_empty() {
        return Err(ValueError::new(text, format!("is empty, expected a `{name}`")));
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(ValueError::new(text, "is not a number").help(
            "expected only the digits 0 to 9; if the cell says more than the number, pick it out with `regex = …`",
        ));
    }
    if text.len() > 1 && text.starts_with('0') {
        return Err(ValueError::new(text, "has a leading zero")
            .help("if leading zeros are part of the code, declare the field as `&'static str`"));
    }
    // More digits than `u128` holds are too many for each type.
    match text.parse::<u128>() {
        Ok(number) if number <= max => Ok(number),
        _ => Err(ValueError::new(text, format!("is out of range for `{name}` (0..={max})"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_digits_without_sign_or_leading_zeros() {
        let parse = |text| parse_integer(text, Integer::U16).map_err(|error| error.why);
        assert_eq!(parse("0"), Ok(0));
        assert_eq!(parse("65535"), Ok(65_535));
        assert_eq!(parse("65536").unwrap_err(), "is out of range for `u16` (0..=65535)");
        assert_eq!(parse("0999").unwrap_err(), "has a leading zero");
        assert_eq!(parse("").unwrap_err(), "is empty, expected a `u16`");
        for text in ["+1", "-1", "1 ", "٣", "4O4", "1_0"] {
            assert_eq!(parse(text).unwrap_err(), "is not a number", "{text}");
        }
        let huge = "9".repeat(40);
        assert_eq!(parse(&huge).unwrap_err(), "is out of range for `u16` (0..=65535)");
    }
}
