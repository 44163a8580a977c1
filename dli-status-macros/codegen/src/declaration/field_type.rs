//! The types a field can have.

use super::number_type::{Float, Integer};
use crate::diagnostic::Diagnostic;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use std::fmt;
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type, TypePath, TypeReference};

/// What a cell becomes.
#[derive(Debug)]
pub(crate) enum FieldType {
    /// One value per row.
    Scalar(Scalar),
    /// `bool`: whether the pattern matches.
    Bool,
    /// `Option<T>`: `None` for an empty cell, no match, or a table without the column.
    Option(Scalar),
    /// `&'static [T]`: all matches of the pattern, or one element per row of a repeated code.
    Slice(Scalar),
    /// `Option<&'static [T]>`: the same, or `None` for a table without the column.
    OptionSlice(Scalar),
}

/// A single value.
#[derive(Debug)]
pub(crate) enum Scalar {
    /// A whole number.
    Integer(Integer),
    /// A decimal number.
    Float(Float),
    /// `&'static str`
    Str,
    /// Any other path: a type with `const fn from_code`, such as another table's enum.
    Foreign(TokenStream),
}

impl FieldType {
    /// What a value consists of; `None` for a `bool`.
    pub(crate) fn scalar(&self) -> Option<&Scalar> {
        match self {
            Self::Scalar(scalar) | Self::Option(scalar) | Self::Slice(scalar) | Self::OptionSlice(scalar) => {
                Some(scalar)
            }
            Self::Bool => None,
        }
    }

    /// The same, to change it.
    pub(super) fn scalar_mut(&mut self) -> Option<&mut Scalar> {
        match self {
            Self::Scalar(scalar) | Self::Option(scalar) | Self::Slice(scalar) | Self::OptionSlice(scalar) => {
                Some(scalar)
            }
            Self::Bool => None,
        }
    }

    /// Reads a declared type.
    pub(super) fn new(ty: &Type) -> Result<Self, Diagnostic> {
        let ty = ungrouped(ty);
        if let Some(inner) = option_argument(ty) {
            return match slice_element(inner)? {
                Some(element) => Scalar::new(element).map(Self::OptionSlice),
                None => Scalar::new(inner).map(Self::Option),
            };
        }
        if let Some(element) = slice_element(ty)? {
            return Scalar::new(element).map(Self::Slice);
        }
        if single_word(ty).as_deref() == Some("bool") {
            return Ok(Self::Bool);
        }
        Scalar::new(ty).map(Self::Scalar)
    }
}

/// The `T` of `&'static [T]`.
fn slice_element(ty: &Type) -> Result<Option<&Type>, Diagnostic> {
    match ungrouped(ty) {
        Type::Reference(reference) => match &*reference.elem {
            Type::Slice(slice) => check_static(reference).map(|()| Some(&*slice.elem)),
            _ => Ok(None),
        },
        _ => Ok(None),
    }
}

impl Scalar {
    fn new(ty: &Type) -> Result<Self, Diagnostic> {
        match ungrouped(ty) {
            Type::Reference(reference) if single_word(&reference.elem).as_deref() == Some("str") => {
                check_static(reference).map(|()| Self::Str)
            }
            Type::Path(path) => Self::from_path(path),
            other => Err(unsupported(other, None)),
        }
    }

    fn from_path(path: &TypePath) -> Result<Self, Diagnostic> {
        let ty = Type::Path(path.clone());
        let word = single_word(&ty);
        if let Some(integer) = word.as_deref().and_then(Integer::from_name) {
            return Ok(Self::Integer(integer));
        }
        match word.as_deref() {
            Some("str" | "String") => Err(unsupported(&ty, Some("a text is `&'static str`"))),
            Some("bool") => Err(unsupported(&ty, Some("`bool` can only be the whole type of a field"))),
            Some("f32") => Ok(Self::Float(Float::F32)),
            Some("f64") => Ok(Self::Float(Float::F64)),
            Some("char") => Err(unsupported(&ty, None)),
            _ if option_argument(&ty).is_some() => {
                Err(unsupported(&ty, Some("`Option` can only be the outermost type of a field")))
            }
            None if is_list(path) => Err(unsupported(&ty, Some("a list is `&'static [T]`"))),
            _ => Ok(Self::Foreign(path.to_token_stream())),
        }
    }
}

fn unsupported(ty: &Type, instead: Option<&str>) -> Diagnostic {
    let text = format!("unsupported field type `{}`", source_text(ty.to_token_stream()));
    Diagnostic::new(ty.span(), text)
        .maybe_help(instead)
        .help("a field is a number, `&'static str`, `bool`, `Option<T>`, `&'static [T]`, or the enum of another table")
}

fn check_static(reference: &TypeReference) -> Result<(), Diagnostic> {
    match &reference.lifetime {
        Some(lifetime) if lifetime.ident == "static" && reference.mutability.is_none() => Ok(()),
        _ => Err(Diagnostic::new(reference.span(), "references must be `&'static`")),
    }
}

/// Whether it holds several values elsewhere.
fn is_list(path: &TypePath) -> bool {
    path.path.segments.last().is_some_and(|last| last.ident == "Vec" || last.ident == "Box")
}

/// A type from another macro's `$t:ty` is wrapped in an invisible group.
fn ungrouped(mut ty: &Type) -> &Type {
    while let Type::Group(group) = ty {
        ty = &group.elem;
    }
    ty
}

/// The type, if it is a single word.
fn single_word(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.get_ident().map(ToString::to_string),
        _ => None,
    }
}

/// The `T` of `Option<T>`, however `Option` is qualified.
fn option_argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) if arguments.args.len() == 1 => match arguments.args.first() {
            Some(GenericArgument::Type(inner)) => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

/// As it is written in Rust.
impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(scalar) => scalar.fmt(f),
            Self::Bool => f.write_str("bool"),
            Self::Option(scalar) => write!(f, "Option<{scalar}>"),
            Self::Slice(scalar) => write!(f, "&'static [{scalar}]"),
            Self::OptionSlice(scalar) => write!(f, "Option<&'static [{scalar}]>"),
        }
    }
}

/// As it is written in Rust.
impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(integer) => f.write_str(integer.name()),
            Self::Float(float) => f.write_str(float.name()),
            Self::Str => f.write_str("&'static str"),
            Self::Foreign(path) => f.write_str(&source_text(path.clone())),
        }
    }
}

/// A type without the blanks that tokens are printed with.
pub(crate) fn source_text(ty: TokenStream) -> String {
    let mut text = String::new();
    push_source_text(&mut text, ty);
    text
}

fn push_source_text(text: &mut String, tokens: TokenStream) {
    for token in tokens {
        let is_word = match &token {
            TokenTree::Ident(_) | TokenTree::Literal(_) => true,
            TokenTree::Group(group) => group.delimiter() == Delimiter::Bracket,
            TokenTree::Punct(_) => false,
        };
        let is_after_word = text.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if text.ends_with([',', ';']) || (is_word && is_after_word) {
            text.push(' ');
        }
        match token {
            TokenTree::Group(group) => {
                let (open, close) = delimiters(group.delimiter());
                text.push_str(open);
                push_source_text(text, group.stream());
                text.push_str(close);
            }
            other => text.push_str(&other.to_string()),
        }
    }
}

fn delimiters(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_reads_as_it_is_written() {
        for text in [
            "crate::Code",
            "Option<u8>",
            "&'static [&'static str]",
            "&'a mut [u8]",
            "(u8, u8)",
            "[u8; 4]",
            "Map<u8, other::Code>",
            "$crate::r#type",
        ] {
            assert_eq!(source_text(text.parse().expect("it is a type")), text);
        }
    }
}
