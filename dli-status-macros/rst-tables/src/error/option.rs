//! What is wrong with an option of a directive.

use std::fmt;
use std::ops::Range;

/// Why an option of a directive is rejected. Names are in lower case, as they are compared.
///
/// ```
/// use rst_tables::{Expected, OptionError, Reason};
///
/// let page = ".. table:: Codes\n   :align: middle\n\n   == ==\n   a  b\n   == ==\n";
/// let tables = rst_tables::tables(page);
/// let error = tables[0].as_ref().unwrap_err();
/// let Reason::Option(OptionError::Value { expected: Expected::OneOf(words), .. }) = error.reason() else { panic!() };
/// assert_eq!(*words, ["left", "center", "right"]);
/// assert_eq!(&page[error.span()], "middle");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OptionError {
    /// The name is not a single word.
    Name,
    /// The directive has no such option.
    Unknown {
        /// The name of the option.
        name: Box<str>,
        /// The options that the directive has.
        known: Vec<&'static str>,
    },
    /// The option is given twice. The span is the second one.
    Duplicate {
        /// The name of the option.
        name: Box<str>,
        /// The first one.
        first: Range<usize>,
    },
    /// The value does not fit. The span is the value, or the option if it has none.
    Value {
        /// The name of the option.
        name: Box<str>,
        /// What the value must be.
        expected: Expected,
    },
}

/// What the value of an option must be.
///
/// ```
/// use rst_tables::Expected;
///
/// assert_eq!(Expected::OneOf(&["left", "center", "right"]).to_string(), "`left`, `center` or `right`");
/// assert_eq!(Expected::Widths(&["auto"]).to_string(), "`auto` or one positive number per column");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// Any text, but not nothing.
    Text,
    /// Nothing.
    NoValue,
    /// Names that can be turned into CSS classes.
    ClassNames,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A length: a number with or without a unit.
    Length,
    /// One of these words, or the relative widths of columns: positive numbers, separated by commas or blanks.
    Widths(&'static [&'static str]),
    /// A number, 0 or more.
    Count,
    /// A single character or its code, or one of these words.
    Character(&'static [&'static str]),
}

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name => f.write_str("expected one word as the name of an option"),
            Self::Unknown { name, .. } => write!(f, "unknown option `{name}`"),
            Self::Duplicate { name, .. } => write!(f, "the option `{name}` is given twice"),
            Self::Value { name, expected } => write!(f, "expected {expected} as the value of `{name}`"),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("a text"),
            Self::NoValue => f.write_str("nothing"),
            Self::ClassNames => f.write_str("names that have a letter"),
            Self::OneOf(words) => write_choice(f, words, None),
            Self::Length => f.write_str("a length such as `20em` or `80%`"),
            Self::Widths(words) => write_choice(f, words, Some("one positive number per column")),
            Self::Count => f.write_str("a number"),
            Self::Character(words) => write_choice(f, words, Some("one character or its code such as `U+003B`")),
        }
    }
}

/// Writes alternatives: words, and one that is not a word.
fn write_choice(f: &mut fmt::Formatter<'_>, words: &[&str], other: Option<&str>) -> fmt::Result {
    let words = words.iter().map(|word| format!("`{word}`"));
    let choices: Vec<_> = words.chain(other.map(str::to_owned)).collect();
    for (index, choice) in choices.iter().enumerate() {
        let separator = match index {
            0 => "",
            _ if index + 1 == choices.len() => " or ",
            _ => ", ",
        };
        write!(f, "{separator}{choice}")?;
    }
    Ok(())
}
