//! How a column is named: by a header, by its position, or as a part of the items of a list.

use super::source::Form;
use crate::call::ColumnArgument;
use crate::diagnostic::Diagnostic;
use proc_macro2::Span;
use std::fmt;
use syn::LitStr;

/// A column, under any of several names.
pub(crate) struct Column {
    /// By preference; never empty.
    pub(crate) choices: Vec<ColumnChoice>,
}

/// One name of a column.
pub(crate) enum ColumnChoice {
    /// The text of its header cell.
    Header(LitStr),
    /// Its position, counted from 0.
    Position { index: usize, span: Span },
    /// A part of the items of a list.
    ListPart { part: ListPart, span: Span },
}

/// A column of a list that is read as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListPart {
    Term,
    Classifier,
    Definition,
    Item,
}

impl Column {
    pub(super) fn new(choices: Vec<ColumnArgument>) -> Result<Self, Diagnostic> {
        let choices = choices.into_iter().map(ColumnChoice::new).collect::<Result<_, _>>()?;
        Ok(Self { choices })
    }

    /// The headers that name it, by preference.
    pub(crate) fn headers(&self) -> impl Iterator<Item = String> {
        self.choices.iter().filter_map(ColumnChoice::header)
    }

    /// The name that comes first, to compare with headers.
    pub(crate) fn first(&self) -> String {
        self.choices.first().expect("a column has a name").to_string()
    }

    pub(crate) fn span(&self) -> Span {
        self.choices.first().expect("a column has a name").span()
    }
}

/// "`A` or `B`"
impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.choices.iter().map(|choice| format!("`{choice}`")).collect();
        f.write_str(&names.join(" or "))
    }
}

impl ColumnChoice {
    fn new(argument: ColumnArgument) -> Result<Self, Diagnostic> {
        Ok(match argument {
            ColumnArgument::Header(literal) => Self::Header(literal),
            ColumnArgument::Position(literal) => {
                let number: usize = literal.base10_parse()?;
                let index = number.checked_sub(1);
                let counted = || Diagnostic::new(literal.span(), "columns are counted from 1, found 0");
                Self::Position { index: index.ok_or_else(counted)?, span: literal.span() }
            }
            ColumnArgument::ListPart(word) => {
                let part = ListPart::from_name(&word.to_string()).ok_or_else(|| unknown_part(&word))?;
                Self::ListPart { part, span: word.span() }
            }
        })
    }

    fn header(&self) -> Option<String> {
        if let Self::Header(literal) = self { Some(literal.value()) } else { None }
    }

    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Header(literal) => literal.span(),
            Self::Position { span, .. } | Self::ListPart { span, .. } => *span,
        }
    }
}

/// As it is written, but for the quotes.
impl fmt::Display for ColumnChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(literal) => f.write_str(&literal.value()),
            Self::Position { index, .. } => write!(f, "{}", index + 1),
            Self::ListPart { part, .. } => f.write_str(part.name()),
        }
    }
}

fn unknown_part(word: &syn::Ident) -> Diagnostic {
    let text = format!(
        "unknown column `{word}`, expected a header in quotes, a position counted from 1, `term`, \
                        `classifier`, `definition` or `item`"
    );
    Diagnostic::new(word.span(), text)
}

impl ListPart {
    const ALL: [Self; 4] = [Self::Term, Self::Classifier, Self::Definition, Self::Item];

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Classifier => "classifier",
            Self::Definition => "definition",
            Self::Item => "item",
        }
    }

    /// What has such a part.
    pub(crate) fn form(self) -> Form {
        match self {
            Self::Term | Self::Classifier | Self::Definition => Form::DefinitionList,
            Self::Item => Form::BulletList,
        }
    }

    /// Its column, counted from 0.
    pub(crate) fn index(self) -> usize {
        match self {
            Self::Term | Self::Item => 0,
            Self::Classifier => 1,
            Self::Definition => 2,
        }
    }
}
