//! The declared row: what a macro call says about its pages, its columns and the type that comes out.
//!
//! The short form and `pub enum Name;` fill the same structure as the braces do. `parse` reads it from tokens.

mod assertion;
mod attributes;
mod features;
mod field_type;
mod hand_written;
mod options;
mod parse;

pub(crate) use self::assertion::Assertion;
pub(crate) use self::features::Feature;
pub(crate) use self::field_type::text as field_type_text;
pub use self::field_type::{FieldType, Integer, Scalar};
pub(crate) use self::hand_written::HandWrittenEnum;
pub(crate) use self::parse::is_generated;

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Attribute, LitStr, Visibility};

/// A macro call, as declared.
pub struct Schema {
    /// The path of the runtime crate in the calling crate.
    pub runtime: TokenStream,
    /// Attributes and docs that go onto the enum.
    pub attributes: Vec<Attribute>,
    /// The pages, in order; never empty.
    pub sources: Vec<Source>,
    /// `#[rename("code" = "Name")]`
    pub renames: Vec<Rename>,
    /// The features of `#[with(…)]`.
    pub(crate) with: Vec<Feature>,
    /// Whether `#[exhaustive]` was given.
    pub exhaustive: bool,
    /// The visibility of the enum and its items.
    pub visibility: Visibility,
    /// The name of the enum.
    pub name: Ident,
    /// How its declaration begins, `pub enum StatusCode`; `None` if the enum is written by hand.
    pub heading: Option<String>,
    /// The columns, in order; one of them is `code`.
    pub fields: Vec<Field>,
    /// The place of the field `code` in `fields`.
    pub code: usize,
}

/// `#[source(PATH, table = …, header_rows = …)]`
pub struct Source {
    /// The path as it is written.
    pub path: LitStr,
    /// Which table of the page; all that fit if `None`.
    pub table: Option<TableChoice>,
    /// So many body rows of a table without a head are its header.
    pub header_rows: usize,
}

/// What `table = …` picks by, with its place in the macro call.
pub enum TableChoice {
    /// By label or title.
    Name(LitStr),
    /// By position on the page, counted from one.
    Position(usize, Span),
}

/// `#[rename("code" = "Name")]`
pub struct Rename {
    /// The code whose variant it names.
    pub code: LitStr,
    /// The name it gets.
    pub name: LitStr,
}

/// One field: a column of the table, and the accessor it becomes.
pub struct Field {
    /// Docs and other attributes, for the accessor.
    pub attributes: Vec<Attribute>,
    /// The accessor's name.
    pub name: Ident,
    /// What the cell becomes.
    pub ty: FieldType,
    /// The type as it is written.
    pub ty_tokens: TokenStream,
    /// The header cell's text, or any of several.
    pub headers: Vec<LitStr>,
    /// The pattern that picks the value out of the cell.
    pub regex: Option<Pattern>,
    /// The rendering of the cell that the field sees.
    pub markup: Markup,
    /// Whether an empty cell takes the value above it.
    pub fill_down: bool,
    /// Whether it bears `#[name]`.
    pub names_variant: bool,
}

/// A checked pattern and its literal.
pub struct Pattern {
    /// As it is written.
    pub literal: LitStr,
    /// Compiled once.
    pub regex: regex::Regex,
}

/// The rendering of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Markup {
    /// The words without markup.
    #[default]
    Text,
    /// Markdown, as rustdoc reads it.
    Markdown,
    /// The cell's source.
    Rst,
}

impl Field {
    /// The type as one writes it.
    #[must_use]
    pub fn type_text(&self) -> String {
        field_type::text(&self.ty_tokens)
    }

    /// The type of one value, as one writes it.
    #[must_use]
    pub(crate) fn value_type_text(&self) -> String {
        let text = self.type_text();
        let inner = text.split_once("Option<").and_then(|(_, inner)| inner.strip_suffix('>'));
        inner.filter(|_| self.is_optional()).map_or_else(|| text.clone(), str::to_owned)
    }

    /// Whether a table may lack the column.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        matches!(self.ty, FieldType::Option(_))
    }
}

impl Schema {
    /// The path of a source in the macro call, for what is wrong with its page.
    pub(crate) fn source_span(&self, source: usize) -> Span {
        self.sources.get(source).map_or_else(Span::call_site, |source| source.path.span())
    }

    /// The place of the field with this name.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// Whether the code is a number; else it is text.
    #[must_use]
    pub fn code_is_integer(&self) -> bool {
        self.code_integer().is_some()
    }

    /// The fields that make up a name: the marked ones; else `message` beside a number, else `code`.
    pub(crate) fn naming_fields(&self) -> Vec<usize> {
        let fields = &self.fields;
        let marked: Vec<usize> =
            (0..fields.len()).filter(|&at| fields.get(at).is_some_and(|field| field.names_variant)).collect();
        if !marked.is_empty() {
            return marked;
        }
        let message =
            fields.iter().position(|field| field.name == "message" && matches!(field.ty, FieldType::Scalar(_)));
        vec![message.filter(|_| self.code_is_integer()).unwrap_or(self.code)]
    }

    /// The integer type of the code.
    #[must_use]
    pub fn code_integer(&self) -> Option<Integer> {
        match self.fields.get(self.code)?.ty {
            FieldType::Scalar(Scalar::Integer(integer)) => Some(integer),
            _ => None,
        }
    }
}
