//! What to emit: the enum around the rows.

use super::{Feature, Field};
use crate::indexed::Id;
use proc_macro2::Ident;
use syn::{Attribute, LitStr, Path, Visibility};

/// The part of a declaration that says what to emit.
pub(crate) struct EnumSpec {
    /// The path of the runtime crate in the calling crate.
    pub(crate) runtime: Path,
    /// Attributes and docs that go onto the enum.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    /// Whether `#[exhaustive]` was given.
    pub(crate) exhaustive: bool,
    /// The features of `#[with(…)]`.
    pub(crate) with: Vec<Feature>,
    /// The fields that make up the name of a variant; never empty.
    pub(crate) naming: Vec<Id<Field>>,
    pub(crate) renames: Vec<Rename>,
}

/// `#[rename("code" = "Name")]`
pub(crate) struct Rename {
    /// The code whose variant it names.
    pub(crate) code: LitStr,
    /// The name it gets, as the compiler knows it.
    pub(crate) name: String,
}
