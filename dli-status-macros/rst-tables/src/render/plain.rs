//! The plain text of a cell: its words, with lists and other blocks set out in lines.

use crate::block::tree::{Block, Step};
use crate::context::{Context, Reading};
use crate::inline::{escape, is_plain};
use crate::pattern::enumerator::Enumeration;
use crate::render::layout::{Join, Layout};

/// The plain text of the blocks.
pub(crate) fn plain(steps: &[Step<'_>], context: &Context<'_>) -> String {
    match steps {
        [] => return String::new(),
        // Most cells; this is quick without optimisation too.
        [Step::Enter(Block::Paragraph), Step::Inline(text), Step::Leave] | [Step::Inline(text)] if is_plain(text) => {
            return if text.contains('\n') { text.replace('\n', " ") } else { text.clone().into_owned() };
        }
        _ => {}
    }
    let length = source_length(steps);
    plain_part(steps, length, context, &mut Reading::new(length))
}

/// The plain text of some of the blocks of a cell.
pub(crate) fn plain_part(steps: &[Step<'_>], length: usize, context: &Context<'_>, reading: &mut Reading) -> String {
    let layout = Layout::new(length + length / 8);
    let mut writer = Writer { layout, reading, open: Vec::new(), context };
    for step in steps {
        writer.step(step);
    }
    writer.layout.finish()
}

/// How long the texts are together.
pub(crate) fn source_length(steps: &[Step<'_>]) -> usize {
    let lengths = steps.iter().map(|step| match step {
        Step::Inline(text) | Step::Verbatim(text) => text.len(),
        Step::Enter(_) | Step::Leave | Step::Roles(_) => 0,
    });
    lengths.sum()
}

struct Writer<'c, 'p> {
    layout: Layout,
    reading: &'c mut Reading,
    open: Vec<Open>,
    context: &'c Context<'p>,
}

/// What must be known of an open block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// A list, by the form of its markers and the number of its next item.
    Enumerated(Enumeration, u64),
    Bulleted(char),
    /// Nothing but text.
    Text,
    Term,
    FieldName,
    /// The options of an item, and whether there was one.
    Options {
        any: bool,
    },
    /// A table, and whether it had a row.
    Table {
        rows: bool,
    },
    Entry,
    Other,
}

impl Writer<'_, '_> {
    fn step(&mut self, step: &Step<'_>) {
        match step {
            Step::Enter(block) => self.enter(block),
            Step::Leave => self.leave(),
            Step::Roles(count) => self.reading.revision = *count,
            Step::Inline(text) => self.in_text(|writer| writer.inline(text)),
            Step::Verbatim(text) => self.in_text(|writer| writer.layout.verbatim(&escape::resolve(text))),
        }
    }

    fn enter(&mut self, block: &Block<'_>) {
        let open = self.opened(block);
        self.open.push(open);
    }

    fn opened(&mut self, block: &Block<'_>) -> Open {
        let layout = &mut self.layout;
        match block {
            Block::Paragraph | Block::Title | Block::Line | Block::Literal => layout.enter(Join::Nothing),
            Block::Image { alt } => {
                layout.enter(Join::Nothing);
                layout.folded(alt);
            }
            Block::Attribution => {
                layout.enter(Join::Nothing);
                layout.folded("-- ");
            }
            Block::BulletList { bullet } => {
                layout.enter(Join::Items("\n"));
                return Open::Bulleted(*bullet);
            }
            Block::EnumeratedList { form, start } => {
                layout.enter(Join::Items("\n"));
                return Open::Enumerated(*form, *start);
            }
            Block::ListItem => self.list_item(),
            Block::DefinitionList | Block::FieldList | Block::OptionList | Block::LineBlock => {
                layout.enter(Join::Items("\n"));
            }
            Block::DefinitionItem | Block::Field => layout.enter(Join::Nothing),
            Block::Term => {
                layout.enter(Join::Nothing);
                return Open::Term;
            }
            Block::Classifier => {
                layout.enter(Join::Nothing);
                layout.folded(" : ");
                return Open::Term;
            }
            Block::Definition => layout.enter_behind("\n", 2, Join::Blocks),
            Block::FieldName => {
                layout.item(":", 2);
                layout.enter(Join::Nothing);
                return Open::FieldName;
            }
            Block::OptionItem => {
                layout.enter(Join::Nothing);
                layout.item("", 2);
                return Open::Options { any: false };
            }
            Block::OptionString => self.option_string(),
            Block::Description => {
                layout.folded("  ");
                layout.enter(Join::Blocks);
            }
            Block::Admonition { name } => {
                layout.enter(Join::Blocks);
                layout.heading(&format!("[{name}]"));
            }
            Block::Footnote { label } => {
                layout.enter(Join::Blocks);
                layout.item(&format!("[{label}] "), 2);
            }
            Block::Table => {
                layout.enter(Join::Blocks);
                return Open::Table { rows: false };
            }
            Block::Row => self.row(),
            Block::Entry => {
                layout.enter(Join::Blocks);
                layout.cell(true);
                return Open::Entry;
            }
            Block::FieldBody | Block::BlockQuote | Block::Group => layout.enter(Join::Blocks),
        }
        match block {
            Block::Paragraph
            | Block::Title
            | Block::Line
            | Block::Literal
            | Block::Attribution
            | Block::OptionString => Open::Text,
            _ => Open::Other,
        }
    }

    fn list_item(&mut self) {
        self.layout.enter(Join::Blocks);
        match self.open.last_mut() {
            Some(Open::Enumerated(form, number)) => {
                let mark = form.marker(*number) + " ";
                *number = number.saturating_add(1);
                self.layout.item(&mark, mark.len());
            }
            Some(Open::Bulleted(bullet)) => self.layout.item(&format!("{bullet} "), 2),
            _ => {}
        }
    }

    fn option_string(&mut self) {
        self.layout.enter(Join::Nothing);
        if let Some(Open::Options { any }) = self.open.last_mut()
            && std::mem::replace(any, true)
        {
            self.layout.folded(", ");
        }
    }

    /// The rows of a table are a block beside its title.
    fn row(&mut self) {
        if let Some(Open::Table { rows }) = self.open.last_mut()
            && !std::mem::replace(rows, true)
        {
            self.layout.enter(Join::Items("\n"));
        }
        self.layout.enter(Join::Items(" | "));
    }

    fn leave(&mut self) {
        match self.open.pop() {
            Some(Open::Term) => self.layout.trim_line_if_started(),
            Some(Open::Entry) => self.layout.cell(false),
            Some(Open::Table { rows: true }) => self.layout.leave(),
            Some(Open::FieldName) => {
                self.layout.leave();
                return self.layout.folded(": ");
            }
            Some(_) => {}
            None => return,
        }
        self.layout.leave();
    }

    /// Text that stands in a block of other blocks is a block of its own.
    fn in_text(&mut self, write: impl FnOnce(&mut Self)) {
        let is_text = matches!(self.open.last(), Some(Open::Text | Open::Term | Open::FieldName));
        if is_text {
            return write(self);
        }
        self.layout.enter(Join::Nothing);
        write(self);
        self.layout.leave();
    }

    fn inline(&mut self, text: &str) {
        if is_plain(text) {
            return self.layout.folded(text);
        }
        let Self { layout, reading, context, .. } = self;
        context.read(text, reading, |_, piece| layout.folded(piece.text()));
    }
}

#[cfg(test)]
mod tests;
