//! The stages in order: from the tokens of a call to those of its expansion.

use crate::call::{AssertionArguments, Call, HandWrittenEnum};
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
    let expansion = try_expand(call, read_page, &diagnostics);
    finish(expansion, diagnostics)
}

fn try_expand(call: TokenStream, read_page: ReadPage<'_>, diagnostics: &Diagnostics) -> Result<TokenStream, Reported> {
    let (declaration, model) = read_model(call, read_page, diagnostics)?;
    let docs = Docs::new(&declaration, &model);
    let layout = Layout::new(&declaration.table, &model);
    Ok(emit::enumeration(&declaration, &model, &docs, &layout))
}

/// A call, and the checked table of its pages.
pub(crate) fn read_model(
    call: TokenStream,
    read_page: ReadPage<'_>,
    diagnostics: &Diagnostics,
) -> Result<(Declaration, Model), Reported> {
    let call: Call = syn::parse2(call).map_err(|error| diagnostics.report_syn(error))?;
    let declaration = Declaration::new(call, diagnostics)?;
    let table = &declaration.table;
    let pages = load(&table.sources, read_page, diagnostics)?;
    let readings = pages.map(Reading::new);
    let selected = select::select(table, &readings, diagnostics);
    let rows = rows::rows(table, &selected, diagnostics);
    let model = model::check(&declaration, &rows, diagnostics)?;
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
    let comparison = try_expand_assertion(arguments, item.clone(), read_page, &diagnostics);
    let comparison = finish(comparison, diagnostics);
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

/// The expansion with its warnings, or the errors in its place.
fn finish(expansion: Result<TokenStream, Reported>, diagnostics: Diagnostics) -> TokenStream {
    match expansion {
        Ok(mut tokens) => {
            tokens.extend(compile_warnings(&diagnostics.into_warnings()));
            tokens
        }
        Err(_) => compile_errors(&diagnostics.into_errors()),
    }
}
