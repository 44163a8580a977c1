//! The columns: for each field a table of its values and the accessor that reads it.

use super::context::{Context, primitive};
use super::foreign::constants;
use super::hygiene::{ident, quote};
use super::tables;
use crate::declaration::{Field, Integer};
use crate::docs;
use crate::indexed::Id;
use crate::layout::{ColumnData, Elements, ForeignKey, Numbers, TextTable};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::ToTokens;

/// A column, ready to emit.
struct Column {
    /// The statics that hold the values.
    table: TokenStream,
    /// The type that the accessor returns.
    ty: TokenStream,
    /// The value of the row `row`.
    value: TokenStream,
}

/// The tables of all columns, and their accessors.
pub(super) fn emit(context: &Context<'_>) -> (TokenStream, TokenStream) {
    columns(context).map(|(field, column)| (column.table.clone(), accessor(context, field, &column))).unzip()
}

fn accessor(context: &Context<'_>, field: &Field, Column { ty, value, .. }: &Column) -> TokenStream {
    let (attributes, visibility, name) = (&field.attributes, &context.spec.visibility, &field.name);
    let docs = accessor_docs(field, &format!("The column {} of the page.", field.column));
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
}

/// The docs of an accessor whose field has none.
pub(super) fn accessor_docs(field: &Field, text: &str) -> Option<TokenStream> {
    (!docs::are_written(&field.attributes)).then(|| quote!(#[doc = #text]))
}

/// The table of a column of texts, if there is one.
pub(super) fn texts_of(context: &Context<'_>, field: Option<Id<Field>>) -> Option<Ident> {
    field.map(|field| table_name(&context.table.fields[field]))
}

fn table_name(field: &Field) -> Ident {
    ident(&format!("COLUMN_{}", field.name.to_string().trim_start_matches("r#").to_uppercase()))
}

fn columns<'a>(context: &'a Context<'a>) -> impl Iterator<Item = (&'a Field, Column)> {
    let columns = context.table.fields.iter().zip(&context.layout.columns);
    columns.filter_map(|(field, data)| Some((field, Emitter { context, field, name: table_name(field) }.column(data)?)))
}

struct Emitter<'a> {
    context: &'a Context<'a>,
    field: &'a Field,
    name: Ident,
}

impl Emitter<'_> {
    /// `None` for the code, which has its own lookup.
    fn column(&self, data: &ColumnData<'_>) -> Option<Column> {
        Some(match data {
            ColumnData::Code => return None,
            ColumnData::Texts { texts, is_optional } => self.texts(texts, *is_optional),
            ColumnData::Bools(values) => self.plain(quote!(::core::primitive::bool), values),
            ColumnData::Integers { ty, values } => self.plain(primitive(*ty), &literals(values)),
            ColumnData::OptionalIntegers { ty, values } => self.optional_integers(*ty, values),
            ColumnData::Foreign { ty, is_optional, keys, rows } => self.foreign(ty, *is_optional, keys, rows),
            ColumnData::Lists { elements, ends } => self.lists(elements, ends),
        })
    }

    fn texts(&self, texts: &TextTable, is_optional: bool) -> Column {
        let (name, text) = (&self.name, quote!(&'static ::core::primitive::str));
        let (ty, value) = match is_optional {
            true => (quote!(::core::option::Option<#text>), quote!(#name.find(row))),
            false => (text, quote!(#name.get(row))),
        };
        Column { table: tables::texts(&self.context.private, name, texts), ty, value }
    }

    /// One value per row, as it is.
    fn plain(&self, ty: TokenStream, values: &[impl ToTokens]) -> Column {
        let (private, name, count) = (&self.context.private, &self.name, values.len());
        Column {
            table: quote!(static #name: [#ty; #count] = [#(#values),*];),
            ty,
            value: quote!(#private::at(&#name, row)),
        }
    }

    fn optional_integers(&self, integer: Integer, values: &[Option<u128>]) -> Column {
        let ty = primitive(integer);
        let values = values.iter().map(|value| match value {
            None => quote!(::core::option::Option::None),
            Some(number) => {
                let literal = Literal::u128_unsuffixed(*number);
                quote!(::core::option::Option::Some(#literal))
            }
        });
        self.plain(quote!(::core::option::Option<#ty>), &values.collect::<Vec<_>>())
    }

    /// Rows that point into the few different values there are.
    fn foreign(&self, ty: &TokenStream, is_optional: bool, keys: &[ForeignKey], rows: &Numbers) -> Column {
        let (private, name) = (&self.context.private, &self.name);
        let row_table = ident(&format!("{name}_ROWS"));
        let rows = tables::numbers(private, rows);
        let (constants, found) = constants(self.context, self.field, name, ty, keys);
        let count = found.len();
        let table = quote! {
            #constants
            static #name: [#ty; #count] = [#(#found),*];
            static #row_table: #private::Numbers = #rows;
        };
        match is_optional {
            true => Column {
                table,
                ty: quote!(::core::option::Option<#ty>),
                value: quote!(#private::optional(&#name, &#row_table, row)),
            },
            false => Column { table, ty: ty.clone(), value: quote!(#private::pointed(&#name, &#row_table, row)) },
        }
    }

    /// All elements in one table, and where those of each row end.
    fn lists(&self, elements: &Elements<'_>, ends: &Numbers) -> Column {
        let (private, name) = (&self.context.private, &self.name);
        let end_table = ident(&format!("{name}_ENDS"));
        let ends = tables::numbers(private, ends);
        let (constants, ty, elements) = self.elements(elements);
        let count = elements.len();
        let table = quote! {
            #constants
            static #name: [#ty; #count] = [#(#elements),*];
            static #end_table: #private::Numbers = #ends;
        };
        Column { table, ty: quote!(&'static [#ty]), value: quote!(#private::slice(&#name, &#end_table, row)) }
    }

    /// Constants that the elements refer to, their type, and the elements.
    fn elements(&self, elements: &Elements<'_>) -> (TokenStream, TokenStream, Vec<TokenStream>) {
        match elements {
            Elements::Texts(texts) => {
                let texts = texts.iter().map(ToTokens::to_token_stream).collect();
                (TokenStream::new(), quote!(&'static ::core::primitive::str), texts)
            }
            Elements::Integers { ty, values } => {
                let values = literals(values).iter().map(ToTokens::to_token_stream).collect();
                (TokenStream::new(), primitive(*ty), values)
            }
            Elements::Foreign { ty, keys, positions } => {
                let (constants, found) = constants(self.context, self.field, &self.name, ty, keys);
                let elements = positions
                    .iter()
                    .map(|&position| found.get(position as usize).expect("positions are of keys").to_token_stream());
                (constants, (*ty).clone(), elements.collect())
            }
        }
    }
}

fn literals(numbers: &[u128]) -> Vec<Literal> {
    numbers.iter().map(|&number| Literal::u128_unsuffixed(number)).collect()
}
