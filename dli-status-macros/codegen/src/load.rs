//! Loads the pages of a declaration, one per source.

use crate::declaration::Source;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::indexed::By;
use crate::page::{Page, PagePath};
use proc_macro2::Span;
use std::rc::Rc;
use std::string::FromUtf8Error;

/// Reads a page's bytes from wherever pages are, or says why it cannot.
pub type ReadPage<'a> = &'a dyn Fn(&PagePath) -> Result<Vec<u8>, String>;

/// The page of each source.
pub(crate) fn load(
    sources: &By<Source, Source>,
    read_page: ReadPage<'_>,
    diagnostics: &Diagnostics,
) -> Result<By<Source, Rc<Page>>, Reported> {
    let pages = sources.enumerate().map(|(id, source)| {
        let page = read_page(&source.path).map_err(|why| Diagnostic::new(source.span, why));
        let page = page.and_then(|bytes| decode(source.path.written(), bytes).map_err(|error| error.at(source.span)));
        let page = page.map_err(|error| diagnostics.report(error))?;
        Ok(Rc::new(page.of_source(id.index())))
    });
    // All of them are read before the first failure counts: their mistakes come together.
    pages.collect::<Vec<Result<_, Reported>>>().into_iter().collect()
}

/// A page from the bytes of its file.
///
/// # Errors
///
/// If they are not UTF-8; the diagnostic shows where.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<Page, Diagnostic> {
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(name, &error))?;
    Ok(Page::new(name, text))
}

fn not_utf8(name: &str, error: &FromUtf8Error) -> Diagnostic {
    let bytes = error.as_bytes();
    let start = error.utf8_error().valid_up_to();
    let end = error.utf8_error().error_len().map_or(bytes.len(), |length| start + length);
    let bad = bytes.get(start..end).expect("the error lies within the bytes");
    let bad: Vec<String> = bad.iter().map(|byte| format!("{byte:02X}")).collect();
    let lossy = Rc::new(Page::new(name, String::from_utf8_lossy(bytes)));
    Diagnostic::new(Span::call_site(), format!("page `{name}` is not valid UTF-8"))
        .label(
            &lossy,
            start..start + char::REPLACEMENT_CHARACTER.len_utf8(),
            format!("not a character: {}", bad.join(" ")),
        )
        .help("save the page in UTF-8")
        .with_code("not-utf-8")
}
