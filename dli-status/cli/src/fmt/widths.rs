//! How wide columns must be, and how wide they may be.

/// A run of columns (or rows), and what is needed in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) first: usize,
    pub(crate) count: usize,
    pub(crate) needed: usize,
}

impl Span {
    /// What the span has: its columns and what lies between them.
    pub(crate) fn room(&self, widths: &[usize], gaps: &[usize]) -> usize {
        let inner = gaps.iter().skip(self.first).take(self.count.saturating_sub(1)).sum::<usize>();
        widths.iter().skip(self.first).take(self.count).sum::<usize>() + inner
    }
}

/// Widens columns until every span has what it needs. What single columns do not have is added to the last column of a
/// span. `gaps` has what lies after each column.
pub(crate) fn grow(widths: &mut [usize], gaps: &[usize], spans: &[Span]) {
    let mut by_count: Vec<&Span> = spans.iter().collect();
    by_count.sort_by_key(|span| (span.count, span.first));
    for span in by_count {
        let lacking = span.needed.saturating_sub(span.room(widths, gaps));
        if let Some(last) = widths.get_mut(span.first + span.count - 1) {
            *last += lacking;
        }
    }
}

/// Widths that are together as much as there is room for: the widest are cut to one measure, but none below its least.
/// Columns stay wider than there is room for if all are at their least.
pub(crate) fn fit(widths: &[usize], least: &[usize], room: usize) -> Vec<usize> {
    let cut = |measure: usize| -> Vec<usize> {
        widths.iter().zip(least).map(|(width, least)| (*width).min(measure.max(*least))).collect()
    };
    let widest = widths.iter().copied().max().unwrap_or(0);
    (0..=widest).rev().map(cut).find(|cut| cut.iter().sum::<usize>() <= room).unwrap_or_else(|| cut(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_column_of_a_span_grows() {
        let mut widths = [3, 3, 3];
        let spans = [Span { first: 0, count: 2, needed: 10 }, Span { first: 0, count: 1, needed: 5 }];
        grow(&mut widths, &[1, 1, 1], &spans);
        assert_eq!(widths, [5, 4, 3]);
    }

    #[test]
    fn the_widest_columns_are_cut() {
        assert_eq!(fit(&[10, 3, 40], &[1, 1, 1], 33), [10, 3, 20]);
        assert_eq!(fit(&[10, 3, 40], &[1, 1, 1], 13), [5, 3, 5]);
        assert_eq!(fit(&[10, 3, 40], &[8, 3, 30], 20), [8, 3, 30]);
        assert_eq!(fit(&[10, 3], &[1, 1], 20), [10, 3]);
    }
}
