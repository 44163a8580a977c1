//! Lines of text without a `|` where the lines above and below have one, or with a `+` in its place.

use super::drawing::Drawing;
use super::row::{columns, is_bar};

/// The line with a `|` in each column in which it lacks one; `None` if there is none. In a table that can be read, a line
/// between two borders may join cells.
pub(super) fn mended_text(drawing: &Drawing<'_>, index: usize, is_readable: bool) -> Option<String> {
    let text = columns(drawing.row(index).text);
    let mut mended = text.clone();
    let above = index.checked_sub(1)?;
    for column in 0..drawing.width {
        let around = [drawing.mark(above, column), drawing.mark(index + 1, column)];
        let may_join = is_readable && around == [b'+', b'+'];
        if !around.into_iter().all(is_bar) {
            continue;
        }
        let [before, after] = [column.checked_sub(1), Some(column + 1)];
        let beside = [before, after].map(|column| column.map_or(b' ', |column| drawing.mark(index, column)));
        match drawing.mark(index, column) {
            b'+' if !beside.iter().any(|mark| matches!(mark, b'-' | b'=')) => *mended.get_mut(column)? = "|",
            b' ' if !may_join => *mended.get_mut(column)? = "|",
            _ => {}
        }
    }
    (mended != text).then(|| mended.concat())
}
