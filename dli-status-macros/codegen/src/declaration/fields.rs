//! The fields in the braces: their attributes and types, and that no two have one name.

use super::attributes::{FieldAttribute, expect_no_arguments};
use super::{Field, FieldType, Role, Scalar};
use crate::call::{CallField, ColumnArguments};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::By;
use crate::naming;
use proc_macro2::Ident;
use syn::Attribute;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

/// Checks all fields; their mistakes come together.
pub(super) fn read(written: Vec<CallField>, diagnostics: &Diagnostics) -> Result<By<Field, Field>, Reported> {
    let mut names: Vec<Ident> = Vec::new();
    let fields = written.into_iter().map(|field| {
        let name = field.name.clone();
        let checked = check_name(&name, &names).map_err(|error| diagnostics.report(error));
        names.push(name);
        let field = read_field(field).map_err(|error| diagnostics.report(error));
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
    if naming::is_reserved(&text) {
        let text = format!("every table has a method `{name}`: choose another name, such as `{name}_text`");
        return Err(Diagnostic::new(name.span(), text));
    }
    Ok(())
}

fn read_field(written: CallField) -> Result<Field, Diagnostic> {
    let CallField { attributes, name, ty } = written;
    let Attributes { column, names_variant, others } = Attributes::read(attributes)?;
    let Some(column) = column else {
        let text = format!("expected #[column(\"…\")] in front of the field `{name}`");
        return Err(Diagnostic::new(name.span(), text).help("it names the column by the text of its header cell"));
    };
    let role = Role::of(&name.to_string());
    let field = Field::new(column, name, role, FieldType::new(&ty)?, ty.span())?;
    let field = Field { attributes: others, names_variant, ..field };
    check_type(&field).map(|()| field)
}

/// The attributes in front of a field.
#[derive(Default)]
struct Attributes {
    column: Option<ColumnArguments>,
    names_variant: bool,
    others: Vec<Attribute>,
}

impl Attributes {
    fn read(attributes: Vec<Attribute>) -> Result<Self, Diagnostic> {
        let mut read = Self::default();
        for attribute in attributes {
            match FieldAttribute::of(&attribute)? {
                Some(FieldAttribute::Column) => {
                    if read.column.replace(attribute.parse_args()?).is_some() {
                        return Err(Diagnostic::new(attribute.span(), "expected one #[column(…)] per field")
                            .help("a column that has different headers is #[column(\"A\" | \"B\")]"));
                    }
                }
                Some(FieldAttribute::Name) => {
                    expect_no_arguments(&attribute)?;
                    read.names_variant = true;
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
        ty @ (FieldType::Bool | FieldType::Slice(_)) if field.names_variant => {
            error(format!("a field marked #[name] is a single text or number, found `{ty}`"))
        }
        _ => Ok(()),
    }
}
