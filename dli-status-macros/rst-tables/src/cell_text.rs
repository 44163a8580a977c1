//! What a cell says: its lines read as blocks, and these written as plain text or Markdown.

pub(crate) mod unresolved;

use crate::block::parser::Parser;
use crate::block::scope::Parent;
use crate::block::text::Text;
use crate::block::tree::Block;
use crate::context::Context;
use crate::inline::{is_plain, may_hold_link};
use crate::pattern::{Start, classify};
use crate::render::markdown::{escape, markdown};
use crate::render::plain::plain;
use crate::source::blanks::is_printable;
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
        let words = self.words().filter(|words| is_printable(words) && !may_hold_link(words));
        words.map_or_else(|| self.write(markdown), escape)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables;

    #[test]
    fn markdown_of_one_line_is_that_of_its_blocks() {
        for text in [
            "Words, and a full stop.",
            "1. one",
            "3) three",
            "- item",
            "a - b -- c ... d!",
            "# no heading = this ~",
            "<b> & \"quotes\" 'too'",
            "a http://a.b/c, d@example.com: e",
            "ends with ::",
            "a | b_ `c` *d*",
            ":field: body",
            "-o  option",
            ">>> doctest",
            "12",
            "12.",
            "a  two   blanks",
            "a \u{202E} b",
            "a \u{202E}",
            "tab\u{7F}del",
            "caf\u{e9} \u{2028} x",
        ] {
            let page =
                format!("====  {rule}\nCode  Text\n====  {rule}\n200   {text}\n====  {rule}\n", rule = "=".repeat(40));
            let tables = tables(&page);
            let table = tables.first().unwrap().as_ref().unwrap();
            for cell in table.body().iter().flatten() {
                assert_eq!(cell.markdown(), cell.write(markdown), "{text:?}");
            }
        }
    }
}
