//! The columns of a table: what names them, and what they hold.

use super::super::candidate::Candidate;
use super::types::{Guess, guess};
use crate::naming;
use crate::rows;
use rst_tables::Cell;
use std::collections::HashSet;

/// The columns, as fields.
pub(super) struct Columns {
    columns: Vec<Column>,
}

/// A column, as it is written.
pub(super) struct Column {
    /// Its header in quotes, or its position.
    pub(super) choice: String,
    pub(super) options: String,
    pub(super) name: String,
    pub(super) ty: String,
}

/// A column of the table and the texts below its header.
struct Texts {
    /// Its header; empty if it has none.
    header: String,
    /// Counted from 1.
    number: usize,
    texts: Vec<String>,
}

impl Columns {
    /// `None` if there are no rows.
    pub(super) fn of(table: &Candidate<'_>) -> Option<Self> {
        let all = rows::full_rows(table.table, table.body.len());
        let is_first_row_heading = all.first().is_some_and(|row| is_heading(row));
        let (headings, rows): (Vec<_>, Vec<_>) = all.into_iter().partition(|row| is_heading(row));
        if rows.iter().flatten().any(|cell| cell.colspan() > 1 && !cell.text().is_empty()) {
            return None;
        }
        let texts = texts(table, &rows);
        let code = code_column(&texts);
        if texts.iter().all(|column| column.texts.is_empty()) {
            return None;
        }
        let message = code.and_then(|code| message_column(&texts, code));
        let mut columns: Vec<Column> = Vec::new();
        if let Some(column) = headings.first().and_then(|row| row.first()) {
            let choice = texts.iter().find(|texts| texts.number == column.column() + 1)?.choice(&texts);
            let ty = if is_first_row_heading { "&'static str" } else { "Option<&'static str>" };
            columns.push(Column { choice, options: ", group".to_owned(), name: "group".to_owned(), ty: ty.to_owned() });
        }
        for (index, column) in texts.iter().enumerate() {
            let name = column.name([code, message].map(|special| special == Some(index)), &columns);
            let Guess { ty, options, .. } = column.guess();
            let is_optional = code != Some(index) && column.texts.iter().any(String::is_empty);
            let ty = if is_optional && ty != "&'static str" { format!("Option<{ty}>") } else { ty.to_owned() };
            columns.push(Column { choice: column.choice(&texts), options: options.to_owned(), name, ty });
        }
        Some(Self { columns })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter()
    }

    pub(super) fn has_code(&self) -> bool {
        self.columns.iter().any(|column| column.name == "code")
    }
}

/// Whether a row is a heading for those below it: one cell across the whole table, of several columns.
fn is_heading(row: &[&Cell<'_>]) -> bool {
    row.len() > 1 && row.first().is_some_and(|first| first.colspan() == row.len() && !first.text().is_empty())
}

/// The columns below the last header row, or below none.
fn texts(table: &Candidate<'_>, rows: &[Vec<&Cell<'_>>]) -> Vec<Texts> {
    let of_column = |column: usize| -> Vec<String> {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.text()).collect()
    };
    let header = |column: usize| {
        let mut headers = table.last_header_row().iter();
        headers.find(|header| header.cell.column() == column && header.cell.colspan() == 1)
    };
    let columns = (0..table.table.columns()).map(|column| Texts {
        header: header(column).map_or_else(String::new, |header| header.text.clone()),
        number: column + 1,
        texts: of_column(column),
    });
    columns.collect()
}

/// The column of the key: one without an empty or repeated cell, preferably one whose header speaks of a code.
fn code_column(columns: &[Texts]) -> Option<usize> {
    let keys = || columns.iter().enumerate().filter(|(_, column)| column.is_key());
    let speaks_of_code = keys().find(|(_, column)| column.speaks_of("code"));
    speaks_of_code.or_else(|| keys().next()).map(|(index, _)| index)
}

/// The column that names the variants of a table whose codes are numbers, else one whose header says so.
fn message_column(columns: &[Texts], code: usize) -> Option<usize> {
    let is_number = columns.get(code).is_some_and(|code| code.guess().is_integer);
    let others = || columns.iter().enumerate().filter(|(index, _)| *index != code);
    let fits = |column: &Texts| !is_number || column.names_variants("message");
    let says_so = others().find(|(_, column)| column.speaks_of("message") && fits(column));
    says_so.map(|(index, _)| index)
}

impl Texts {
    fn speaks_of(&self, word: &str) -> bool {
        self.header.to_lowercase().contains(word)
    }

    /// Whether each row has a code of its own, from which a name can be made.
    fn is_key(&self) -> bool {
        let distinct: HashSet<&String> = self.texts.iter().collect();
        !self.texts.is_empty()
            && distinct.len() == self.texts.len()
            && !self.texts.iter().any(|text| text.is_empty() || text.contains('\n'))
            && (self.guess().is_integer || (self.guess().ty == "&'static str" && self.names_variants("code")))
    }

    /// Whether the texts are different names.
    fn names_variants(&self, field: &str) -> bool {
        let mut names = HashSet::new();
        self.texts.iter().all(|text| {
            naming::variant_name(field, &[text])
                .and_then(|name| naming::identifier(&name))
                .is_some_and(|name| names.insert(name))
        })
    }

    fn guess(&self) -> Guess {
        guess(&self.texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect::<Vec<_>>())
    }

    /// What names the column: its header, or its position if it has none of its own.
    fn choice(&self, all: &[Self]) -> String {
        let is_own = all.iter().filter(|other| other.header == self.header).count() == 1;
        if is_own && !self.header.is_empty() { format!("{:?}", self.header) } else { self.number.to_string() }
    }

    fn name(&self, [is_code, is_message]: [bool; 2], earlier: &[Column]) -> String {
        let name = match (is_code, is_message) {
            (true, _) => "code".to_owned(),
            (_, true) => "message".to_owned(),
            _ => naming::field_name(&self.header, self.number),
        };
        // A field of that name would be the key, or name the variants.
        let is_taken = earlier.iter().any(|column| column.name == name);
        let is_special = !is_code && !is_message && (name == "code" || name == "message");
        if is_taken || is_special { format!("{name}_{}", self.number) } else { name }
    }
}
