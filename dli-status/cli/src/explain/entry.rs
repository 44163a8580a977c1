//! A row of a table, as a person or a program wants to have it.

use dli_status::Class;
use serde_json::{Map, Value};

/// A row, wherever it is from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// A number or a text.
    pub(crate) code: Value,
    /// The identifier of its variant.
    pub(crate) name: String,
    /// Empty if the table has no messages.
    pub(crate) message: String,
    /// Of an HTTP status code.
    pub(crate) class: Option<Class>,
    /// What else the table says, by column.
    pub(crate) details: Vec<Detail>,
    /// Paragraphs are separated by a blank line.
    pub(crate) description: String,
    /// The place of the row on its page, for people and for programs.
    pub(crate) place: Place,
}

/// The value of a further column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Detail {
    /// The name of the field.
    pub(crate) field: String,
    pub(crate) value: Value,
    /// What is shown of it: a label and a text; nothing if it says nothing.
    pub(crate) shown: Option<(String, String)>,
    /// Whether the row may be found by its words.
    pub(crate) is_searched: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Place {
    /// The row of the table that the command knows by heart, counted from 1.
    Row(usize),
    /// A line of a page.
    Line(String, usize),
}

impl Entry {
    pub(crate) fn code_text(&self) -> String {
        self.code.as_str().map_or_else(|| self.code.to_string(), str::to_owned)
    }

    /// `404 Not Found`, or the code if there is no message.
    pub(crate) fn headline(&self) -> String {
        [self.code_text(), self.message.clone()].join(" ").trim_end().to_owned()
    }

    /// One line.
    pub(crate) fn to_json(&self) -> String {
        let mut object = Map::new();
        let mut insert = |key: &str, value: Value| object.insert(key.to_owned(), value);
        insert("code", self.code.clone());
        insert("name", self.name.clone().into());
        insert("message", self.message.clone().into());
        insert("class", self.class.map(|class| class.to_string()).into());
        insert("description", self.description.clone().into());
        for detail in &self.details {
            insert(&detail.field, detail.value.clone());
        }
        match &self.place {
            Place::Row(row) => insert("row", (*row).into()),
            Place::Line(page, line) => {
                insert("page", page.as_str().into());
                insert("line", (*line).into())
            }
        };
        Value::Object(object).to_string()
    }
}
