//! Where the columns of a damaged table were: where most of its lines have their corners and bars.

use super::line::Kind;
use crate::fmt::columns::Columns;

/// Bounds the work on a table in which no two lines agree.
const MAX_RULERS: usize = 64;

/// The columns of the corners, from the left border to the right one.
pub(super) fn find(kinds: &[Kind], lines: &[Columns<'_>]) -> Option<Vec<usize>> {
    let marks = |kind: Kind| if kind == Kind::Text { '|' } else { '+' };
    let borders = kinds.iter().zip(lines).filter(|(kind, _)| **kind != Kind::Text);
    let texts = kinds.iter().zip(lines).filter(|(kind, _)| **kind == Kind::Text);
    let mut best: Option<(usize, Vec<usize>)> = None;
    let mut tried: Vec<Vec<usize>> = Vec::new();
    // Borders come first: of two that fit as many lines, the earlier one is meant.
    for (kind, line) in borders.chain(texts) {
        let ruler = line.positions(marks(*kind));
        if ruler.len() < 2 || ruler.first() != Some(&0) || tried.contains(&ruler) {
            continue;
        }
        let score = kinds.iter().zip(lines).filter(|(kind, line)| fits(line, marks(**kind), &ruler)).count();
        if tried.len() == MAX_RULERS {
            break;
        }
        tried.push(ruler.clone());
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, ruler));
        }
    }
    best.map(|(_, ruler)| ruler)
}

/// Whether a line has its corners or bars where the ruler says; text may hold further bars.
fn fits(line: &Columns<'_>, mark: char, ruler: &[usize]) -> bool {
    let has_all = ruler.iter().all(|&column| line.get(column) == Some(mark));
    let ends = ruler.last().is_some_and(|last| line.len() == last + 1);
    has_all && ends && (mark == '|' || line.positions(mark).len() == ruler.len())
}

/// Whether a border leaves out a column, as it does where a cell spans two rows.
pub(super) fn is_broken(border: &Columns<'_>, ruler: &[usize]) -> bool {
    ruler.windows(2).any(|pair| {
        let [left, right] = *pair else { return false };
        let inner = (left + 1..right).filter(|&column| column < border.len());
        let (all, gaps) = inner.fold((0, 0), |(all, gaps), column| {
            (all + 1, gaps + usize::from(!matches!(border.get(column), Some('-' | '=' | '+'))))
        });
        all > 2 && gaps * 2 > all
    })
}
