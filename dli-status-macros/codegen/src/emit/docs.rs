//! The documentation of what is generated, as rustdoc and editors show it: an enum has a table of its rows that leads to
//! the variants, a variant reads like its row of the page, and the search box finds it by its code and its message.
//!
//! What stands on the page is escaped on its way here, so that it shows as it stands and means nothing.

use super::Context;
use crate::model::Variant;
use crate::schema::{Field, Schema};
use crate::value::Value;
use proc_macro2::TokenStream;
use quote::quote;
use rst_tables::{escape_markdown, markdown_code};
use std::borrow::Cow;
use syn::ext::IdentExt;
use syn::{Attribute, Meta};

/// Whether the caller has written docs.
pub(super) fn are_written(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| matches!(&attribute.meta, Meta::NameValue(meta) if meta.path.is_ident("doc")))
}

/// What the docs of a table are made of.
pub(super) struct Docs<'a> {
    context: &'a Context<'a>,
    /// The names of the pages, one a source.
    pages: Vec<&'a str>,
    /// The places of the fields that make up the name of a variant.
    naming: Vec<usize>,
    /// The columns of the table of rows.
    columns: Vec<Column>,
    message: Option<usize>,
    /// The places of fields that the docs of a variant list, with their names.
    listed: Vec<(usize, String)>,
}

/// A column of the table of rows.
enum Column {
    /// The text of a field.
    Text(&'static str, usize),
    /// The first sentence of a field.
    Sentence(&'static str, usize),
    /// What names the variant, as a link to it.
    Link(&'static str),
}

impl Column {
    fn head(&self) -> &'static str {
        let (Self::Text(head, _) | Self::Sentence(head, _) | Self::Link(head)) = self;
        head
    }
}

/// At most three columns of words that wrap, which fit a phone: the code, what names the variant, and what it means.
fn columns(schema: &Schema, naming: &[usize]) -> Vec<Column> {
    let message = schema.position("message");
    let by_message = message.is_some_and(|message| naming.contains(&message));
    let meaning = match (message.filter(|_| !by_message), schema.position("description")) {
        (Some(message), _) => Some(Column::Text("Message", message)),
        (None, Some(description)) => Some(Column::Sentence("Description", description)),
        (None, None) => None,
    };
    if naming == [schema.code] {
        return [Column::Link("Code")].into_iter().chain(meaning).collect();
    }
    let link = Column::Link(if by_message { "Message" } else { "Name" });
    [Column::Text("Code", schema.code), link].into_iter().chain(meaning).collect()
}

/// The fields from columns of the page that code, message and description do not come from.
fn listed(schema: &Schema) -> Vec<(usize, String)> {
    let is_told = |field: &&Field| ["code", "message", "description"].iter().any(|name| field.name == name);
    let headers = |field: &Field| field.headers.iter().map(syn::LitStr::value).collect::<Vec<_>>();
    let told: Vec<String> = schema.fields.iter().filter(is_told).flat_map(headers).collect();
    let fields = schema.fields.iter().enumerate();
    let fields = fields.filter(|(_, field)| !headers(field).iter().any(|header| told.contains(header)));
    fields.map(|(at, field)| (at, markdown_code(&field.name.unraw().to_string()))).collect()
}

impl<'a> Docs<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let schema = context.schema;
        let pages = context.paths.iter().map(|path| path.written()).map(|path| path.rsplit('/').next().unwrap_or(path));
        let naming = schema.naming_fields();
        let columns = columns(schema, &naming);
        let message = schema.position("message");
        Self { context, pages: pages.collect(), naming, columns, message, listed: listed(schema) }
    }

    /// Of the enum, to stand below what the caller has written.
    ///
    /// A blank begins each line, as it does behind `///`: rustdoc takes it from all lines of the docs, or from none.
    pub(super) fn of_enum(&self) -> TokenStream {
        let written = are_written(&self.context.schema.attributes);
        let head = if written { "\n # Rows".to_owned() } else { format!(" {}", self.summary()) };
        let text = format!("{head}\n{}", self.table());
        quote!(#[doc = #text])
    }

    fn summary(&self) -> String {
        let mut pages: Vec<String> = self.pages.iter().map(|page| markdown_code(page)).collect();
        pages.dedup();
        let rows = match self.context.model.variants.len() {
            1 => "row".to_owned(),
            count => format!("{count} rows"),
        };
        let verb = if pages.len() == 1 { "documents" } else { "document" };
        format!("The {rows} that {} {verb}.", pages.join(" and "))
    }

    /// The rows in a few words, which lead to the variants.
    ///
    /// The links are anchors of the page that shows the table. The path of a variant would lead there too, but not each
    /// name that Rust takes is one to rustdoc.
    fn table(&self) -> String {
        let heads: String = self.columns.iter().map(|column| format!(" {} |", column.head())).collect();
        let mut table = format!("\n |{heads}\n |{}", " --- |".repeat(self.columns.len()));
        for variant in &self.context.model.variants {
            table.push_str("\n |");
            for column in &self.columns {
                table.extend([" ", &self.cell(column, variant), " |"]);
            }
        }
        table
    }

    fn cell(&self, column: &Column, variant: &Variant) -> String {
        match *column {
            Column::Text(_, at) => escape_markdown(&text(variant, at)),
            Column::Sentence(_, at) => escape_markdown(first_sentence(&text(variant, at))),
            Column::Link(_) => {
                let texts: Vec<_> = self.naming.iter().map(|&at| text(variant, at)).collect();
                let text = escape_markdown(texts.join(" ").trim());
                // A row may have no words that name it, so that `#[rename]` had to.
                let text = if text.is_empty() { &variant.name } else { &text };
                format!("[{text}](#variant.{})", variant.name)
            }
        }
    }

    /// Of a variant: code and message, the description's paragraphs, the other columns, and where the row stands.
    pub(super) fn of_variant(&self, variant: &Variant) -> TokenStream {
        let (code, message) = self.code_and_message(variant);
        let heading = format!("**{}** {}", escape_markdown(&code), escape_markdown(&message));
        let page = self.pages.get(variant.source).copied().unwrap_or_default();
        let place = format!("Documented in {}.", markdown_code(&format!("{page}:{}", variant.line)));
        let mut paragraphs = vec![heading.trim_end(), &variant.description];
        let listed = self.listed(variant);
        paragraphs.extend([listed.as_str(), &place]);
        paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
        let docs = paragraphs.join("\n\n");
        let aliases = aliases(&variant.name, &[&code, &message]);
        quote!(#[doc = #docs] #aliases)
    }

    fn code_and_message<'v>(&self, variant: &'v Variant) -> (Cow<'v, str>, Cow<'v, str>) {
        let message = self.message.map(|at| text(variant, at)).unwrap_or_default();
        (text(variant, self.context.schema.code), message)
    }

    fn listed(&self, variant: &Variant) -> String {
        let items = self.listed.iter().filter_map(|(at, name)| {
            let value = escape_markdown(&text(variant, *at));
            // No outermost list of a description is marked with `+`, so that this one stays apart from it.
            (!value.is_empty()).then(|| format!("+ {name}: {value}"))
        });
        items.collect::<Vec<_>>().join("\n")
    }
}

/// The text of a variant's field.
fn text(variant: &Variant, field: usize) -> Cow<'_, str> {
    match variant.values.get(field) {
        Some(Value::Text(text)) => Cow::Borrowed(text),
        Some(value) => Cow::Owned(value.to_text()),
        None => Cow::Borrowed(""),
    }
}

/// A text up to the end of its first sentence, or of its first line.
fn first_sentence(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    let mut ends =
        line.match_indices(['.', '!', '?', '。', '！', '？']).map(|(at, mark)| line.split_at(at + mark.len()));
    ends.find(|(sentence, rest)| is_over(sentence, rest)).map_or(line, |(sentence, _)| sentence)
}

/// Whether another sentence begins, behind a blank; `e.g.` ends none.
fn is_over(sentence: &str, rest: &str) -> bool {
    if sentence.ends_with(['。', '！', '？']) {
        return true;
    }
    let begins = |c: char| c.is_alphabetic() && !c.is_lowercase();
    let another_begins = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(begins));
    // The last word is looked at behind the blank alone: it may be a million dots.
    another_begins && sentence.rsplit(' ').next().is_some_and(|word| word.matches('.').count() < 2)
}

/// What the search box finds a variant by, beside its name.
fn aliases(name: &str, texts: &[&str]) -> Option<TokenStream> {
    let is_new = |text: &&&str| is_alias(text) && text.to_lowercase() != name.to_lowercase();
    let mut aliases: Vec<&str> = texts.iter().filter(is_new).copied().collect();
    aliases.dedup();
    (!aliases.is_empty()).then(|| quote!(#[doc(alias(#(#aliases),*))]))
}

/// Whether a text is one to search for, a name and not a sentence, of characters that are safe there: rustc refuses
/// quotes, and the search box takes `<` and `&` for HTML.
fn is_alias(text: &str) -> bool {
    let is_word = unicode_ident::is_xid_continue;
    text.starts_with(is_word) && text.ends_with(is_word) && text.chars().all(|c| is_word(c) || " .,:/()+-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse::Parser;
    use syn::{Data, DeriveInput, LitStr};

    #[test]
    fn a_sentence_ends_where_another_begins() {
        for (text, sentence) in [
            ("One. Two.", "One."),
            ("One? Two.", "One?"),
            ("Only one", "Only one"),
            ("One, e.g. Two, in version 1.2 of it. Three.", "One, e.g. Two, in version 1.2 of it."),
            ("See page.html for more. It is long.", "See page.html for more."),
            ("Wait ... and repeat.", "Wait ... and repeat."),
            ("No. 5 of ten.", "No. 5 of ten."),
            ("A line\n\nAnother. Line.", "A line"),
            ("没有订单。请重试。", "没有订单。"),
            ("Нет заказа. Повторите.", "Нет заказа."),
            ("", ""),
        ] {
            assert_eq!(first_sentence(text), sentence);
        }
        let dots = ".".repeat(1_000_000);
        assert_eq!(first_sentence(&dots), dots);
    }

    #[test]
    fn aliases_are_names_that_are_safe_in_the_search_box() {
        for (name, texts, aliases) in [
            ("NotFound", ["404", "Not Found"], &["404", "Not Found"][..]),
            // rustc refuses a name as its own alias, and the search box finds it in any case.
            ("NotFound", ["404", "NOTFOUND"], &["404"]),
            ("Code404", ["404", "404"], &["404"]),
            ("Shop0001", ["SHOP.0001", "There is no such order."], &["SHOP.0001"]),
            ("A", ["<b>a</b>", "a &lt; b"], &[]),
            ("A", ["a\"b", "it's a"], &[]),
            ("A", ["a\tb", "a\nb"], &[]),
            ("A", ["", " a b "], &[]),
            ("B", ["未找到", "ошибка сети"], &["未找到", "ошибка сети"]),
        ] {
            let attribute = super::aliases(name, &texts);
            let expected = (!aliases.is_empty()).then(|| quote!(#[doc(alias(#(#aliases),*))]).to_string());
            assert_eq!(attribute.map(|attribute| attribute.to_string()), expected, "{texts:?}");
        }
    }

    /// The docs of the enum, and of each variant.
    fn docs(call: TokenStream, page: &str) -> (String, Vec<String>) {
        let tokens = crate::expand(quote!(dli_status; #call), &|_| Ok(page.into()));
        let parser = |input: syn::parse::ParseStream<'_>| {
            let item: DeriveInput = input.parse()?;
            input.parse::<TokenStream>().map(|_| item)
        };
        let item = parser.parse2(tokens).expect("an enum comes first");
        let text = |attributes: &[Attribute]| {
            let docs = attributes.iter().filter_map(|attribute| match &attribute.meta {
                Meta::NameValue(meta) if meta.path.is_ident("doc") => {
                    let value = &meta.value;
                    Some(syn::parse2::<LitStr>(quote!(#value)).expect("docs are text").value())
                }
                _ => None,
            });
            docs.collect::<Vec<_>>().join("\n")
        };
        let Data::Enum(data) = &item.data else { panic!("it is an enum") };
        (text(&item.attrs), data.variants.iter().map(|variant| text(&variant.attrs)).collect())
    }

    const PAGE: &str = "\
===========  =========  ======  ============
Status Code  Message    Module  Description
===========  =========  ======  ============
200          OK         Shop    Fine. Go on.
404          Not Found          None | gone.
===========  =========  ======  ============
";

    #[test]
    fn the_short_form_has_a_first_line_and_three_columns() {
        let (docs, variants) = docs(quote!("docs/page.rst"), PAGE);
        let expected = " The 2 rows that `page.rst` documents.

 | Code | Message | Description |
 | --- | --- | --- |
 | 200 | [OK](#variant.Ok) | Fine. |
 | 404 | [Not Found](#variant.NotFound) | None \\| gone. |";
        assert_eq!(docs, expected);
        assert_eq!(variants[0], "**200** OK\n\nFine. Go on.\n\nDocumented in `page.rst:4`.");
    }

    #[test]
    fn the_table_stands_below_own_docs_and_has_no_more_columns_than_the_page() {
        let call = quote! {
            /// What the shop answers.
            #[source("page.rst")]
            enum Answer {
                #[column("Status Code")]
                code: &'static str,
                #[column("Module")]
                r#mod: Option<&'static str>,
                #[column("Status Code", regex = "^2")]
                ok: bool,
            }
        };
        let (docs, variants) = docs(call, PAGE);
        let expected = " What the shop answers.

 # Rows

 | Code |
 | --- |
 | [200](#variant.Code200) |
 | [404](#variant.Code404) |";
        assert_eq!(docs, expected);
        assert_eq!(variants[0], "**200**\n\n+ `mod`: Shop\n\nDocumented in `page.rst:4`.");
        assert_eq!(variants[1], "**404**\n\nDocumented in `page.rst:5`.");
    }

    #[test]
    fn an_alias_is_no_docs_and_a_renamed_row_has_a_link_all_the_same() {
        let call = quote! {
            #[doc(alias = "answers")]
            #[source("page.rst")]
            #[rename("404" = "Missing")]
            enum Answer {
                #[column("Status Code")]
                code: u16,
                #[name]
                #[column("Module")]
                module: &'static str,
                #[column("Message")]
                message: &'static str,
            }
        };
        let (docs, _) = docs(call, PAGE);
        let expected = " The 2 rows that `page.rst` documents.

 | Code | Name | Message |
 | --- | --- | --- |
 | 200 | [Shop](#variant.Shop) | OK |
 | 404 | [Missing](#variant.Missing) | Not Found |";
        assert_eq!(docs, expected);
    }
}
