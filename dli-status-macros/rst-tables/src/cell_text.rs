//! What a cell says: its lines read as blocks, and these written as plain text or Markdown.

use crate::block::parser::Parser;
use crate::block::scope::Parent;
use crate::block::tree::Block;
use crate::context::Context;
use crate::inline::is_plain;
use crate::pattern::{Start, classify};
use crate::render::markdown::markdown;
use crate::render::plain::plain;
use crate::table::{Cell, Source};
use crate::white_space::is_space;

/// Writes the blocks of a text of so many bytes.
type Write = fn(&[Block<'_>], &Context<'_>, usize) -> String;

impl Cell<'_> {
    /// The cell as plain text, without markup.
    pub fn text(&self) -> String {
        self.words().map_or_else(|| self.write(plain), str::to_owned)
    }

    /// The cell as Markdown for rustdoc.
    pub fn markdown(&self) -> String {
        self.write(markdown)
    }

    fn write(&self, write: Write) -> String {
        let region = self.region();
        let length = region.length();
        let blocks = Parser::of_cell(self.place.roles).blocks(region, Parent::Body);
        write(&blocks, self.place.page.context(), length)
    }

    /// The text of a cell that is a single line without markup, as most are.
    fn words(&self) -> Option<&str> {
        let Source::Area(area) = &self.source else { return None };
        let line = area.only_line()?.trim_end_matches(is_space);
        (is_plain(line) && !line.ends_with("::") && classify(line) == Start::Text).then_some(line)
    }
}
