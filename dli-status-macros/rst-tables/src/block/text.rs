//! The inline text of blocks, and where it is on the page.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::block::classifier;
use crate::source::origin::Origin;
use crate::source::region::Region;

/// Inline source text: lines joined by `\n`, markup and escapes not yet read.
#[derive(Debug, Clone)]
pub(crate) struct Text<'p> {
    pub(crate) source: Cow<'p, str>,
    /// How many role directives come before it: what a role means depends on it.
    pub(crate) roles: usize,
    /// Where it begins, unless it has been put together.
    pub(crate) start: Option<TextStart<'p>>,
}

/// Where a text begins: a line of a region, and a byte of that line. The text's further lines are those below, all of
/// each.
#[derive(Debug, Clone)]
pub(crate) struct TextStart<'p> {
    pub(crate) region: Region<'p>,
    pub(crate) line: usize,
    pub(crate) offset: usize,
}

/// The line of a definition list that holds a term and its classifiers.
#[derive(Debug, Clone)]
pub(crate) struct Term<'p> {
    pub(crate) region: Region<'p>,
    pub(crate) line: usize,
    pub(crate) roles: usize,
}

impl<'p> Text<'p> {
    /// Some bytes of a line.
    pub(crate) fn of_line(region: &Region<'p>, line: usize, bytes: Range<usize>, roles: usize) -> Self {
        let start = TextStart { region: region.clone(), line, offset: bytes.start };
        Self { source: region.piece(line, bytes), roles, start: Some(start) }
    }

    /// The bytes of a file that some bytes of the source are written in, if the text is known to be in that file.
    pub(crate) fn span(&self, bytes: &Range<usize>, file: &Arc<Origin>) -> Option<Range<usize>> {
        let start = self.start.as_ref().filter(|start| start.region.origin() == file)?;
        Some(start.place(&self.source, bytes.start)..start.place(&self.source, bytes.end))
    }
}

impl TextStart<'_> {
    /// The byte of the file for a byte of the text that begins here.
    fn place(&self, source: &str, byte: usize) -> usize {
        let before = source.get(..byte).expect("places in a text are between its characters");
        match before.rsplit_once('\n') {
            None => self.region.place(self.line, self.offset + before.len()),
            Some((lines, rest)) => self.region.place(self.line + 1 + lines.matches('\n').count(), rest.len()),
        }
    }
}

impl<'p> Term<'p> {
    /// The bytes of the term and of its classifiers in their line.
    pub(crate) fn parts(&self) -> Vec<Range<usize>> {
        classifier::parts(self.region.text(self.line))
    }

    /// The term and its classifiers.
    pub(crate) fn texts(&self) -> Vec<Text<'p>> {
        let text = |part| Text::of_line(&self.region, self.line, part, self.roles);
        self.parts().into_iter().map(text).collect()
    }
}
