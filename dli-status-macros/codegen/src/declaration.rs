//! What a macro call declares, checked: which table to read, and which type to emit for it.

mod assertion;
mod attributes;
mod column;
mod features;
mod field;
mod field_type;
mod fields;
mod head;
mod item;
mod key;
mod number_type;
mod pattern;
mod skip;
mod source;
mod submodule;
mod table_spec;

pub(crate) use self::assertion::Assertion;
pub(crate) use self::column::{Column, ColumnChoice};
pub(crate) use self::features::Feature;
pub(crate) use self::field::{Digits, Field, Markup, Role, Whitespace};
pub(crate) use self::field_type::{FieldType, Scalar, source_text};
pub(crate) use self::item::{EnumSpec, Item, ItemSpec, Rename};
pub(crate) use self::key::Key;
pub(crate) use self::number_type::{Float, Integer};
pub(crate) use self::pattern::Pattern;
pub use self::pattern::{CompilePattern, FindMatches, PatternMatch};
pub(crate) use self::skip::Skip;
pub(crate) use self::source::{Form, HeaderRows, Source, TableChoice};
pub(crate) use self::submodule::move_into_submodule;
pub(crate) use self::table_spec::TableSpec;

use self::head::Head;
use crate::call::{Call, ItemKind};
use crate::diagnostic::{Diagnostics, Reported};

/// A checked macro call.
pub(crate) struct Declaration {
    pub(crate) table: TableSpec,
    pub(crate) item: Item,
}

impl Declaration {
    /// Judges a call; all mistakes in it are reported.
    pub(crate) fn new(call: Call, compile: CompilePattern, diagnostics: &Diagnostics) -> Result<Self, Reported> {
        let heading = Some(call.heading());
        let Call { runtime, attributes, visibility, kind, keyword, name, braces, fields } = call;
        let head = Head::read(attributes, kind, name.span(), compile, diagnostics);
        let fields = fields::read(fields, kind, compile, diagnostics);
        let (head, fields) = (head?, fields?);
        features::check(&head.with, kind, &fields).map_err(|error| diagnostics.report(error))?;
        let name_span = name.span();
        let (attributes, with) = (head.attributes, head.with);
        let item = ItemSpec { runtime, attributes, visibility, keyword, name, braces, with };
        let item = match kind {
            ItemKind::Struct => Item::Struct(item),
            ItemKind::Enum => {
                let key = Key::new(&fields, name_span).map_err(|error| diagnostics.report(error))?;
                fields::check_reserved(&fields, &key, diagnostics)?;
                fields::check_aliases(&fields, &key).map_err(|error| diagnostics.report(error))?;
                let naming = key.naming(&fields);
                Item::Enum(EnumSpec { item, key, exhaustive: head.exhaustive, naming, renames: head.renames })
            }
        };
        let table = TableSpec { sources: head.sources, skips: head.skips, fields, heading };
        Ok(Self { table, item })
    }
}
