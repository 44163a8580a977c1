//! What the fields of an enum mean for it as a whole: which is the code, the message, the description.

use super::{Field, FieldType, Integer, Role, Scalar};
use crate::diagnostic::Diagnostic;
use crate::indexed::{By, Id};
use proc_macro2::Span;

/// The fields that have a meaning.
pub(crate) struct Key {
    /// The key of the table.
    pub(crate) code: Id<Field>,
    /// The type of the code; `None` if codes are text.
    pub(crate) integer: Option<Integer>,
    pub(crate) message: Option<Id<Field>>,
    pub(crate) description: Option<Id<Field>>,
    /// The column of descriptions, if each row has one text in it.
    pub(crate) description_text: Option<Id<Field>>,
}

impl Key {
    pub(super) fn new(fields: &By<Field, Field>, name: Span) -> Result<Self, Diagnostic> {
        let with_role = |role| fields.find(|field| field.role == role);
        let (message, description) = (with_role(Role::Message), with_role(Role::Description));
        let code = with_role(Role::Code).ok_or_else(|| {
            Diagnostic::new(name, "expected a field named `code`")
                .help("it is the key of the table: the column that tells the rows apart")
                .help("rows without a key are a `struct` in place of the `enum`")
        })?;
        let integer = match fields[code].ty {
            FieldType::Scalar(Scalar::Integer(integer)) => Some(integer),
            _ => None,
        };
        let description_text = description.filter(|&description| fields[description].is_text());
        Ok(Self { code, integer, message, description, description_text })
    }

    /// The fields that make up a name: those marked `#[name]`; else `message` if the code is a number, else `code`.
    pub(super) fn naming(&self, fields: &By<Field, Field>) -> Vec<Id<Field>> {
        let marked: Vec<Id<Field>> =
            fields.enumerate().filter(|(_, field)| field.names_variant).map(|(id, _)| id).collect();
        if !marked.is_empty() {
            return marked;
        }
        let is_single = |&id: &Id<Field>| matches!(fields[id].ty, FieldType::Scalar(_)) || fields[id].is_texts();
        let message = self.message.filter(is_single).filter(|_| self.integer.is_some());
        vec![message.unwrap_or(self.code)]
    }
}
