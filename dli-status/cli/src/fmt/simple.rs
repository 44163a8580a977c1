//! A simple table as what it says and how wide it is, apart from how it is drawn.

pub(crate) mod draw;
pub(crate) mod line;
pub(crate) mod mend;
pub(crate) mod read;
mod rows;

use self::line::Line;
use super::columns::width;
use super::policy::Policy;
use super::widths::{self, Span};
use std::ops::Range;

/// Columns, and the lines below the top border.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Simple {
    /// The columns of each run of `=`.
    pub(crate) widths: Vec<usize>,
    /// The blanks after each run but the last.
    pub(crate) gaps: Vec<usize>,
    pub(crate) lines: Vec<Line>,
}

impl Simple {
    /// Makes room for all texts, and takes away what the policy does not keep.
    pub(crate) fn settle(&mut self, policy: Policy) {
        self.grow();
        match policy {
            Policy::Fit(limit) if self.width() > limit => self.fit(limit),
            Policy::Shrink => self.shrink(),
            Policy::Keep | Policy::Fit(_) => {}
        }
        self.grow();
    }

    /// The columns of the whole table.
    fn width(&self) -> usize {
        self.widths.iter().chain(&self.gaps).sum()
    }

    fn texts(&self) -> impl Iterator<Item = &(Range<usize>, String)> {
        let texts = self.lines.iter().filter_map(|line| if let Line::Text(texts) = line { Some(texts) } else { None });
        texts.flatten()
    }

    fn grow(&mut self) {
        let spans: Vec<Span> = self
            .texts()
            .map(|(columns, text)| Span { first: columns.start, count: columns.len(), needed: width(text) })
            .collect();
        widths::grow(&mut self.widths, &self.gaps, &spans);
    }

    /// As narrow as the texts allow.
    fn shrink(&mut self) {
        self.widths.fill(1);
        self.grow();
    }

    /// As narrow as the texts allow, and if that is still too wide, with texts wrapped.
    fn fit(&mut self, limit: usize) {
        self.shrink();
        let rows = rows::of_lines(std::mem::take(&mut self.lines));
        let least = rows::least(&rows, &self.widths);
        let room = limit.saturating_sub(self.gaps.iter().sum());
        self.widths = widths::fit(&self.widths, &least, room);
        self.lines = rows::wrapped(rows, &self.widths, &self.gaps);
    }
}

/// The runs of a character in a line of it and blanks, by columns.
fn runs(line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (column, _) in line.chars().enumerate().filter(|(_, c)| *c != ' ') {
        match runs.last_mut().filter(|run| run.end == column) {
            Some(run) => run.end += 1,
            None => runs.push(column..column + 1),
        }
    }
    runs
}

/// The blanks between runs.
fn gaps(runs: &[Range<usize>]) -> Vec<usize> {
    runs.iter().zip(runs.iter().skip(1)).map(|(run, next)| next.start - run.end).collect()
}
