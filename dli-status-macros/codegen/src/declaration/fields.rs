//! The fields in the braces: their attributes and types, and that no two have one name.

use super::attributes::{FieldAttribute, expect_no_arguments};
use super::{CompilePattern, Field, FieldType, Integer, Key, Role, Scalar};
use crate::call::{CallField, ColumnArguments, ItemKind};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::By;
use crate::naming;
use proc_macro2::{Ident, Span};
use syn::Attribute;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

/// Checks all fields; their mistakes come together.
pub(super) fn read(
    written: Vec<CallField>,
    kind: ItemKind,
    compile: CompilePattern,
    diagnostics: &Diagnostics,
) -> Result<By<Field, Field>, Reported> {
    let mut names: Vec<Ident> = Vec::new();
    let fields = written.into_iter().map(|field| {
        let name = field.name.clone();
        let checked = check_name(&name, &names).map_err(|error| diagnostics.report(error));
        names.push(name);
        let field = read_field(field, kind, compile).map_err(|error| diagnostics.report(error));
        checked.and(field)
    });
    fields.collect::<Vec<Result<_, Reported>>>().into_iter().collect()
}

fn check_name(name: &Ident, earlier: &[Ident]) -> Result<(), Diagnostic> {
    let text = name.unraw().to_string();
    if let Some(earlier) = earlier.iter().find(|earlier| earlier.unraw().to_string().eq_ignore_ascii_case(&text)) {
        let text = match earlier == name {
            true => format!("field `{name}` is declared twice"),
            false => format!("field `{name}` differs from `{earlier}` only in case"),
        };
        return Err(Diagnostic::new(name.span(), text));
    }
    Ok(())
}

fn read_field(written: CallField, kind: ItemKind, compile: CompilePattern) -> Result<Field, Diagnostic> {
    let CallField { attributes, visibility, name, ty } = written;
    let Attributes { column, names_variant, aliases, others } = Attributes::read(attributes, kind)?;
    let Some(column) = column else {
        let text = format!("expected #[column(\"…\")] in front of the field `{name}`");
        return Err(Diagnostic::new(name.span(), text)
            .help("it names the column by the text of its header cell, or by its position"));
    };
    let role = if kind == ItemKind::Enum { Role::of(&name.to_string()) } else { Role::Other };
    let field = Field::new(column, name, role, FieldType::new(&ty)?, ty.span(), compile)?;
    let field = Field { attributes: others, visibility, names_variant, aliases, ..field };
    check_type(&field).map(|()| field)
}

/// The attributes in front of a field.
#[derive(Default)]
struct Attributes {
    column: Option<ColumnArguments>,
    names_variant: bool,
    aliases: Option<Span>,
    others: Vec<Attribute>,
}

impl Attributes {
    fn read(attributes: Vec<Attribute>, kind: ItemKind) -> Result<Self, Diagnostic> {
        let mut read = Self::default();
        for attribute in attributes {
            match FieldAttribute::of(&attribute)? {
                Some(FieldAttribute::Column) => {
                    if read.column.replace(attribute.parse_args()?).is_some() {
                        return Err(Diagnostic::new(attribute.span(), "expected one #[column(…)] per field")
                            .help("a column that has different headers is #[column(\"A\" | \"B\")]"));
                    }
                }
                Some(FieldAttribute::Name | FieldAttribute::Aliases) if kind == ItemKind::Struct => {
                    let text = "the rows of a struct have no names and no codes: remove this, or declare an `enum`";
                    return Err(Diagnostic::new(attribute.span(), text));
                }
                Some(FieldAttribute::Name) => {
                    expect_no_arguments(&attribute)?;
                    read.names_variant = true;
                }
                Some(FieldAttribute::Aliases) => {
                    expect_no_arguments(&attribute)?;
                    read.aliases = Some(attribute.span());
                }
                None => read.others.push(attribute),
            }
        }
        Ok(read)
    }
}

/// What a type requires of the rest of its field.
fn check_type(field: &Field) -> Result<(), Diagnostic> {
    let error = |text: String| Err(Diagnostic::new(field.ty_span, text));
    match &field.ty {
        FieldType::Scalar(Scalar::Integer(_) | Scalar::Str) => Ok(()),
        ty if field.role == Role::Code => {
            error(format!("`code` is the key of the table: expected an integer type or `&'static str`, found `{ty}`"))
        }
        FieldType::Bool if field.pattern.is_none() => {
            error("a `bool` field needs a pattern: add `regex = r\"…\"` to its #[column(…)]".to_owned())
        }
        ty @ (FieldType::Bool | FieldType::Slice(_) | FieldType::OptionSlice(_)) if field.names_variant => {
            error(format!("a field marked #[name] is a single text or number, found `{ty}`"))
        }
        _ => Ok(()),
    }
}

/// Refuses fields that are named like an item that the enum has.
pub(super) fn check_reserved(fields: &By<Field, Field>, key: &Key, diagnostics: &Diagnostics) -> Result<(), Reported> {
    let is_http = key.integer == Some(Integer::U16);
    let reserved = fields.iter().filter(|field| naming::is_reserved(&field.name.unraw().to_string(), is_http));
    let reported = reserved.map(|Field { name, .. }| {
        let tables = if naming::is_reserved(&name.unraw().to_string(), false) { "" } else { " whose codes are `u16`" };
        let text = format!("every table{tables} has a method `{name}`: choose another name, such as `{name}_text`");
        diagnostics.report(Diagnostic::new(name.span(), text))
    });
    reported.last().map_or(Ok(()), Err)
}

/// Aliases are texts, or of the type of the code.
pub(super) fn check_aliases(fields: &By<Field, Field>, key: &Key) -> Result<(), Diagnostic> {
    let fits = |scalar: &Scalar| match scalar {
        Scalar::Str => true,
        Scalar::Integer(integer) => key.integer == Some(*integer),
        Scalar::Float(_) | Scalar::Foreign(_) => false,
    };
    let odd = fields.iter().find(|field| field.aliases.is_some() && !field.ty.scalar().is_some_and(fits));
    match odd {
        None => Ok(()),
        Some(field) => {
            let code = &fields[key.code].ty;
            let text = format!("aliases are texts or codes (`{code}`), found `{}`", field.ty);
            Err(Diagnostic::new(field.ty_span, text))
        }
    }
}
