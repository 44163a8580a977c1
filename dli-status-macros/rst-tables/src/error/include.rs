//! What is wrong with a directive that includes a file.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::source::origin::Origin;

/// A file that a page includes and that is not read. The rest of the page is.
///
/// ```
/// use rst_tables::{IncludeReason, Sources};
///
/// let page = "A table.\n\n.. include:: codes.txt\n";
/// let sources = Sources::new(|path| if path == "page.rst" { Ok(page.to_owned()) } else { Err("not found".to_owned()) });
/// let read = sources.read("page.rst").unwrap();
/// let error = &read.include_errors()[0];
/// assert_eq!((error.path(), error.to_string().as_str()), ("codes.txt", "cannot include `codes.txt`: not found"));
/// assert_eq!(*error.reason(), IncludeReason::Unreadable { message: "not found".to_owned() });
/// assert_eq!(&page[error.span()], ".. include:: codes.txt");
/// assert_eq!(error.origin().path(), "page.rst");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncludeError {
    path: String,
    origin: Arc<Origin>,
    span: Range<usize>,
    reason: IncludeReason,
}

/// Why an included file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum IncludeReason {
    /// The file could not be loaded.
    Unreadable {
        /// What the function that loads files says.
        message: String,
    },
    /// The file includes itself.
    Circular,
    /// The page includes too much.
    TooMany,
    /// The file does not have the text of this option, `start-after` or `end-before`.
    TextNotFound {
        /// The name of the option.
        option: &'static str,
    },
    /// The option `encoding` is another one than UTF-8.
    Encoding,
}

impl IncludeError {
    pub(crate) fn new(path: String, origin: Arc<Origin>, span: Range<usize>, reason: IncludeReason) -> Self {
        Self { path, origin, span, reason }
    }

    /// The path that was asked for.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The file that the directive is in.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The bytes of that file that hold the directive's first line.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Why the file is not read.
    pub fn reason(&self) -> &IncludeReason {
        &self.reason
    }
}

impl std::error::Error for IncludeError {}

impl fmt::Display for IncludeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot include `{}`: {}", self.path, self.reason)
    }
}

impl fmt::Display for IncludeReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { message } => f.write_str(message),
            Self::Circular => f.write_str("the file includes itself"),
            Self::TooMany => f.write_str("the page includes too many files"),
            Self::TextNotFound { option } => write!(f, "the file does not have the text of `:{option}:`"),
            Self::Encoding => f.write_str("the encoding is not UTF-8"),
        }
    }
}
