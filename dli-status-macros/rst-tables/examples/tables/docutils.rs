//! docutils' own words for a rejected grid or simple table, so that the two can be compared.

use rst_tables::{GridError, Reason, SimpleError, TableError};

/// Where the lines of a page begin, as Python splits them.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn of(page: &str) -> Self {
        let breaks = page.char_indices().filter(|&(index, c)| {
            let is_first_half = c == '\r' && page.as_bytes().get(index + 1) == Some(&b'\n');
            matches!(c, '\n' | '\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}') && !is_first_half
        });
        Self(breaks.map(|(index, c)| index + c.len_utf8()).collect())
    }

    /// The number of the line that holds a byte of the page, counted from 1.
    pub(crate) fn number(&self, offset: usize) -> usize {
        self.0.partition_point(|&start| start <= offset) + 1
    }
}

/// The cause that docutils gives. Of directives it reports Python's exceptions, which are not repeated.
pub(crate) fn cause(lines: &Lines, error: &TableError) -> Option<String> {
    let line = |offset| lines.number(offset) + 1 - lines.number(error.table().start);
    match error.reason() {
        Reason::Grid(reason) => Some(match reason {
            GridError::BottomBorder => "Bottom border missing or corrupt.".to_owned(),
            GridError::RightBorder { .. } => "Right border not aligned or missing.".to_owned(),
            GridError::TwoHeadRules { first } => format!(
                "Multiple head/body row separators (table lines {} and {}); only one allowed.",
                line(first.start),
                line(error.span().start)
            ),
            GridError::OpenCell => "Malformed table; parse incomplete.".to_owned(),
            // docutils stops with a bare assertion.
            GridError::OverlappingCells => "internal: AssertionError".to_owned(),
            _ => return None,
        }),
        Reason::Simple(reason) => Some(match reason {
            SimpleError::RuleLength { .. } => "Bottom border or header rule does not match top border.".to_owned(),
            SimpleError::BottomRule => "No bottom table border found.".to_owned(),
            SimpleError::BottomRuleOrBlankLine => {
                "No bottom table border found or no blank line after table bottom.".to_owned()
            }
            SimpleError::UnderlineLength { .. } => {
                format!("Column span incomplete in table line {}.", line(error.span().start))
            }
            // docutils counts one line on from the first of the row, however many the row has.
            SimpleError::UnderlineColumns { row } => {
                format!("Column span alignment problem in table line {}.", line(row.start) + 1)
            }
            SimpleError::TextInMargin => format!("Text in column margin in table line {}.", line(error.span().start)),
            _ => return None,
        }),
        _ => None,
    }
}
