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
    fn room(&self, widths: &[usize], gaps: &[usize]) -> usize {
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
