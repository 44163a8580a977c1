//! Macro calls without a package around them: the command checks a call and its pages as the macro would.

use crate::page;
use dli_status_codegen::{CheckedCall, Diagnostic, Page, suggest_declaration};
use proc_macro2::TokenStream;
use rst_tables::{Heading, HeadingKind, Table, TableError};
use std::path::{Component, Path, PathBuf};

/// The short form of the call, of one table if there is an option such as `table = 2`.
pub(crate) fn short_form(path: &Path, option: Option<&str>) -> TokenStream {
    let path = written(path);
    let call = match option {
        None => format!("{path:?}"),
        Some(option) => format!("#[source({path:?}, {option})] pub enum StatusCode;"),
    };
    call.parse().expect("a string, an option and an enum are tokens")
}

/// The declaration that the macro suggests for a table of codes, by position on its page.
pub(crate) fn suggested(page: &Page, position: usize) -> Option<TokenStream> {
    const HEADING: &str = "pub enum StatusCode";
    let declaration = suggest_declaration(page, position, HEADING)?;
    // The rows of a struct have no codes.
    declaration.contains(HEADING).then(|| declaration.parse().ok())?
}

/// Checks a call whose page is this one, wherever that is.
pub(crate) fn check(call: TokenStream, page: &Page) -> Result<CheckedCall, Vec<Diagnostic>> {
    CheckedCall::new(call, &|_| Ok(page.text().into()), dli_status_patterns::compile)
}

/// A page under a name that a macro call may have: a relative one.
pub(crate) fn read(path: &Path) -> Result<Page, String> {
    page::read(path).map(|page| Page::new(written(path), page.text()))
}

/// Which tables of a page are meant.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Choice {
    /// Only the table with this label, title or number
    #[arg(short, long, value_name = "TABLE")]
    pub(crate) table: Option<String>,
    /// Only tables under the heading with this title or label
    #[arg(short, long, value_name = "HEADING")]
    pub(crate) under: Option<String>,
}

impl Choice {
    /// The positions of the tables on the page, counted from 1. A number that was asked for counts those under the
    /// heading.
    pub(crate) fn positions(&self, tables: &[Result<Table<'_>, TableError>]) -> Vec<usize> {
        let under = (1..).zip(tables).filter(|(_, read)| self.is_under(read));
        let named = (1..).zip(under).filter(|(number, (_, read))| self.is_called(*number, read));
        named.map(|(_, (position, _))| position).collect()
    }

    fn is_under(&self, read: &Result<Table<'_>, TableError>) -> bool {
        let Some(wanted) = &self.under else { return true };
        let is_wanted = |heading: &Heading| {
            let mut words = heading.title().split_whitespace();
            let is_directive = matches!(heading.kind(), HeadingKind::Directive { .. });
            heading.title() == wanted
                || heading.labels().contains(wanted)
                || (is_directive && words.any(|word| word == wanted))
        };
        read.as_ref().is_ok_and(|table| table.headings().into_iter().any(is_wanted))
    }

    fn is_called(&self, number: usize, read: &Result<Table<'_>, TableError>) -> bool {
        let Some(wanted) = &self.table else { return true };
        let is_named = |table: &Table<'_>| table.labels().any(|label| label == wanted) || table.title() == Some(wanted);
        wanted.parse() == Ok(number) || read.as_ref().is_ok_and(is_named)
    }
}

/// The path from the working directory, which a call takes for the root of a package.
pub(crate) fn written(path: &Path) -> String {
    let relative = std::env::current_dir().ok().filter(|_| path.is_absolute()).map(|folder| relative(path, &folder));
    relative.as_deref().unwrap_or(path).display().to_string()
}

fn relative(path: &Path, folder: &Path) -> PathBuf {
    let common = path.components().zip(folder.components()).take_while(|(left, right)| left == right).count();
    let up = folder.components().skip(common).map(|_| Component::ParentDir);
    up.chain(path.components().skip(common)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_from_the_folder() {
        for (path, folder, expected) in
            [("/a/b/c.rst", "/a/b", "c.rst"), ("/a/b/c.rst", "/a/d/e", "../../b/c.rst"), ("/x.rst", "/", "x.rst")]
        {
            assert_eq!(relative(Path::new(path), Path::new(folder)), Path::new(expected));
        }
    }
}
