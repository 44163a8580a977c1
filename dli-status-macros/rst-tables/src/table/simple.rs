//! Simple tables: where the block of lines ends. [`rows`] reads what is inside.

mod rows;

use crate::context::shared::Place;
use crate::pattern::is_simple_rule;
use crate::source::canvas::Canvas;
use crate::source::region::Region;
use crate::table::draft::Isolated;
use crate::table::malformed::{Cause, Fault};

/// The lines of a table.
struct Rules {
    head: Option<usize>,
    bottom: usize,
}

/// Reads the table whose top border is line `top`.
pub(crate) fn read<'p>(place: &Place<'p>, region: &Region<'p>, top: usize) -> Isolated<'p> {
    match find_rules(region, top) {
        Ok(Rules { head, bottom }) => {
            let canvas = Canvas::new(place, region.clone().from(top).until(bottom + 1), false);
            let table = rows::read(canvas, head.map(|head| head - top));
            Isolated { table, last: bottom, next: bottom + 1, blank_finish: region.is_blank(bottom + 1) }
        }
        Err((cause, last)) => {
            let span = region.line_span(last);
            let blank_finish = match cause {
                Cause::RuleMismatch => region.is_blank(last + 1),
                cause => cause == Cause::NoBottom,
            };
            Isolated { table: Err(Fault { cause, span }), last, next: last + 1, blank_finish }
        }
    }
}

/// The rules below the top: the second is the bottom, the first is if a blank line follows. If that fails, why, and
/// the last line that docutils takes for the table.
fn find_rules(region: &Region<'_>, top: usize) -> Result<Rules, (Cause, usize)> {
    let length = region.text(top).trim_end_matches(' ').len();
    let mut head = None;
    let mut at = region.next_text(top + 1);
    while at < region.end() {
        let line = region.text(at);
        if is_simple_rule(line) {
            if line.trim_end_matches(' ').len() != length {
                return Err((Cause::RuleMismatch, at));
            }
            if head.is_some() || region.is_blank(at + 1) {
                return Ok(Rules { head, bottom: at });
            }
            head = Some(at);
        }
        at = region.next_text(at + 1);
    }
    Err(head.map_or((Cause::NoBottom, region.end() - 1), |head| (Cause::NoBottomOrBlank, head)))
}
