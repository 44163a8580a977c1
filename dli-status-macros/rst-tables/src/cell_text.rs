//! What a cell says: its lines read as blocks, and these written as plain text or Markdown.

pub(crate) mod unresolved;

use crate::block::parser::Parser;
use crate::block::scope::Parent;
use crate::block::text::Text;
use crate::block::tree::Block;
use crate::context::Context;
use crate::inline::is_plain;
use crate::pattern::{Start, classify};
use crate::render::markdown::markdown;
use crate::render::plain::plain;
use crate::table::{Cell, InlineSource, Source};
use crate::white_space::is_space;

/// Writes blocks, given the length of their source.
type Write = fn(&[Block<'_>], &Context<'_>, usize) -> String;

impl<'p> Cell<'p> {
    /// The cell as plain text, without markup.
    pub fn text(&self) -> String {
        self.words().map_or_else(|| self.write(plain), str::to_owned)
    }

    /// The cell as Markdown for rustdoc.
    pub fn markdown(&self) -> String {
        self.write(markdown)
    }

    fn write(&self, write: Write) -> String {
        let write = |blocks: &[Block<'_>], length| write(blocks, self.place.shared.context(), length);
        if let Source::Inline(inline) = &self.source {
            let parts = self.parts(inline).map(|part| write(&[part], 0));
            return parts.collect::<Vec<_>>().join(" : ");
        }
        let region = self.region();
        let length = region.length();
        write(&Parser::of_cell(&self.place).blocks(region, Parent::Body), length)
    }

    /// The parts of a line, each as a paragraph.
    fn parts(&self, inline: &InlineSource<'p>) -> impl Iterator<Item = Block<'p>> {
        let InlineSource { region, line, parts } = inline;
        parts.iter().map(|part| Block::Paragraph(Text::of_line(region, *line, part.clone(), self.place.roles)))
    }

    /// The blocks of the cell.
    fn blocks(&self) -> Vec<Block<'p>> {
        match &self.source {
            Source::Inline(inline) => self.parts(inline).collect(),
            _ => Parser::of_cell(&self.place).blocks(self.region(), Parent::Body),
        }
    }

    /// The text of a cell that is a single line without markup, as most are.
    pub(crate) fn words(&self) -> Option<&str> {
        let Source::Area(area) = &self.source else { return None };
        let line = area.only_line()?.trim_end_matches(is_space);
        (is_plain(line) && !line.ends_with("::") && classify(line) == Start::Text).then_some(line)
    }
}
