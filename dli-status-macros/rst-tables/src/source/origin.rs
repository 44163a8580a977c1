//! The file that lines are in, and how it got onto the page.

use std::ops::Range;
use std::sync::Arc;

use super::clip::Clip;

/// The file that a place of a page is in.
///
/// The page is one itself; others are included by it, or by one that it includes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    path: String,
    clip: Clip,
    included: Option<Inclusion>,
}

/// The directive that includes a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Inclusion {
    origin: Arc<Origin>,
    span: Range<usize>,
}

impl Origin {
    /// A page.
    pub(crate) fn page(path: &str) -> Self {
        Self { path: path.to_owned(), ..Self::default() }
    }

    /// A file that is included by the directive with that first line.
    pub(crate) fn included(path: String, clip: Clip, origin: Arc<Self>, span: Range<usize>) -> Self {
        Self { path, clip, included: Some(Inclusion { origin, span }) }
    }

    /// The path of the file; empty for a page that was read from a text.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The file that includes this one, and the bytes of its directive's first line there.
    pub fn included_from(&self) -> Option<(&Self, Range<usize>)> {
        self.included.as_ref().map(|inclusion| (&*inclusion.origin, inclusion.span.clone()))
    }

    /// Whether this part of this file is included by itself.
    pub(crate) fn is_within(&self, path: &str, clip: &Clip) -> bool {
        let includers = std::iter::successors(Some(self), |origin| origin.included_from().map(|(origin, _)| origin));
        includers.into_iter().any(|origin| origin.path == path && origin.clip == *clip)
    }
}
