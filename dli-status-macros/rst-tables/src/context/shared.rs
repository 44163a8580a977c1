//! What the cells of a page share: the definitions and roles their text may refer to, known once all is read.

use std::sync::{Arc, OnceLock};

use crate::context::Context;
use crate::source::files::Files;

/// What all texts of a page share.
#[derive(Debug, Default)]
pub(crate) struct Shared<'p> {
    /// The files that the page may include.
    files: Option<&'p dyn Files>,
    context: OnceLock<Context<'p>>,
}

/// A place on a page, as far as the text there depends on it.
#[derive(Debug, Clone)]
pub(crate) struct Place<'p> {
    pub(crate) shared: Arc<Shared<'p>>,
    /// How many role directives come before it.
    pub(crate) roles: usize,
}

impl<'p> Shared<'p> {
    pub(crate) fn new(files: Option<&'p dyn Files>) -> Self {
        Self { files, context: OnceLock::new() }
    }

    pub(crate) fn files(&self) -> Option<&'p dyn Files> {
        self.files
    }

    pub(crate) fn context(&self) -> &Context<'p> {
        self.context.get_or_init(Context::default)
    }

    /// Makes known what was defined, when the page has been read.
    pub(crate) fn complete(&self, context: Context<'p>) {
        self.context.get_or_init(|| context);
    }
}
