//! From a call of `assert_status_table!` to its expansion: the table of the page, and the variants of the enum.

use crate::definition::{self, SourceFile};
use crate::diagnostic::{self, Diagnostic};
use crate::schema::{Assertion, Variants};
use crate::{ReadPage, emit, from_syn, model, read_pages};
use proc_macro2::{Span, TokenStream};
use syn::spanned::Spanned;

/// The source files in which an enum may be defined that is named at this place, the file of the call first.
pub type FindSources<'a> = &'a dyn Fn(Span) -> Box<dyn Iterator<Item = SourceFile>>;

/// The expansion of a call of `assert_status_table!`: a comparison that runs while compiling, or one `compile_error!` a
/// mistake.
///
/// `call` is what the caller wrote behind the path of the runtime crate and a semicolon.
///
/// ```
/// use dli_status_codegen::{SourceFile, expand_assertion};
/// use quote::quote;
///
/// let page = "\
/// ===========  =======  ===========
/// Status Code  Message  Description
/// ===========  =======  ===========
/// 200          OK       It worked.
/// ===========  =======  ===========
/// ";
/// let name = "src/lib.rs".to_owned();
/// let file = SourceFile { name, text: "enum Answer { Fine = 200 }".to_owned(), call: None };
/// let call = quote!(dli_status; Answer, "page.rst");
/// let tokens = expand_assertion(call, &|_| Ok(page.into()), &|_| Box::new([file.clone()].into_iter()));
/// assert!(tokens.to_string().contains("Answer :: Fine as"));
/// ```
#[must_use]
pub fn expand_assertion(call: TokenStream, read_page: ReadPage<'_>, find_sources: FindSources<'_>) -> TokenStream {
    match try_expand(call, read_page, find_sources) {
        Ok(tokens) => tokens,
        Err(diagnostics) => diagnostic::compile_errors(&diagnostics),
    }
}

fn try_expand(
    call: TokenStream,
    read_page: ReadPage<'_>,
    find_sources: FindSources<'_>,
) -> Result<TokenStream, Vec<Diagnostic>> {
    let mut assertion: Assertion = syn::parse2(call).map_err(from_syn)?;
    let listed = assertion.variants.take();
    let (paths, pages): (Vec<_>, Vec<_>) = read_pages(&assertion.schema, read_page)?.into_iter().unzip();
    let (rows, warnings) = crate::check(&assertion.schema, &pages, model::list)?;
    let (variants, are_numbered) = match listed {
        Some(listed) => (listed, true),
        None => {
            let defined = read_definition(&assertion, find_sources).map_err(|error| vec![error])?;
            let are_numbered = defined.are_numbered();
            (defined, are_numbered)
        }
    };
    let by_discriminant = are_numbered && assertion.schema.code_is_integer() && !variants.hold_values();
    let mut tokens = emit::assertion::emit(&assertion, &paths, &rows, &variants, by_discriminant);
    tokens.extend(diagnostic::compile_warnings(&warnings));
    Ok(tokens)
}

fn read_definition(assertion: &Assertion, find_sources: FindSources<'_>) -> Result<Variants, Diagnostic> {
    let at = assertion.path.span();
    let body = definition::find(&assertion.path, find_sources(at)).map_err(|files| undefined(assertion, files))?;
    syn::parse_str(&body).map_err(|_| undefined(assertion, Vec::new()))
}

/// What is said if not exactly one definition is meant.
fn undefined(assertion: &Assertion, mut files: Vec<String>) -> Diagnostic {
    let path = assertion.path_text();
    let page = assertion.schema.sources.first().map(|source| source.path.value()).unwrap_or_default();
    let list = format!("list its variants:\n#[source({page:?})]\n#[variants(NotFound, Gone, …)]\nenum {path};");
    files.dedup();
    let (text, help) = match files.as_slice() {
        [] => {
            let text = format!("no source file of this package defines `enum {}`", assertion.schema.name);
            (text, format!("if it is defined under another name, by a macro or in another package, {list}"))
        }
        files => {
            let text = format!("there are several `{path}`: in `{}`", files.join("`, `"));
            (text, format!("write the module in front of the one that is meant, or {list}"))
        }
    };
    Diagnostic::new(assertion.path.span(), text).help(help)
}
