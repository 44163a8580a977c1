//! The checked table as tokens: one function a generated item, and no decision about the table but how it is laid out.
//!
//! All but the enum stands in an anonymous constant, so that the tables behind it add no name to the caller's module.

pub(crate) mod assertion;
mod codes;
mod columns;
mod docs;
mod enumeration;
mod features;
mod layout;
mod names;
mod strategy;
mod traits;

use self::codes::Codes;
use self::columns::Columns;
use crate::PagePath;
use crate::model::Model;
use crate::schema::{Field, Schema};
use crate::value::Value;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// What all of the emitter reads.
struct Context<'a> {
    schema: &'a Schema,
    paths: &'a [PagePath],
    model: &'a Model,
    /// The runtime crate's items for generated code.
    private: TokenStream,
}

impl Context<'_> {
    fn variants(&self) -> Vec<Ident> {
        self.model.variants.iter().map(|variant| ident(&variant.name)).collect()
    }

    /// The values of a field, row by row.
    fn values(&self, field: usize) -> Vec<&Value> {
        self.model.variants.iter().filter_map(|variant| variant.values.get(field)).collect()
    }

    /// The texts of a field, row by row.
    fn texts(&self, field: usize) -> Vec<String> {
        self.values(field).into_iter().map(Value::to_text).collect()
    }

    /// The fields with their place, `code` left out.
    fn columns(&self) -> impl Iterator<Item = (usize, &Field)> {
        self.schema.fields.iter().enumerate().filter(|(at, _)| *at != self.schema.code)
    }
}

/// The whole expansion.
pub(crate) fn emit(schema: &Schema, paths: &[PagePath], model: &Model) -> TokenStream {
    let runtime = &schema.runtime;
    let context = Context { schema, paths, model, private: quote!(#runtime::__private) };
    let codes = Codes::new(&context);
    let columns = Columns::new(&context);
    let enumeration = enumeration::emit(&context);
    let pages = track_pages(paths);
    let rows = enumeration::rows(&context);
    let tables = [codes.tables(), columns.tables()];
    let inherent = inherent_impls(&context, &codes, &columns);
    let names = names::emit(&context, &columns);
    let traits = traits::emit(&context, &columns);
    let features = features::emit(&context);
    quote! {
        #enumeration
        const _: () = {
            #pages
            #rows
            #(#tables)*
            #names
            #inherent
            #traits
            #features
        };
    }
}

/// Names each page to the compiler, so that an edit of it is an edit of the crate.
fn track_pages(paths: &[PagePath]) -> TokenStream {
    let files = distinct(paths).into_iter().map(PagePath::to_tokens);
    quote!(#(const _: &[::core::primitive::u8] = ::core::include_bytes!(#files);)*)
}

/// Each page once, though several of its tables may be read.
fn distinct(paths: &[PagePath]) -> Vec<&PagePath> {
    let mut seen: Vec<&PagePath> = Vec::new();
    for path in paths {
        if !seen.contains(&path) {
            seen.push(path);
        }
    }
    seen
}

/// The methods, those that belong together in one block: rustdoc shows its docs above them.
fn inherent_impls(context: &Context<'_>, codes: &Codes<'_>, columns: &Columns<'_>) -> TokenStream {
    let rows = [
        enumeration::all(context),
        codes.lookup(),
        codes::code(context),
        names::name_of(context),
        enumeration::pages(context),
    ];
    let blocks = [
        inherent_impl(context, "# Rows and codes", rows.into_iter().collect()),
        inherent_impl(context, "# Columns of the page", columns.accessors()),
        inherent_impl(context, "# Class of the code", codes::class(context)),
    ];
    blocks.into_iter().flatten().collect()
}

fn inherent_impl(context: &Context<'_>, doc: &str, items: TokenStream) -> Option<TokenStream> {
    let name = &context.schema.name;
    let block = quote! {
        #[doc = #doc]
        // A crate that keeps its table to itself need not use all of it.
        #[allow(dead_code)]
        impl #name {
            #items
        }
    };
    (!items.is_empty()).then_some(block)
}

/// An identifier of generated code.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
