//! Headings: sections and directives, and what is in which.

use std::ops::Range;
use std::sync::Arc;

use crate::source::origin::Origin;

/// What a table is under: a section, or a directive with content and a title.
///
/// ```
/// use rst_tables::{HeadingKind, Page};
///
/// let page = Page::read("\
/// .. _settings:
///
/// Settings
/// ========
///
/// .. ts:cv:: CONFIG proxy.config.mode INT 0
///
///    ===== =======
///    Value Meaning
///    ===== =======
///    0     off
///    ===== =======
/// ");
/// let [section, setting] = page.tables()[0].as_ref().unwrap().headings()[..] else { panic!() };
/// assert_eq!((section.title(), section.labels()), ("Settings", ["settings".to_owned()].as_slice()));
/// assert_eq!(section.kind(), &HeadingKind::Section { level: 1 });
/// assert_eq!(setting.title(), "CONFIG proxy.config.mode INT 0");
/// assert_eq!(setting.kind(), &HeadingKind::Directive { name: "ts:cv".to_owned() });
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Heading {
    pub(crate) kind: HeadingKind,
    pub(crate) title: String,
    pub(crate) labels: Vec<String>,
    pub(crate) origin: Arc<Origin>,
    pub(crate) span: Range<usize>,
    pub(crate) parent: Option<Arc<Heading>>,
}

/// The kind of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeadingKind {
    /// The title of a section.
    Section {
        /// How deep the section is nested; 1 for those that are in no other.
        level: usize,
    },
    /// A directive with content that has an argument, of at most 1000 bytes.
    Directive {
        /// The directive's name, as it is written.
        name: String,
    },
}

impl Heading {
    /// What it is.
    pub fn kind(&self) -> &HeadingKind {
        &self.kind
    }

    /// The section's title, or the directive's argument, as plain text.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The names of the targets (`.. _name:`) in front of it.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The file that it is in.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The bytes of the page that hold the title, or the directive's first line.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The heading that it is under.
    pub fn parent(&self) -> Option<&Self> {
        self.parent.as_deref()
    }

    /// How deep its section is nested; 0 for a directive.
    pub(crate) fn level(&self) -> usize {
        match self.kind {
            HeadingKind::Section { level } => level,
            HeadingKind::Directive { .. } => 0,
        }
    }
}

/// A heading and those that it is under, outermost first.
pub(crate) fn path(innermost: Option<&Arc<Heading>>) -> Vec<&Heading> {
    let mut path: Vec<&Heading> =
        std::iter::successors(innermost.map(AsRef::as_ref), |heading| heading.parent.as_deref()).collect();
    path.reverse();
    path
}
