//! What the cells of a page share: the definitions and roles their text may refer to, known once all is read.

use std::sync::OnceLock;

use super::standin::Context;

#[derive(Debug, Default)]
pub(crate) struct Page<'p> {
    context: OnceLock<Context>,
    life: std::marker::PhantomData<&'p str>,
}

impl Page<'_> {
    pub(crate) fn context(&self) -> &Context {
        self.context.get_or_init(Context::default)
    }
}
