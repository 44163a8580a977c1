//! Tables of many shapes: one page and one declaration per shape, next to what a reader sees on the page.

use dli_status::{StatusTable, include_status_table};

include_status_table! {
    #[source("pages/code_and_message_in_one_cell.rst")]
    pub enum InOneCell {
        #[column("Returned Value", regex = r"^(\d+)")]
        code: u16,
        #[column("Returned Value", regex = r"^\d+\s+(.+)$")]
        message: &'static str,
        #[column("Description")]
        description: &'static str,
        #[column("Description", markup = "rst", regex = r"\*\*(.+?)\*\*")]
        header: Option<&'static str>,
    }
}

#[test]
fn code_and_message_share_a_cell_in_two_tables() {
    let rows =
        InOneCell::ALL.iter().map(|row| (row.name(), row.code(), row.message(), row.description(), row.header()));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            ("Ok", 200, "OK", "What was asked for is here.", None),
            ("Created", 201, "Created", "It was made.", None),
            ("NotFound", 404, "Not Found", "Nothing is here.", None),
            (
                "OutOfOrder",
                503,
                "Out of Order",
                "Come back later.\n\nThe header Retry-After tells how much later.",
                Some("Retry-After")
            ),
        ]
    );
}

include_status_table! {
    #[source("pages/rows_of_a_code.rst")]
    pub enum Rows {
        #[column("Error Code")]
        code: &'static str,
        #[column("Status")]
        status: u16,
        #[column("Status")]
        every_status: &'static [u16],
        #[column("Cause")]
        causes: &'static [&'static str],
        #[column("Cause", regex = r"\b\w{4,}\b")]
        words: &'static [&'static str],
        #[column("Since")]
        since: Option<u8>,
    }
}

#[test]
fn rows_with_equal_codes_are_collected() {
    assert_eq!(Rows::ALL.len(), 2);
    assert_eq!(Rows::A1.causes(), ["The name is too long.", "The name is empty."]);
    assert_eq!(Rows::A1.every_status(), [400, 400, 400]);
    assert_eq!(Rows::A1.words(), ["name", "long", "name", "empty"]);
    assert_eq!((Rows::A1.status(), Rows::A1.since(), Rows::A2.since()), (400, Some(2), None));
    assert_eq!(Rows::A2.place().line(), 6);
}

include_status_table! {
    #[source("pages/continuation_rows.rst")]
    pub enum Continued {
        #[column("Error")]
        code: &'static str,
        #[column("Module", fill_down)]
        module: &'static str,
        #[column("Status")]
        status: u16,
        #[column("Type")]
        kind: &'static str,
        #[column("Possible Cause")]
        causes: &'static [&'static str],
    }
}

#[test]
fn continuation_rows_add_to_the_row_above() {
    let rows = Continued::ALL.iter().map(|row| (row.code(), row.module(), row.status(), row.kind(), row.causes()));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            (
                "E.10",
                "Public",
                400,
                "Bad",
                ["The body is no JSON.", "A field is missing.", "A field is too long."].as_slice()
            ),
            ("E.11", "Public", 401, "Unknown", &["There is no token."]),
            ("E.20", "Storage", 507, "Full", &["The disk is full.", "The quota is used up."]),
        ]
    );
}

include_status_table! {
    #[source("pages/spanned_cells.rst")]
    enum Spanned {
        #[column("Code")]
        code: i8,
        #[column("Message")]
        message: &'static str,
        #[column("Module")]
        module: &'static str,
    }
}

#[test]
fn a_cell_that_spans_rows_is_part_of_each() {
    let modules: Vec<_> = Spanned::ALL.iter().map(|row| (row.code(), row.module())).collect();
    assert_eq!(modules, [(1, "Public"), (2, "Public"), (3, "Inner")]);
    assert_eq!((Spanned::from_code(-1), Spanned::from_code(i8::MIN)), (None, None));
}

include_status_table! {
    #[source("pages/another_language.rst", table = "Antworten")]
    #[rename("410" = "Weg")]
    enum Antwort {
        #[column("Kürzel")]
        code: u64,
        #[column("Meldung")]
        message: &'static str,
        #[column("Meldung", markup = "markdown")]
        markdown: &'static str,
    }
}

#[test]
fn names_come_from_any_language() {
    let rows = Antwort::ALL.iter().map(|row| (row.code(), row.name(), row.message()));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [(200, "GrößeGeändert", "Größe geändert"), (404, "未找到", "未找到"), (410, "Weg", "Weg — für immer")]
    );
    assert_eq!(Antwort::Weg.markdown(), "Weg — für *immer*");
    assert_eq!(Antwort::from_code(u64::MAX), None);
    assert_eq!("größe geändert".parse(), Ok(Antwort::GrößeGeändert));
}

include_status_table! {
    #[source("pages/head_less.csv.rst", header_rows = 1)]
    enum Limit {
        #[column("No")]
        code: u8,
        #[name]
        #[column("What")]
        what: &'static str,
        #[column("How many, at most")]
        count: Option<u128>,
        #[column("Not there")]
        absent: Option<&'static str>,
    }
}

#[test]
fn the_first_row_may_be_the_header() {
    let rows = Limit::ALL.iter().map(|row| (row.code(), row.name(), row.what(), row.count(), row.absent()));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [(1, "Orders", "Orders", Some(20), None), (2, "TraysEmpty", "Trays, empty", Some(7), None)]
    );
    assert_eq!(Limit::Orders.to_string(), "1");
}

include_status_table! {
    #[source("pages/rows_of_a_code.rst")]
    #[source("pages/continuation_rows.rst", table = 1)]
    enum TwoPages {
        #[column("Error Code" | "Error")]
        code: &'static str,
        #[column("Status")]
        status: u16,
        #[column("Module")]
        module: Option<&'static str>,
    }
}

#[test]
fn two_pages_make_one_enum() {
    let rows = TwoPages::ALL.iter().map(|row| (row.name(), row.status(), row.module(), row.place().to_string()));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            ("A1", 400, None, "pages/rows_of_a_code.rst:4".to_owned()),
            ("A2", 404, None, "pages/rows_of_a_code.rst:6".to_owned()),
            ("E10", 400, Some("Public"), "pages/continuation_rows.rst:4".to_owned()),
            ("E11", 401, None, "pages/continuation_rows.rst:7".to_owned()),
            ("E20", 507, Some("Storage"), "pages/continuation_rows.rst:8".to_owned()),
        ]
    );
}

include_status_table! {
    #[source("pages/names_of_traits.rst")]
    enum BodyField {
        #[column("Field")]
        code: &'static str,
        #[column("Type")]
        r#type: &'static str,
        #[column("Optional", regex = "yes")]
        optional: bool,
    }
}

#[test]
fn a_row_may_have_the_name_of_an_associated_type() {
    let rows = BodyField::ALL.iter().map(|row| (row.name(), row.r#type(), row.optional()));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            ("Error", "String", false),
            ("Err", "String", true),
            ("Code", "Integer", false),
            ("Key", "Integer", false),
            ("Self_", "Object", true)
        ]
    );
    assert_eq!(("err".parse(), BodyField::try_from("Code")), (Ok(BodyField::Err), Ok(BodyField::Code)));
}
