//! The docs of the enum: how many rows there are, and a table that leads to the variants.

use super::sentence::first_sentence;
use super::variant::{Writer, are_written, text};
use crate::declaration::{EnumSpec, Field, Source};
use crate::indexed::{By, Id};
use crate::model::{Model, Variant};
use rst_tables::{escape_markdown, markdown_code};

/// A longer table is cut: editors show all of it in a hover.
pub(super) const MAX_ROWS: usize = 100;

/// A column of the table of rows.
enum Column {
    /// The text of a field.
    Text(&'static str, Id<Field>),
    /// The first sentence of a field.
    Sentence(&'static str, Id<Field>),
    /// What names the variant, as a link to it.
    Link(&'static str),
}

impl Column {
    fn head(&self) -> &'static str {
        let (Self::Text(head, _) | Self::Sentence(head, _) | Self::Link(head)) = self;
        head
    }
}

/// A blank begins each line, as it does after `///`: rustdoc takes it from all lines of the docs, or from none.
pub(super) fn summary(writer: &Writer<'_>, model: &Model) -> String {
    let head = match are_written(&writer.spec.item.attributes) {
        true => "\n # Rows".to_owned(),
        false => format!(" {}", first_line(&writer.pages, model.variants.len())),
    };
    format!("{head}\n{}", table(writer.spec, model))
}

pub(super) fn first_line(pages: &By<Source, &str>, rows: usize) -> String {
    let mut pages: Vec<String> = pages.iter().map(|page| markdown_code(page)).collect();
    pages.dedup();
    let rows = match rows {
        1 => "row".to_owned(),
        count => format!("{count} rows"),
    };
    let verb = if pages.len() == 1 { "documents" } else { "document" };
    format!("The {rows} that {} {verb}.", pages.join(" and "))
}

/// The rows in a few words, which lead to the variants.
///
/// The links are anchors of the page that shows the table. The path of a variant would lead there too, but not each name
/// that Rust takes is one to rustdoc.
fn table(spec: &EnumSpec, model: &Model) -> String {
    let columns = columns(spec);
    let heads: String = columns.iter().map(|column| format!(" {} |", column.head())).collect();
    let mut table = format!("\n |{heads}\n |{}", " --- |".repeat(columns.len()));
    for variant in model.variants.iter().take(MAX_ROWS) {
        table.push_str("\n |");
        for column in &columns {
            table.extend([" ", &cell(spec, column, variant), " |"]);
        }
    }
    if let Some(more) = model.variants.len().checked_sub(MAX_ROWS).filter(|more| *more > 0) {
        table.push_str(&format!("\n\n {more} more follow among the [variants](#variants)."));
    }
    table
}

/// At most three columns of words that wrap, which fit a phone: the code, what names the variant, and what it means.
fn columns(spec: &EnumSpec) -> Vec<Column> {
    let EnumSpec { key, naming, .. } = spec;
    let by_message = key.message.is_some_and(|message| naming.contains(&message));
    let meaning = match (key.message.filter(|_| !by_message), key.description) {
        (Some(message), _) => Some(Column::Text("Message", message)),
        (None, Some(description)) => Some(Column::Sentence("Description", description)),
        (None, None) => None,
    };
    if *naming == [key.code] {
        return [Column::Link("Code")].into_iter().chain(meaning).collect();
    }
    let link = Column::Link(if by_message { "Message" } else { "Name" });
    [Column::Text("Code", key.code), link].into_iter().chain(meaning).collect()
}

fn cell(spec: &EnumSpec, column: &Column, variant: &Variant) -> String {
    match *column {
        Column::Text(_, field) => escape_markdown(&text(variant, field)),
        Column::Sentence(_, field) => escape_markdown(first_sentence(&text(variant, field))),
        Column::Link(_) => {
            let texts: Vec<_> = spec.naming.iter().map(|&field| text(variant, field)).collect();
            let text = escape_markdown(texts.join(" ").trim());
            // A row may have no words that name it, so that `#[rename]` had to.
            let text = if text.is_empty() { &variant.name } else { &text };
            format!("[{text}](#variant.{})", variant.name)
        }
    }
}
