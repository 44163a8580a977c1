//! Puts the texts of blocks together: what separates them, how far their lines are indented.
//!
//! Blocks that show nothing leave no trace, not even the blank line around them. So what separates a block from the
//! one before it is written with the block's first text, and each open block knows whether it has shown any.

use crate::white_space::{self, is_space};

/// How the blocks within a block are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// Those that show anything, with a blank line between them.
    Blocks,
    /// All of them, also the empty ones, with this between them.
    Items(&'static str),
    /// One directly after the other.
    Nothing,
}

/// An open block.
#[derive(Debug)]
struct Frame {
    join: Join,
    /// What its first text comes after.
    lead: &'static str,
    /// It has shown something, if only its own prefix.
    started: bool,
    /// A block within it has shown something; in a list: has begun.
    filled: bool,
    /// How much further than those of the outer block its lines are indented.
    indent: usize,
}

/// Writes the texts of blocks in their order.
#[derive(Debug)]
pub(crate) struct Layout {
    out: String,
    frames: Vec<Frame>,
    /// The indentation of lines to come.
    indent: usize,
    line: Line,
    /// Within the cells of a table.
    words: Option<Words>,
}

/// The line that is being written.
#[derive(Debug)]
struct Line {
    start: usize,
    /// Nothing was written yet, not even the indentation.
    fresh: bool,
    /// An item begins on it, so it loses its trailing white space.
    trimmed: bool,
}

/// In the cell of a table all white space is one blank.
#[derive(Debug, Default)]
struct Words {
    /// How many cells are open: those of tables in tables too.
    depth: usize,
    /// The outermost of them.
    frame: usize,
    /// A word was written.
    any: bool,
    /// White space came after it.
    blank: bool,
}

impl Layout {
    pub(crate) fn new(capacity: usize) -> Self {
        let root = Frame { join: Join::Blocks, lead: "", started: true, filled: false, indent: 0 };
        Self {
            out: String::with_capacity(capacity),
            frames: vec![root],
            indent: 0,
            line: Line { start: 0, fresh: true, trimmed: false },
            words: None,
        }
    }

    pub(crate) fn finish(mut self) -> String {
        self.end_line();
        self.out
    }

    /// A block begins within the open one.
    pub(crate) fn enter(&mut self, join: Join) {
        self.enter_behind("", 0, join);
    }

    /// A block begins whose first text comes behind `lead`, its lines from there on indented by `indent`.
    pub(crate) fn enter_behind(&mut self, lead: &'static str, indent: usize, join: Join) {
        if let Some(Frame { join: Join::Items(separator), filled, .. }) = self.frames.last_mut() {
            let separator = *separator;
            // With a second item a list shows something, be they both empty.
            if std::mem::replace(filled, true) && self.shows(separator) {
                self.begin();
                self.lines(separator);
            }
        }
        self.frames.push(Frame { join, lead, started: false, filled: false, indent: 0 });
        self.indent_by(indent);
    }

    pub(crate) fn leave(&mut self) {
        // The root stays: steps that do not pair harm nothing.
        if self.frames.len() > 1 {
            let frame = self.frames.pop();
            self.indent -= frame.map_or(0, |frame| frame.indent);
        }
    }

    /// Begins the open block with the mark of an item; its further lines are indented.
    pub(crate) fn item(&mut self, mark: &str, indent: usize) {
        self.begin();
        self.start_line();
        self.write(mark);
        self.trim_line();
        self.indent_by(indent);
    }

    /// Indents the further lines of the open block; the cell of a table is one line.
    fn indent_by(&mut self, indent: usize) {
        if let Some(frame) = self.frames.last_mut().filter(|_| self.words.is_none()) {
            frame.indent += indent;
            self.indent += indent;
        }
    }

    /// Begins the open block with a block of its own.
    pub(crate) fn heading(&mut self, text: &str) {
        self.begin();
        self.write(text);
        if let Some(frame) = self.frames.last_mut() {
            frame.filled = true;
        }
    }

    /// The line loses its trailing white space if the open block has shown anything.
    pub(crate) fn trim_line_if_started(&mut self) {
        if self.frames.last().is_some_and(|frame| frame.started) {
            self.trim_line();
        }
    }

    /// Text of the open block, its line breaks shown as blanks.
    pub(crate) fn folded(&mut self, text: &str) {
        if !self.shows(text) {
            return;
        }
        self.begin();
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.write(" ");
            }
            self.write(line);
        }
    }

    /// Text of the open block, line by line.
    pub(crate) fn verbatim(&mut self, text: &str) {
        if self.shows(text) {
            self.begin();
            self.lines(text);
        }
    }

    /// Whether text makes a block show something. In the cell of a table blanks alone do not.
    fn shows(&mut self, text: &str) -> bool {
        let Some(words) = &mut self.words else { return !text.is_empty() };
        let is_blank = text.chars().all(is_space);
        words.blank |= is_blank && !text.is_empty();
        !is_blank
    }

    /// The open block begins or, if `false`, ends as the cell of a table.
    pub(crate) fn cell(&mut self, begins: bool) {
        let frame = self.frames.len() - 1;
        let words = self.words.get_or_insert_with(|| Words { frame, ..Words::default() });
        words.depth = if begins { words.depth + 1 } else { words.depth.saturating_sub(1) };
        if words.depth == 0 {
            self.words = None;
        }
    }

    /// The open block is about to show something: writes what separates it, and the blocks around it that show
    /// nothing yet, from what came before.
    pub(crate) fn begin(&mut self) {
        let last = self.frames.len() - 1;
        let shown = self.frames.iter().rposition(|frame| frame.started).unwrap_or(0);
        if shown == last {
            return;
        }
        if let Some(outer) = self.frames.get_mut(shown) {
            let separates = outer.join == Join::Blocks && outer.filled;
            outer.filled = true;
            self.lines_of(shown, if separates { "\n\n" } else { "" });
        }
        for at in shown + 1..=last {
            if let Some(frame) = self.frames.get_mut(at) {
                frame.started = true;
                frame.filled |= at < last && frame.join == Join::Blocks;
                let lead = frame.lead;
                self.lines_of(at, lead);
            }
        }
    }

    /// Lines of the block `frame`, which may be outside the table whose cell is open.
    fn lines_of(&mut self, frame: usize, text: &str) {
        let inner = self.words.take_if(|words| frame < words.frame);
        self.lines(text);
        if inner.is_some() {
            self.words = inner;
        }
    }

    fn lines(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.new_line();
            }
            self.write(line);
        }
    }

    fn write(&mut self, text: &str) {
        let Some(mut words) = self.words.take() else { return self.put(text) };
        words.blank |= text.starts_with(is_space);
        for word in white_space::words(text) {
            if words.any && words.blank {
                self.put(" ");
            }
            self.put(word);
            (words.any, words.blank) = (true, true);
        }
        if !text.is_empty() {
            words.blank = text.ends_with(is_space);
        }
        self.words = Some(words);
    }

    fn put(&mut self, text: &str) {
        if !text.is_empty() {
            self.start_line();
            self.out.push_str(text);
        }
    }

    fn start_line(&mut self) {
        if self.line.fresh && self.words.is_none() {
            self.line.fresh = false;
            self.out.extend(std::iter::repeat_n(' ', self.indent));
        }
    }

    fn new_line(&mut self) {
        if let Some(words) = &mut self.words {
            words.blank = true;
            return;
        }
        self.end_line();
        self.out.push('\n');
        self.line = Line { start: self.out.len(), fresh: true, trimmed: false };
    }

    fn end_line(&mut self) {
        if self.line.trimmed {
            let line = self.out.get(self.line.start..).unwrap_or_default();
            self.out.truncate(self.line.start + line.trim_end_matches(is_space).len());
        }
    }

    fn trim_line(&mut self) {
        self.line.trimmed |= self.words.is_none();
    }
}
