//! Simple tables: where the block of lines ends. [`rows`] reads what is inside.

mod rows;

use crate::context::shared::Place;
use crate::error::{SimpleError, SpannedError};
use crate::pattern::is_simple_rule;
use crate::source::canvas::Canvas;
use crate::source::region::Region;
use crate::table::isolated::Isolated;

/// The lines of a table.
struct Rules {
    head: Option<usize>,
    bottom: usize,
}

/// Reads the table whose top border is line `top`.
pub(crate) fn read<'p>(place: &Place<'p>, region: &Region<'p>, top: usize) -> Isolated<'p> {
    match find_rules(region, top) {
        Ok(Rules { head, bottom }) => {
            let canvas = Canvas::new(region.clone().skip_to(top).take_until(bottom + 1), false);
            let table = rows::read(place, canvas, head.map(|head| head - top));
            Isolated { table, last: bottom, next: bottom + 1, blank_finish: region.is_blank(bottom + 1) }
        }
        Err((error, last)) => {
            let blank_finish = match error {
                SimpleError::RuleLength { .. } => region.is_blank(last + 1),
                _ => error == SimpleError::BottomRule,
            };
            let table = Err(SpannedError::new(error, region.line_span(last)));
            Isolated { table, last, next: last + 1, blank_finish }
        }
    }
}

/// The rules below the top: the second is the bottom, the first is if a blank line follows. If that fails, why, and
/// the last line that docutils takes for the table.
fn find_rules(region: &Region<'_>, top: usize) -> Result<Rules, (SimpleError, usize)> {
    let length = region.text(top).trim_end_matches(' ').len();
    let mut head = None;
    let mut line = region.next_text(top + 1);
    while line < region.end() {
        let text = region.text(line);
        if is_simple_rule(text) {
            let found = text.trim_end_matches(' ').len();
            if found != length {
                return Err((SimpleError::RuleLength { expected: length, found }, line));
            }
            if head.is_some() || region.is_blank(line + 1) {
                return Ok(Rules { head, bottom: line });
            }
            head = Some(line);
        }
        line = region.next_text(line + 1);
    }
    let head = head.map(|head| (SimpleError::BottomRuleOrBlankLine, head));
    Err(head.unwrap_or((SimpleError::BottomRule, region.end() - 1)))
}
