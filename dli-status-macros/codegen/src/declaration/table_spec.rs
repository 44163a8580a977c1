//! What to read: sources, columns, and what some of the columns mean.

use super::{Field, FieldType, Integer, Role, Scalar, Source};
use crate::diagnostic::Diagnostic;
use crate::indexed::{By, Id};
use proc_macro2::Span;

/// The part of a declaration that says what to read.
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

impl TableSpec {
    pub(super) fn new(
        sources: By<Source, Source>,
        fields: By<Field, Field>,
        heading: Option<String>,
        name: Span,
    ) -> Result<Self, Diagnostic> {
        let with_role = |role| fields.find(|field| field.role == role);
        let (message, description) = (with_role(Role::Message), with_role(Role::Description));
        let code = with_role(Role::Code).ok_or_else(|| {
            Diagnostic::new(name, "expected a field named `code`")
                .help("it is the key of the table: the column that tells the rows apart")
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
    pub(super) fn naming(&self) -> Vec<Id<Field>> {
        let marked: Vec<Id<Field>> =
            self.fields.enumerate().filter(|(_, field)| field.names_variant).map(|(id, _)| id).collect();
        if !marked.is_empty() {
            return marked;
        }
        let is_single = |&id: &Id<Field>| matches!(self.fields[id].ty, FieldType::Scalar(_));
        let message = self.message.filter(is_single).filter(|_| self.code_integer().is_some());
        vec![message.unwrap_or(self.code)]
    }
}
