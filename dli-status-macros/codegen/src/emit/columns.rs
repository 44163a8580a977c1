//! The columns: for each field a table of its values and the accessor that reads it.

use super::{Context, ident, layout};
use crate::schema::{Field, FieldType, Integer, Scalar, field_type_text};
use crate::value::Value;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

/// All columns but the code, ready to emit.
pub(super) struct Columns<'a> {
    columns: Vec<Column<'a>>,
    context: &'a Context<'a>,
}

struct Column<'a> {
    field: &'a Field,
    /// The statics that hold the values.
    table: TokenStream,
    /// The type that the accessor returns.
    ty: TokenStream,
    /// The value of the row `row(self)`.
    value: TokenStream,
}

impl<'a> Columns<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let columns = context.columns().map(|(at, field)| Column::new(context, at, field)).collect();
        Self { columns, context }
    }

    pub(super) fn tables(&self) -> TokenStream {
        self.columns.iter().map(|column| &column.table).cloned().collect()
    }

    pub(super) fn accessors(&self) -> TokenStream {
        let visibility = &self.context.schema.visibility;
        let accessors = self.columns.iter().map(|Column { field, ty, value, .. }| {
            let (attributes, name) = (&field.attributes, &field.name);
            let headers: Vec<String> = field.headers.iter().map(|header| format!("`{}`", header.value())).collect();
            let docs = accessor_docs(field, &format!("The column {} of the page.", headers.join(" or ")));
            quote! {
                #(#attributes)*
                #docs
                #[must_use]
                #[inline]
                #visibility const fn #name(self) -> #ty {
                    let row = row(self);
                    #value
                }
            }
        });
        quote!(#(#accessors)*)
    }

    /// The table of a column of texts, one a row.
    pub(super) fn texts(&self, name: &str) -> Option<Ident> {
        let column = self.columns.iter().find(|column| column.field.name == name)?;
        let is_text = matches!(column.field.ty, FieldType::Scalar(Scalar::Str) | FieldType::Option(Scalar::Str));
        is_text.then(|| table_name(column.field))
    }
}

/// The docs of an accessor whose field has none.
pub(super) fn accessor_docs(field: &Field, text: &str) -> Option<TokenStream> {
    (!super::docs::are_written(&field.attributes)).then(|| quote!(#[doc = #text]))
}

fn table_name(field: &Field) -> Ident {
    ident(&format!("COLUMN_{}", field.name.to_string().trim_start_matches("r#").to_uppercase()))
}

impl<'a> Column<'a> {
    fn new(context: &Context<'_>, at: usize, field: &'a Field) -> Self {
        let values = context.values(at);
        let name = table_name(field);
        let (table, ty, value) = match &field.ty {
            FieldType::Scalar(Scalar::Str) => texts(context, &name, &values),
            FieldType::Option(Scalar::Str) => optional_texts(context, &name, &values),
            FieldType::Scalar(Scalar::Foreign(ty)) => foreign(context, &name, field, ty, &values),
            FieldType::Option(Scalar::Foreign(ty)) => optional_foreign(context, &name, field, ty, &values),
            FieldType::Scalar(Scalar::Integer(integer)) => plain(context, &name, integer_type(*integer), &values),
            FieldType::Bool => plain(context, &name, quote!(::core::primitive::bool), &values),
            FieldType::Option(Scalar::Integer(integer)) => optional_integers(context, &name, *integer, &values),
            FieldType::Slice(scalar) => slices(context, &name, field, scalar, &values),
        };
        Self { field, table, ty, value }
    }
}

/// Table, type of the accessor, value of a row.
type Parts = (TokenStream, TokenStream, TokenStream);

fn texts(context: &Context<'_>, name: &Ident, values: &[&Value]) -> Parts {
    let texts: Vec<String> = values.iter().map(|value| value.to_text()).collect();
    // The index of names reads messages as it reads names.
    let least = if name == "COLUMN_MESSAGE" { super::names::width(context) } else { 0 };
    let table = layout::texts(&context.private, name, &texts, least);
    (table, quote!(&'static ::core::primitive::str), quote!(#name.get(row)))
}

fn optional_texts(context: &Context<'_>, name: &Ident, values: &[&Value]) -> Parts {
    let (table, ty, _) = texts(context, name, values);
    (table, quote!(::core::option::Option<#ty>), quote!(#name.find(row)))
}

/// One value a row, as it is.
fn plain(context: &Context<'_>, name: &Ident, ty: TokenStream, values: &[&Value]) -> Parts {
    let (private, count) = (&context.private, values.len());
    let values = values.iter().map(|value| literal(value));
    (quote!(static #name: [#ty; #count] = [#(#values),*];), ty, quote!(#private::at(&#name, row)))
}

fn optional_integers(context: &Context<'_>, name: &Ident, integer: Integer, values: &[&Value]) -> Parts {
    let (private, count, ty) = (&context.private, values.len(), integer_type(integer));
    let ty = quote!(::core::option::Option<#ty>);
    let values = values.iter().map(|value| match value {
        Value::Nothing => quote!(::core::option::Option::None),
        value => {
            let literal = literal(value);
            quote!(::core::option::Option::Some(#literal))
        }
    });
    (quote!(static #name: [#ty; #count] = [#(#values),*];), ty, quote!(#private::at(&#name, row)))
}

fn integer_type(integer: Integer) -> TokenStream {
    let integer = ident(integer.name());
    quote!(::core::primitive::#integer)
}

fn literal(value: &Value) -> TokenStream {
    match value {
        Value::Integer(number) => Literal::u128_unsuffixed(*number).to_token_stream(),
        Value::Bool(true) => quote!(true),
        Value::Bool(false) => quote!(false),
        other => other.to_text().to_token_stream(),
    }
}

/// Rows that point into the few different values there are.
fn foreign(context: &Context<'_>, name: &Ident, field: &Field, ty: &TokenStream, values: &[&Value]) -> Parts {
    let (private, rows) = (&context.private, ident(&format!("{name}_ROWS")));
    let table = foreign_table(context, name, field, ty, values);
    (table, ty.clone(), quote!(#private::pointed(&#name, &#rows, row)))
}

fn optional_foreign(context: &Context<'_>, name: &Ident, field: &Field, ty: &TokenStream, values: &[&Value]) -> Parts {
    let (private, rows) = (&context.private, ident(&format!("{name}_ROWS")));
    let table = foreign_table(context, name, field, ty, values);
    (table, quote!(::core::option::Option<#ty>), quote!(#private::optional(&#name, &#rows, row)))
}

/// The different values, and for each row the place of its value among them; behind the last if it has none.
fn foreign_table(
    context: &Context<'_>,
    name: &Ident,
    field: &Field,
    ty: &TokenStream,
    values: &[&Value],
) -> TokenStream {
    let distinct = Distinct::new(values.iter().copied().filter(|value| **value != Value::Nothing));
    let (private, rows) = (&context.private, ident(&format!("{name}_ROWS")));
    let places = layout::numbers(private, &distinct.rows(values));
    let (constants, found) = distinct.constants(context, name, field, ty);
    let count = found.len();
    quote! {
        #constants
        static #name: [#ty; #count] = [#(#found),*];
        static #rows: #private::Numbers = #places;
    }
}

/// All elements in one row, and where those of each row end.
fn slices(context: &Context<'_>, name: &Ident, field: &Field, scalar: &Scalar, values: &[&Value]) -> Parts {
    let lists: Vec<&[Value]> =
        values.iter().map(|value| if let Value::List(list) = value { list } else { [].as_slice() }).collect();
    let all: Vec<&Value> = lists.iter().copied().flatten().collect();
    let mut end = 0;
    let ends: Vec<u32> = std::iter::once(0)
        .chain(lists.iter().map(|list| {
            end += list.len();
            u32::try_from(end).unwrap_or(u32::MAX)
        }))
        .collect();
    let private = &context.private;
    let (ends, count) = (layout::numbers(private, &ends), all.len());
    let (ty, constants, elements) = elements(context, name, field, scalar, &all);
    let end_table = ident(&format!("{name}_ENDS"));
    let table = quote! {
        #constants
        static #name: [#ty; #count] = [#(#elements),*];
        static #end_table: #private::Numbers = #ends;
    };
    (table, quote!(&'static [#ty]), quote!(#private::slice(&#name, &#end_table, row)))
}

fn elements(
    context: &Context<'_>,
    name: &Ident,
    field: &Field,
    scalar: &Scalar,
    all: &[&Value],
) -> (TokenStream, TokenStream, Vec<TokenStream>) {
    match scalar {
        Scalar::Str => {
            (quote!(&'static ::core::primitive::str), TokenStream::new(), all.iter().map(|v| literal(v)).collect())
        }
        Scalar::Integer(integer) => {
            (integer_type(*integer), TokenStream::new(), all.iter().map(|v| literal(v)).collect())
        }
        Scalar::Foreign(ty) => {
            let distinct = Distinct::new(all.iter().copied());
            let (constants, found) = distinct.constants(context, name, field, ty);
            let elements =
                distinct.rows(all).into_iter().filter_map(|at| found.get(at as usize)).map(|name| quote!(#name));
            (ty.clone(), constants, elements.collect())
        }
    }
}

/// The different values of a column, in order of appearance.
struct Distinct<'v> {
    values: Vec<&'v Value>,
    places: std::collections::HashMap<&'v Value, u32>,
}

impl<'v> Distinct<'v> {
    fn new(all: impl Iterator<Item = &'v Value>) -> Self {
        let mut distinct = Self { values: Vec::new(), places: std::collections::HashMap::new() };
        for value in all {
            let next = u32::try_from(distinct.values.len()).unwrap_or(u32::MAX);
            if let std::collections::hash_map::Entry::Vacant(vacant) = distinct.places.entry(value) {
                vacant.insert(next);
                distinct.values.push(value);
            }
        }
        distinct
    }

    /// For each value its place; behind the last one for those that were left out.
    fn rows(&self, values: &[&Value]) -> Vec<u32> {
        let none = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        values.iter().map(|value| self.places.get(value).copied().unwrap_or(none)).collect()
    }

    /// Each value looked up in the other table while compiling, as a constant of its own: so each that is not listed
    /// there is an error.
    fn constants(
        &self,
        context: &Context<'_>,
        name: &Ident,
        field: &Field,
        ty: &TokenStream,
    ) -> (TokenStream, Vec<Ident>) {
        let names: Vec<Ident> = (0..self.values.len()).map(|at| ident(&format!("{name}_{at}"))).collect();
        let found = self.values.iter().map(|value| checked_key(context, field, ty, value));
        (quote!(#(const #names: #ty = #found;)*), names)
    }
}

/// The variant of another table's code. Whether that code is a number or a text only the type of its `from_code` says;
/// the runtime crate's `Key` is both.
fn checked_key(context: &Context<'_>, field: &Field, ty: &TokenStream, value: &Value) -> TokenStream {
    let (private, code) = (&context.private, value.to_text());
    let place = first_place(context, value);
    let ty_text = field_type_text(ty);
    let text = format!("{place}: the `{}` of this row is `{code}`, which is no code of `{ty_text}`", field.name);
    let at = syn::spanned::Spanned::span(&field.ty_tokens);
    let from_code = Ident::new("from_code", at.resolved_at(Span::call_site()));
    let unlisted = quote_spanned!(at.resolved_at(Span::call_site())=> unlisted::<__Found>());
    let no_number = quote_spanned!(at.resolved_at(Span::call_site())=> no_number::<__Found>());
    quote! {{
        use #private::{no_number, unlisted};
        struct __Found;
        impl #private::Key for __Found {
            const TEXT: &'static ::core::primitive::str = #code;
            const UNLISTED: &'static ::core::primitive::str = #text;
            const PAGES: &'static ::core::primitive::str = {
                #[allow(unused_imports)]
                use #private::Pages as _;
                <#ty>::__PAGES
            };
        }
        match <__Found as #private::KeyOf<_>>::CODE {
            ::core::option::Option::Some(code) => match <#ty>::#from_code(code) {
                ::core::option::Option::Some(found) => found,
                ::core::option::Option::None => #unlisted,
            },
            ::core::option::Option::None => #no_number,
        }
    }}
}

/// Where a value first stands.
fn first_place(context: &Context<'_>, value: &Value) -> String {
    let holds = |own: &Value| own == value || matches!(own, Value::List(list) if list.contains(value));
    let variant = context.model.variants.iter().find(|variant| variant.values.iter().any(holds));
    let page = |source: usize| context.paths.get(source).map_or("", |path| path.written());
    variant.map(|variant| format!("{}:{}", page(variant.source), variant.line)).unwrap_or_default()
}
