//! The docs of a variant, which read like its row of the page.

use super::alias::aliases;
use crate::declaration::{Column, EnumSpec, Field, Role, Source, TableSpec};
use crate::indexed::{By, Id};
use crate::model::{Value, Variant};
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
    /// The names of the pages' files.
    pub(super) pages: By<Source, &'a str>,
    /// The fields that the docs of a variant list, with their names as code.
    listed: Vec<(Id<Field>, String)>,
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
        VariantDocs { text: paragraphs.join("\n\n"), aliases: aliases(&variant.name, &[&code, &message]) }
    }

    fn list(&self, variant: &Variant) -> String {
        let items = self.listed.iter().filter_map(|(field, name)| {
            let value = escape_markdown(&text(variant, *field));
            // No outermost list of a description is marked with `+`, so that this one stays apart from it.
            (!value.is_empty()).then(|| format!("+ {name}: {value}"))
        });
        items.collect::<Vec<_>>().join("\n")
    }
}

/// The fields from columns of the page that code, message and description do not come from.
fn listed(table: &TableSpec) -> Vec<(Id<Field>, String)> {
    let fields = &table.fields;
    let special = fields.iter().filter(|field| field.role != Role::Other);
    let names = |column: &Column| -> Vec<String> { column.choices.iter().map(ToString::to_string).collect() };
    let shown: Vec<String> = special.flat_map(|field| names(&field.column)).collect();
    let is_shown = |field: &Field| names(&field.column).iter().any(|name| shown.contains(name));
    let others = fields.enumerate().filter(|(_, field)| !is_shown(field));
    others.map(|(id, field)| (id, markdown_code(&field.name.unraw().to_string()))).collect()
}

/// The names of the pages' files.
pub(super) fn pages(table: &TableSpec) -> By<Source, &str> {
    table.sources.iter().map(|source| source.path.file_name()).collect()
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
