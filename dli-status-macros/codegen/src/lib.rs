//! Documentation tables that are Rust types: the engine of `dli-status`.
//!
//! In reading order, which is the order the data takes:
//!
//! * [`schema`]: what the macro call declares;
//! * [`page`], [`rst_tables`]: the page, and its tables as docutils reads them;
//! * `select`, `rows`, [`value`]: the tables and columns that are meant, their rows, their cells as values;
//! * [`model`], [`naming`]: the checked table, and the names of its variants;
//! * `emit`, with `index` and `hash`: the checked table as tokens;
//! * `assertion`: the checked table next to an enum that is written by hand;
//! * [`diagnostic`]: what any of them has to say about a mistake.
//!
//! [`rst_tables`] knows nothing of the rest: it reads the tables of any RST page.
//!
//! This crate is published as a part of `dli-status`. Its own interface may change with any version: ask for one exactly,
//! as in `dli-status-codegen = "=0.1.0"`.

#![forbid(unsafe_code)]

mod assertion;
pub mod diagnostic;
mod emit;
mod hash;
mod index;
mod invisible;
pub mod model;
pub mod naming;
pub mod page;
mod page_path;
mod repair;
mod rows;
pub mod schema;
mod select;
mod suggest;
pub mod value;

pub use self::assertion::expand_assertion;
pub use self::page_path::PagePath;

use self::diagnostic::Diagnostic;
use self::page::Page;
use self::schema::Schema;
use proc_macro2::TokenStream;
use std::rc::Rc;

/// Reads a page's bytes from wherever pages are, or says why it cannot.
pub type ReadPage<'a> = &'a dyn Fn(&PagePath) -> Result<Vec<u8>, String>;

/// The expansion of a macro call: the type and all that belongs to it, or one `compile_error!` a mistake.
///
/// `call` is what the caller wrote behind the path of the runtime crate and a semicolon.
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
    match try_expand(call, read_page) {
        Ok(tokens) => tokens,
        Err(diagnostics) => diagnostic::compile_errors(&diagnostics),
    }
}

fn try_expand(call: TokenStream, read_page: ReadPage<'_>) -> Result<TokenStream, Vec<Diagnostic>> {
    let schema: Schema = syn::parse2(call).map_err(from_syn)?;
    let (paths, pages): (Vec<_>, Vec<_>) = read_pages(&schema, read_page)?.into_iter().unzip();
    let built = build(&schema, &pages)?;
    let mut tokens = emit::emit(&schema, &paths, &built.model);
    tokens.extend(diagnostic::compile_warnings(&built.warnings));
    Ok(tokens)
}

/// A checked table, and what its author should know all the same.
pub struct Built {
    /// The table.
    pub model: model::Model,
    /// Slips that left something out.
    pub warnings: Vec<Diagnostic>,
}

/// The checked table of a call and its pages; `pages` has one element a source.
///
/// # Errors
///
/// All mistakes of all pages.
pub fn build(schema: &Schema, pages: &[Rc<Page>]) -> Result<Built, Vec<Diagnostic>> {
    check(schema, pages, model::check).map(|(model, warnings)| Built { model, warnings })
}

/// What `model` makes of the rows of all pages, and warnings.
fn check<T>(
    schema: &Schema,
    pages: &[Rc<Page>],
    model: impl FnOnce(&Schema, &[rows::PageRow<'_>], &mut Vec<Diagnostic>) -> T,
) -> Result<(T, Vec<Diagnostic>), Vec<Diagnostic>> {
    let tables: Vec<_> = pages.iter().map(|page| rst_tables::tables(page.text())).collect();
    let readings: Vec<_> =
        pages.iter().zip(&tables).map(|(page, tables)| select::Reading { page: Rc::clone(page), tables }).collect();
    let mut errors = Vec::new();
    let selected = select::select(schema, &readings, &mut errors);
    let rows = rows::rows(schema, &selected, &mut errors);
    if rows.is_empty() && errors.is_empty() {
        errors.extend(selected.first().map(|table| select::no_rows(schema, table)));
    }
    let model = model(schema, &rows, &mut errors);
    errors.sort_by_key(|error| error.place(pages));
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut warnings = select::near_misses(schema, &readings);
    warnings.extend(select::absent_columns(schema, &selected));
    Ok((model, warnings))
}

/// One page a source, in order.
fn read_pages(schema: &Schema, read_page: ReadPage<'_>) -> Result<Vec<(PagePath, Rc<Page>)>, Vec<Diagnostic>> {
    let mut errors = Vec::new();
    let mut pages = Vec::new();
    for source in &schema.sources {
        match read_one(source, read_page) {
            Ok(page) => pages.push(page),
            Err(error) => errors.extend(error),
        }
    }
    if errors.is_empty() { Ok(pages) } else { Err(errors) }
}

fn read_one(source: &schema::Source, read_page: ReadPage<'_>) -> Result<(PagePath, Rc<Page>), Vec<Diagnostic>> {
    let at = source.path.span();
    let path = PagePath::new(&source.path).map_err(from_syn)?;
    let bytes = read_page(&path).map_err(|why| vec![Diagnostic::new(at, why)])?;
    let page = decode(at, &path, bytes).map_err(|error| vec![error])?;
    Ok((path, Rc::new(page)))
}

fn decode(at: proc_macro2::Span, path: &PagePath, bytes: Vec<u8>) -> Result<Page, Diagnostic> {
    String::from_utf8(bytes).map(|text| Page::new(path.written(), text)).map_err(|error| {
        let start = error.utf8_error().valid_up_to();
        let end = start + error.utf8_error().error_len().unwrap_or(1);
        let bad = error.as_bytes().get(start..end).unwrap_or_default();
        let bad: Vec<String> = bad.iter().map(|byte| format!("{byte:02X}")).collect();
        let lossy = Rc::new(Page::new(path.written(), String::from_utf8_lossy(error.as_bytes())));
        Diagnostic::new(at, format!("page `{}` is not in UTF-8", path.written()))
            .label(&lossy, start..start + '\u{fffd}'.len_utf8(), format!("no character: {}", bad.join(" ")))
            .help("save the page in UTF-8")
    })
}

fn from_syn(error: syn::Error) -> Vec<Diagnostic> {
    error.into_iter().map(|error| Diagnostic::new(error.span(), error.to_string())).collect()
}

/// How unlike two names are: the number of slips that lead from one to the other, case left out.
#[must_use]
pub fn distance(left: &str, right: &str) -> usize {
    strsim::osa_distance(&left.to_lowercase(), &right.to_lowercase())
}
