//! The stages in order: from the tokens of a call to those of its expansion.

use crate::call::{AssertionArguments, Call, ConditionalCall, Defined, HandWrittenEnum};
use crate::declaration::{Assertion, Declaration};
use crate::diagnostic::{Diagnostics, Reported, compile_errors, compile_warnings};
use crate::docs::Docs;
use crate::layout::Layout;
use crate::load::{ReadPage, load};
use crate::model::{self, Model};
use crate::select::{self, Reading};
use crate::{emit, rows};
use proc_macro2::TokenStream;
use quote::quote;
use syn::parse_quote;

/// The expansion of a macro call: the type and all that belongs to it, or one `compile_error!` per mistake.
///
/// `call` is the path of the runtime crate, a semicolon, and the caller's tokens.
///
/// ```
/// use dli_status_codegen::expand;
/// use quote::quote;
///
/// let page = "\
/// ===========  =======  ===========
/// Status Code  Message  Description
/// ===========  =======  ===========
/// 200          OK       It worked.
/// ===========  =======  ===========
/// ";
/// let tokens = expand(quote!(dli_status; "page.rst"), &|_| Ok(page.into()));
/// assert!(tokens.to_string().contains("Ok = 200"));
/// ```
#[must_use]
pub fn expand(call: TokenStream, read_page: ReadPage<'_>) -> TokenStream {
    let diagnostics = Diagnostics::default();
    let defined = Defined::find(&call);
    let call = syn::parse2(call).map_err(|error| diagnostics.report_syn(error));
    if let Some(conditional) = call.as_ref().ok().and_then(ConditionalCall::of) {
        return emit::conditional(&conditional);
    }
    let read = call.and_then(|call| read_model(call, read_page, &diagnostics));
    if let (Ok((declaration, model)), Ok(())) = (&read, diagnostics.check()) {
        let mut expansion = enumeration(declaration, model);
        expansion.extend(compile_warnings(&diagnostics.into_warnings()));
        return expansion;
    }
    let errors = compile_errors(&diagnostics.into_errors());
    match defined {
        Some(defined) => emit::broken(&defined, &errors, &for_editors(&defined, read.ok())),
        None => errors,
    }
}

fn enumeration(declaration: &Declaration, model: &Model) -> TokenStream {
    let docs = Docs::new(declaration, model);
    let layout = Layout::new(&declaration.table, model);
    emit::enumeration(declaration, model, &docs, &layout)
}

/// The type with the rows that are right. An editor shows no imports as missing while there is such a type.
fn for_editors(defined: &Defined, read: Option<(Declaration, Model)>) -> TokenStream {
    let name = &defined.name;
    match read {
        Some((declaration, model)) if !model.variants.is_empty() => {
            let mut declaration = declaration.into_submodule();
            declaration.enumeration.attributes.push(parse_quote!(#[cfg(rust_analyzer)]));
            let items = enumeration(&declaration, &model);
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

/// A call, and the checked table of its pages: of the rows that are right.
pub(crate) fn read_model(
    call: Call,
    read_page: ReadPage<'_>,
    diagnostics: &Diagnostics,
) -> Result<(Declaration, Model), Reported> {
    let declaration = Declaration::new(call, diagnostics)?;
    let table = &declaration.table;
    let pages = load(&table.sources, read_page, diagnostics)?;
    let readings = pages.map(Reading::new);
    let selected = select::select(table, &readings, diagnostics);
    let rows = rows::rows(table, &selected, diagnostics);
    let model = model::check(&declaration, &rows, diagnostics);
    Ok((declaration, model))
}

/// The expansion of `#[assert_status_table(…)]`: the enum as it is, and a comparison that runs while the crate is
/// compiled, or one `compile_error!` per mistake.
///
/// `arguments` are those of the attribute, `item` is the enum.
///
/// ```
/// use dli_status_codegen::expand_assertion;
/// use quote::quote;
///
/// let page = "\
/// ===========  =======  ===========
/// Status Code  Message  Description
/// ===========  =======  ===========
/// 200          OK       It worked.
/// ===========  =======  ===========
/// ";
/// let tokens = expand_assertion(quote!("page.rst"), quote!(enum Answer { Fine = 200 }), &|_| Ok(page.into()));
/// assert!(tokens.to_string().contains("Answer :: Fine as"));
/// ```
#[must_use]
pub fn expand_assertion(arguments: TokenStream, item: TokenStream, read_page: ReadPage<'_>) -> TokenStream {
    let diagnostics = Diagnostics::default();
    let comparison = match try_expand_assertion(arguments, item.clone(), read_page, &diagnostics) {
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
    diagnostics: &Diagnostics,
) -> Result<TokenStream, Reported> {
    let enumeration: HandWrittenEnum = syn::parse2(item).map_err(|error| diagnostics.report_syn(error))?;
    let arguments: AssertionArguments = syn::parse2(arguments).map_err(|error| diagnostics.report_syn(error))?;
    let Assertion { table, runtime } =
        Assertion::new(arguments, &enumeration).map_err(|error| diagnostics.report(error))?;
    let pages = load(&table.sources, read_page, diagnostics)?;
    let readings = pages.map(Reading::new);
    let selected = select::select(&table, &readings, diagnostics);
    let rows = rows::rows(&table, &selected, diagnostics);
    let listed = model::list(&table, &rows, diagnostics)?;
    Ok(emit::assertion(&runtime, &table, &listed, &enumeration))
}
