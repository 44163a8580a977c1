//! Markdown of a cell for rustdoc: paragraphs, lists, emphasis, code and links survive, all other words show as
//! they stand, and no text can mean anything to rustdoc that the page did not.
//!
//! A paragraph is one line, so only its beginning can be mistaken for the mark of a block. Lists deeper than
//! [`MAX_DEPTH`] become paragraphs, blocks that Markdown lacks become lists or paragraphs with the same words.

mod escape;
mod line;
mod link;
mod lists;

#[cfg(test)]
mod tests;

use self::line::Line;
use self::lists::{Lists, Marks};
use crate::block::tree::{Block, Step};
use crate::context::{Context, Reading};
use crate::inline::{self, Piece};
use crate::render::layout::{Join, Layout};
use crate::render::plain::{plain_part, source_length};

/// How deep lists may be nested.
const MAX_DEPTH: usize = 32;

/// The Markdown of the blocks.
pub(crate) fn markdown(steps: &[Step<'_>], context: &Context<'_>) -> String {
    let length = source_length(steps);
    let mut writer = Writer {
        layout: Layout::new(length + length / 4),
        reading: Reading::new(length),
        open: Vec::new(),
        lists: Lists::default(),
        line: Line::default(),
        lines: Vec::new(),
        context,
    };
    let mut rest = steps;
    while let Some((step, behind)) = rest.split_first() {
        rest = match step {
            Step::Enter(Block::Table) => writer.table(rest),
            _ => {
                writer.step(step);
                behind
            }
        };
    }
    writer.end_paragraph();
    writer.layout.finish()
}

/// A text as Markdown that shows it as it stands, on one line.
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
    layout: Layout,
    reading: Reading,
    open: Vec<Open>,
    lists: Lists,
    /// What the next paragraph begins with.
    line: Line,
    /// The lines of a line block.
    lines: Vec<Line>,
    context: &'c Context<'p>,
}

/// What must be known of an open block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// A block in itself.
    Paragraph,
    /// Text that goes on in what comes next.
    Beginning,
    FieldName,
    Options {
        any: bool,
    },
    OptionString,
    List,
    Item,
    /// A block whose beginning may still be in [`Writer::line`] when it ends.
    Headed,
    LineBlock {
        inner: bool,
    },
    Line,
    Other,
}

impl Writer<'_, '_> {
    fn step(&mut self, step: &Step<'_>) {
        match step {
            Step::Enter(block) => {
                let open = self.enter(block);
                self.open.push(open);
            }
            Step::Leave => self.leave(),
            Step::Roles(count) => self.reading.revision = *count,
            Step::Inline(text) => {
                let Self { line, reading, context, .. } = self;
                context.read(text, reading, |_, piece| line.push(piece));
                self.end_loose_text();
            }
            Step::Verbatim(text) if self.open.last() == Some(&Open::OptionString) => {
                self.line.push_code(&inline::escape::resolve(text));
            }
            Step::Verbatim(text) => self.literal(&inline::escape::resolve(text)),
        }
    }

    fn enter(&mut self, block: &Block<'_>) -> Open {
        match block {
            Block::Paragraph | Block::Title => return Open::Paragraph,
            Block::Literal => {}
            Block::Image { alt } => {
                self.line.push(&Piece::Text(alt.as_ref().into()));
                return Open::Paragraph;
            }
            Block::Attribution => {
                self.line.push_text("-- ");
                return Open::Paragraph;
            }
            Block::BulletList { bullet } => return self.list(Marks::Bullet(*bullet)),
            Block::EnumeratedList { form, start } => return self.list(Marks::Enumerators(*form, *start)),
            Block::DefinitionList | Block::FieldList | Block::OptionList => return self.list(Marks::Nothing),
            Block::ListItem | Block::DefinitionItem | Block::Field => return self.item(),
            Block::OptionItem => {
                self.item();
                return Open::Options { any: false };
            }
            Block::Term => return Open::Beginning,
            Block::Classifier => {
                self.line.push_text(" : ");
                return Open::Beginning;
            }
            Block::Definition => self.end_paragraph(),
            Block::FieldName => {
                self.line.push_text(":");
                return Open::FieldName;
            }
            Block::OptionString => {
                if let Some(Open::Options { any }) = self.open.last_mut()
                    && std::mem::replace(any, true)
                {
                    self.line.push_text(", ");
                }
                return Open::OptionString;
            }
            Block::Description => self.line.push_text("  "),
            Block::LineBlock => {
                let inner = matches!(self.open.last(), Some(Open::LineBlock { .. }));
                return Open::LineBlock { inner };
            }
            Block::Line => return Open::Line,
            Block::Admonition { name } => {
                self.end_paragraph();
                self.line.push(&Piece::Strong(format!("[{name}]").into()));
                self.end_paragraph();
            }
            Block::Footnote { label } => {
                self.end_paragraph();
                self.line.push(&Piece::Text(format!("[{label}] ").into()));
                return Open::Headed;
            }
            Block::FieldBody | Block::BlockQuote | Block::Group | Block::Table | Block::Row | Block::Entry => {}
        }
        Open::Other
    }

    fn leave(&mut self) {
        match self.open.pop() {
            Some(Open::Paragraph | Open::Headed) => self.end_paragraph(),
            Some(Open::FieldName) => self.line.push_text(": "),
            Some(Open::Item | Open::Options { .. }) => {
                self.end_paragraph();
                self.lists.leave_item(&mut self.layout);
            }
            Some(Open::List) => self.lists.leave(&mut self.layout),
            Some(Open::Line) => self.lines.push(std::mem::take(&mut self.line)),
            Some(Open::LineBlock { inner: false }) => {
                let lines = std::mem::take(&mut self.lines);
                self.end_lines(lines);
            }
            _ => {}
        }
    }

    fn list(&mut self, marks: Marks) -> Open {
        self.end_paragraph();
        self.lists.enter(&mut self.layout, marks);
        Open::List
    }

    fn item(&mut self) -> Open {
        if let Some(mark) = self.lists.enter_item(&mut self.layout) {
            self.line.push_text(&mark);
        }
        Open::Item
    }

    /// Text in a block of other blocks is a paragraph.
    fn end_loose_text(&mut self) {
        if matches!(self.open.last(), None | Some(Open::Item | Open::Headed | Open::List | Open::Other)) {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        if !self.line.is_empty() {
            let line = std::mem::take(&mut self.line);
            self.block(&line.render());
        }
    }

    /// Lines that stay lines; an empty one ends a paragraph.
    fn end_lines(&mut self, lines: Vec<Line>) {
        let mut paragraph = String::new();
        for line in lines.into_iter().map(Line::render) {
            if line.is_empty() {
                self.block(&std::mem::take(&mut paragraph));
            } else {
                if !paragraph.is_empty() {
                    paragraph.push_str("\\\n");
                }
                paragraph.push_str(&line);
            }
        }
        self.block(&paragraph);
    }

    /// Code that rustdoc does not run.
    fn literal(&mut self, code: &str) {
        self.end_paragraph();
        if code.is_empty() {
            return;
        }
        let lines: Vec<_> = code.split('\n').map(escape::shown_text).collect();
        let code = lines.join("\n");
        let fence = escape::fence(&code);
        self.block(&format!("{fence}text\n{code}\n{fence}"));
    }

    fn block(&mut self, text: &str) {
        self.layout.enter(Join::Nothing);
        self.layout.verbatim(text);
        self.layout.leave();
    }

    /// A table within the cell, which `steps` begin with, as the lines of its plain text. Returns what comes behind.
    fn table<'s, 'p>(&mut self, steps: &'s [Step<'p>]) -> &'s [Step<'p>] {
        self.end_paragraph();
        let mut depth = 0_usize;
        let last = steps.iter().position(|step| {
            match step {
                Step::Enter(_) => depth += 1,
                Step::Leave => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        let (table, behind) = steps.split_at(last.map_or(steps.len(), |last| last + 1));
        let text = plain_part(table, source_length(table), self.context, &mut self.reading);
        let lines = text.split('\n').map(|text| {
            let mut line = Line::default();
            line.push(&Piece::Text(text.into()));
            line
        });
        self.end_lines(lines.collect());
        behind
    }
}
