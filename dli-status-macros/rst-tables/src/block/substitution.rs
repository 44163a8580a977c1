//! Substitution definitions: `.. |name| replace:: text`.

use std::borrow::Cow;

use crate::block::explicit::broken;
use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::tree::Block;
use crate::block::visit::children;
use crate::context::Definition;
use crate::directive::{self, parts};
use crate::inline::escape;
use crate::source::blanks;
use crate::source::region::{Indent, Region};
use crate::white_space::{is_space, leading_space};

impl<'p> Parser<'p> {
    /// Reads a definition. Returns whether it ends with a blank line.
    pub(super) fn substitution(&mut self, scope: &mut Scope<'p>, lead: usize) -> bool {
        let reach = scope.region.reach(scope.line, Indent::FirstKnown, false);
        let lines = (scope.line..reach.end).map(|line| {
            let start = if line == scope.line { lead } else { leading_space(scope.region.text(line)) };
            (line, start)
        });
        let Some(name) = find_name(&scope.region, lines) else { return broken(scope, reach) };
        let directive = directive_region(&scope.region, &name, reach.end);
        scope.line = reach.end;
        let fine = match directive {
            Some((directive, block)) => match directive.to_lowercase().as_str() {
                "replace" => self.define_replacement(scope, &name.name, block),
                "image" => {
                    let definition = parts::image_alt(&block).map(|alt| Definition::Image { alt });
                    self.define(&name.name, definition)
                }
                "unicode" => {
                    let definition = unicode(&block).map(|text| Definition::Text(Cow::Owned(text)));
                    self.define(&name.name, definition)
                }
                // Today's date would make the same page read differently tomorrow: it shows as `|name|`.
                "date" => true,
                _ => {
                    // What is not inline text comes before the definition, which then is empty.
                    self.directive_block(scope, &directive, name.line, block);
                    false
                }
            },
            None => {
                // Indented lines below a blank one are a block quote, and the definition is empty.
                let below = name.line + 1;
                if name.offset >= scope.region.text(name.line).len() && scope.region.next_text(below) < reach.end {
                    let indented = scope.region.clone().take_until(reach.end).reach(below, Indent::Unknown, false);
                    let quote = scope.region.indented_text(below, indented, None);
                    self.quotes(scope, quote);
                }
                false
            }
        };
        scope.push(if fine { Block::SubstitutionDefinition } else { Block::Message });
        reach.blank_finish
    }

    /// Defines a name. Returns whether docutils accepts that; what a cell defines is known to its page already.
    fn define(&mut self, name: &str, definition: Option<Definition<'p>>) -> bool {
        let Some(context) = self.context() else { return true };
        definition.is_some_and(|definition| context.define(name, definition))
    }

    /// Defines a name by the text of `replace::`, which must be one paragraph.
    fn define_replacement(&mut self, scope: &mut Scope<'p>, name: &str, block: Region<'p>) -> bool {
        if self.reads_cells() {
            return true;
        }
        let blocks = self.blocks(block, Parent::Loose);
        let mut content = children(&blocks);
        content.retain(|block| !matches!(block, Block::Message | Block::LostTitle(_)));
        let definition = match content.as_slice() {
            [Block::Paragraph(text)] => Some(Definition::Source(text.source.clone())),
            _ => None,
        };
        // docutils says of a table in it that it is malformed.
        scope.push(Block::Dropped(blocks));
        self.define(name, definition)
    }
}

/// The name between the bars, and the place after it.
struct Name {
    name: String,
    line: usize,
    offset: usize,
}

/// The name may run over several lines. Nothing is read beyond its end.
fn find_name(region: &Region<'_>, lines: impl Iterator<Item = (usize, usize)>) -> Option<Name> {
    let mut name = String::new();
    for (line, from) in lines {
        if !name.is_empty() {
            name.push(' ');
        }
        let text = region.text(line).get(from..)?;
        let mut chars = text.char_indices();
        let mut escaped = false;
        while let Some((index, c)) = chars.next() {
            let after = chars.as_str();
            let closes = c == '|' && !name.is_empty() && !name.ends_with(|c| c == '\0' || is_space(c));
            if closes && (after.is_empty() || after.starts_with(' ')) {
                let offset = from + index + 1 + blanks::leading(after);
                return Some(Name { name: escape::resolve(&name).into_owned(), line, offset });
            }
            escaped = c == '\\' && !escaped;
            name.push(if escaped { '\0' } else { c });
        }
    }
    None
}

/// The directive that defines the name, and its block.
fn directive_region<'p>(region: &Region<'p>, found: &Name, end: usize) -> Option<(String, Region<'p>)> {
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
    let name = parts::name(region.text(line).get(offset..)?)?;
    let (lead, name) = (offset + name.length, name.name.to_owned());
    let reach = region.clone().take_until(end).reach(line, Indent::FirstKnown, false);
    Some((name, region.indented(line, reach, Some(lead)).trimmed()))
}

/// The text of `unicode::`: character codes and words without the blanks between them.
fn unicode(block: &Region<'_>) -> Option<String> {
    let text = block.source();
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
