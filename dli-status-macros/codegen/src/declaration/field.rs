//! One field: which column it reads, how it reads a cell, and the accessor it becomes.

use super::{Column, CompilePattern, FieldType, Pattern, Scalar};
use crate::call::ColumnArguments;
use crate::diagnostic::Diagnostic;
use proc_macro2::{Ident, Span};
use syn::{Attribute, LitInt, LitStr, Visibility};

/// A field of the declared row.
pub(crate) struct Field {
    /// Docs and other attributes, for the accessor or the field of a struct.
    pub(crate) attributes: Vec<Attribute>,
    /// Of the field of a struct.
    pub(crate) visibility: Visibility,
    /// The name of the accessor or of the field.
    pub(crate) name: Ident,
    pub(crate) role: Role,
    /// What a cell becomes.
    pub(crate) ty: FieldType,
    /// The type in the macro call.
    pub(crate) ty_span: Span,
    pub(crate) column: Column,
    /// Picks the value out of the cell.
    pub(crate) pattern: Option<Pattern>,
    pub(crate) markup: Markup,
    pub(crate) whitespace: Whitespace,
    /// How its numbers are written.
    pub(crate) digits: Digits,
    /// Whether an empty cell takes the value above it.
    pub(crate) fill_down: bool,
    /// Whether it is the heading above a row; where that is said.
    pub(crate) group: Option<Span>,
    /// Whether it is marked `#[name]`.
    pub(crate) names_variant: bool,
    /// Where it is marked `#[aliases]`: its values are other codes of the row.
    pub(crate) aliases: Option<Span>,
}

/// What a field means for the type as a whole, which its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The key of the table.
    Code,
    /// Shown after the code, and names the variant if codes are numbers.
    Message,
    /// Documents the variant.
    Description,
    /// Nothing but its accessor.
    Other,
}

/// A rendering of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Markup {
    /// The words without markup.
    Text,
    /// Markdown, as rustdoc reads it.
    Markdown,
    /// The cell's source.
    Rst,
}

/// What happens to white space before the pattern sees the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whitespace {
    Keep,
    /// Each run of it becomes one blank; none is left at the ends.
    Fold,
    Remove,
}

/// How the numbers of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits {
    /// The base of digits without a prefix.
    pub(crate) radix: u32,
    /// What separates groups of three.
    pub(crate) separator: Option<char>,
}

impl Field {
    /// A field without attributes of its own.
    pub(super) fn new(
        arguments: ColumnArguments,
        name: Ident,
        role: Role,
        ty: FieldType,
        ty_span: Span,
        compile: CompilePattern,
    ) -> Result<Self, Diagnostic> {
        let ColumnArguments { choices, regex, markup, whitespace, radix, separator, fill_down, group } = arguments;
        let digits = Digits::new(radix, separator, &ty)?;
        Ok(Self {
            attributes: Vec::new(),
            visibility: Visibility::Inherited,
            name,
            role,
            ty,
            ty_span,
            column: Column::new(choices)?,
            pattern: regex.map(|literal| Pattern::new(&literal, compile)).transpose()?,
            markup: markup.map_or(Ok(Markup::Text), |markup| Markup::new(&markup))?,
            whitespace: whitespace.map_or(Ok(Whitespace::Keep), |whitespace| Whitespace::new(&whitespace))?,
            digits,
            fill_down,
            group,
            names_variant: false,
            aliases: None,
        })
    }

    /// Whether a table may lack the column.
    pub(crate) fn is_optional(&self) -> bool {
        matches!(self.ty, FieldType::Option(_) | FieldType::OptionSlice(_))
    }

    /// Whether a row has one text in it, or none.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.ty, FieldType::Scalar(Scalar::Str) | FieldType::Option(Scalar::Str))
    }

    /// Whether a row has any number of texts in it.
    pub(crate) fn is_texts(&self) -> bool {
        matches!(self.ty, FieldType::Slice(Scalar::Str) | FieldType::OptionSlice(Scalar::Str))
    }
}

impl Role {
    pub(super) fn of(name: &str) -> Self {
        match name {
            "code" => Self::Code,
            "message" => Self::Message,
            "description" => Self::Description,
            _ => Self::Other,
        }
    }
}

impl Markup {
    fn new(literal: &LitStr) -> Result<Self, Diagnostic> {
        match literal.value().as_str() {
            "text" => Ok(Self::Text),
            "markdown" => Ok(Self::Markdown),
            "rst" => Ok(Self::Rst),
            other => {
                let text = format!("unknown markup `{other}`, expected \"text\", \"markdown\" or \"rst\"");
                Err(Diagnostic::new(literal.span(), text))
            }
        }
    }
}

impl Whitespace {
    fn new(literal: &LitStr) -> Result<Self, Diagnostic> {
        match literal.value().as_str() {
            "keep" => Ok(Self::Keep),
            "fold" => Ok(Self::Fold),
            "remove" => Ok(Self::Remove),
            other => {
                let text = format!("unknown whitespace `{other}`, expected \"keep\", \"fold\" or \"remove\"");
                Err(Diagnostic::new(literal.span(), text))
            }
        }
    }
}

impl Digits {
    fn new(radix: Option<LitInt>, separator: Option<LitStr>, ty: &FieldType) -> Result<Self, Diagnostic> {
        let scalar = ty.scalar();
        if let (Some(literal), false) = (&radix, matches!(scalar, Some(Scalar::Integer(_)))) {
            let text = format!("`radix` is for whole numbers, and the field is `{ty}`");
            return Err(Diagnostic::new(literal.span(), text));
        }
        if let (Some(literal), false) = (&separator, matches!(scalar, Some(Scalar::Integer(_) | Scalar::Float(_)))) {
            let text = format!("`separator` is for numbers, and the field is `{ty}`");
            return Err(Diagnostic::new(literal.span(), text));
        }
        let radix = radix.as_ref().map_or(Ok(10), parse_radix)?;
        Ok(Self { radix, separator: separator.as_ref().map(parse_separator).transpose()? })
    }
}

fn parse_radix(literal: &LitInt) -> Result<u32, Diagnostic> {
    match literal.base10_parse()? {
        radix @ (2 | 8 | 10 | 16) => Ok(radix),
        other => Err(Diagnostic::new(literal.span(), format!("unknown radix {other}, expected 2, 8 or 16"))),
    }
}

fn parse_separator(literal: &LitStr) -> Result<char, Diagnostic> {
    let text = literal.value();
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_ascii_alphanumeric() && c != '-' => Ok(c),
        _ => {
            let text = format!("expected one character that is neither a letter nor a digit, found `{text}`");
            Err(Diagnostic::new(literal.span(), text))
        }
    }
}
