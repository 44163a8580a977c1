//! Block quotes: indented lines that continue nothing, with an attribution (`-- Somebody`) or without.

use std::borrow::Cow;

use crate::block::parser::Parser;
use crate::block::scope::{Parent, Scope};
use crate::block::tree::Block;
use crate::source::region::{Indent, Region};

/// The lines of a quote.
struct Quote<'p> {
    content: Region<'p>,
    /// The lines of the attribution, cut after the dash, and the lines after it, which are the next quote.
    attribution: Option<(Region<'p>, Region<'p>)>,
}

impl<'p> Parser<'p> {
    pub(super) fn block_quote(&mut self, scope: &mut Scope<'p>) {
        let reach = scope.region.reach(scope.line, Indent::Unknown, false);
        let inner = scope.region.indented_text(scope.line, reach, None);
        scope.line = reach.end;
        self.quotes(scope, inner);
        scope.warn_unless(reach.blank_finish);
    }

    /// The quotes that some lines make, each but the last one ended by an attribution.
    pub(crate) fn quotes(&mut self, scope: &mut Scope<'p>, mut region: Region<'p>) {
        loop {
            let Quote { content, attribution } = split(region);
            let blocks = self.blocks(content, Parent::Body);
            let Some((lines, rest)) = attribution else {
                return scope.push(Block::BlockQuote { blocks, attribution: None });
            };
            let text = match lines.source() {
                Cow::Borrowed(text) => Cow::Borrowed(text.trim_end()),
                Cow::Owned(text) => Cow::Owned(text.trim_end().to_owned()),
            };
            let attribution = self.text_at(&lines, lines.first(), 0, text);
            scope.push(Block::BlockQuote { blocks, attribution: Some(attribution) });
            region = rest.trimmed_start();
            if region.is_empty() {
                return;
            }
        }
    }
}

/// Splits the lines at the first attribution.
fn split(region: Region<'_>) -> Quote<'_> {
    let mut line = region.next_text(region.first() + 1);
    while line < region.end() {
        if region.is_blank(line - 1)
            && let Some((dash, end, indent)) = attribution(&region, line)
        {
            let lines = region.cut(line..end, indent, dash);
            let rest = region.clone().skip_to(end);
            return Quote { content: region.take_until(line), attribution: Some((lines, rest)) };
        }
        line = region.next_text(line + 1);
    }
    Quote { content: region, attribution: None }
}

/// The length of the dash that begins an attribution, the line after it, and the indent of its other lines, which must
/// be the same.
fn attribution(region: &Region<'_>, line: usize) -> Option<(usize, usize, usize)> {
    let dash = dash(region.text(line))?;
    let end = (line + 1..region.end()).find(|&line| region.is_blank(line)).unwrap_or(region.end());
    let indent = if end > line + 1 { region.indent(line + 1) } else { 0 };
    let even = (line + 1..end).all(|line| region.indent(line) == indent);
    even.then_some((dash, end, indent))
}

/// The bytes of `--`, `---` or an em dash with the blanks after it; text must follow.
fn dash(line: &str) -> Option<usize> {
    let rest = line
        .strip_prefix("---")
        .filter(|rest| !rest.starts_with('-'))
        .or_else(|| line.strip_prefix("--").filter(|rest| !rest.starts_with('-')))
        .or_else(|| line.strip_prefix('\u{2014}'))?;
    let text = rest.trim_start_matches(' ');
    (!text.is_empty()).then(|| line.len() - text.len())
}
