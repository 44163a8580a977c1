//! Finds the one line of a grid table that is drawn wrong, and how it was meant.
//!
//! docutils often names a line far from the mistake, or none: a border that is one blank too deep ends the table above
//! it. Here the lines around a table are looked at as a drawing, in which most lines agree on where the table begins
//! and ends. If one line does not, ways to mend it are tried until the table can be read.

mod bars;
mod border;
mod drawing;
mod found;
mod inside;
mod mend;
mod row;
mod shape;
mod sound;

use std::cell::OnceCell;
use std::ops::Range;

use self::drawing::Drawing;
use self::found::Found;
use self::sound::{borders_outside, is_sound};
use super::error::TableError;
use super::source::lines::Lines;
use super::table::{Kind, Table};

use super::error::damage::{DamageKind, Repair};

/// A line of a grid table that is drawn wrong. See [`damages`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    kind: DamageKind,
    span: Range<usize>,
    line: Range<usize>,
    table: Option<Range<usize>>,
    drawing: Range<usize>,
    repair: Option<Repair>,
}

impl Damage {
    /// What is wrong with the line.
    pub fn kind(&self) -> DamageKind {
        self.kind
    }

    /// The bytes of the page that show what is wrong: a character of the line, or all of it.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The bytes of the page that hold the line, without its indent.
    pub fn line(&self) -> Range<usize> {
        self.line.clone()
    }

    /// The bytes of the page that the table takes, or the directive that should hold it; `None` if the drawing is not
    /// read as a table at all, because its top border is damaged or because it was never meant to be one.
    pub fn table(&self) -> Option<Range<usize>> {
        self.table.clone()
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
/// this very text: of a page with includes, those whose [`origin`](Table::origin) is its file.
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
/// assert_eq!(&page[damages[0].line()], "+-----+----+");
/// assert_eq!(damages[0].repair(), Some(&Repair::Replace("   +-----+----+".to_owned())));
/// ```
pub fn damages<'t, 'p: 't>(
    page: &str,
    tables: impl IntoIterator<Item = &'t Result<Table<'p>, TableError>>,
) -> Vec<Damage> {
    let lines = OnceCell::new();
    let drawing = |range: &Range<usize>| Drawing::around(lines.get_or_init(|| Lines::of_page(page)), range);
    let mut damages = Vec::new();
    // The parts of the page that are tables or drawings of them, in order.
    let mut seen: Vec<Range<usize>> = Vec::new();
    for table in tables {
        let (kind, span) = match table {
            Ok(table) => (table.kind(), table.span()),
            Err(error) => (error.kind(), error.table()),
        };
        if seen.last().is_some_and(|seen| span.start < seen.end) {
            continue;
        }
        seen.push(span.clone());
        let is_sound = table.as_ref().is_ok_and(|table| is_sound(page, table));
        if is_sound || !matches!(kind, Kind::Grid | Kind::Table) {
            continue;
        }
        if let Some(drawing) = drawing(&span) {
            cover(&mut seen, drawing.span());
            damages.extend(damage(Some(span), &drawing));
        }
    }
    let mut reached = 0;
    for border in borders_outside(page, &seen) {
        if border.start >= reached {
            let drawing = drawing(&border);
            reached = drawing.as_ref().map_or(border.end, |drawing| drawing.span().end);
            damages.extend(drawing.and_then(|drawing| damage(None, &drawing)));
        }
    }
    damages.sort_by_key(|damage| damage.drawing.start);
    damages
}

/// Adds a part of the page that overlaps the last ones.
fn cover(seen: &mut Vec<Range<usize>>, mut part: Range<usize>) {
    while let Some(last) = seen.pop_if(|last| last.end > part.start) {
        part = part.start.min(last.start)..part.end.max(last.end);
    }
    seen.push(part);
}

fn damage(table: Option<Range<usize>>, drawing: &Drawing<'_>) -> Option<Damage> {
    let Found { row, kind, repair } = match drawing.odd_rows().as_slice() {
        [] => inside::find(drawing)?,
        [row] => mend::outline(drawing, *row),
        _ => return None,
    };
    let text = drawing.row(row).text;
    let marked = marked(kind, text, repair.as_ref());
    let span = drawing.place(row, marked.start)..drawing.place(row, marked.end);
    let line = drawing.place(row, 0)..drawing.place(row, text.len());
    Some(Damage { kind, span, line, table, drawing: drawing.span(), repair })
}

/// The bytes of a row that show what is wrong with it.
fn marked(kind: DamageKind, text: &str, repair: Option<&Repair>) -> Range<usize> {
    let character =
        |start: usize| start..start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let last = text.char_indices().next_back().map_or(0, |(start, _)| start);
    match (kind, repair) {
        (DamageKind::BlankLine | DamageKind::TopBorder | DamageKind::BottomBorder, _) => 0..text.len(),
        (DamageKind::Indent { .. } | DamageKind::LeftEdge, _) => character(0),
        (DamageKind::RightEdge, _) | (_, None) => character(last),
        (_, Some(repair)) => {
            let mended = repair.text().trim_start().chars();
            let differs = text.char_indices().zip(mended).find(|((_, found), mended)| found != mended);
            character(differs.map_or(last, |((start, _), _)| start))
        }
    }
}
