//! The same table as a user would write it with the peers, as Rust source.

use crate::rows::Row;
use std::fmt::Write as _;

/// Whether the codes are numbers.
fn numeric(rows: &[Row]) -> bool {
    rows.iter().all(|row| row.code.parse::<u16>().is_ok())
}

fn discriminant(row: &Row, numeric: bool) -> String {
    if numeric { format!(" = {}", row.code) } else { String::new() }
}

fn repr(numeric: bool) -> &'static str {
    if numeric { "#[repr(u16)] " } else { "" }
}

/// The table with this crate.
pub fn ours(page: &str, rows: &[Row]) -> String {
    let code = if numeric(rows) { "u16" } else { "&'static str" };
    format!(
        "dli_status::include_status_table! {{ #[source({page:?})] pub enum StatusCode {{ \
         #[column(\"Status Code\")] code: {code}, #[column(\"Message\")] #[name] message: &'static str, \
         #[column(\"Description\")] description: &'static str }} }}\n"
    )
}

/// The rows as data: code, name, message, description.
pub fn rows(rows: &[Row]) -> String {
    let numeric = numeric(rows);
    let ty = if numeric { "u16" } else { "&str" };
    let mut source = format!("pub static ROWS: &[({ty}, &str, &str, &str)] = &[\n");
    for row in rows {
        let code = if numeric { row.code.clone() } else { format!("{:?}", row.code) };
        let _ = writeln!(source, "({code}, {:?}, {:?}, {:?}),", row.name, row.message, row.description);
    }
    source + "];\n"
}

/// The table written by hand: an enum and a `match` for each lookup. `derives` adds to the ones an enum always has.
pub fn by_hand(rows: &[Row], derives: &str, by_text: bool) -> String {
    let numeric = numeric(rows);
    let mut source = format!("#[derive(Clone, Copy, PartialEq, Eq{derives})] {}pub enum Hand {{\n", repr(numeric));
    for row in rows {
        let _ = writeln!(source, "{}{},", row.name, discriminant(row, numeric));
    }
    source += "}\nimpl Hand {\n";
    if numeric {
        let arms = rows.iter().map(|row| (row.code.clone(), format!("Some(Self::{})", row.name)));
        function(&mut source, "from_code(code: u16) -> Option<Self>", "code", arms, "None");
    } else if by_text {
        let arms = rows.iter().map(|row| (format!("{:?}", row.code), format!("Some(Self::{})", row.name)));
        function(&mut source, "from_code(code: &str) -> Option<Self>", "code", arms, "None");
    }
    for (name, text) in
        [("message", (|row| &row.message) as fn(&Row) -> &String), ("description", |row| &row.description)]
    {
        let arms = rows.iter().map(|row| (format!("Self::{}", row.name), format!("{:?}", text(row))));
        function(&mut source, &format!("{name}(self) -> &'static str"), "self", arms, "");
    }
    if by_text {
        let arms = rows.iter().map(|row| (either(row), format!("Some(Self::{})", row.name)));
        function(&mut source, "from_name(name: &str) -> Option<Self>", "name", arms, "None");
    }
    source + "}\n"
}

/// A pattern of the name and of the message, if they differ.
fn either(row: &Row) -> String {
    if row.name == row.message { format!("{:?}", row.name) } else { format!("{:?} | {:?}", row.name, row.message) }
}

fn function(
    source: &mut String,
    signature: &str,
    on: &str,
    arms: impl Iterator<Item = (String, String)>,
    otherwise: &str,
) {
    let _ = writeln!(source, "#[inline] pub fn {signature} {{ match {on} {{");
    for (pattern, value) in arms {
        let _ = writeln!(source, "{pattern} => {value},");
    }
    if !otherwise.is_empty() {
        let _ = writeln!(source, "_ => {otherwise},");
    }
    *source += "} }\n";
}

/// The table with `strum`.
pub fn strum(rows: &[Row]) -> String {
    let numeric = numeric(rows);
    let mut source = format!(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::EnumMessage, strum::FromRepr)] {}pub enum Strum {{\n",
        repr(numeric)
    );
    for row in rows {
        let mut texts = vec![row.name.clone()];
        texts.extend((row.message != row.name).then(|| row.message.clone()));
        texts.extend((!numeric).then(|| row.code.clone()));
        let texts: Vec<String> = texts.iter().map(|text| format!("serialize = {text:?}")).collect();
        let _ = writeln!(
            source,
            "#[strum(message = {:?}, detailed_message = {:?}, {})] {}{},",
            row.message,
            row.description,
            texts.join(", "),
            row.name,
            discriminant(row, numeric)
        );
    }
    source + "}\n"
}

/// The table with `phf`: by code and by name or message to a row, and by code to a message.
pub fn phf(rows: &[Row]) -> String {
    let numeric = numeric(rows);
    let key = |row: &Row| if numeric { format!("{}u16", row.code) } else { format!("{:?}", row.code) };
    let ty = if numeric { "u16" } else { "&'static str" };
    let mut source = format!("pub static BY_CODE: phf::Map<{ty}, u16> = phf::phf_map! {{\n");
    for (at, row) in rows.iter().enumerate() {
        let _ = writeln!(source, "{} => {at}u16,", key(row));
    }
    let _ = writeln!(source, "}};\npub static MESSAGES: phf::Map<{ty}, &'static str> = phf::phf_map! {{");
    for row in rows {
        let _ = writeln!(source, "{} => {:?},", key(row), row.message);
    }
    source += "};\npub static BY_NAME: phf::Map<&'static str, u16> = phf::phf_map! {\n";
    for (at, row) in rows.iter().enumerate() {
        let _ = writeln!(source, "{} => {at}u16,", either(row));
    }
    source + "};\n"
}
