//! The docs of the enum: how many rows there are, and a table that leads to the variants.

use super::sentence::first_sentence;
use super::variant::{Writer, are_written, text};
use crate::declaration::{Declaration, Field};
use crate::indexed::Id;
use crate::model::{Model, Variant};
use rst_tables::{escape_markdown, markdown_code};

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
    let head = match are_written(&writer.declaration.enumeration.attributes) {
        true => "\n # Rows".to_owned(),
        false => format!(" {}", first_line(writer, model)),
    };
    format!("{head}\n{}", table(writer.declaration, model))
}

fn first_line(writer: &Writer<'_>, model: &Model) -> String {
    let mut pages: Vec<String> = writer.pages.iter().map(|page| markdown_code(page)).collect();
    pages.dedup();
    let rows = match model.variants.len() {
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
fn table(declaration: &Declaration, model: &Model) -> String {
    let columns = columns(declaration);
    let heads: String = columns.iter().map(|column| format!(" {} |", column.head())).collect();
    let mut table = format!("\n |{heads}\n |{}", " --- |".repeat(columns.len()));
    for variant in &model.variants {
        table.push_str("\n |");
        for column in &columns {
            table.extend([" ", &cell(declaration, column, variant), " |"]);
        }
    }
    table
}

/// At most three columns of words that wrap, which fit a phone: the code, what names the variant, and what it means.
fn columns(declaration: &Declaration) -> Vec<Column> {
    let Declaration { table, enumeration } = declaration;
    let by_message = table.message.is_some_and(|message| enumeration.naming.contains(&message));
    let meaning = match (table.message.filter(|_| !by_message), table.description) {
        (Some(message), _) => Some(Column::Text("Message", message)),
        (None, Some(description)) => Some(Column::Sentence("Description", description)),
        (None, None) => None,
    };
    if enumeration.naming == [table.code] {
        return [Column::Link("Code")].into_iter().chain(meaning).collect();
    }
    let link = Column::Link(if by_message { "Message" } else { "Name" });
    [Column::Text("Code", table.code), link].into_iter().chain(meaning).collect()
}

fn cell(declaration: &Declaration, column: &Column, variant: &Variant) -> String {
    match *column {
        Column::Text(_, field) => escape_markdown(&text(variant, field)),
        Column::Sentence(_, field) => escape_markdown(first_sentence(&text(variant, field))),
        Column::Link(_) => {
            let texts: Vec<_> = declaration.enumeration.naming.iter().map(|&field| text(variant, field)).collect();
            let text = escape_markdown(texts.join(" ").trim());
            // A row may have no words that name it, so that `#[rename]` had to.
            let text = if text.is_empty() { &variant.name } else { &text };
            format!("[{text}](#variant.{})", variant.name)
        }
    }
}
