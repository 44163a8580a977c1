//! The stages in order: from the tokens of a call to those of its expansion.

use crate::call::{AssertionArguments, Call, ConditionalCall, Defined, HandWrittenEnum};
use crate::declaration::{
    Assertion, CompilePattern, Declaration, EnumSpec, Item, ItemSpec, TableSpec, move_into_submodule,
};
use crate::diagnostic::{Diagnostics, Reported, compile_errors, compile_warnings};
use crate::docs::{self, Docs};
use crate::layout::Layout;
use crate::load::{ReadPage, load};
use crate::model::{self, Model, Record};
use crate::select::{self, Reading};
use crate::{emit, rows};
use proc_macro2::TokenStream;
use quote::quote;
use syn::parse_quote;

/// The expansion of a macro call: the type and all that belongs to it, or one `compile_error!` per mistake.
///
/// `call` is the path of the runtime crate, a semicolon, and the caller's tokens; `compile` compiles the patterns of
/// columns.
///
/// ```
/// use dli_status_codegen::expand;
/// use dli_status_patterns::compile;
/// use quote::quote;
///
/// let page = "\
/// ===========  =======  ===========
/// Status Code  Message  Description
/// ===========  =======  ===========
/// 200          OK       It worked.
/// ===========  =======  ===========
/// ";
/// let tokens = expand(quote!(dli_status; "page.rst"), &|_| Ok(page.into()), compile);
/// assert!(tokens.to_string().contains("Ok = 200"));
/// ```
#[must_use]
pub fn expand(call: TokenStream, read_page: ReadPage<'_>, compile: CompilePattern) -> TokenStream {
    let diagnostics = Diagnostics::default();
    let defined = Defined::find(&call);
    let call = syn::parse2(call).map_err(|error| diagnostics.report_syn(error));
    if let Some(conditional) = call.as_ref().ok().and_then(ConditionalCall::of) {
        return emit::conditional(&conditional);
    }
    let read = call.and_then(|call| read(call, read_page, compile, &diagnostics));
    if let (Ok(checked), Ok(())) = (&read, diagnostics.check()) {
        let mut expansion = checked.expansion();
        expansion.extend(compile_warnings(&diagnostics.into_warnings()));
        return expansion;
    }
    let errors = compile_errors(&diagnostics.into_errors());
    match defined {
        Some(defined) => emit::broken(&defined, &errors, &for_editors(&defined, read.ok())),
        None => errors,
    }
}

/// A call with the checked table of its pages: of the rows that are right.
pub(crate) enum Checked {
    Enum { table: TableSpec, spec: EnumSpec, model: Model },
    Struct { table: TableSpec, spec: ItemSpec, records: Vec<Record> },
}

impl Checked {
    fn expansion(&self) -> TokenStream {
        match self {
            Self::Enum { table, spec, model } => {
                let docs = Docs::new(table, spec, model);
                let layout = Layout::new(table, &spec.key, model);
                emit::enumeration(table, spec, model, &docs, &layout)
            }
            Self::Struct { table, spec, records } => {
                let docs = docs::structure(table, spec, records);
                emit::structure(table, spec, records, &docs)
            }
        }
    }

    /// The expansion for editors, in a module below the call.
    fn into_submodule(mut self) -> TokenStream {
        let (Self::Enum { table, spec: EnumSpec { item, .. }, .. } | Self::Struct { table, spec: item, .. }) =
            &mut self;
        move_into_submodule(item, table);
        item.attributes.push(parse_quote!(#[cfg(rust_analyzer)]));
        self.expansion()
    }

    /// Whether there is no row that is right.
    fn is_empty(&self) -> bool {
        match self {
            Self::Enum { model, .. } => model.variants.is_empty(),
            Self::Struct { records, .. } => records.is_empty(),
        }
    }
}

/// The type with the rows that are right. An editor shows no imports as missing while there is such a type.
fn for_editors(defined: &Defined, read: Option<Checked>) -> TokenStream {
    let name = &defined.name;
    match read {
        Some(checked) if !checked.is_empty() => {
            let items = checked.into_submodule();
            quote! {
                #[cfg(rust_analyzer)]
                use super::*;
                #items
            }
        }
        _ => quote! {
            #[cfg(rust_analyzer)]
            pub enum #name {}
        },
    }
}

/// Reads a call and its pages.
pub(crate) fn read(
    call: Call,
    read_page: ReadPage<'_>,
    compile: CompilePattern,
    diagnostics: &Diagnostics,
) -> Result<Checked, Reported> {
    let Declaration { table, item } = Declaration::new(call, compile, diagnostics)?;
    let pages = load(&table.sources, read_page, diagnostics)?;
    let readings = pages.map(Reading::new);
    let selected = select::select(&table, &readings, diagnostics);
    Ok(match item {
        Item::Enum(spec) => {
            let rows = rows::rows(&table, Some(spec.key.code), &selected, diagnostics);
            let model = model::check(&table, &spec, &rows, diagnostics);
            Checked::Enum { table, spec, model }
        }
        Item::Struct(spec) => {
            let rows = rows::rows(&table, None, &selected, diagnostics);
            let records = model::records(&table, &rows, diagnostics);
            Checked::Struct { table, spec, records }
        }
    })
}

/// The expansion of `#[assert_status_table(…)]`: the enum as it is, and a comparison that runs while the crate is
/// compiled, or one `compile_error!` per mistake.
///
/// `arguments` are those of the attribute, `item` is the enum.
///
/// ```
/// use dli_status_codegen::expand_assertion;
/// use dli_status_patterns::compile;
/// use quote::quote;
///
/// let page = "\
/// ===========  =======  ===========
/// Status Code  Message  Description
/// ===========  =======  ===========
/// 200          OK       It worked.
/// ===========  =======  ===========
/// ";
/// let item = quote!(enum Answer { Fine = 200 });
/// let tokens = expand_assertion(quote!("page.rst"), item, &|_| Ok(page.into()), compile);
/// assert!(tokens.to_string().contains("Answer :: Fine as"));
/// ```
#[must_use]
pub fn expand_assertion(
    arguments: TokenStream,
    item: TokenStream,
    read_page: ReadPage<'_>,
    compile: CompilePattern,
) -> TokenStream {
    let diagnostics = Diagnostics::default();
    let comparison = match try_expand_assertion(arguments, item.clone(), read_page, compile, &diagnostics) {
        Ok(mut comparison) => {
            comparison.extend(compile_warnings(&diagnostics.into_warnings()));
            comparison
        }
        Err(Reported { .. }) => compile_errors(&diagnostics.into_errors()),
    };
    quote!(#item #comparison)
}

fn try_expand_assertion(
    arguments: TokenStream,
    item: TokenStream,
    read_page: ReadPage<'_>,
    compile: CompilePattern,
    diagnostics: &Diagnostics,
) -> Result<TokenStream, Reported> {
    let enumeration: HandWrittenEnum = syn::parse2(item).map_err(|error| diagnostics.report_syn(error))?;
    let arguments: AssertionArguments = syn::parse2(arguments).map_err(|error| diagnostics.report_syn(error))?;
    let Assertion { table, key, runtime } =
        Assertion::new(arguments, &enumeration, compile).map_err(|error| diagnostics.report(error))?;
    let pages = load(&table.sources, read_page, diagnostics)?;
    let readings = pages.map(Reading::new);
    let selected = select::select(&table, &readings, diagnostics);
    let rows = rows::rows(&table, Some(key.code), &selected, diagnostics);
    let listed = model::list(&table, &key, &rows, diagnostics)?;
    Ok(emit::assertion(&runtime, &table, &listed, &enumeration))
}
