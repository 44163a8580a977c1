//! Substitution definitions: `.. |name| replace:: text`.

use std::borrow::Cow;

use crate::block::frame::{Close, Frame, Kid, Node};
use crate::block::parser::Parser;
use crate::block::read;
use crate::block::tree::{Block, Step};
use crate::context::Definition;
use crate::directive;
use crate::inline::escape;
use crate::pattern::{Start, classify};
use crate::source::blanks;
use crate::source::region::{Indent, Region};
use crate::white_space::{is_space, leading_space};

impl<'p> Parser<'p> {
    pub(crate) fn substitution(&mut self, frame: &mut Frame<'p>, lead: usize) {
        let reach = frame.region.reach(frame.at, Indent::FirstKnown, false);
        let lines = (frame.at..reach.end).map(|at| {
            let line = frame.region.text(at);
            (at, if at == frame.at { lead } else { leading_space(line) })
        });
        let Some(found) = find_name(&frame.region, lines) else { return self.broken(frame, reach) };
        let directive = directive_region(&frame.region, &found, reach.end);
        let fine = match directive {
            Some((name, block)) => match name.to_lowercase().as_str() {
                "replace" | "image" | "unicode" | "date" => self.define(&found.name, &name, &block),
                _ => {
                    // What is no inline text goes before the definition, which then is empty.
                    self.directive_block(frame, &name, found.line, block);
                    false
                }
            },
            None => {
                // Indented lines below a blank one are a block quote, and the definition is empty.
                let below = found.line + 1;
                if found.offset >= frame.region.text(found.line).len() && frame.region.next_text(below) < reach.end {
                    let indented = frame.region.clone().until(reach.end).reach(below, Indent::Unknown, false);
                    self.quotes(frame, frame.region.inner(below, indented, None));
                }
                false
            }
        };
        self.kid(frame, if fine { Kid::Other } else { Kid::Message });
        self.go_on(frame, reach);
    }

    /// Defines what the directive says; false if docutils says that it cannot.
    fn define(&mut self, name: &str, directive: &str, block: &Region<'p>) -> bool {
        // A cell's own definitions are known to its page.
        if self.context().is_none() {
            return true;
        }
        let directive = directive.to_lowercase();
        if directive == "replace" {
            // docutils reads it as blocks, and says of a table in it that it is malformed.
            let close = Close::Dropped { mark: self.mark() };
            self.nest(Frame::new(block.clone(), Node::Loose, close));
        }
        let Some(context) = self.context() else { return true };
        let definition = match directive.as_str() {
            "replace" => replacement(block),
            "image" => directive::image_alt(block).map(|alt| Definition::Image { alt }),
            "unicode" => unicode(block).map(|text| Definition::Text(Cow::Owned(text))),
            // Today's date would make the same page read differently tomorrow: it shows as `|name|`.
            _ => return true,
        };
        definition.is_some_and(|definition| context.define(name, definition))
    }
}

/// The name between the bars, and the place behind it.
struct Found {
    name: String,
    line: usize,
    offset: usize,
}

/// The name may run over several lines. Only so much is read of each as the name takes.
fn find_name(region: &Region<'_>, lines: impl Iterator<Item = (usize, usize)>) -> Option<Found> {
    let mut name = String::new();
    for (line, from) in lines {
        if !name.is_empty() {
            name.push(' ');
        }
        let text = region.text(line).get(from..)?;
        let mut chars = text.char_indices();
        let mut escaped = false;
        while let Some((at, c)) = chars.next() {
            let behind = chars.as_str();
            let closes = c == '|' && !name.is_empty() && !name.ends_with(|c| c == '\0' || is_space(c));
            if closes && (behind.is_empty() || behind.starts_with(' ')) {
                let offset = from + at + 1 + blanks::leading(behind);
                return Some(Found { name: escape::resolve(&name).into_owned(), line, offset });
            }
            escaped = c == '\\' && !escaped;
            name.push(if escaped { '\0' } else { c });
        }
    }
    None
}

/// The directive that says what the name stands for, and its block.
fn directive_region<'p>(region: &Region<'p>, found: &Found, end: usize) -> Option<(String, Region<'p>)> {
    let rest = region.text(found.line).get(found.offset..)?;
    let (line, offset) = if rest.is_empty() {
        let line = found.line + 1;
        let text = region.text(line);
        (line, leading_space(text))
    } else {
        (found.line, found.offset)
    };
    if line >= end || region.is_blank(line) {
        return None;
    }
    let name = directive::name(region.text(line).get(offset..)?)?;
    let (lead, name) = (offset + name.length, name.name.to_owned());
    let reach = region.clone().until(end).reach(line, Indent::FirstKnown, false);
    Some((name, region.block(line, reach, Some(lead)).until_text()))
}

/// The text of `replace::`, which must be one paragraph.
fn replacement<'p>(block: &Region<'p>) -> Option<Definition<'p>> {
    if classify(block.text(block.first())) != Start::Text {
        return None;
    }
    let mut steps = read::of_cell(block.clone(), 0).into_iter();
    match (steps.next(), steps.next(), steps.next(), steps.next()) {
        (Some(Step::Enter(Block::Paragraph)), Some(Step::Inline(text)), Some(Step::Leave), None) => {
            Some(Definition::Source(text))
        }
        _ => None,
    }
}

/// The text of `unicode::`: character codes and words without the blanks between them.
fn unicode(block: &Region<'_>) -> Option<String> {
    let text = block.joined(block.first(), block.end());
    let text = text.split_once(".. ").map_or(text.as_ref(), |(before, _)| before);
    let mut out = String::new();
    for word in text.split_whitespace().filter(|word| !word.starts_with(':')) {
        match directive::character_code(word) {
            Some(Some(c)) => out.push(c),
            Some(None) => return None,
            None => out.push_str(word),
        }
    }
    Some(out)
}
