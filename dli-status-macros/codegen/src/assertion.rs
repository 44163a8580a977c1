//! From `#[assert_status_table(…)]` to its expansion: the table of the page next to the enum below the attribute.

use crate::diagnostic::{self, Diagnostic};
use crate::schema::Assertion;
use crate::{ReadPage, emit, from_syn, model, read_pages};
use proc_macro2::TokenStream;
use quote::quote;

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
    let comparison = try_expand(arguments, item.clone(), read_page)
        .unwrap_or_else(|diagnostics| diagnostic::compile_errors(&diagnostics));
    quote!(#item #comparison)
}

fn try_expand(
    arguments: TokenStream,
    item: TokenStream,
    read_page: ReadPage<'_>,
) -> Result<TokenStream, Vec<Diagnostic>> {
    let Assertion { schema, enumeration } = Assertion::new(arguments, item).map_err(from_syn)?;
    let (paths, pages): (Vec<_>, Vec<_>) = read_pages(&schema, read_page)?.into_iter().unzip();
    let (rows, warnings) = crate::check(&schema, &pages, model::list)?;
    let mut tokens = emit::assertion::emit(&schema.runtime, &paths, &rows, &enumeration);
    tokens.extend(diagnostic::compile_warnings(&warnings));
    Ok(tokens)
}
