//! The plain text of blocks: docutils' words, with lists and other blocks set out in lines.

use crate::block::text::Text;
use crate::block::tree::{Block, Definition, Field, Item, OptionItem, TableBlock};
use crate::context::{Context, Reading};
use crate::inline::{escape::resolve, is_plain};
use crate::render::hang;
use crate::white_space::fold_spaces;

/// The plain text of blocks that are written in `length` bytes.
pub(crate) fn plain(blocks: &[Block<'_>], context: &Context<'_>, length: usize) -> String {
    match blocks {
        // Most cells; this is quick without optimisation too.
        [Block::Paragraph(text)] if is_plain(&text.source) => text.source.replace('\n', " "),
        _ => Plain { context, reading: &mut Reading::new(length) }.blocks(blocks),
    }
}

/// The plain text of inline source text.
pub(crate) fn plain_text(text: &Text<'_>, context: &Context<'_>) -> String {
    Plain { context, reading: &mut Reading::new(text.source.len()) }.text(text)
}

/// Writes plain text.
pub(super) struct Plain<'c, 'p> {
    pub(super) context: &'c Context<'p>,
    pub(super) reading: &'c mut Reading,
}

impl Plain<'_, '_> {
    /// The blocks that show anything, with a blank line between them.
    fn blocks(&mut self, blocks: &[Block<'_>]) -> String {
        if let [block] = blocks {
            return self.block(block);
        }
        let texts: Vec<String> = blocks.iter().map(|block| self.block(block)).filter(|text| !text.is_empty()).collect();
        texts.join("\n\n")
    }

    fn block(&mut self, block: &Block<'_>) -> String {
        match block {
            Block::Paragraph(text) => self.text(text),
            Block::Literal(lines) => resolve(lines).into_owned(),
            Block::BulletList { bullet, items } => lines(items, |item| self.item(&bullet.to_string(), item)),
            Block::EnumeratedList { form, start, items } => {
                let mut ordinal = *start;
                lines(items, |item| {
                    let marker = form.marker(ordinal);
                    ordinal = ordinal.saturating_add(1);
                    self.item(&marker, item)
                })
            }
            Block::DefinitionList(items) => lines(items, |item| self.definition(item)),
            Block::FieldList(fields) => lines(fields, |field| self.field(field)),
            Block::OptionList(items) => lines(items, |item| self.option(item)),
            Block::LineBlock(texts) => lines(texts, |text| self.text(text)),
            Block::BlockQuote { blocks, attribution } => {
                let quote = self.blocks(blocks);
                let attribution = attribution.as_ref().map(|text| format!("-- {}", self.text(text)));
                join([quote].into_iter().chain(attribution))
            }
            Block::Admonition { name, blocks } => join([format!("[{name}]"), self.blocks(blocks)]),
            Block::Image { alt } => alt.replace('\n', " "),
            Block::Footnote { label, blocks } => hang(&format!("[{label}] "), &self.blocks(blocks), 2),
            Block::Table(table) => self.table(table),
            Block::Group(blocks) | Block::InPlace { blocks, .. } => self.blocks(blocks),
            Block::SectionTitle(_)
            | Block::Transition
            | Block::SubstitutionDefinition
            | Block::Comment { .. }
            | Block::Target(_)
            | Block::Pending
            | Block::Message
            | Block::LostTitle(_)
            | Block::Rejected(_)
            | Block::Dropped(_)
            | Block::Elsewhere(_) => String::new(),
        }
    }

    fn item(&mut self, marker: &str, item: &Item<'_>) -> String {
        let prefix = format!("{marker} ");
        hang(&prefix, &self.blocks(&item.blocks), prefix.chars().count())
    }

    fn definition(&mut self, item: &Definition<'_>) -> String {
        let parts: Vec<String> = item.term.texts().iter().map(|part| self.text(part)).collect();
        let definition = self.blocks(&item.blocks);
        let separator = if definition.is_empty() { "" } else { "\n" };
        hang("", &format!("{}{separator}{definition}", parts.join(" : ")), 2)
    }

    fn field(&mut self, field: &Field<'_>) -> String {
        let prefix = format!(":{}: ", self.text(&field.name));
        hang(&prefix, &self.blocks(&field.blocks), 2)
    }

    fn option(&mut self, item: &OptionItem<'_>) -> String {
        let prefix = format!("{}  ", resolve(&item.options.join(", ")));
        hang(&prefix, &self.blocks(&item.blocks), 2)
    }

    /// A table within a cell: its titles, then a line per row.
    pub(super) fn table(&mut self, table: &TableBlock<'_>) -> String {
        let titles: Vec<String> = table.titles.iter().map(|title| self.text(title)).collect();
        let rows = lines(&table.cells, |row| {
            let cells: Vec<String> = row.iter().map(|cell| fold_spaces(&self.blocks(cell))).collect();
            cells.join(" | ")
        });
        join(titles.into_iter().chain([rows]))
    }

    /// Inline text; a line break is a blank.
    fn text(&mut self, text: &Text<'_>) -> String {
        if is_plain(&text.source) {
            return text.source.replace('\n', " ");
        }
        self.reading.revision = text.roles;
        let mut out = String::with_capacity(text.source.len());
        self.context.read(&text.source, self.reading, |_, piece| out.push_str(piece.text()));
        out.replace('\n', " ")
    }
}

/// Items, each from a new line on.
fn lines<T>(items: &[T], write: impl FnMut(&T) -> String) -> String {
    items.iter().map(write).collect::<Vec<_>>().join("\n")
}

/// The texts that are not empty, with a blank line between them.
fn join(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests;
