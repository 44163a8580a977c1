//! Directives: their parts, and what becomes of the content of each.

use std::borrow::Cow;

use super::block::{Block, Step};
use super::lines::is_space;
use super::parser::{Close, Frame, Kid, Parser};
use super::region::{Indent, Region};

/// A directive's name, and how far its mark reaches with the blanks behind it.
#[derive(Debug)]
pub(crate) struct Name<'l> {
    pub(crate) name: &'l str,
    pub(crate) length: usize,
}

/// `name::`
pub(crate) fn name(body: &str) -> Option<Name<'_>> {
    let length = simple_name(body)?;
    let rest = body.get(length..)?;
    let rest = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix("::")?;
    let end = rest.trim_start_matches(' ');
    let closed = rest.is_empty() || end.len() < rest.len();
    closed.then(|| Some(Name { name: body.get(..length)?, length: body.len() - end.len() }))?
}

/// The length of the simple reference name at the beginning of a text: words joined by single `-._+:`.
pub(crate) fn simple_name(text: &str) -> Option<usize> {
    let mut end = 0;
    loop {
        let rest = text.get(end..)?;
        let joined = end > 0;
        let word = if joined { rest.strip_prefix(['-', '.', '_', '+', ':']) } else { Some(rest) };
        let length = word.map_or(0, |word| word.len() - word.trim_start_matches(char::is_alphanumeric).len());
        if length == 0 {
            return joined.then_some(end);
        }
        end += length + usize::from(joined);
    }
}

/// The parts of a directive: what stands behind its name, its options, its content.
#[derive(Debug)]
pub(crate) struct Parts<'p> {
    pub(crate) argument: Region<'p>,
    pub(crate) options: Region<'p>,
    pub(crate) content: Region<'p>,
}

/// Splits a directive's block: arguments and options up to the first blank line, then content.
fn split<'p>(block: &Region<'p>) -> Parts<'p> {
    let blank = (block.first()..block.end()).find(|&at| block.is_blank(at)).unwrap_or(block.end());
    let options = (block.first()..blank).find(|&at| is_field(block.text(at))).unwrap_or(blank);
    Parts {
        argument: block.clone().until(options),
        options: block.clone().from(options).until(blank),
        content: block.clone().from(blank).without_blank_start(),
    }
}

/// `:name: value`
pub(crate) fn is_field(line: &str) -> bool {
    line.strip_prefix(':').is_some_and(|rest| {
        !rest.starts_with([':', ' ']) && rest.find(": ").map_or(rest.len() > 1 && rest.ends_with(':'), |at| at > 0)
    })
}

impl<'p> Parser<'p> {
    pub(crate) fn directive(&mut self, frame: &mut Frame<'p>, name: &str, lead: usize) -> Option<Frame<'p>> {
        let line = frame.at;
        let reach = frame.region.reach(line, Indent::FirstKnown, false);
        let block = frame.region.inner(line, reach, Some(lead));
        let block = block.until_text();
        self.go_on(frame, reach);
        let parts = split(&block);
        let name = name.to_lowercase();
        match name.as_str() {
            "table" => self.table_directive(frame, line, parts),
            "code" | "code-block" | "sourcecode" | "literalinclude" | "graphviz" | "productionlist" | "testcode"
            | "testoutput" | "testsetup" | "doctest" | "uml" | "mermaid" => {
                if !parts.content.is_empty() {
                    let content = parts.content;
                    self.leaf(Block::Literal, || Step::Verbatim(content.joined(content.first(), content.end())));
                    self.kid(frame, Kid::Other);
                }
                None
            }
            "toctree" | "highlight" | "tabularcolumns" | "index" | "currentmodule" | "sectionauthor" | "codeauthor"
            | "default-domain" => None,
            "only" | "ifconfig" | "versionadded" | "versionchanged" | "deprecated" => {
                Some(self.in_place(frame, parts.content))
            }
            _ => {
                let (from, to) = (parts.options.first(), parts.options.end());
                let content = if from < to { block.without(from, to).without_blank_start() } else { block };
                Some(self.in_place(frame, content))
            }
        }
    }

    /// Content that takes the place of its directive.
    fn in_place(&mut self, frame: &mut Frame<'p>, content: Region<'p>) -> Frame<'p> {
        let mut inner = Frame::new(content, Close::Merge);
        inner.kids.label.clone_from(&frame.kids.label);
        inner
    }
}

/// The text of a directive's argument, its lines joined.
pub(crate) fn argument<'p>(region: &Region<'p>) -> Option<Cow<'p, str>> {
    let text = region.joined(region.first(), region.end());
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(is_space)),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches(is_space).to_owned()),
    };
    (!text.is_empty()).then_some(text)
}
