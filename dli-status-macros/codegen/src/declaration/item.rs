//! What to emit: the enum or struct around the rows.

use super::{Feature, Field, Key};
use crate::indexed::Id;
use proc_macro2::{Ident, Span};
use syn::{Attribute, LitStr, Path, Visibility};

/// What the rows become.
pub(crate) enum Item {
    /// A variant per code.
    Enum(EnumSpec),
    /// A value per row.
    Struct(ItemSpec),
}

/// What both have.
pub(crate) struct ItemSpec {
    /// The path of the runtime crate in the calling crate.
    pub(crate) runtime: Path,
    /// Attributes and docs that go onto the item.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    /// The word `enum` or `struct` in the call.
    pub(crate) keyword: Ident,
    pub(crate) name: Ident,
    /// The braces in the call.
    pub(crate) braces: Span,
    /// The features of `#[with(…)]`.
    pub(crate) with: Vec<Feature>,
}

/// An enum, and how its variants are named.
pub(crate) struct EnumSpec {
    pub(crate) item: ItemSpec,
    pub(crate) key: Key,
    /// Whether `#[exhaustive]` was given.
    pub(crate) exhaustive: bool,
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
