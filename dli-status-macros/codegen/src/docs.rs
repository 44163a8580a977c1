//! The documentation of what is generated, as rustdoc and editors show it: an enum has a table of its rows that leads to
//! the variants, a variant reads like its row of the page, and the search box finds it by its code and its message.
//!
//! Texts of the page are escaped on their way here, so that they show as they are and mean nothing.

mod alias;
mod sentence;
mod structure;
mod summary;
mod variant;

pub(crate) use self::structure::structure;
pub(crate) use self::variant::{VariantDocs, are_written};

use self::summary::summary;
use self::variant::Writer;
use crate::declaration::{EnumSpec, TableSpec};
use crate::model::Model;

/// The docs of an enum.
pub(crate) struct Docs {
    /// Of the enum, to follow what the caller has written.
    pub(crate) summary: String,
    /// Of each variant, in order.
    pub(crate) variants: Vec<VariantDocs>,
}

impl Docs {
    pub(crate) fn new(table: &TableSpec, spec: &EnumSpec, model: &Model) -> Self {
        let writer = Writer::new(table, spec);
        Self {
            summary: summary(&writer, model),
            variants: model.variants.iter().map(|variant| writer.variant(variant)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;
    use syn::parse::Parser;
    use syn::{Attribute, Data, DeriveInput, LitStr, Meta};

    /// The docs of the enum, and of each variant.
    fn docs(call: TokenStream, page: &str) -> (String, Vec<String>) {
        let tokens = crate::expand(quote!(dli_status; #call), &|_| Ok(page.into()), dli_status_patterns::compile);
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
        let expected = " The 2 rows that `docs/page.rst` documents.

 | Code | Message | Description |
 | --- | --- | --- |
 | 200 | [OK](#variant.Ok) | Fine. |
 | 404 | [Not Found](#variant.NotFound) | None \\| gone. |";
        assert_eq!(docs, expected);
        assert_eq!(variants[0], "**200** OK\n\nFine. Go on.\n\nDocumented in `docs/page.rst:4`.");
    }

    #[test]
    fn the_table_follows_written_docs_and_has_no_more_columns_than_the_page() {
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
        assert_eq!(variants[0], "**200**\n\n+ `mod`: Shop\n+ `ok`: true\n\nDocumented in `page.rst:4`.");
        assert_eq!(variants[1], "**404**\n\n+ `ok`: false\n\nDocumented in `page.rst:5`.");
    }

    #[test]
    fn an_alias_is_not_docs_and_a_renamed_row_still_has_a_link() {
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

    #[test]
    fn a_hundred_rows_are_shown_and_the_others_counted() {
        let rule = "====  =======\n";
        let page = |count: usize| {
            let rows: String = (100..).take(count).map(|code| format!("{code}   Row {code}\n")).collect();
            format!("{rule}Code  Message\n{rule}{rows}{rule}")
        };
        let call = quote!(#[source("page.rst")] enum Row { #[column("Code")] code: u16, #[column("Message")] message: &'static str });
        let (all, _) = docs(call.clone(), &page(100));
        assert!(all.ends_with("| 199 | [Row 199](#variant.Row199) |"), "{all}");
        let (cut, variants) = docs(call, &page(103));
        assert_eq!(cut, all.replace("100 rows", "103 rows") + "\n\n 3 more follow among the [variants](#variants).");
        assert_eq!(variants.len(), 103);
    }

    #[test]
    fn a_code_of_another_table_is_a_link_to_it() {
        let call = quote! {
            #[source("page.rst")]
            enum Answer {
                #[column("Message")]
                code: &'static str,
                #[column("Status Code")]
                status: super::http::Status,
            }
        };
        let (_, variants) = docs(call, PAGE);
        assert_eq!(variants[0], "**OK**\n\n+ `status`: [200](super::http::Status)\n\nDocumented in `page.rst:4`.");
    }
}
