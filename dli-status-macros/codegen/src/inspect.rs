//! What tools ask of pages and calls without an expansion.

use crate::declaration::{CompilePattern, ItemSpec, Key, TableSpec};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::expand::{Checked, read};
use crate::load::ReadPage;
use crate::model::{Record, Value, Variant};
use crate::page::{Page, PagePath};
use crate::select::{self, Effect, Finding, cells, suggest};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use rst_tables::{CsvError, Reason, Table, TableError};
use std::rc::Rc;

/// What is wrong with the tables of a page, whatever a call may ask for; a warning where docutils reads the table all the
/// same. Tables in other files are not looked at.
#[must_use]
pub fn findings(page: &Rc<Page>) -> Vec<Diagnostic> {
    let tables = rst_tables::tables(page.text());
    let of_effect = |finding: Finding| match finding.effect {
        Effect::Rejected => Some(finding.diagnostic),
        Effect::Read => Some(finding.diagnostic.warning()),
        Effect::Drawn => None,
    };
    let is_in_another_file = |table: &Result<Table<'_>, TableError>| {
        table.as_ref().is_err_and(|error| *error.reason() == Reason::Csv(CsvError::File))
    };
    let tables: Vec<_> = tables.into_iter().filter(|table| !is_in_another_file(table)).collect();
    let mut findings: Vec<Diagnostic> = select::findings(page, &tables).into_iter().filter_map(of_effect).collect();
    findings.extend(tables.iter().flatten().flat_map(|table| cells::of_table(page, table)));
    findings.sort_by_key(Diagnostic::order);
    findings
}

/// A full-form declaration, ready to paste, for the table at this position of the page, counted from 1. `None` if there
/// is none, or if it has no rows.
///
/// `heading` is the beginning of the declaration. A table without a column of codes is a struct in place of the enum.
///
/// ```
/// use dli_status_codegen::{Page, suggest_declaration};
///
/// let page = Page::new("codes.rst", "====  =======\nCode  Message\n====  =======\n200   OK\n====  =======\n");
/// let declaration = suggest_declaration(&page, 1, "pub enum Code").unwrap();
/// assert_eq!(declaration, "\
/// #[source(\"codes.rst\")]
/// pub enum Code {
///     #[column(\"Code\")]
///     code: u16,
///     #[column(\"Message\")]
///     message: &'static str,
/// }");
/// ```
#[must_use]
pub fn suggest_declaration(page: &Page, position: usize, heading: &str) -> Option<String> {
    let read = rst_tables::Page::read(page.text());
    let table = read.tables().get(position.checked_sub(1)?)?.as_ref().ok()?;
    suggest(page.name(), &read, table, heading)
}

/// A macro call with the checked table of its pages.
///
/// ```
/// use dli_status_codegen::CheckedCall;
/// use dli_status_patterns::compile;
/// use quote::quote;
///
/// let page = "===========  =======  ===========\n\
///             Status Code  Message  Description\n\
///             ===========  =======  ===========\n\
///             200          OK       It worked.\n\
///             ===========  =======  ===========\n";
/// let call = CheckedCall::new(quote!("page.rst"), &|_| Ok(page.into()), compile).unwrap();
/// let row = call.rows().next().unwrap();
/// assert_eq!((row.name(), row.line()), (Some("Ok"), 4));
/// assert_eq!(row.texts(), ["200", "OK", "It worked."]);
/// ```
pub struct CheckedCall {
    checked: Checked,
    warnings: Vec<Diagnostic>,
}

impl CheckedCall {
    /// Reads the tokens of a call of `include_status_table!` and its pages.
    ///
    /// # Errors
    ///
    /// Every mistake in the call and on its pages.
    pub fn new(call: TokenStream, read_page: ReadPage<'_>, compile: CompilePattern) -> Result<Self, Vec<Diagnostic>> {
        let diagnostics = Diagnostics::default();
        let call = syn::parse2(quote!(dli_status; #call)).map_err(|error| diagnostics.report_syn(error));
        match call.and_then(|call| read(call, read_page, compile, &diagnostics)) {
            Ok(checked) if diagnostics.check().is_ok() => Ok(Self { checked, warnings: diagnostics.into_warnings() }),
            _ => Err(diagnostics.into_errors()),
        }
    }

    /// What the macro would warn of.
    #[must_use]
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// The name of the enum or struct.
    #[must_use]
    pub fn name(&self) -> String {
        self.item().name.to_string()
    }

    /// The visibility of the enum or struct as it is written; empty if it is private.
    #[must_use]
    pub fn visibility(&self) -> String {
        self.item().visibility.to_token_stream().to_string()
    }

    /// Whether it is an enum marked `#[exhaustive]`.
    #[must_use]
    pub fn is_exhaustive(&self) -> bool {
        matches!(&self.checked, Checked::Enum { spec, .. } if spec.exhaustive)
    }

    /// The pages, in order.
    pub fn pages(&self) -> impl Iterator<Item = &PagePath> {
        self.table().sources.iter().map(|source| &source.path)
    }

    /// The fields, in order: their names and types as they are written.
    pub fn fields(&self) -> impl Iterator<Item = (String, String)> {
        self.table().fields.iter().map(|field| (field.name.to_string(), field.ty.to_string()))
    }

    /// The rows, in the order of the pages: of an enum one per code, of a struct all of them.
    pub fn rows(&self) -> impl Iterator<Item = CheckedRow<'_>> {
        let rows: Vec<CheckedRow<'_>> = match &self.checked {
            Checked::Enum { spec, model, .. } => {
                let variants = model.variants.iter();
                variants.map(|variant| self.row(&variant.record, Some((variant, &spec.key)))).collect()
            }
            Checked::Struct { records, .. } => records.iter().map(|record| self.row(record, None)).collect(),
        };
        rows.into_iter()
    }

    fn row<'c>(&'c self, record: &'c Record, variant: Option<(&'c Variant, &'c Key)>) -> CheckedRow<'c> {
        CheckedRow { call: self, record, variant }
    }

    fn table(&self) -> &TableSpec {
        let (Checked::Enum { table, .. } | Checked::Struct { table, .. }) = &self.checked;
        table
    }

    fn item(&self) -> &ItemSpec {
        match &self.checked {
            Checked::Enum { spec, .. } => &spec.item,
            Checked::Struct { spec, .. } => spec,
        }
    }
}

/// All rows of one code, or a row of a struct.
pub struct CheckedRow<'c> {
    call: &'c CheckedCall,
    record: &'c Record,
    variant: Option<(&'c Variant, &'c Key)>,
}

impl<'c> CheckedRow<'c> {
    /// The name of the variant; `None` for a row of a struct.
    #[must_use]
    pub fn name(&self) -> Option<&'c str> {
        self.variant.map(|(variant, _)| variant.name.as_str())
    }

    /// The code as text; `None` for a row of a struct.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        self.variant.map(|(_, key)| self.record.values[key.code].to_text())
    }

    /// The values of all fields as text, in the order of the fields.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.record.values.iter().map(Value::to_text).collect()
    }

    /// The description as Markdown; `None` if there is none.
    #[must_use]
    pub fn description(&self) -> Option<&'c str> {
        self.variant.map(|(variant, _)| variant.description.as_str()).filter(|description| !description.is_empty())
    }

    /// The page of the first row.
    #[must_use]
    pub fn page(&self) -> &'c PagePath {
        &self.call.table().sources[self.record.source].path
    }

    /// The line of the first row, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.record.line
    }
}
