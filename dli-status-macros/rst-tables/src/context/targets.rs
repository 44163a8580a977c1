//! The targets of a page: what the references in its text may lead to.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::inline::normal_name;

/// The targets of a page outside of its tables.
#[derive(Debug, Default)]
pub(super) struct Targets<'p> {
    /// The names in lower case, white space folded, with the addresses of those that lead off the page.
    named: HashMap<String, Option<Cow<'p, str>>>,
    /// Whether there are targets without a name.
    any_anonymous: bool,
}

impl<'p> Targets<'p> {
    pub(super) fn define(&mut self, name: &str, address: Option<Cow<'p, str>>) {
        let known = self.named.entry(normal_name(name)).or_default();
        if address.is_some() {
            *known = address;
        }
    }

    pub(super) fn define_anonymous(&mut self) {
        self.any_anonymous = true;
    }

    /// The target of that name, or an anonymous one, with the address it leads to, if that is not on the page.
    pub(super) fn find(&self, name: Option<&str>) -> Option<Option<&str>> {
        match name {
            Some(name) => self.named.get(name).map(Option::as_deref),
            None => self.any_anonymous.then_some(None),
        }
    }
}
