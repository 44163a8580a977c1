//! What is wrong with the values of a CSV table.

use std::fmt;

/// Why the values of a CSV table are rejected.
///
/// ```
/// use rst_tables::{CsvError, Reason};
///
/// let page = ".. csv-table::\n\n   404, \"Not\" Found\n";
/// let tables = rst_tables::tables(page);
/// let error = tables[0].as_ref().unwrap_err();
/// let expected = CsvError::TextAfterQuote { quote: '"', delimiter: ',' };
/// assert_eq!(*error.reason(), Reason::Csv(expected));
/// assert_eq!(error.span(), 29..30);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CsvError {
    /// The values are in another file, which is not read. The span is its name.
    File,
    /// The values are on the network, which is never asked. The span is their address.
    Url,
    /// The file with the values cannot be read. The span is its name.
    Unreadable {
        /// The path that was asked for.
        path: String,
        /// Why.
        message: String,
    },
    /// There are values in the directive and the name of a file. The span is that name.
    FileAndValues,
    /// There is not a single value.
    NoValues,
    /// A quoted value does not end. The span is where it begins.
    OpenQuote {
        /// The quote.
        quote: char,
    },
    /// The last value ends in the character that escapes another one.
    OpenEscape {
        /// That character.
        escape: char,
    },
    /// There is text between the quote that ends a value and the next delimiter.
    TextAfterQuote {
        /// The quote.
        quote: char,
        /// The delimiter.
        delimiter: char,
    },
    /// A value is longer than docutils reads.
    ValueTooLong {
        /// How many characters a value may have.
        max: usize,
    },
}

impl fmt::Display for CsvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => f.write_str("expected values in the directive, found the name of a file"),
            Self::Url => f.write_str("expected values in the directive, found an address"),
            Self::Unreadable { path, message } => write!(f, "cannot read `{path}`: {message}"),
            Self::FileAndValues => f.write_str("expected values or the name of a file, found both"),
            Self::NoValues => f.write_str("expected values, found none"),
            Self::OpenQuote { quote } => write!(f, "expected a closing `{quote}` for this value"),
            Self::OpenEscape { escape } => write!(f, "expected a character after `{escape}`, found the end"),
            Self::TextAfterQuote { quote, delimiter } => {
                write!(f, "expected `{delimiter}` or the end of the line after `{quote}`")
            }
            Self::ValueTooLong { max } => write!(f, "expected a value of at most {max} characters"),
        }
    }
}
