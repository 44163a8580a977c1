//! What a macro call declares, checked: which table to read, and which type to emit for it.

mod assertion;
mod attributes;
mod features;
mod field;
mod field_type;
mod fields;
mod head;
mod source;

pub(crate) use self::assertion::Assertion;
pub(crate) use self::features::Feature;
pub(crate) use self::field::{ColumnName, Field, Markup, Pattern, Role};
pub(crate) use self::field_type::{FieldType, Integer, Scalar, source_text};
pub(crate) use self::source::{Source, TableChoice};

use self::head::Head;
use crate::call::Call;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::{By, Id};
use proc_macro2::{Ident, Span};
use syn::{Attribute, LitStr, Path, Visibility};

/// A checked macro call.
pub(crate) struct Declaration {
    pub(crate) table: TableSpec,
    pub(crate) enumeration: EnumSpec,
}

/// What to read.
pub(crate) struct TableSpec {
    /// The pages, in order; never empty.
    pub(crate) sources: By<Source, Source>,
    /// The columns, in order.
    pub(crate) fields: By<Field, Field>,
    /// The key of the table.
    pub(crate) code: Id<Field>,
    pub(crate) message: Option<Id<Field>>,
    pub(crate) description: Option<Id<Field>>,
    /// The declaration's beginning as it is written; `None` if the enum is written by hand.
    pub(crate) heading: Option<String>,
}

/// What to emit.
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

impl Declaration {
    /// Judges a call; all mistakes in it are reported.
    pub(crate) fn new(call: Call, diagnostics: &Diagnostics) -> Result<Self, Reported> {
        let heading = Some(call.heading());
        let head = Head::read(call.attributes, call.name.span(), diagnostics);
        let fields = fields::read(call.fields, diagnostics);
        let (head, fields) = (head?, fields?);
        features::check(&head.with, &fields).map_err(|error| diagnostics.report(error))?;
        let table = TableSpec::new(head.sources, fields, heading, call.name.span()).map_err(|e| diagnostics.report(e))?;
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

impl TableSpec {
    fn new(sources: By<Source, Source>, fields: By<Field, Field>, heading: Option<String>, name: Span) -> Result<Self, Diagnostic> {
        let with_role = |role| fields.find(|field| field.role == role);
        let (message, description) = (with_role(Role::Message), with_role(Role::Description));
        let code = with_role(Role::Code).ok_or_else(|| {
            Diagnostic::new(name, "expected a field named `code`").help("it is the key of the table: the column that tells the rows apart")
        })?;
        Ok(Self { sources, code, message, description, fields, heading })
    }

    /// The integer type of the code; `None` if codes are text.
    pub(crate) fn code_integer(&self) -> Option<Integer> {
        match self.fields[self.code].ty {
            FieldType::Scalar(Scalar::Integer(integer)) => Some(integer),
            _ => None,
        }
    }

    /// The column of messages, if each row has one text in it.
    pub(crate) fn message_text(&self) -> Option<Id<Field>> {
        self.message.filter(|&message| self.fields[message].is_text())
    }

    /// The column of descriptions, if each row has one text in it.
    pub(crate) fn description_text(&self) -> Option<Id<Field>> {
        self.description.filter(|&description| self.fields[description].is_text())
    }

    /// The fields that make up a name: those marked `#[name]`; else `message` if the code is a number, else `code`.
    fn naming(&self) -> Vec<Id<Field>> {
        let marked: Vec<Id<Field>> = self.fields.enumerate().filter(|(_, field)| field.names_variant).map(|(id, _)| id).collect();
        if !marked.is_empty() {
            return marked;
        }
        let is_single = |&id: &Id<Field>| matches!(self.fields[id].ty, FieldType::Scalar(_));
        let message = self.message.filter(is_single).filter(|_| self.code_integer().is_some());
        vec![message.unwrap_or(self.code)]
    }
}
