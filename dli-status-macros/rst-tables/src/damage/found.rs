//! What is found in a drawing.

use crate::error::damage::{DamageKind, Repair};

/// A damaged row of a drawing.
pub(super) struct Found {
    pub(super) row: usize,
    pub(super) kind: DamageKind,
    pub(super) repair: Option<Repair>,
}
