//! What a macro call declares, checked: which table to read, and which type to emit for it.

mod assertion;
mod attributes;
mod enum_spec;
mod features;
mod field;
mod field_type;
mod fields;
mod head;
mod source;
mod submodule;
mod table_spec;

pub(crate) use self::assertion::Assertion;
pub(crate) use self::enum_spec::{EnumSpec, Rename};
pub(crate) use self::features::Feature;
pub(crate) use self::field::{ColumnName, Field, Markup, Pattern, Role};
pub(crate) use self::field_type::{FieldType, Integer, Scalar, source_text};
pub(crate) use self::source::{Source, TableChoice};
pub(crate) use self::table_spec::TableSpec;

use self::head::Head;
use crate::call::Call;
use crate::diagnostic::{Diagnostics, Reported};

/// A checked macro call.
pub(crate) struct Declaration {
    pub(crate) table: TableSpec,
    pub(crate) enumeration: EnumSpec,
}

impl Declaration {
    /// Judges a call; all mistakes in it are reported.
    pub(crate) fn new(call: Call, diagnostics: &Diagnostics) -> Result<Self, Reported> {
        let heading = Some(call.heading());
        let head = Head::read(call.attributes, call.name.span(), diagnostics);
        let fields = fields::read(call.fields, diagnostics);
        let (head, fields) = (head?, fields?);
        features::check(&head.with, &fields).map_err(|error| diagnostics.report(error))?;
        let table =
            TableSpec::new(head.sources, fields, heading, call.name.span()).map_err(|e| diagnostics.report(e))?;
        let enumeration = EnumSpec {
            runtime: call.runtime,
            attributes: head.attributes,
            visibility: call.visibility,
            name: call.name,
            exhaustive: head.exhaustive,
            with: head.with,
            naming: table.naming(),
            renames: head.renames,
        };
        Ok(Self { table, enumeration })
    }
}
