//! The docs of a variant, which read like its row of the page.

use super::alias::aliases;
use crate::declaration::{EnumSpec, Field, Role, Scalar, Source, TableSpec, source_text};
use crate::indexed::{By, Id};
use crate::model::{Value, Variant};
use crate::naming::in_words;
use rst_tables::{escape_markdown, markdown_code};
use std::borrow::Cow;
use syn::ext::IdentExt;
use syn::{Attribute, Meta};

/// The docs of a variant.
pub(crate) struct VariantDocs {
    pub(crate) text: String,
    /// What the search box finds it by, besides its name.
    pub(crate) aliases: Vec<String>,
}

/// What all docs of a table need.
pub(super) struct Writer<'a> {
    pub(super) spec: &'a EnumSpec,
    /// The paths of the pages.
    pub(super) pages: By<Source, &'a str>,
    /// The fields that the docs of a variant list.
    listed: Vec<ListedField>,
}

/// A field in the list of a variant's docs.
struct ListedField {
    id: Id<Field>,
    /// As code.
    name: String,
    /// The path of the table that its values are rows of.
    table: Option<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(table: &'a TableSpec, spec: &'a EnumSpec) -> Self {
        Self { spec, pages: pages(table), listed: listed(table) }
    }

    /// Code and message, the description's paragraphs, the other columns, and the place of the row.
    pub(super) fn variant(&self, variant: &Variant) -> VariantDocs {
        let key = &self.spec.key;
        let code = text(variant, key.code);
        let message = key.message.map_or(Cow::Borrowed(""), |message| text(variant, message));
        let heading = format!("**{}** {}", escape_markdown(&code), escape_markdown(&message));
        let place = format!("{}:{}", self.pages[variant.record.source], variant.record.line);
        let place = format!("Documented in {}.", markdown_code(&place));
        let listed = self.list(variant);
        let mut paragraphs = vec![heading.trim_end(), &variant.description, &listed, &place];
        paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
        VariantDocs {
            text: paragraphs.join("\n\n"),
            aliases: aliases(&variant.name, &[&code, &message, &in_words(&variant.name)]),
        }
    }

    fn list(&self, variant: &Variant) -> String {
        let items = self.listed.iter().filter_map(|ListedField { id, name, table }| {
            let value = escape_markdown(&text(variant, *id));
            let value = match table {
                Some(table) if !value.is_empty() => format!("[{value}]({table})"),
                _ => value,
            };
            // No outermost list of a description is marked with `+`, so that this one stays apart from it.
            (!value.is_empty()).then(|| format!("+ {name}: {value}"))
        });
        items.collect::<Vec<_>>().join("\n")
    }
}

/// The fields that are not shown as code, message and description.
fn listed(table: &TableSpec) -> Vec<ListedField> {
    let others = table.fields.enumerate().filter(|(_, field)| field.role == Role::Other);
    let listed = others.map(|(id, field)| ListedField {
        id,
        name: markdown_code(&field.name.unraw().to_string()),
        table: field.ty.scalar().and_then(linked),
    });
    listed.collect()
}

/// The path by which rustdoc finds the type of another table.
fn linked(scalar: &Scalar) -> Option<String> {
    let Scalar::Foreign(path) = scalar else { return None };
    let path = source_text(path.clone());
    let is_plain = path.split("::").all(|word| word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
    (is_plain && !path.starts_with("::")).then_some(path)
}

/// The paths of the pages.
pub(super) fn pages(table: &TableSpec) -> By<Source, &str> {
    table.sources.iter().map(|source| source.path.written()).collect()
}

/// The text of a variant's field.
pub(super) fn text(variant: &Variant, field: Id<Field>) -> Cow<'_, str> {
    match &variant.record.values[field] {
        Value::Text(text) => Cow::Borrowed(text),
        value => Cow::Owned(value.to_text()),
    }
}

/// Whether the caller has written docs.
pub(crate) fn are_written(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| matches!(&attribute.meta, Meta::NameValue(meta) if meta.path.is_ident("doc")))
}
