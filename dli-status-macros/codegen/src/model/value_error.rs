//! Why a cell could not be converted.

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
    pub(super) fn new(text: &str, why: impl Into<String>) -> Self {
        Self { text: text.to_owned(), why: why.into(), help: None }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}
