//! The types a field can have.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type};

/// What a cell becomes.
#[derive(Debug)]
pub enum FieldType {
    /// One value a row.
    Scalar(Scalar),
    /// `bool`: does the pattern match.
    Bool,
    /// `Option<T>`: nothing for an empty cell, no match, or a table without the column.
    Option(Scalar),
    /// `&'static [T]`: all matches of the pattern, or one element a row of a repeated code.
    Slice(Scalar),
}

/// A single value.
#[derive(Debug)]
pub enum Scalar {
    /// ASCII digits without sign or leading zeros.
    Integer(Integer),
    /// `&'static str`
    Str,
    /// Any other path: a type with `const fn from_code`, such as another table's enum.
    Foreign(TokenStream),
}

/// The integer types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Integer {
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
}

impl Integer {
    const ALL: [(Self, &'static str, u128); 12] = [
        (Self::U8, "u8", u8::MAX as u128),
        (Self::U16, "u16", u16::MAX as u128),
        (Self::U32, "u32", u32::MAX as u128),
        (Self::U64, "u64", u64::MAX as u128),
        (Self::U128, "u128", u128::MAX),
        (Self::Usize, "usize", u64::MAX as u128),
        (Self::I8, "i8", i8::MAX as u128),
        (Self::I16, "i16", i16::MAX as u128),
        (Self::I32, "i32", i32::MAX as u128),
        (Self::I64, "i64", i64::MAX as u128),
        (Self::I128, "i128", i128::MAX as u128),
        (Self::Isize, "isize", i64::MAX as u128),
    ];

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|(integer, ..)| *integer)
    }

    /// As Rust spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(integer, ..)| *integer == self).map_or("u16", |(_, name, _)| name)
    }

    /// The largest value it holds; of `usize` and `isize` on a target of 64 bits.
    #[must_use]
    pub fn max(self) -> u128 {
        Self::ALL.iter().find(|(integer, ..)| *integer == self).map_or(0, |(.., max)| *max)
    }
}

impl FieldType {
    /// Reads a declared type.
    ///
    /// # Errors
    ///
    /// At the type, if no cell can become it.
    pub fn from_type(ty: &Type) -> syn::Result<Self> {
        let ty = ungrouped(ty);
        if let Some(inner) = option_argument(ty) {
            return Ok(Self::Option(Scalar::from_type(inner)?));
        }
        if let Type::Reference(reference) = ty
            && let Type::Slice(slice) = &*reference.elem
        {
            check_static(reference)?;
            return Ok(Self::Slice(Scalar::from_type(&slice.elem)?));
        }
        if path_name(ty).as_deref() == Some("bool") {
            return Ok(Self::Bool);
        }
        Scalar::from_type(ty).map(Self::Scalar)
    }
}

impl Scalar {
    fn from_type(ty: &Type) -> syn::Result<Self> {
        let ty = ungrouped(ty);
        match ty {
            Type::Reference(reference) if path_name(&reference.elem).as_deref() == Some("str") => {
                check_static(reference).map(|()| Self::Str)
            }
            Type::Path(path) => match path_name(ty).as_deref() {
                Some(name) if Integer::from_name(name).is_some() => {
                    Ok(Self::Integer(Integer::from_name(name).unwrap_or(Integer::U16)))
                }
                Some("bool") => Err(unsupported(ty, "`bool` cannot stand inside another type")),
                Some("str" | "String") => Err(unsupported(ty, "text is `&'static str`")),
                Some("f32" | "f64" | "char") => Err(unsupported(ty, "there are no such fields")),
                _ if option_argument(ty).is_some() => Err(unsupported(ty, "`Option` cannot stand inside another type")),
                None if is_list(path) => Err(unsupported(ty, "a list is `&'static [T]`")),
                _ => Ok(Self::Foreign(path.to_token_stream())),
            },
            _ => Err(unsupported(ty, "there are no such fields")),
        }
    }
}

fn unsupported(ty: &Type, why: &str) -> syn::Error {
    syn::Error::new(
        ty.span(),
        format!(
            "no cell can become `{}`: {why}\n  = help: a field is an integer, `&'static str`, `bool`, `Option<T>`, \
             `&'static [T]`, or another table's enum",
            text(&ty.to_token_stream())
        ),
    )
}

fn check_static(reference: &syn::TypeReference) -> syn::Result<()> {
    match &reference.lifetime {
        Some(lifetime) if lifetime.ident == "static" && reference.mutability.is_none() => Ok(()),
        _ => Err(syn::Error::new(reference.span(), "a page's text lives for ever: write `&'static`")),
    }
}

/// What holds several values elsewhere.
fn is_list(path: &syn::TypePath) -> bool {
    path.path.segments.last().is_some_and(|last| last.ident == "Vec" || last.ident == "Box")
}

/// A type that came through another macro's `$t:ty` stands in an invisible group.
fn ungrouped(mut ty: &Type) -> &Type {
    while let Type::Group(group) = ty {
        ty = &group.elem;
    }
    ty
}

/// The last segment of a path that is one word and has no arguments.
fn path_name(ty: &Type) -> Option<String> {
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

/// A type without the blanks that tokens are printed with.
pub(crate) fn text(ty: &TokenStream) -> String {
    [("& ", "&"), (" < ", "<"), (" >", ">"), (" :: ", "::"), (":: ", "::"), (" , ", ", ")]
        .iter()
        .fold(ty.to_string(), |text, (spaced, tight)| text.replace(spaced, tight))
}
