//! Markdown of a cell for rustdoc: paragraphs, lists, emphasis, code and links survive, all other words show as they are,
//! and no text means anything to rustdoc that it does not mean on the page.
//!
//! A paragraph is one line, so only its beginning can be mistaken for the mark of a block. Lists that
//! are nested too deep become paragraphs, blocks that Markdown lacks become lists or paragraphs with the same words.

mod escape;
mod line;
mod link;
mod lists;
mod span;

#[cfg(test)]
mod tests;

use self::line::Line;
use self::lists::{ItemMark, Lists, Marks};
use crate::block::text::Text;
use crate::block::tree::{Block, Definition, Field, Item, OptionItem, TableBlock};
use crate::context::{Context, Reading};
use crate::inline::{Piece, escape::resolve};
use crate::render::hang;
use crate::render::plain::Plain;

/// The Markdown of blocks that are written in `length` bytes.
pub(crate) fn markdown(blocks: &[Block<'_>], context: &Context<'_>, length: usize) -> String {
    let reading = Reading::new(length);
    let mut writer = Writer { context, reading, lists: Lists::default(), line: Line::default() };
    let mut out = Vec::new();
    writer.blocks(&mut out, blocks);
    writer.end_paragraph(&mut out);
    out.join("\n\n")
}

/// A text as Markdown that shows it as it is, on one line.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape::push_text(&mut out, text);
    out
}

/// A text as code.
pub fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    escape::push_code(&mut out, text);
    out
}

struct Writer<'c, 'p> {
    context: &'c Context<'p>,
    reading: Reading,
    lists: Lists,
    /// What the next paragraph begins with.
    line: Line,
}

/// Blocks of Markdown, each of which shows something.
type Blocks = Vec<String>;

impl Writer<'_, '_> {
    /// Writes blocks. What the last one leaves in [`Writer::line`] goes on in what comes next.
    fn blocks(&mut self, out: &mut Blocks, blocks: &[Block<'_>]) {
        for block in blocks {
            self.block(out, block);
        }
    }

    fn block(&mut self, out: &mut Blocks, block: &Block<'_>) {
        match block {
            Block::Paragraph(text) => self.paragraph(out, text),
            Block::Literal(code) => self.literal(out, &resolve(code)),
            Block::BulletList { bullet, items } => self.list(out, bullets(*bullet, items), items, Self::item),
            Block::EnumeratedList { form, start, items } => {
                self.list(out, Marks::Enumerators(*form, *start), items, Self::item);
            }
            Block::DefinitionList(items) => self.list(out, Marks::Nothing, items, Self::definition),
            Block::FieldList(fields) => self.list(out, Marks::Nothing, fields, Self::field),
            Block::OptionList(items) => self.list(out, Marks::Nothing, items, Self::option),
            Block::LineBlock(texts) => self.line_block(out, texts),
            Block::BlockQuote { blocks, attribution } => {
                self.blocks(out, blocks);
                if let Some(attribution) = attribution {
                    self.line.push_text("-- ");
                    self.paragraph(out, attribution);
                }
            }
            Block::Admonition { name, blocks } => {
                self.end_paragraph(out);
                self.line.push(&Piece::Strong(format!("[{name}]").into()));
                self.end_paragraph(out);
                self.blocks(out, blocks);
            }
            Block::Image { alt } => {
                self.line.push(&Piece::Text(alt.into()));
                self.end_paragraph(out);
            }
            Block::Footnote { label, blocks } => {
                self.end_paragraph(out);
                self.line.push(&Piece::Text(format!("[{label}] ").into()));
                self.blocks(out, blocks);
                self.end_paragraph(out);
            }
            Block::Table(table) => self.table(out, table),
            Block::Group(blocks) | Block::InPlace { blocks, .. } => self.blocks(out, blocks),
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
            | Block::Elsewhere(_) => {}
        }
    }

    fn inline(&mut self, text: &Text<'_>) {
        let Self { line, reading, context, .. } = self;
        reading.revision = text.roles;
        context.read(&text.source, reading, |_, piece| line.push(piece));
    }

    fn paragraph(&mut self, out: &mut Blocks, text: &Text<'_>) {
        self.inline(text);
        self.end_paragraph(out);
    }

    fn end_paragraph(&mut self, out: &mut Blocks) {
        push(out, std::mem::take(&mut self.line).render());
    }

    /// A list, each item of which `write` writes. Items without marks of Markdown are blocks of their own.
    fn list<T>(
        &mut self,
        out: &mut Blocks,
        marks: Marks,
        items: &[T],
        mut write: impl FnMut(&mut Self, &mut Blocks, &T),
    ) {
        self.end_paragraph(out);
        let is_list = self.lists.enter(marks);
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            let mark = self.lists.enter_item();
            if let ItemMark::Text(mark) = &mark {
                self.line.push_text(mark);
            }
            let mut blocks = Vec::new();
            write(self, &mut blocks, item);
            self.end_paragraph(&mut blocks);
            self.lists.leave_item();
            let text = blocks.join("\n\n");
            texts.push(match mark {
                ItemMark::Markdown(mark) => hang(&mark, &text, mark.len()),
                ItemMark::Text(_) => text,
            });
        }
        self.lists.leave();
        if is_list {
            push(out, texts.join("\n"));
        } else {
            texts.into_iter().for_each(|text| push(out, text));
        }
    }

    fn item(&mut self, out: &mut Blocks, item: &Item<'_>) {
        self.blocks(out, &item.blocks);
    }

    fn definition(&mut self, out: &mut Blocks, item: &Definition<'_>) {
        for (index, part) in item.term.texts().iter().enumerate() {
            if index > 0 {
                self.line.push_text(" : ");
            }
            self.inline(part);
        }
        self.end_paragraph(out);
        self.blocks(out, &item.blocks);
    }

    fn field(&mut self, out: &mut Blocks, field: &Field<'_>) {
        self.line.push_text(":");
        self.inline(&field.name);
        self.line.push_text(": ");
        self.blocks(out, &field.blocks);
    }

    fn option(&mut self, out: &mut Blocks, item: &OptionItem<'_>) {
        for (index, option) in item.options.iter().enumerate() {
            if index > 0 {
                self.line.push_text(", ");
            }
            self.line.push_code(&resolve(option));
        }
        self.line.push_text("  ");
        self.blocks(out, &item.blocks);
    }

    fn line_block(&mut self, out: &mut Blocks, texts: &[Text<'_>]) {
        let mut lines = Vec::with_capacity(texts.len());
        for text in texts {
            self.inline(text);
            lines.push(std::mem::take(&mut self.line));
        }
        push_lines(out, lines);
    }

    /// Code that rustdoc does not run.
    fn literal(&mut self, out: &mut Blocks, code: &str) {
        self.end_paragraph(out);
        if code.is_empty() {
            return;
        }
        let lines: Vec<_> = code.split('\n').map(escape::shown_text).collect();
        let code = lines.join("\n");
        let fence = escape::fence(&code);
        push(out, format!("{fence}text\n{code}\n{fence}"));
    }

    /// A table within the cell, as the lines of its plain text.
    fn table(&mut self, out: &mut Blocks, table: &TableBlock<'_>) {
        self.end_paragraph(out);
        let text = Plain { context: self.context, reading: &mut self.reading }.table(table);
        let lines = text.split('\n').map(|text| {
            let mut line = Line::default();
            line.push(&Piece::Text(text.into()));
            line
        });
        push_lines(out, lines.collect());
    }
}

fn bullets(bullet: char, items: &[Item<'_>]) -> Marks {
    let is_empty = !items.iter().flat_map(|item| &item.blocks).any(Block::is_shown);
    if is_empty { Marks::Word(bullet) } else { Marks::Bullet(bullet) }
}

fn push(out: &mut Blocks, block: String) {
    if !block.is_empty() {
        out.push(block);
    }
}

/// Lines that stay lines; an empty one ends a paragraph.
fn push_lines(out: &mut Blocks, lines: Vec<Line>) {
    let mut paragraph = String::new();
    for line in lines.into_iter().map(Line::render) {
        if line.is_empty() {
            push(out, std::mem::take(&mut paragraph));
        } else {
            if !paragraph.is_empty() {
                paragraph.push_str("\\\n");
            }
            paragraph.push_str(&line);
        }
    }
    push(out, paragraph);
}
