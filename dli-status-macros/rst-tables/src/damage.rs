//! Finds the one line of a grid table that is drawn wrong, and how it was meant.
//!
//! docutils often names a line far from the mistake, or none: a border that is one blank too deep ends the table above
//! it. Here the lines around a table are looked at as a drawing, in which most lines agree on where the table begins
//! and ends. If one line does not, ways to mend it are tried until the table can be read.

mod drawing;
mod inside;
mod mend;

use std::ops::Range;

use self::drawing::Drawing;
use super::error::TableError;
use super::source::lines::Lines;
use super::table::{Kind, Table};

use super::error::damage::{DamageKind, Repair};

/// A line of a grid table that is drawn wrong. See [`damages`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    kind: DamageKind,
    span: Range<usize>,
    drawing: Range<usize>,
    repair: Option<Repair>,
}

impl Damage {
    /// What is wrong with the line.
    pub fn kind(&self) -> DamageKind {
        self.kind
    }

    /// The bytes of the page that hold the line, without its indent.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The bytes of the page that hold all lines that seem to be of the table. Every other error in them is a
    /// consequence of this one.
    pub fn drawing(&self) -> Range<usize> {
        self.drawing.clone()
    }

    /// A change to the page after which the table can be read, if there is one that is plain.
    pub fn repair(&self) -> Option<&Repair> {
        self.repair.as_ref()
    }
}

/// The lines of a page that are drawn wrong: one at most per grid table, in the order of the page. `tables` are those of
/// the page.
///
/// Tables that can be read may be damaged too: an indented line ends the table above it, and a stray `+` in a border
/// makes another column. A table in which several lines are wrong is left out, as is one where it is not clear which.
///
/// ```
/// use rst_tables::{DamageKind, Repair};
///
/// let page = "\
/// .. table:: Codes
///
///    +-----+----+
///    | 200 | OK |
///     +-----+----+
/// ";
/// let tables = rst_tables::tables(page);
/// assert!(tables[0].is_err());
/// let damages = rst_tables::damages(page, &tables);
/// assert_eq!(damages[0].kind(), DamageKind::Indent { expected: 3, found: 4 });
/// assert_eq!(&page[damages[0].span()], "+-----+----+");
/// assert_eq!(damages[0].repair(), Some(&Repair::Replace("   +-----+----+".to_owned())));
/// ```
pub fn damages(page: &str, tables: &[Result<Table<'_>, TableError>]) -> Vec<Damage> {
    let lines = Lines::of_page(page);
    let mut damages = Vec::new();
    let mut reached = 0;
    for table in tables {
        let (kind, span) = match table {
            Ok(table) => (table.kind(), table.span()),
            Err(error) => (error.kind(), error.table()),
        };
        if span.start < reached || !matches!(kind, Kind::Grid | Kind::Table) {
            continue;
        }
        let drawing = Drawing::around(&lines, &span);
        reached = drawing.as_ref().map_or(span.end, |drawing| drawing.span().end);
        damages.extend(drawing.and_then(|drawing| damage(&drawing)));
    }
    damages
}

fn damage(drawing: &Drawing<'_>) -> Option<Damage> {
    let Found { row, kind, repair } = match drawing.odd_rows().as_slice() {
        [] => inside::find(drawing)?,
        [row] => mend::outline(drawing, *row),
        _ => return None,
    };
    Some(Damage { kind, span: drawing.row_span(row), drawing: drawing.span(), repair })
}

/// A damaged row of a drawing.
struct Found {
    row: usize,
    kind: DamageKind,
    repair: Option<Repair>,
}
