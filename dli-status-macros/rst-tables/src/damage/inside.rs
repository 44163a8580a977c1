//! Finds damage in a drawing whose rows all begin and end where they should.

use super::bars::mended_text;
use super::border::mended_border;
use super::drawing::Drawing;
use super::found::Found;
use super::shape::shape;
use crate::error::damage::{DamageKind, Repair};

/// How many rows are tried. Where more of them look damaged, no single one is.
const MAX_TRIES: usize = 64;

/// The damaged row, if mending it makes a table that can be read.
pub(super) fn find(drawing: &Drawing<'_>) -> Option<Found> {
    if !drawing.row(0).is_border() {
        return top_border(drawing);
    }
    if !drawing.row(drawing.last()).is_border() {
        return bottom_border(drawing);
    }
    let read = shape(drawing.texts());
    let suspects = (0..=drawing.last()).filter_map(|row| {
        let is_border = drawing.row(row).is_border();
        let mended = if is_border { mended_border(drawing, row) } else { mended_text(drawing, row, read.is_some()) };
        let kind = if is_border { DamageKind::Border } else { DamageKind::Bar };
        mended.map(|text| (row, kind, text))
    });
    // What changes nothing in a table that can be read is not damage.
    let (row, kind, text) = suspects.take(MAX_TRIES).find(|(row, _, text)| {
        let mended = drawing.shape_with(*row, text);
        mended.is_some() && mended != read
    })?;
    Some(Found { row, kind, repair: Some(Repair::Replace(drawing.line_with(row, &text))) })
}

fn top_border(drawing: &Drawing<'_>) -> Option<Found> {
    let border = drawing.rows.iter().find(|row| row.is_border())?.text.replace('=', "-");
    shape(std::iter::once(border.as_str()).chain(drawing.texts()))?;
    let repair = Repair::InsertAbove(drawing.line_with(0, &border));
    Some(Found { row: 0, kind: DamageKind::TopBorder, repair: Some(repair) })
}

fn bottom_border(drawing: &Drawing<'_>) -> Option<Found> {
    let border = drawing.rows.iter().rfind(|row| row.is_border())?.text.replace('=', "-");
    shape(drawing.texts().chain(std::iter::once(border.as_str())))?;
    let row = drawing.last();
    let repair = Repair::InsertBelow(drawing.line_with(row, &border));
    Some(Found { row, kind: DamageKind::BottomBorder, repair: Some(repair) })
}
