//! What the cells of a page share: the definitions and roles their text may refer to, known once all is read.

use std::sync::{Arc, OnceLock};

use crate::context::Context;

#[derive(Debug, Default)]
pub(crate) struct Page<'p> {
    context: OnceLock<Context<'p>>,
}

/// Where on which page something stands, as far as its text depends on it.
#[derive(Debug, Clone)]
pub(crate) struct Place<'p> {
    pub(crate) page: Arc<Page<'p>>,
    /// How many role directives stand before it.
    pub(crate) roles: usize,
}

impl<'p> Page<'p> {
    pub(crate) fn context(&self) -> &Context<'p> {
        self.context.get_or_init(Context::default)
    }

    /// Makes known what was defined, when the page has been read.
    pub(crate) fn complete(&self, context: Context<'p>) {
        self.context.get_or_init(|| context);
    }
}
