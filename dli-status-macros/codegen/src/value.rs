//! A cell's text as a value of its field's type.

use crate::schema::{Field, FieldType, Pattern, Scalar};
use regex::Captures;

/// What a cell became.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
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
    /// As a page would write it; what a name is made of and a message shows.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Integer(number) => number.to_string(),
            Self::Text(text) | Self::Foreign(text) => text.clone(),
            Self::Bool(value) => value.to_string(),
            Self::List(values) => values.iter().map(Self::to_text).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Why a cell cannot become a value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unfit {
    /// The text that is at fault: the cell's, or what the pattern picked out of it.
    pub(crate) text: String,
    /// What is wrong with it, to be read after the text.
    pub(crate) why: String,
    /// What to do.
    pub(crate) help: Option<String>,
}

/// The value of a field for the text of its cell.
pub(crate) fn read(field: &Field, text: &str) -> Result<Value, Unfit> {
    match &field.ty {
        FieldType::Bool => Ok(Value::Bool(field.regex.as_ref().is_some_and(|pattern| pattern.regex.is_match(text)))),
        FieldType::Scalar(scalar) => read_scalar(field, scalar, text),
        FieldType::Option(scalar) => match pick(field.regex.as_ref(), text) {
            None | Some("") => Ok(Value::Nothing),
            Some(text) => parse(scalar, text),
        },
        FieldType::Slice(scalar) => read_slice(field.regex.as_ref(), scalar, text).map(Value::List),
    }
}

fn read_scalar(field: &Field, scalar: &Scalar, text: &str) -> Result<Value, Unfit> {
    match pick(field.regex.as_ref(), text) {
        Some(text) => parse(scalar, text),
        None if text.is_empty() => parse(scalar, text),
        None => Err(Unfit {
            text: text.to_owned(),
            why: "does not match the pattern".to_owned(),
            help: Some(if field.name == "code" {
                "every row has a code: make the pattern match this one too, or leave its table out with `table = …`"
                    .to_owned()
            } else {
                format!("make the field `Option<{}>` if some rows need not match", field.type_text())
            }),
        }),
    }
}

fn read_slice(pattern: Option<&Pattern>, scalar: &Scalar, text: &str) -> Result<Vec<Value>, Unfit> {
    match pattern {
        Some(pattern) => {
            let picked = pattern.regex.captures_iter(text).filter_map(|captures| group(&captures));
            picked.map(|text| parse(scalar, text)).collect()
        }
        None if text.is_empty() => Ok(Vec::new()),
        None => Ok(vec![parse(scalar, text)?]),
    }
}

/// What the pattern picks: its first group, or the whole match if it has none. All of the text without a pattern.
fn pick<'t>(pattern: Option<&Pattern>, text: &'t str) -> Option<&'t str> {
    match pattern {
        Some(pattern) => pattern.regex.captures(text).and_then(|captures| group(&captures)),
        None => Some(text),
    }
}

fn group<'t>(captures: &Captures<'t>) -> Option<&'t str> {
    let wanted = usize::from(captures.len() > 1);
    captures.get(wanted).map(|found| found.as_str())
}

fn parse(scalar: &Scalar, text: &str) -> Result<Value, Unfit> {
    match scalar {
        Scalar::Str => Ok(Value::Text(text.to_owned())),
        Scalar::Integer(integer) => parse_integer(text, integer.max(), integer.name()).map(Value::Integer),
        Scalar::Foreign(ty) if text.is_empty() => Err(unfit(text, format!("is empty, so it is no code of `{ty}`"))),
        Scalar::Foreign(_) => Ok(Value::Foreign(text.to_owned())),
    }
}

fn parse_integer(text: &str, max: u128, name: &str) -> Result<u128, Unfit> {
    if text.is_empty() {
        return Err(unfit(text, format!("is empty, and `{name}` is a number")));
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        let help =
            "a number is written in the digits 0 to 9 alone; if the cell holds more, pick it out with `regex = …`";
        return Err(Unfit { help: Some(help.to_owned()), ..unfit(text, "is no number".to_owned()) });
    }
    if text.len() > 1 && text.starts_with('0') {
        let help = "a number has no leading zeros; if they belong to it, declare the field as `&'static str`";
        return Err(Unfit { help: Some(help.to_owned()), ..unfit(text, "starts with a zero".to_owned()) });
    }
    match text.parse::<u128>() {
        Ok(number) if number <= max => Ok(number),
        _ => Err(unfit(text, format!("does not fit `{name}`, which ends at {max}"))),
    }
}

fn unfit(text: &str, why: String) -> Unfit {
    Unfit { text: text.to_owned(), why, help: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_digits_without_sign_or_leading_zeros() {
        let parse = |text| parse_integer(text, 65_535, "u16").map_err(|unfit| unfit.why);
        assert_eq!(parse("0"), Ok(0));
        assert_eq!(parse("65535"), Ok(65_535));
        assert_eq!(parse("65536").unwrap_err(), "does not fit `u16`, which ends at 65535");
        assert_eq!(parse("0999").unwrap_err(), "starts with a zero");
        assert_eq!(parse("").unwrap_err(), "is empty, and `u16` is a number");
        for text in ["+1", "-1", "1 ", "٣", "4O4", "1_0"] {
            assert_eq!(parse(text).unwrap_err(), "is no number", "{text}");
        }
        let huge = "9".repeat(40);
        assert_eq!(parse(&huge).unwrap_err(), "does not fit `u16`, which ends at 65535");
    }
}
