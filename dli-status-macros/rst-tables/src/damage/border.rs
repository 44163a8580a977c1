//! Borders with gaps in them, or with a `+` where no other border meets them.

use super::drawing::Drawing;
use super::row::{columns, is_bar};

/// How many lines of a row are looked at to see where a bar leads.
const MAX_LINES: usize = 200;

/// The border without gaps and with a `+` only where it meets another one; `None` if it is so.
pub(super) fn mended_border(drawing: &Drawing<'_>, index: usize) -> Option<String> {
    let row = drawing.row(index);
    let (fill, line) = if row.fill() == b'=' { (b'=', "=") } else { (b'-', "-") };
    let text = columns(row.text);
    let mut mended = text.clone();
    let mut start = 0;
    for end in 1..drawing.width {
        if !is_bar(drawing.mark(index, end)) && !meets(drawing, index, end) {
            continue;
        }
        let inner = start + 1..end;
        if is_line(row.marks.get(inner.clone()).unwrap_or_default(), fill) {
            mended.get_mut(inner)?.fill(line);
            for corner in [start, end] {
                *mended.get_mut(corner)? = if is_stray(drawing, index, corner) { line } else { "+" };
            }
        }
        start = end;
    }
    (mended != text).then(|| mended.concat())
}

/// Whether a part of a row is a border or was meant as one.
fn is_line(part: &[u8], fill: u8) -> bool {
    let reaches_an_end = part.first() == Some(&fill) || part.last() == Some(&fill);
    reaches_an_end && part.iter().filter(|&&mark| mark == fill).count() * 2 >= part.len()
}

/// Whether no other border meets this one in a column.
fn is_stray(drawing: &Drawing<'_>, index: usize, column: usize) -> bool {
    let above = index.checked_sub(1).map_or(b' ', |above| drawing.mark(above, column));
    !is_bar(above) && !is_bar(drawing.mark(index + 1, column))
}

/// Whether bars lead from a border to the next `+` above and below; at the top and the bottom, on the one side.
fn meets(drawing: &Drawing<'_>, index: usize, column: usize) -> bool {
    let above = (0..index).rev().map(|row| drawing.mark(row, column));
    let below = (index + 1..=drawing.last()).map(|row| drawing.mark(row, column));
    (index == 0 || leads_to_a_corner(above)) && (index == drawing.last() || leads_to_a_corner(below))
}

fn leads_to_a_corner(marks: impl Iterator<Item = u8>) -> bool {
    let mut marks = marks.take(MAX_LINES);
    marks.next() == Some(b'|') && marks.find(|&mark| mark != b'|') == Some(b'+')
}
