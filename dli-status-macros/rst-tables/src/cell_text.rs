//! What a cell says: its lines read as blocks, and these written as plain text or Markdown.

use crate::block::read;
use crate::inline::is_plain;
use crate::pattern::{Start, classify};
use crate::render::markdown::markdown;
use crate::render::plain::plain;
use crate::table::{Cell, Source};
use crate::white_space::is_space;

impl Cell<'_> {
    /// The cell as plain text, without markup.
    pub fn text(&self) -> String {
        if let Some(words) = self.words() {
            return words.to_owned();
        }
        plain(&read::of_cell(self.region(), self.roles()), self.page().context())
    }

    /// The cell as Markdown for rustdoc.
    pub fn markdown(&self) -> String {
        markdown(&read::of_cell(self.region(), self.roles()), self.page().context())
    }

    /// The text of a cell that is a single line without markup, as most are.
    fn words(&self) -> Option<&str> {
        let Source::Cut { canvas, .. } = &self.source else { return None };
        let line = canvas.only_line(&self.block())?.trim_end_matches(is_space);
        (is_plain(line) && !line.ends_with("::") && classify(line) == Start::Text).then_some(line)
    }
}
