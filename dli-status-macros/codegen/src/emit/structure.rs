//! A struct with a value per row.

use super::context::{decimal, define, integer, primitive};
use super::features::invoke;
use super::foreign::constants;
use super::hygiene::{hide_constants, ident, quote};
use super::pages;
use crate::declaration::{Field, FieldType, ItemSpec, Scalar, TableSpec};
use crate::docs;
use crate::indexed::Id;
use crate::layout::Keys;
use crate::model::{Record, Value};
use proc_macro2::{Ident, Literal, TokenStream};
use std::collections::HashMap;
use syn::ext::IdentExt;

/// The whole expansion of a struct.
pub(crate) fn structure(table: &TableSpec, spec: &ItemSpec, records: &[Record], docs: &str) -> TokenStream {
    let runtime = &spec.runtime;
    let emitter = Emitter { table, private: quote!(#runtime::__private), records };
    let definition = emitter.definition(spec, docs);
    let pages = pages::track(&table.sources);
    let (constants, rows) = emitter.rows(&spec.name);
    let (name, visibility, count) = (&spec.name, &spec.visibility, Literal::usize_unsuffixed(records.len()));
    let features = emitter.features(spec);
    let hidden = hide_constants();
    quote! {
        #definition
        const _: () = {
            #hidden
            #pages
            #constants
            static ROWS: [#name; #count] = [#(#rows),*];

            // A crate that keeps its rows to itself need not use them.
            #[allow(dead_code, unreachable_pub)]
            impl #name {
                /// All rows, in the order of the page.
                #visibility const ALL: &'static [Self] = &ROWS;
            }
            #features
        };
    }
}

struct Emitter<'a> {
    table: &'a TableSpec,
    /// The runtime crate's items for generated code.
    private: TokenStream,
    records: &'a [Record],
}

impl Emitter<'_> {
    fn definition(&self, spec: &ItemSpec, docs: &str) -> TokenStream {
        let attributes = &spec.attributes;
        // Decimal numbers are not `Eq`, and other types need not be.
        let is_eq = |field: &Field| !matches!(field.ty.scalar(), Some(Scalar::Float(_) | Scalar::Foreign(_)));
        let eq = self.table.fields.iter().all(is_eq).then(|| quote!(::core::cmp::Eq, ::core::hash::Hash,));
        let fields = self.table.fields.iter().map(definition);
        let definition = define(spec, &quote!(#(#fields,)*));
        quote! {
            #(#attributes)*
            #[doc = #docs]
            #[derive(
                ::core::fmt::Debug,
                ::core::clone::Clone,
                ::core::marker::Copy,
                ::core::cmp::PartialEq,
                #eq
            )]
            // A crate that keeps its rows to itself need not read all of their fields.
            #[allow(dead_code, unreachable_pub)]
            #definition
        }
    }

    /// Constants that the rows refer to, and the rows.
    fn rows(&self, name: &Ident) -> (TokenStream, Vec<TokenStream>) {
        let foreign: Vec<(TokenStream, HashMap<String, Ident>)> =
            self.table.fields.enumerate().map(|(id, field)| self.foreign(id, field)).collect();
        let rows = self.records.iter().map(|record| {
            let values = self.table.fields.iter().zip(&record.values).zip(&foreign);
            let values = values.map(|((field, value), (_, found))| {
                let (field_name, value) = (&field.name, value_of(&field.ty, value, found));
                quote!(#field_name: #value)
            });
            quote!(#name { #(#values),* })
        });
        let rows = rows.collect();
        (foreign.into_iter().map(|(constants, _)| constants).collect(), rows)
    }

    /// The keys of a field whose values are rows of another table, each as a constant, and the constants by key.
    fn foreign(&self, id: Id<Field>, field: &Field) -> (TokenStream, HashMap<String, Ident>) {
        let Some(Scalar::Foreign(ty)) = field.ty.scalar() else { return (TokenStream::new(), HashMap::new()) };
        let keys = Keys::of_field(id, self.records).into_distinct();
        let name = ident(&format!("COLUMN_{}", id.index()));
        let (constants, names) = constants(&self.private, field, &name, ty, &keys);
        (constants, keys.into_iter().map(|key| key.code).zip(names).collect())
    }

    fn features(&self, spec: &ItemSpec) -> TokenStream {
        let fields = self.table.fields.iter().map(|field| {
            let (name, key, ty) = (&field.name, field.name.unraw().to_string(), type_of(&field.ty));
            quote!(#name = #key: #ty)
        });
        let fields = quote!({ #(#fields,)* });
        spec.with.iter().map(|feature| invoke(&self.private, &spec.name, feature, &fields)).collect()
    }
}

fn definition(field: &Field) -> TokenStream {
    let Field { attributes, visibility, name, .. } = field;
    let ty = type_of(&field.ty);
    let docs = format!("The column {} of the page.", field.column);
    let docs = (!docs::are_written(attributes)).then(|| quote!(#[doc = #docs]));
    quote!(#(#attributes)* #docs #visibility #name: #ty)
}

fn type_of(ty: &FieldType) -> TokenStream {
    match ty {
        FieldType::Bool => primitive("bool"),
        FieldType::Scalar(scalar) => type_of_scalar(scalar),
        FieldType::Option(scalar) => option(&type_of_scalar(scalar)),
        FieldType::Slice(scalar) => slice(scalar),
        FieldType::OptionSlice(scalar) => option(&slice(scalar)),
    }
}

fn type_of_scalar(scalar: &Scalar) -> TokenStream {
    match scalar {
        Scalar::Integer(integer) => primitive(integer.name()),
        Scalar::Float(float) => primitive(float.name()),
        Scalar::Str => quote!(&'static ::core::primitive::str),
        Scalar::Foreign(ty) => ty.clone(),
    }
}

fn slice(scalar: &Scalar) -> TokenStream {
    let element = type_of_scalar(scalar);
    quote!(&'static [#element])
}

fn option(ty: &TokenStream) -> TokenStream {
    quote!(::core::option::Option<#ty>)
}

/// `found` has the constant of each key.
fn value_of(ty: &FieldType, value: &Value, found: &HashMap<String, Ident>) -> TokenStream {
    match (ty, value) {
        (FieldType::Option(_) | FieldType::OptionSlice(_), Value::Nothing) => quote!(::core::option::Option::None),
        (FieldType::Option(_) | FieldType::OptionSlice(_), value) => {
            let value = plain(value, found);
            quote!(::core::option::Option::Some(#value))
        }
        (_, value) => plain(value, found),
    }
}

fn plain(value: &Value, found: &HashMap<String, Ident>) -> TokenStream {
    match value {
        Value::Nothing => unreachable!("only optional fields have no value"),
        Value::Integer(number) => integer(number.value),
        Value::Decimal(number) => decimal(number.value.0),
        Value::Text(text) => quote!(#text),
        Value::Bool(value) => quote!(#value),
        Value::Foreign(code) => {
            let constant = found.get(code).expect("each key of a field has a constant");
            quote!(#constant)
        }
        Value::List(values) => {
            let values = values.iter().map(|value| plain(value, found));
            quote!(&[#(#values),*])
        }
    }
}
