//! The roles of a page: those of docutils, and what `role` and `default-role` directives make of them.
//!
//! A role holds for the text after its directive, while text is shown only when the whole page has been read.
//! So all that was ever said is kept, with the number of directives before it.

use std::collections::HashMap;

use crate::inline::{self, Role};

/// What the role directives of a page say, each with its number.
#[derive(Debug, Default)]
pub(super) struct RoleChanges {
    count: usize,
    named: HashMap<String, Vec<(usize, Role)>>,
    default: Vec<(usize, Role)>,
}

impl RoleChanges {
    /// How many directives there were so far.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// What holds after the first `count` directives.
    pub(super) fn after(&self, count: usize) -> RolesAfter<'_> {
        RolesAfter { changes: self, count }
    }

    pub(super) fn define(&mut self, name: &str, role: Role) {
        self.named.entry(name.to_lowercase()).or_default().push((self.count, role));
        self.count += 1;
    }

    pub(super) fn set_default(&mut self, role: Role) {
        self.default.push((self.count, role));
        self.count += 1;
    }
}

/// The roles that hold after some of the directives.
pub(super) struct RolesAfter<'c> {
    changes: &'c RoleChanges,
    count: usize,
}

impl RolesAfter<'_> {
    fn last(&self, changes: &[(usize, Role)]) -> Option<Role> {
        let count = changes.partition_point(|&(number, _)| number < self.count);
        changes.get(count.checked_sub(1)?).map(|&(_, role)| role)
    }
}

impl inline::Roles for RolesAfter<'_> {
    fn named(&self, name: &str) -> Role {
        let name = name.to_lowercase();
        let defined = self.changes.named.get(&name).and_then(|changes| self.last(changes));
        defined.or_else(|| Role::of_docutils(&name)).unwrap_or(Role::Unknown)
    }

    fn default_role(&self) -> Role {
        self.last(&self.changes.default).unwrap_or(Role::Plain)
    }
}
