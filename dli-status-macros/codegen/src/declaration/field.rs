//! One field: which column it reads, how it reads a cell, and the accessor it becomes.

use super::{FieldType, Scalar};
use crate::call::ColumnArguments;
use crate::diagnostic::Diagnostic;
use proc_macro2::{Ident, Span};
use std::fmt;
use syn::{Attribute, LitStr};

/// A field of the declared row.
pub(crate) struct Field {
    /// Docs and other attributes, for the accessor.
    pub(crate) attributes: Vec<Attribute>,
    /// The accessor's name.
    pub(crate) name: Ident,
    pub(crate) role: Role,
    /// What a cell becomes.
    pub(crate) ty: FieldType,
    /// The type in the macro call.
    pub(crate) ty_span: Span,
    pub(crate) column: ColumnName,
    /// Picks the value out of the cell.
    pub(crate) pattern: Option<Pattern>,
    pub(crate) markup: Markup,
    /// Whether an empty cell takes the value above it.
    pub(crate) fill_down: bool,
    /// Whether it is marked `#[name]`.
    pub(crate) names_variant: bool,
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

/// The column that a field reads: the text of its header cell, or any of several.
pub(crate) struct ColumnName {
    /// Never empty.
    headers: Vec<LitStr>,
}

/// A pattern, compiled once.
pub(crate) struct Pattern {
    pub(crate) span: Span,
    pub(crate) regex: regex::Regex,
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

impl Field {
    /// A field without attributes of its own.
    pub(super) fn new(
        arguments: ColumnArguments,
        name: Ident,
        role: Role,
        ty: FieldType,
        ty_span: Span,
    ) -> Result<Self, Diagnostic> {
        let ColumnArguments { headers, regex, markup, fill_down } = arguments;
        Ok(Self {
            attributes: Vec::new(),
            name,
            role,
            ty,
            ty_span,
            column: ColumnName { headers },
            pattern: regex.map(Pattern::new).transpose()?,
            markup: markup.map_or(Ok(Markup::Text), |markup| Markup::new(&markup))?,
            fill_down,
            names_variant: false,
        })
    }

    /// Whether a table may lack the column.
    pub(crate) fn is_optional(&self) -> bool {
        matches!(self.ty, FieldType::Option(_))
    }

    /// Whether a row has one text in it, or none.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.ty, FieldType::Scalar(Scalar::Str) | FieldType::Option(Scalar::Str))
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

impl ColumnName {
    /// The headers that name it, by preference.
    pub(crate) fn headers(&self) -> impl Iterator<Item = String> {
        self.headers.iter().map(LitStr::value)
    }

    /// The header that comes first, for messages.
    pub(crate) fn first(&self) -> String {
        self.literal().value()
    }

    pub(crate) fn span(&self) -> Span {
        self.literal().span()
    }

    fn literal(&self) -> &LitStr {
        self.headers.first().expect("a column has a header")
    }
}

/// "`A` or `B`"
impl fmt::Display for ColumnName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<String> = self.headers().map(|header| format!("`{header}`")).collect();
        f.write_str(&headers.join(" or "))
    }
}

impl Pattern {
    fn new(literal: LitStr) -> Result<Self, Diagnostic> {
        match regex::Regex::new(&literal.value()) {
            Ok(regex) => Ok(Self { span: literal.span(), regex }),
            Err(error) => Err(invalid_pattern(literal.span(), &error.to_string())),
        }
    }
}

/// The cause is the last line of the text; above it is the pattern with a mark below what is wrong.
fn invalid_pattern(span: Span, text: &str) -> Diagnostic {
    let lines: Vec<&str> = text.lines().collect();
    match lines.as_slice() {
        [_, drawing @ .., cause] if cause.starts_with("error: ") => {
            let cause = cause.trim_start_matches("error: ");
            Diagnostic::new(span, format!("invalid pattern: {cause}\n{}", drawing.join("\n")))
        }
        _ => Diagnostic::new(span, format!("invalid pattern: {text}")),
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
