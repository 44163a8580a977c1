//! The columns: for each field a table of its values and the accessor that reads it.

use super::context::{Context, decimal, integer, primitive};
use super::foreign::constants;
use super::hygiene::{ident, quote};
use super::tables;
use crate::declaration::Field;
use crate::docs;
use crate::indexed::Id;
use crate::layout::{ColumnData, Elements, ForeignKey, Numbers, TextTable};
use proc_macro2::{Ident, TokenStream};
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
    let (attributes, visibility, name) = (&field.attributes, &context.item.visibility, &field.name);
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

/// The table of a column of texts.
pub(super) fn texts_of(context: &Context<'_>, field: Id<Field>) -> Ident {
    table_name(&context.table.fields[field])
}

/// The table of messages, or of the first messages where a row has several.
pub(super) fn message_texts(context: &Context<'_>) -> Option<Ident> {
    if context.layout.first_messages.is_some() {
        return Some(ident("FIRST_MESSAGE"));
    }
    let message = context.key.message.filter(|&message| context.table.fields[message].is_text());
    message.map(|message| texts_of(context, message))
}

/// The table of descriptions.
pub(super) fn description_texts(context: &Context<'_>) -> Option<Ident> {
    context.key.description_text.map(|description| texts_of(context, description))
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
            ColumnData::Integers { ty, values } => {
                self.plain(primitive(ty.name()), &values.iter().copied().map(integer).collect::<Vec<_>>())
            }
            ColumnData::OptionalIntegers { ty, values } => {
                self.optional(&primitive(ty.name()), values.iter().map(|value| value.map(integer)))
            }
            ColumnData::Decimals { ty, values } => {
                self.plain(primitive(ty.name()), &values.iter().copied().map(decimal).collect::<Vec<_>>())
            }
            ColumnData::OptionalDecimals { ty, values } => {
                self.optional(&primitive(ty.name()), values.iter().map(|value| value.map(decimal)))
            }
            ColumnData::Foreign { ty, is_optional, keys, rows } => self.foreign(ty, *is_optional, keys, rows),
            ColumnData::Lists { elements, ends, present } => self.lists(elements, ends, present.as_deref()),
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

    /// One value per row, or none.
    fn optional(&self, ty: &TokenStream, values: impl Iterator<Item = Option<TokenStream>>) -> Column {
        let values = values.map(|value| match value {
            None => quote!(::core::option::Option::None),
            Some(number) => quote!(::core::option::Option::Some(#number)),
        });
        self.plain(quote!(::core::option::Option<#ty>), &values.collect::<Vec<_>>())
    }

    /// Rows that point into the few different values there are.
    fn foreign(&self, ty: &TokenStream, is_optional: bool, keys: &[ForeignKey], rows: &Numbers) -> Column {
        let (private, name) = (&self.context.private, &self.name);
        let row_table = ident(&format!("{name}_ROWS"));
        let rows = tables::numbers(private, rows);
        let (constants, found) = constants(private, self.field, name, ty, keys);
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
    fn lists(&self, elements: &Elements<'_>, ends: &Numbers, present: Option<&[bool]>) -> Column {
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
        let (ty, value) = (quote!(&'static [#ty]), quote!(#private::slice(&#name, &#end_table, row)));
        let Some(present) = present else { return Column { table, ty, value } };
        let (present_table, count) = (ident(&format!("{name}_PRESENT")), present.len());
        Column {
            table: quote!(#table static #present_table: [::core::primitive::bool; #count] = [#(#present),*];),
            ty: quote!(::core::option::Option<#ty>),
            value: quote! {
                if #private::at(&#present_table, row) {
                    ::core::option::Option::Some(#value)
                } else {
                    ::core::option::Option::None
                }
            },
        }
    }

    /// Constants that the elements refer to, their type, and the elements.
    fn elements(&self, elements: &Elements<'_>) -> (TokenStream, TokenStream, Vec<TokenStream>) {
        match elements {
            Elements::Texts(texts) => {
                let texts = texts.iter().map(ToTokens::to_token_stream).collect();
                (TokenStream::new(), quote!(&'static ::core::primitive::str), texts)
            }
            Elements::Integers { ty, values } => {
                (TokenStream::new(), primitive(ty.name()), values.iter().copied().map(integer).collect())
            }
            Elements::Decimals { ty, values } => {
                (TokenStream::new(), primitive(ty.name()), values.iter().copied().map(decimal).collect())
            }
            Elements::Foreign { ty, keys, positions } => {
                let (constants, found) = constants(&self.context.private, self.field, &self.name, ty, keys);
                let elements = positions
                    .iter()
                    .map(|&position| found.get(position as usize).expect("positions are of keys").to_token_stream());
                (constants, (*ty).clone(), elements.collect())
            }
        }
    }
}
