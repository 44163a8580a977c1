#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod block;
mod cell_text;
mod context;
mod damage;
mod directive;
mod error;
mod heading;
mod inline;
mod page;
mod pattern;
mod render;
mod source;
mod sources;
mod table;
mod white_space;
mod width;

pub use self::cell_text::unresolved::{Unresolved, UnresolvedKind};
pub use self::damage::{Damage, damages};
pub use self::error::{
    Content, CsvError, DamageKind, DirectiveError, Expected, GridError, IncludeError, IncludeReason, OptionError,
    Reason, Repair, SimpleError, TableError,
};
pub use self::heading::{Heading, HeadingKind};
pub use self::page::{Page, Position, UnknownDirective};
pub use self::source::origin::Origin;
pub use self::sources::Sources;
pub use self::table::{Area, Cell, Kind, Row, Table};

pub use self::render::markdown::{code as markdown_code, escape as escape_markdown};
pub use self::width::{is_combining, is_wide};

/// Reads the tables of a page, in document order. A table that docutils rejects is an error in its place. Tables in cells
/// are part of the cell's text and not listed.
///
/// ```
/// let page = "\
/// .. _codes:
///
/// .. table:: Status codes
///
///    +------+-----------+
///    | Code | Message   |
///    +======+===========+
///    | 404  | Not Found |
///    +------+-----------+
/// ";
/// let tables = rst_tables::tables(page);
/// let table = tables[0].as_ref().unwrap();
/// assert_eq!(table.label(), Some("codes"));
/// assert_eq!(table.title(), Some("Status codes"));
/// assert_eq!(table.head()[0][1].text(), "Message");
/// let cell = &table.body()[0][1];
/// assert_eq!((cell.text().as_str(), &page[cell.span()]), ("Not Found", "Not Found"));
/// ```
pub fn tables(page: &str) -> Vec<Result<Table<'_>, TableError>> {
    Page::read(page).into_tables()
}
