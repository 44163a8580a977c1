//! What there is to say about tables that the reader rejects, and about lines of tables that are drawn wrong.

use crate::diagnostic::{Diagnostic, display_width};
use crate::page::Page;
use crate::similar::best_match;
use proc_macro2::Span;
use rst_tables::{
    CsvError, Damage, DamageKind, DirectiveError, GridError, Kind, OptionError, Reason, Repair, Table, TableError,
};
use std::ops::Range;
use std::rc::Rc;

/// The width of the longest part of a mended line that is shown, in terminal columns.
const MAX_WIDTH: usize = 100;

/// What was read of a table, or why it was not.
type Read<'p> = Result<Table<'p>, TableError>;

/// A mistake in the way a page's tables are written.
pub(crate) struct Finding {
    pub(crate) diagnostic: Diagnostic,
    /// The bytes of the page that the table takes, or the directive that should hold it.
    table: Option<Range<usize>>,
    /// The bytes of the page that it is about; every other mistake in them is a consequence.
    pub(crate) lines: Range<usize>,
    pub(crate) effect: Effect,
}

/// What a mistake does to its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// The table is rejected, or not read to its end.
    Rejected,
    /// The table is read, but probably not as it was meant.
    Read,
    /// There is no table to docutils, only a drawing of one.
    Drawn,
}

impl Finding {
    /// Whether it begins in these bytes of the page.
    pub(super) fn is_in(&self, place: &Range<usize>) -> bool {
        place.contains(&self.lines.start)
    }

    /// Whether it is about the table that takes these bytes of the page.
    pub(super) fn concerns(&self, table: &Range<usize>) -> bool {
        self.table.as_ref() == Some(table) || self.lines.start < table.end && table.start < self.lines.end
    }
}

/// The mistakes of a page, each once and in the order of the page.
pub(crate) fn findings(page: &Rc<Page>, tables: &[Read<'_>]) -> Vec<Finding> {
    let damages = rst_tables::damages(page.text(), tables);
    let rejected = tables.iter().filter_map(|table| table.as_ref().err());
    let mut findings: Vec<Finding> = rejected
        .filter(|error| !damages.iter().any(|damage| is_consequence(error, damage)))
        .map(|error| Finding {
            diagnostic: malformed(page, error),
            table: Some(error.table()),
            lines: error.table(),
            effect: Effect::Rejected,
        })
        .collect();
    findings.extend(damages.iter().map(|damage| {
        let lines = damage.drawing();
        let effect = match damage.table() {
            None => Effect::Drawn,
            Some(_) if tables.iter().flatten().any(|table| holds(&table.span(), &lines)) => Effect::Read,
            Some(_) => Effect::Rejected,
        };
        Finding { diagnostic: damaged(page, damage), table: damage.table(), lines, effect }
    }));
    findings.sort_by_key(|finding| finding.lines.start);
    findings
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether docutils rejects a table only because a line of it is drawn wrong.
fn is_consequence(error: &TableError, damage: &Damage) -> bool {
    let (table, drawing) = (error.table(), damage.drawing());
    let is_about_content = match error.reason() {
        Reason::Grid(_) => true,
        Reason::Directive(error) => {
            matches!(error, DirectiveError::NotOnly(_) | DirectiveError::NoContent(_) | DirectiveError::Indented(_))
        }
        _ => false,
    };
    is_about_content
        && (damage.table().as_ref() == Some(&table) || table.start < drawing.end && drawing.start < table.end)
}

/// The error as an author of pages reads it.
fn malformed(page: &Rc<Page>, error: &TableError) -> Diagnostic {
    let text = format!("malformed {}: {error}", described(error.kind()));
    let mut diagnostic = Diagnostic::new(Span::call_site(), text).label(page, error.span(), "");
    diagnostic = diagnostic.with_code(code(error.kind()));
    if let Some(first) = first_one(error.reason()) {
        diagnostic = diagnostic.label(page, first, "the first one is here");
    }
    diagnostic.maybe_help(advice(error.reason()))
}

/// What a kind of table is called in messages.
fn described(kind: Kind) -> &'static str {
    match kind {
        Kind::Grid => "grid table",
        Kind::Simple => "simple table",
        Kind::ListTable => "`list-table`",
        Kind::CsvTable => "`csv-table`",
        Kind::DefinitionList => "definition list",
        Kind::BulletList => "bullet list",
        Kind::Table => "`table` directive",
    }
}

/// What a malformed table is called by programs.
fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Grid => "malformed-grid-table",
        Kind::Simple => "malformed-simple-table",
        Kind::ListTable => "malformed-list-table",
        Kind::CsvTable => "malformed-csv-table",
        Kind::DefinitionList | Kind::BulletList => "malformed-list",
        Kind::Table => "malformed-table-directive",
    }
}

/// The place of the first of two, where an error is about the second.
fn first_one(reason: &Reason) -> Option<Range<usize>> {
    match reason {
        Reason::Grid(GridError::TwoHeadRules { first }) | Reason::Option(OptionError::Duplicate { first, .. }) => {
            Some(first.clone())
        }
        _ => None,
    }
}

/// What the author of the page can do about an error.
fn advice(reason: &Reason) -> Option<String> {
    match reason {
        Reason::Option(OptionError::Unknown { name, known }) => Some(match best_match(name, known.iter().copied()) {
            Some(similar) => format!("there is a similar option, `{similar}`"),
            None => {
                let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
                format!("the options are {}", known.join(", "))
            }
        }),
        Reason::Directive(DirectiveError::BlankLineAfterTitle | DirectiveError::BlankLineAfterOptions) => {
            Some("add a blank line above this line".to_owned())
        }
        Reason::Directive(DirectiveError::Indented(_)) => {
            Some("give the options and the content one indent".to_owned())
        }
        Reason::Csv(CsvError::TextAfterQuote { quote, .. }) => {
            Some(format!("write `{quote}{quote}` for a quote inside of a value"))
        }
        _ => None,
    }
}

/// A line that is drawn wrong, and the line as it was meant.
fn damaged(page: &Rc<Page>, damage: &Damage) -> Diagnostic {
    let text = format!("malformed grid table: {}", damage.kind());
    let diagnostic =
        Diagnostic::new(Span::call_site(), text).label(page, damage.span(), "").with_code(code(Kind::Grid));
    let column = display_width(page.slice(damage.line().start..damage.span().start));
    let shown = |repair: &Repair| excerpt(repair.text().trim_start(), column);
    let help = match (damage.repair(), damage.kind()) {
        (Some(repair @ Repair::InsertAbove(_)), _) => format!("add a border above this line:\n{}", shown(repair)),
        (Some(repair @ Repair::InsertBelow(_)), _) => format!("add a border below this line:\n{}", shown(repair)),
        (Some(repair), _) => format!("perhaps this was meant:\n{}", shown(repair)),
        (None, DamageKind::Width { expected, found }) if found > expected => {
            "make the column wider in every line, or break the text over two lines".to_owned()
        }
        (None, DamageKind::BlankLine) => "delete the line, or draw the borders of its cells".to_owned(),
        (None, _) => return diagnostic,
    };
    diagnostic.help(help)
}

/// The part of a long line around a column.
fn excerpt(line: &str, column: usize) -> String {
    let chars: Vec<char> = line.chars().collect();
    if chars.len() <= MAX_WIDTH {
        return line.to_owned();
    }
    let from = column.saturating_sub(MAX_WIDTH / 3).min(chars.len() - MAX_WIDTH);
    let shown: String = chars.iter().skip(from).take(MAX_WIDTH).collect();
    let (before, after) = (if from > 0 { "…" } else { "" }, if from + MAX_WIDTH < chars.len() { "…" } else { "" });
    format!("{before}{shown}{after}")
}
