//! The tables of an RST page, as docutils 0.22 reads them: cell for cell, and where it rejects a table, with its cause.
//!
//! [`tables`] is the one entry. It is useful alone: nothing here knows what the tables are read for.
//!
//! In reading order: `lines` and `region` are what is read, a block of lines seen from its left edge; `parser` reads
//! regions with a stack of its own, `body` chooses between the blocks a line can begin, and each kind of block has its
//! file. `grid` and `simple` cut a block of lines into cells on a `canvas`, `list_table` and `csv_table` come from
//! directives. What blocks say is a flat list of steps (`block`), which `plain` and `markdown` write out with `inline`
//! markup resolved in its `context`.
//!
//! Time and memory are linear in the page, whatever it holds: no recursion, and each level of a nesting costs the lines
//! in it a column of their indent or of a marker, so that it pays for itself.

#![forbid(unsafe_code)]

mod blanks;
mod block;
mod blocks;
mod body;
mod canvas;
mod classifier;
mod context;
mod csv;
mod csv_table;
mod directive;
mod draft;
mod enumerator;
mod explicit;
mod found;
mod frame;
mod grid;
mod inline;
mod layout;
mod lines;
mod list;
mod list_table;
mod malformed;
mod markdown;
mod option_list;
mod parser;
mod plain;
mod quote;
mod region;
mod shared;
mod simple;
mod starts;
mod substitution;
mod table;
mod table_block;
mod table_directive;
mod target;
mod text;
mod width;

use std::sync::Arc;

pub use self::malformed::Malformed;
pub use self::table::{Cell, Kind, Row, Table};

use self::block::Step;
use self::found::Found;
use self::lines::Lines;
pub use self::markdown::{code as markdown_code, escape as escape_markdown};
use self::plain::plain;
use self::region::Region;
use self::shared::Page;
pub use self::width::{is_combining, is_wide};

/// Reads the tables of a page, in the order in which they stand. A table that docutils rejects is an error in its
/// place. Tables in cells are part of the cell's text and not listed.
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
/// assert_eq!((cell.text().as_str(), cell.line(), &page[cell.span()]), ("Not Found", 8, "Not Found"));
/// ```
pub fn tables(page: &str) -> Vec<Result<Table<'_>, Malformed>> {
    let shared = Arc::new(Page::default());
    let region = Region::new(Arc::new(Lines::of_page(page)));
    blocks::tables_of(Arc::clone(&shared), region)
        .into_iter()
        .filter_map(|found| match found {
            Found::Nothing => None,
            Found::Malformed(malformed) => Some(Err(malformed)),
            Found::Table(found) => {
                let title =
                    found.title.map(|title| plain(&[Step::Roles(found.roles), Step::Inline(title)], shared.context()));
                Some(Ok(Table {
                    kind: found.kind,
                    line: found.line,
                    label: found.label,
                    title,
                    columns: found.columns,
                    head: found.head,
                    body: found.body,
                }))
            }
        })
        .collect()
}
