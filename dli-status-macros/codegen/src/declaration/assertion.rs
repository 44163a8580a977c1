//! What `#[assert_status_table(…)]` declares: a table with the codes of the enum below it.

use super::{CompilePattern, Field, FieldType, Integer, Key, Role, Scalar, Source, TableSpec};
use crate::call::{AssertionArguments, ColumnArgument, ColumnArguments, HandWrittenEnum};
use crate::diagnostic::Diagnostic;
use proc_macro2::{Ident, Span};
use syn::{LitStr, Path, parse_quote};

/// An enum, and the table whose codes it should have.
pub(crate) struct Assertion {
    /// What is read: a field `code`, and a field `message` to show next to it.
    pub(crate) table: TableSpec,
    pub(crate) key: Key,
    /// The path of the runtime crate.
    pub(crate) runtime: Path,
}

impl Assertion {
    pub(crate) fn new(
        arguments: AssertionArguments,
        enumeration: &HandWrittenEnum,
        compile: CompilePattern,
    ) -> Result<Self, Diagnostic> {
        let AssertionArguments { source, column, runtime } = arguments;
        let code = if enumeration.is_numbered() { Scalar::Integer(Integer::I128) } else { Scalar::Str };
        let column = column.unwrap_or_else(|| standard_column("Status Code", source.path.span()));
        let message = standard_column("Message", source.path.span());
        let fields = [
            field("code", Role::Code, FieldType::Scalar(code), column, compile)?,
            field("message", Role::Message, FieldType::Option(Scalar::Str), message, compile)?,
        ];
        let sources = [Source::new(source, Span::call_site())?].into_iter().collect();
        let fields = fields.into_iter().collect();
        let key = Key::new(&fields, enumeration.name.span())?;
        let table = TableSpec { sources, skips: [].into_iter().collect(), fields, heading: None };
        Ok(Self { table, key, runtime: runtime.unwrap_or_else(|| parse_quote!(::dli_status)) })
    }
}

fn standard_column(header: &str, span: Span) -> ColumnArguments {
    ColumnArguments::of(ColumnArgument::Header(LitStr::new(header, span)))
}

fn field(
    name: &str,
    role: Role,
    ty: FieldType,
    column: ColumnArguments,
    compile: CompilePattern,
) -> Result<Field, Diagnostic> {
    let ty_span = Span::call_site();
    let name = Ident::new(name, ty_span);
    Field::new(column, name, role, ty, ty_span, compile)
}
